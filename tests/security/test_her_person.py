"""Every page in her reach is light and hers, and none speaks of her: with everything in it, and with nothing."""

from __future__ import annotations

import pytest

from tests.security.conftest import Life
from tests.security.her_reach import faults_of, pages_in_reach, words_of


@pytest.mark.parametrize("who", ["somebody with everything", "a new mother"])
def test_every_page_in_her_reach_is_hers(who, as_, samira, samira_case, request) -> None:
    if who == "somebody with everything":
        life: Life = request.getfixturevalue("samiras")
        assert life.case.pk == samira_case.pk
    pages = dict(pages_in_reach(as_(samira)))
    assert len(pages) > 60
    wrong = {address: found for address, page in pages.items() if (found := faults_of(page))}
    assert not wrong
    for address, page in pages.items():
        if address.startswith("/mijn/") and address not in ("/mijn/", "/mijn/over/"):
            assert "Samira" not in words_of(page), address


def test_older_pages_lead_to_hers(as_, samira, samira_case) -> None:
    case = f"/mensen/{samira_case.public_id}/"
    for older, hers in (
        ("", "/mijn/over/"),
        ("verloop/", "/mijn/veranderd/"),
        ("wie-keek/", "/mijn/gekeken/"),
        ("gesprekken/", "/mijn/praten/"),
    ):
        assert as_(samira).get(case + older)["Location"] == hers
