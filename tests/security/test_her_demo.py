"""As on an empty case: every page that Samira, Mirjam and Amber of the demo can reach is hers and light."""

from __future__ import annotations

import pytest

from tests.security.her_reach import faults_of, pages_in_reach
from veerkracht.web.config.tests.test_demo import demo, loaded  # noqa: F401
from veerkracht.web.people.models import Account


@pytest.mark.parametrize("login", ["samira", "mirjam", "amber"])
def test_every_page_in_reach_is_hers(login, demo, as_) -> None:  # noqa: F811
    mother = Account.objects.get(login=login)
    wrong = {}
    for address, page in pages_in_reach(as_(mother)):
        if found := faults_of(page):
            wrong[address] = found
    assert not wrong
