"""Z4 in the browser: her list, and a handover that is read, released and accepted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE

MIRJAM = "/mensen/3KTR7FWC/hulp/"


def test_six_helpers_seven_appointments_and_a_tie_that_becomes_a_promise(open_page, check) -> None:
    page = open_page("Peter van Dongen", DESK)
    page.goto(MIRJAM)
    expect(page.get_by_text("7 keer een afspraak op 4 plekken, met 9 uur onderweg")).to_be_visible()
    expect(page.get_by_text("Dat antwoord is er nog niet")).to_be_visible()
    check(page)
    page.goto("/vandaag/")
    expect(page.get_by_text("Team West heeft nog geen antwoord gegeven")).to_be_visible()
    check(page)


def test_she_sees_the_same_list_and_says_that_it_is_right(open_page, check) -> None:
    page = open_page("Mirjam Zwart", PHONE)
    page.goto("/mijn/hulp/")
    expect(page.get_by_text("Team West heeft nog geen antwoord gegeven")).to_be_visible()
    check(page)
    page.get_by_role("button", name=re.compile(r"^Ja ?: ?Joris Bakker$")).press("Enter")
    expect(page.get_by_text("Jij zei: dit klopt.")).to_be_visible()


LARGER = "document.documentElement.style.fontSize = '200%'"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(
    ("who", "size", "pages", "first"),
    [
        ("Peter van Dongen", DESK, [MIRJAM, f"{MIRJAM}gedeeld/", f"{MIRJAM}overdracht/"], "Iemand erbij"),
        ("Mirjam Zwart", PHONE, ["/mijn/hulp/", MIRJAM, f"{MIRJAM}gedeeld/"], "Zet iemand erbij"),
    ],
)
def test_by_keyboard_and_in_letters_twice_as_large(open_page, keyboard, who, size, pages, first) -> None:
    page = open_page(who, size)
    for path in pages:
        page.goto(path)
        if path == pages[0]:
            keyboard(page, first)
        page.evaluate(LARGER)
        assert page.evaluate(TOO_WIDE) <= 0, path


def test_a_partner_with_a_log_in_sees_her_piece_and_no_more(open_page, check) -> None:
    page = open_page("Carla Maas", DESK)
    page.get_by_role("link", name="Mirjam Zwart").press("Enter")
    expect(page.get_by_role("heading", name="Het geld")).to_be_visible()
    check(page)
    assert page.goto(MIRJAM).status == 404


def test_somebody_leaves_and_a_colleague_says_yes_once(open_page, check) -> None:
    page = open_page("Joost Hermans", DESK)
    page.goto("/overdragen/")
    page.get_by_label("Naar wie gaan uw mensen?").select_option(label="Aylin Demir")
    check(page)
    page.get_by_role("button", name="Maak de pakketjes").press("Enter")
    check(page)
    page.get_by_role("button", name=re.compile("Gelezen, geef")).press("Enter")
    expect(page.get_by_text("Er ligt niets meer om te lezen")).to_be_visible()
