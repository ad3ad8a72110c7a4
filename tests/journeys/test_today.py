"""Z9 step 1: five to eight, and Peter sees what *he* owes: our own late promises first, then who waits for a word."""

from __future__ import annotations

import re

import pytest

from tests.journeys.by_keyboard import Keyboard
from tests.journeys.conftest import DESK, PHONE

OWED = "Wat wij beloofden"
SILENT = "Langer stil dan afgesproken"
# Each width does a promise of its own, so that the order of the tests does not matter.
LATE = [
    pytest.param(PHONE, "Nadia Marques", "Bevestigt in een brief", id="phone"),
    pytest.param(DESK, "Mirjam Zwart", "belt? het wijkteam", id="desk"),
]


def card(page, title: str):
    return page.locator(".vk-card").filter(has=page.get_by_role("heading", name=title))


@pytest.mark.parametrize(("size", "person", "promise"), LATE)
def test_he_sees_what_he_owes_and_does_one_thing(open_page, check, size, person, promise):
    page = open_page("Peter van Dongen", size)
    assert page.get_by_role("heading", name="Vandaag", exact=True).is_visible(), "it is his first page"
    check(page)
    # Whether somebody is silent depends on the tests before this one: one of them calls her.
    assert page.locator("main h2").all_inner_texts()[0] == OWED, "our own promises come first"
    owed = card(page, OWED)
    assert owed.get_by_role("link", name="Samira Haddad").first.is_visible()
    assert re.search(promise, owed.inner_text(), re.IGNORECASE) and "dagen te laat" in owed.inner_text()

    hand = Keyboard(page)
    hand.go(owed.get_by_role("link", name=person).first)
    late = page.get_by_role("article", name=re.compile(promise, re.IGNORECASE))
    assert late.get_by_text("te laat").is_visible()
    hand.go(late.get_by_role("button", name="Dit is gedaan"))
    page.goto("/vandaag/")
    text = page.inner_text("main")
    assert not re.search(promise, text.split("Vandaag gedaan")[0], re.IGNORECASE), "done is no longer late"
    assert "Toch niet" in text, "and it can be taken back"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nobody_on_it_has_a_number_a_rank_or_a_colour(open_page, size):
    page = open_page("Peter van Dongen", size)
    for title in (OWED, SILENT):
        names = card(page, title).locator("h3, th[scope=row]").all_inner_texts()
        assert all(re.fullmatch(r"\D+", name) for name in names), names
        assert names or title == SILENT, "another test may have called the one who was silent"
        assert card(page, title).locator("ol, .vk-badge").count() == 0
    colours = page.locator("main .today-table th[scope=row] a").evaluate_all(
        "all => [...new Set(all.map(a => getComputedStyle(a).color))]"
    )
    assert len(colours) == 1
    ahead = page.locator("summary", has_text="Verder dit jaar")
    Keyboard(page).press(ahead)
    assert page.get_by_text(re.compile(r"wordt (4|5|12|16|18)\b")).first.is_visible()


def test_a_call_ends_the_silence(open_page, check):
    page = open_page("Peter van Dongen", PHONE)
    silent = card(page, SILENT)
    assert "Afgesproken: " in silent.inner_text() and "Het laatste contact was op" in silent.inner_text()
    hand = Keyboard(page)
    hand.link("Sanne Mulder")
    hand.tab("Gesprekken")
    hand.link("Kort contact")
    hand.pick("gebeld")
    hand.write("In één zin", "Sanne belde: het loon is binnen.")
    hand.button("Opslaan")
    check(page)
    page.goto("/vandaag/")
    assert card(page, SILENT).count() == 0, "nobody is silent any more"


@pytest.mark.parametrize("person", ["Marleen Smits", "Ilse Brouwer", "Samira Haddad"])
def test_nobody_else_has_this_list(open_page, person):
    page = open_page(person)
    assert page.request.get("/vandaag/").status in (403, 404)
    assert page.locator("a[href='/vandaag/']").count() == 0
