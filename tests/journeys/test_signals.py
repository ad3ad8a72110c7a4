"""Z1 step 8 and Z10: a signal of Samira's klantmanager reaches Ilse without Samira, is answered, and comes back to her;
the figures of a generated municipality; what cannot be asked."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.filling import on_both_screens

Open = Callable[..., Page]
Check = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
ANSWER = "Wij vullen de opvang aan bij lessen die niet op de lijst staan, twaalf maanden op proef."


def test_a_signal_is_answered_and_back_with_her(open_page: Open, check: Check) -> None:
    _given_by_peter(open_page("Peter van Dongen"), check)
    _read_over(open_page("Aylin Demir"), check)
    _answered(open_page("Ilse Brouwer"), check)
    samira = open_page("Samira Haddad", PHONE)
    expect(samira.get_by_role("heading", name="Antwoord op wat je doorgaf")).to_be_visible()
    expect(samira.get_by_text(ANSWER)).to_be_visible()
    samira.get_by_role("link", name="Bekijk het hele antwoord").click()
    check(samira)
    samira.get_by_role("link", name="Dit is nog niet goed").click()
    samira.get_by_label("Waarom is dit nog niet goed?").fill("De opvang zegt dat zij van niets weet.")
    samira.get_by_role("button", name="Opslaan").click()
    expect(samira.get_by_text("Je krijgt een nieuw antwoord")).to_be_visible()


def _given_by_peter(page: Page, check: Check) -> None:
    page.goto("/mensen/")
    page.get_by_role("link", name="Samira Haddad").first.click()
    page.get_by_role("link", name="Kaart", exact=True).first.click()
    page.wait_for_url("**/kaart/")
    page.goto(f"{page.url}exo/")
    page.get_by_role("link", name="mijn taalles telt niet mee").last.click()
    page.get_by_role("button", name="Geef dit door als signaal").click()
    page.get_by_label("Wat gaat er mis?").fill("De taalles van Yara's moeder telt niet, dus de opvang stopt.")
    page.get_by_label("Zij wil weten wat ermee gebeurt").check()
    page.get_by_role("button", name="Bekijk het eerst").click()
    expect(page.get_by_text("Dit kan haar herkenbaar maken")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Nog iets veranderen").click()
    page.get_by_label("Wat gaat er mis?").fill("De taalles telt niet, dus de opvang stopt.")
    page.get_by_role("button", name="Bekijk het eerst").click()
    page.get_by_role("button", name="Doorgeven").click()
    expect(page.get_by_text("een collega leest mee")).to_be_visible()
    check(page)


def _read_over(page: Page, check: Check) -> None:
    page.get_by_role("link", name="Lees mee").click()
    page.get_by_role("link", name="Nalezen").first.click()
    check(page)
    page.get_by_role("button", name="Dit kan verder").click()
    expect(page.get_by_text("Nagelezen")).to_be_visible()


def _answered(page: Page, check: Check) -> None:
    """It is the third about the same: Ilse lays it with the others, and decides for all three."""
    expect(page.get_by_role("heading", name="Dit wacht het langst")).to_be_visible()
    check(page)
    page.get_by_role("link", name="De taalles telt niet, dus de opvang stopt.").click()
    page.get_by_role("link", name="Bij een ander onderwerp leggen").click()
    chosen = page.get_by_label("Waarmee hoort dit bij elkaar?")
    chosen.select_option(label="De taalles telt niet als traject, dus de opvang stopt.")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("link", name="Bekijken en antwoord geven").click()
    expect(page.get_by_text("De taalles telt niet, dus de opvang stopt.")).to_be_visible()
    check(page)
    page.get_by_role("link", name="Antwoord geven").click()
    page.get_by_label("besloten").check()
    page.get_by_label("Wat besluit u, en waarom?").fill(ANSWER)
    page.get_by_label("Wanneer is het zover?").fill("1-2-2027")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Dit lezen nu alle gevers")).to_be_visible()


def test_the_figures_of_a_generated_municipality(open_page: Open, check: Check) -> None:
    page = open_page("Noor Vermeulen")
    page.get_by_role("link", name="Cijfers").first.click()
    expect(page.get_by_text("Dit gaat over ongeveer")).to_be_visible()
    expect(page.get_by_text("gegenereerd").first).to_be_visible()
    check(page)
    page.get_by_text("Naar herkomst, gezondheid, schulden of veiligheid").click()
    expect(page.get_by_text("tellen wij nooit")).to_be_visible()
    page.get_by_role("link", name="Zelfscan").first.click()
    check(page)
    page.get_by_role("link", name="Onderzoek").first.click()
    check(page)


def test_z10_whole_among_640_generated_mothers(open_page: Open, check: Check) -> None:
    """Counts as the rule gives them, a subject with and one without a number, the decision, the report, no case."""
    page = open_page("Noor Vermeulen")
    page.goto("/cijfers/")
    says = page.locator("main").inner_text()
    counts = [int(each) for each in re.findall(r"ongeveer (\d+)(?! van)", says)]
    assert len(counts) > 10 and all(count >= 15 and count % 5 == 0 for count in counts)
    assert re.search(r"De opvang opent te laat\s+ongeveer \d+", says), says
    assert re.search(r"Minder dan 15 of niet getoond:.*De taalles staat op geen lijst", says)
    assert "van de 10 open acties zijn van de moeder zelf" in says and "Gegenereerd" not in says
    on_both_screens(page, check)
    _decided(page, "De taalles staat op geen lijst")
    _the_report(page)
    page.goto("/cijfers/vraag/?per=origin")
    expect(page.get_by_text("tellen wij nooit")).to_be_visible()
    assert page.request.get("/mensen/").status == 404, "no list of cases for who makes policy"


def _decided(page: Page, topic: str) -> None:
    page.goto("/signalen/")
    page.get_by_role("link", name=topic).first.click()
    page.get_by_role("link", name="Antwoord geven").click()
    page.get_by_label("besloten").check()
    page.get_by_label("Wat besluit u, en waarom?").fill(ANSWER)
    page.get_by_label("Wanneer is het zover?").fill("1-2-2027")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Dit lezen nu alle gevers")).to_be_visible()


def _the_report(page: Page) -> None:
    """On paper, tagged, and as a spreadsheet: outflow is one line among what was reached, the decision is in it."""
    paper = PdfReader(io.BytesIO(page.request.get("/cijfers/raad.pdf").body()))
    text = " ".join("".join(each.extract_text() for each in paper.pages).split())
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in paper.trailer["/Root"]
    assert text.index("Wat er bereikt is") < text.index("uit de bijstand") < text.index("Hoe is geteld")
    assert "met leren begonnen of iets afgerond" in text and "twaalf maanden op proef" in text
    book = load_workbook(io.BytesIO(page.request.get("/cijfers/raad.xlsx").body()))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    numbers = [value for value in cells if isinstance(value, int)]
    assert numbers and all(number >= 15 and number % 5 == 0 for number in numbers)
    assert ANSWER in cells and "uit de bijstand: genoeg inkomen uit werk of anders" in " ".join(
        map(str, cells)
    )


def test_publishing_together_is_asked_and_waits_for_each(open_page: Open, check: Check) -> None:
    page = open_page("Noor Vermeulen", PHONE)
    page.goto("/cijfers/")
    page.get_by_role("link", name="Samen met andere gemeenten cijfers uitgeven").click()
    on_both_screens(page, check)
    page.get_by_role("link", name="Een voorstel doen").click()
    on_both_screens(page, check)
    page.get_by_label("Hoe heet u samen?").fill("Sociale dienst")
    for place in ("Gemeente Voorbeeld", "Gemeente Overkant"):
        page.get_by_label(place).check()
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Dit begint pas als elke gemeente ja zegt.")).to_be_visible()
    assert page.get_by_text("nog geen antwoord").count() == 3
    on_both_screens(page, check)


def test_ilse_has_words_where_numbers_would_be_somebody(open_page: Open, check: Check) -> None:
    page = open_page("Ilse Brouwer", PHONE)
    page.goto("/cijfers/")
    expect(page.get_by_text("Wat is doorgegeven")).to_be_visible()
    check(page)
