"""Z9 step 1 and Z2 step 6: the morning list, an answer with a reason, her no that stays, and what changed since."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import DESK, PHONE, unfold_all
from tests.journeys.test_first_table import choose, go, type_in

WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@WIDTHS
def test_peter_reads_what_is_late_and_answers_her(open_page, check, keyboard, size):
    page = open_page("Peter van Dongen", size)
    assert page.get_by_role("heading", name="Vandaag", exact=True).is_visible()
    check(page)
    owed = page.locator(".today-table").inner_text()
    go(page, keyboard, "Samira Haddad")
    check(page)

    if page.get_by_role("link", name="Antwoord geven").count():  # the other size has answered already
        assert "Antwoord op het voorstel: Een ochtend meelopen" in owed
        go(page, keyboard, "Antwoord geven")
        choose(page, keyboard, "nee")
        type_in(page, keyboard, "Waarom?", "Middels deze brief: er is nu geen plek in de keuken.")
        page.get_by_text("Leesbaarheid: een paar ideeën").wait_for()
        check(page)
        go(page, keyboard, "Opslaan")
    assert page.get_by_text("er is nu geen plek in de keuken").is_visible()

    go(page, keyboard, "Wat vindt zij daarvan?")
    choose(page, keyboard, "nee, dat wil ik niet")
    page.get_by_label("In haar woorden").fill("Ik vraag het de school zelf.")
    page.get_by_label("Opnieuw bespreken op").fill("15-03-2031")
    go(page, keyboard, "Opslaan")
    assert page.get_by_text("Opnieuw bespreken in maart 2031").is_visible()
    check(page)

    go(page, keyboard, "Bekijk wat")
    assert page.get_by_role("heading", name="Twee versies naast elkaar").is_visible()
    check(page)


@WIDTHS
def test_denise_says_where_she_is_in_her_own_sentences(open_page, check, keyboard, size):
    page = open_page("Denise de Rooij", size)
    page.goto("/mensen/PZQ5MEYJ/plan/")
    check(page)
    unfold_all(page)
    check(page)
    go(page, keyboard, "Waar ben je nu?")
    choose(page, keyboard, "Ik ben begonnen met de opleiding van twee jaar.")
    type_in(page, keyboard, "In jouw woorden", "De eerste les was spannend.")
    check(page)
    go(page, keyboard, "Opslaan")
    unfold_all(page)
    here = page.locator(".plan-rung[data-now]")
    assert "Ik ben begonnen" in here.inner_text() and "Hier was je op" in here.inner_text()
    assert page.get_by_text("Met twee jaar sta ik straks weer hier.").is_visible(), (
        "her no stays, in her words"
    )


@WIDTHS
def test_kelly_reads_the_card_and_the_page_of_who_moved(open_page, check, keyboard, size):
    page = open_page("Kelly Schouten", size)
    page.goto("/mensen/ND2YC6MX/plan/ontheffing/")
    assert page.get_by_text("Jij kiest.").is_visible()
    check(page)
    page.goto("/mensen/ND2YC6MX/plan/in-beweging/")
    assert page.get_by_text("Zorghuis De Meent").first.is_visible()
    check(page)
