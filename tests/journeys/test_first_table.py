"""Z9 meets Z1: Peter and Samira at one phone. The map, two promises, her "I want to think", and the letter."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader

from tests.journeys.conftest import DESK, PHONE

WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


def go(page, keyboard, name: str) -> None:
    """Tab to a link or button and press Enter."""
    keyboard(page, name)
    enter(page)


def enter(page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def open_tab(page, keyboard, name: str) -> None:
    """On a phone the tabs are a menu that opens with Enter."""
    if page.viewport_size["width"] < 600:
        page.locator(".vk-tabs-phone summary").focus()
        page.keyboard.press("Enter")
    go(page, keyboard, name)


def choose(page, keyboard, name: str) -> None:
    """A radio button: Tab into its group, then the space bar."""
    page.get_by_label(name, exact=True).focus()
    page.keyboard.press("Space")


def type_in(page, keyboard, label: str, text: str) -> None:
    keyboard(page, label)
    page.keyboard.insert_text(text)


def make_promise(page, keyboard, owner: str, what: str, date: str = "") -> None:
    go(page, keyboard, "Belofte erbij")
    choose(page, keyboard, owner)
    type_in(page, keyboard, "Wat wordt er gedaan?", what)
    if date:
        type_in(page, keyboard, "Voor wanneer?", date)
    go(page, keyboard, "Opslaan")


@WIDTHS
def test_peter_and_samira_at_one_table(open_page, check, keyboard, size):
    page = open_page("Peter van Dongen", size)
    check(page)
    go(page, keyboard, "Samira Haddad")
    check(page)

    open_tab(page, keyboard, "Kaart")
    check(page)
    keyboard(page, "Iemand of iets erbij")
    page.keyboard.press("Enter")
    type_in(page, keyboard, "Wie of wat?", "Schoonmoeder")
    choose(page, keyboard, "Zou kunnen, nog niet gevraagd")
    go(page, keyboard, "Op de kaart zetten")
    assert page.locator("main").get_by_text("Schoonmoeder").filter(visible=True).count()
    check(page)

    open_tab(page, keyboard, "Plan")
    check(page)
    make_promise(page, keyboard, "gemeente", "Betaalt de opvang door tot het besluit er is.", "15-01-2031")
    asks = f"Vraagt haar schoonmoeder of donderdag kan ({size['width']})."
    make_promise(page, keyboard, "zijzelf", asks)
    check(page)

    hers = page.get_by_role("article", name=asks)
    hers.get_by_role("button", name="Daar wil ik over nadenken").focus()
    enter(page)
    assert page.get_by_label("daar wil ik over nadenken").is_checked()
    check(page)
    go(page, keyboard, "Opslaan")
    assert hers.get_by_text("Zij denkt erover na").is_visible()

    letter_says(page, ["Betaalt de opvang door tot het besluit er is.", "Peter van Dongen", "nadenken"])


def letter_says(page, sentences: list[str]) -> None:
    """The letter behind the button: a tagged PDF that says what was agreed and who to call."""
    address = page.get_by_role("link", name="Brief").get_attribute("href")
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    text = " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(answer.body())).pages).split())
    for sentence in sentences:
        # A promise follows who made it: "De gemeente betaalt …".
        assert sentence.lower() in text.lower(), f"the letter does not say: {sentence}"
    with pikepdf.open(io.BytesIO(answer.body())) as pdf:
        assert "/StructTreeRoot" in pdf.Root, "the letter is not tagged"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("nl")


@WIDTHS
def test_samira_answers_on_her_own_phone(open_page, check, keyboard, size):
    page = open_page("Samira Haddad", size)
    check(page)
    assert "aan jou" in page.inner_text("main")
    late = page.get_by_text("te laat").first
    assert late.is_visible(), "she is told when the municipality is late"


def test_everybody_of_the_demo_can_be_entered_and_nothing_breaks(open_page, check):
    page = open_page()
    page.goto("/demo")
    check(page)
    names = [b.get_attribute("aria-label").removeprefix("Kies ") for b in page.get_by_role("button").all()]
    assert len(names) >= 20
    for name in names:
        page.goto("/demo")
        with page.expect_navigation():
            page.get_by_role("button", name=f"Kies {name}", exact=True).press("Enter")
        assert page.locator("main").inner_text().strip(), name


def test_paper_has_no_menus(open_page):
    page = open_page("Peter van Dongen")
    page.get_by_role("link", name="Samira Haddad").last.click()
    page.get_by_role("link", name="Plan", exact=True).click()
    page.emulate_media(media="print")
    assert not page.get_by_role("link", name="Mijn mensen").is_visible()
    assert not page.get_by_text("Belofte erbij").first.is_visible()
    assert page.get_by_role("heading", name="Wat de gemeente doet").is_visible()
