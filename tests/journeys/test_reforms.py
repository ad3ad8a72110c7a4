"""Ilse asks what a reform would do: she chooses one, and looks at one invented family, at her desk and on a phone."""

from __future__ import annotations

import pytest

from tests.journeys.by_keyboard import Keyboard
from tests.journeys.conftest import DESK, PHONE


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_she_chooses_a_reform_and_sees_one_family(open_page, check, size):
    page = open_page("Ilse Brouwer", size)
    page.goto("/wat-als/")
    check(page)
    hand = Keyboard(page)
    hand.link(
        "Wat als de nieuwe vrijlating van 15 procent niet op 1 januari 2027 ingaat maar al op 1 januari 2026?"
    )
    assert page.get_by_role("button", name="Reken het door").is_visible()
    check(page)
    hand.link("Of bekijk het eerst voor één verzonnen gezin")
    assert "verzonnen (synthetisch)" in page.inner_text("main")
    assert page.get_by_role("heading", name="Wat er verandert").is_visible()
    check(page)
