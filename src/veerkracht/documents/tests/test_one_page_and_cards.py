"""The A4 for on the fridge, and the cards for the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pikepdf
import pytest

from veerkracht.documents.cards import Card, Deck, DoesNotFit, cards_pdf
from veerkracht.documents.characters import printable
from veerkracht.documents.letter import Letter
from veerkracht.documents.one_page import OnePage, PrintedPicture, Task, Term, one_page_pdf
from veerkracht.documents.people import FactMissing
from veerkracht.documents.render import Pdf

TextOf = Callable[[Pdf], str]
PageCount = Callable[[Pdf], int]
Elements = Callable[[Pdf], list[pikepdf.Dictionary]]


@pytest.fixture
def sheet(letter: Letter) -> OnePage:
    return OnePage(
        municipality=letter.municipality,
        klantmanager=letter.klantmanager,
        name="Samira",
        printed_on=date(2026, 11, 10),
        they_do=(
            Task(PrintedPicture.CARE, "Beslissen over de opvang", date(2026, 11, 24), "De gemeente"),
            Task(PrintedPicture.FAMILY, "Oppassen op donderdag", None, "Oma"),
        ),
        i_do=(Task(PrintedPicture.LEARN, "Naar de taalles gaan"),),
    )


def test_samira_sees_them_first_then_herself_then_the_number(
    sheet: OnePage, noon: datetime, text_of: TextOf, page_count: PageCount
) -> None:
    pdf = one_page_pdf(sheet, created_at=noon)
    text = text_of(pdf)
    parts = [
        "Wat de gemeente en anderen doen",
        "dinsdag 24 november 2026",
        "Wat ik doe",
        "Naar de taalles",
        "013 – 549 12 34",
    ]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    assert page_count(pdf) == 1


def test_eight_words_in_tigrinya_still_fit_one_page(
    sheet: OnePage, noon: datetime, text_of: TextOf, page_count: PageCount
) -> None:
    words = replace(sheet, terms=(Term("school", "ቤት ትምህርቲ"),) * 8, terms_language="Tigrinya")
    pdf = one_page_pdf(words, created_at=noon)
    assert text_of(pdf).count("ቤት ትምህርቲ") == 8
    assert page_count(pdf) == 1 and pdf.notes == ()


def test_more_than_a_page_holds_goes_on_and_loses_nothing(
    sheet: OnePage, noon: datetime, text_of: TextOf, page_count: PageCount
) -> None:
    tasks = tuple(Task(PrintedPicture.FORM, f"Taak nummer{number}") for number in range(30))
    pdf = one_page_pdf(replace(sheet, they_do=tasks), created_at=noon)
    assert all(f"nummer{number}" in text_of(pdf) for number in range(30))
    assert page_count(pdf) > 1


@pytest.mark.parametrize(("more", "says"), [(1, "nog één belofte"), (3, "nog 3 beloften")])
def test_what_does_not_fit_is_said_to_stand_in_the_plan(
    more: int, says: str, sheet: OnePage, noon: datetime, text_of: TextOf
) -> None:
    assert says in text_of(one_page_pdf(replace(sheet, more=more), created_at=noon))
    assert "In het plan staan" not in text_of(one_page_pdf(sheet, created_at=noon))


def test_pictures_are_in_our_fonts_and_not_read_aloud(
    sheet: OnePage, noon: datetime, elements: Elements
) -> None:
    assert all(printable(picture).complete for picture in PrintedPicture)
    tree = elements(one_page_pdf(sheet, created_at=noon))
    assert not [element for element in tree if element.S == "/Figure"]
    assert [str(element.S) for element in tree if str(element.S) in ("/H1", "/H2")] == ["/H1"] + ["/H2"] * 3


def test_an_empty_line_on_the_sheet_is_refused() -> None:
    with pytest.raises(FactMissing, match="regel zonder tekst"):
        Task(PrintedPicture.HOME, "  ")


def card(number: int) -> Card:
    return Card("Directe contacten", f"Vraag {number}?", "Overslaan mag.", 2)


def test_seven_questions_and_the_cover_fill_a_page(
    noon: datetime, text_of: TextOf, page_count: PageCount
) -> None:
    def deck(size: int) -> Pdf:
        cards = tuple(card(number) for number in range(size))
        return cards_pdf(Deck("Gesprekskaarten", cards, "Gemeente Voorbeeld"), created_at=noon)

    assert page_count(deck(7)) == 1
    assert page_count(deck(8)) == 2
    assert all(f"Vraag {number}?" in text_of(deck(42)) for number in range(42))


def test_each_card_is_a_heading_with_a_question(noon: datetime, elements: Elements) -> None:
    pdf = cards_pdf(Deck("Kaarten", (card(1), card(2)), "Gemeente Voorbeeld"), created_at=noon)
    kinds = [str(element.S) for element in elements(pdf)]
    assert kinds.count("/H1") == 1 and kinds.count("/H2") == 2


def test_the_longest_question_stays_on_its_card(
    noon: datetime, page_count: PageCount, text_of: TextOf
) -> None:
    longest = Card("Samenleving", "m" * 320, "w" * 160, 5)
    pdf = cards_pdf(Deck("Kaarten", (longest,) * 7, "Gemeente Voorbeeld"), created_at=noon)
    assert page_count(pdf) == 1
    assert text_of(pdf).count("m") >= 7 * 320


def test_what_does_not_fit_a_card_is_said() -> None:
    with pytest.raises(DoesNotFit, match="korter dan 320 tekens"):
        Card("Jij zelf", "a" * 321)
    with pytest.raises(ValueError, match="Ring 6 bestaat niet"):
        Card("Jij zelf", "Hoe gaat het?", ring_number=6)
    with pytest.raises(ValueError, match="geen kaarten gekozen"):
        Deck("Kaarten", (), "Gemeente Voorbeeld")
