"""Money in a real browser: the cleaning mother from 12 to 20 or 26 hours, Denise's three diplomas, anybody's phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE, unfold, until

OTHER_LINE = "was => document.querySelector('.purse-chart__wide polyline').getAttribute('points') !== was"
TOLD = (
    "leeftijd=45&huur=689&servicekosten=0&partner=nee&medebewoners=0&uren=0&bijstand=ja&vrijlating=geen"
    "&vermogen=0&leeftijd_1=6&opvang_1=geen"
)
WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


def open_money(page) -> None:
    """On a phone the way to money may stand under "Meer"."""
    link = page.get_by_role("link", name="Geld", exact=True, include_hidden=True).first
    page.goto(link.get_attribute("href"))
    if page.url.endswith("/mijn/geld/"):
        page.goto(page.get_by_role("link", name="Wat als ik ga werken?").get_attribute("href"))


def open_her_money(page) -> None:
    """The klantmanager opens the same page: there each amount opens and each sum is made where it stands."""
    page.get_by_role("link", name="Wendy Verbeek").first.click()
    open_money(page)


def sentence(page) -> str:
    return page.locator("#geld-kop").inner_text().replace("\u00a0", " ")


def difference_at(page, hours: str) -> int:
    """What the sentence says of these hours, in euros a month."""
    found = re.search(
        rf"Met {hours} uur (?:houd je vanaf \w+ \d+ )?ongeveer € ([\d.]+) (?:per maand )?(meer|minder)",
        sentence(page),
    )
    assert found, sentence(page)
    return int(found[1].replace(".", "")) * (1 if found[2] == "meer" else -1)


@WIDTHS
def test_wendy_from_12_to_20_or_26_hours(open_page, check, size):
    page = open_page("Wendy Verbeek", size)
    open_money(page)
    assert difference_at(page, "26") > 0 > difference_at(page, "20"), "after the local schemes that stop"
    answers = page.locator("#geld-antwoorden").inner_text()
    for words in ("Wat blijft er over, bij 26", "Wat kan er misgaan", "Vanaf wanneer", "is een voorbeeld"):
        assert words in answers
    unfold(page, ".purse-words")
    words = page.locator(".purse-words").inner_text()
    assert "bijna niets" in words and "Participatiewet" in words
    shown = "wide" if size is DESK else "narrow"
    assert page.locator(f".purse-chart__{shown} svg").is_visible()
    unfold(page, ".purse-rows")
    assert page.locator(".purse-row__line--sum").first.is_visible()
    check(page)


def test_each_amount_opens_where_it_stands(open_page, check):
    page = open_page("Peter van Dongen")
    open_her_money(page)
    page.locator(".purse-same > summary").press("Enter")
    row = page.locator("details.purse-row", has_text="Kinderbijslag")
    row.locator("summary").press("Enter")
    row.get_by_text("Hoe zeker: bevestigd").first.wait_for()
    assert "Algemene Kinderbijslagwet" in row.inner_text()
    check(page)
    row.get_by_role("link", name="Stap voor stap: 20").click()
    assert page.get_by_text("Van het bedrag terug naar wat is ingevuld").is_visible()
    check(page)


def test_each_amount_of_hers_opens_and_leads_to_where_it_comes_from(open_page, check):
    """Her pages have no script that fetches: the row opens, and a link leads to the rest."""
    page = open_page("Wendy Verbeek", PHONE)
    open_money(page)
    unfold(page, ".purse-rows")
    page.locator(".purse-same > summary").press("Enter")
    row = page.locator("details.purse-row", has_text="Kinderbijslag")
    row.locator("summary").press("Enter")
    check(page)
    row.get_by_role("link", name="Waar dit bedrag vandaan komt").click()
    expect(page.get_by_text("Hoe zeker: bevestigd").first).to_be_visible()
    assert "Algemene Kinderbijslagwet" in page.locator("#regel").inner_text()
    check(page)
    page.get_by_role("link", name="Stap voor stap: 20").click()
    assert page.get_by_text("Van het bedrag terug naar wat is ingevuld").is_visible()
    check(page)


def test_her_hours_by_keyboard_change_the_sentence_and_the_line(open_page, keyboard):
    page = open_page("Wendy Verbeek", PHONE)
    open_money(page)
    before = page.locator(".purse-chart__narrow polyline").get_attribute("points")
    keyboard(page, "Of dit aantal uren")
    page.keyboard.press("Control+A")
    page.keyboard.type("32")
    keyboard(page, "Uurloon")
    page.keyboard.press("Control+A")
    page.keyboard.type("15,2")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Met 32" in sentence(page)
    assert "uren_2=32" in page.url
    assert page.get_by_role("textbox", name="Uurloon").input_value() == "15,2"
    assert page.locator(".purse-chart__narrow polyline").get_attribute("points") != before


def test_hours_by_keyboard_change_the_sentence_and_the_line(open_page, keyboard):
    page = open_page("Peter van Dongen")
    open_her_money(page)
    before = page.locator(".purse-chart__wide polyline").get_attribute("points")
    keyboard(page, "Of dit aantal uren")
    page.keyboard.press("Control+A")
    page.keyboard.type("32")
    page.keyboard.press("Tab")
    page.locator("#geld-kop", has_text="Met 32").wait_for()
    page.locator(".purse-rows__heads", has_text="32").wait_for()
    assert "uren_2=32" in page.url
    slider = page.get_by_role("slider", name="Uurloon")
    slider.focus()
    page.keyboard.press("ArrowRight")
    until(page, OTHER_LINE, before)
    assert page.get_by_role("textbox", name="Uurloon").input_value() == "15,2"


def test_what_is_not_right_reaches_peter_and_he_answers(open_page, check):
    page = open_page("Wendy Verbeek", PHONE)
    open_money(page)
    unfold(page, ".purse-rows")
    page.locator(".purse-same > summary").click()
    row = page.locator("details.purse-row", has_text="Kindgebonden budget")
    row.locator("summary").click()
    row.get_by_role("link", name="Klopt niet?").click()
    check(page)
    page.get_by_label("Wat klopt er niet?").fill("Lotte staat nu bij haar vader ingeschreven.")
    page.get_by_role("button", name="Opslaan").click()
    peter = open_page("Peter van Dongen")
    peter.get_by_role("link", name="Wendy Verbeek").first.click()
    peter.get_by_role("link", name="Geld", exact=True).first.click()
    assert peter.get_by_text("Lotte staat nu bij haar vader ingeschreven.").is_visible()
    check(peter)


def test_a_sum_is_kept(open_page, check):
    page = open_page("Wendy Verbeek")
    open_money(page)
    unfold(page, ".purse-rows")
    page.get_by_role("link", name="Som met 20").first.click()
    page.get_by_label("Hoe noemen we deze som?").fill("Twintig uur, achter elkaar")
    check(page)
    page.get_by_role("button", name="Opslaan").click()
    unfold(page, "a:has-text('Twintig uur, achter elkaar')")
    page.get_by_role("link", name="Twintig uur, achter elkaar").click()
    assert page.get_by_text("van de regels, bewaard door Wendy Verbeek").is_visible()
    check(page)
    page.get_by_role("button", name="In het plan zetten").click()
    page.get_by_text("De som staat in het plan.").wait_for()
    sums = page.locator("#sommen")
    unfold(page, "#sommen")
    expect(sums.get_by_role("heading", name="Twintig uur, achter elkaar")).to_be_visible()
    assert "20 uur per week voor € 15,10 per uur" in sums.inner_text().replace("\u00a0", " ")
    check(page)
    sums.get_by_role("link", name="Uit het plan halen").last.click()
    page.get_by_role("button", name="Weghalen").click()
    unfold(page, "#sommen")
    assert page.get_by_role("heading", name="26 uur bij Helder").is_visible()
    assert not page.get_by_role("heading", name="Twintig uur, achter elkaar").count()


@WIDTHS
def test_denise_sees_the_hours_for_three_diplomas(open_page, check, size):
    page = open_page("Denise de Rooij", size)
    open_money(page)
    page.get_by_role("link", name="Hoeveel uren zijn genoeg?").click()
    unfold(page, ".purse-hours")
    rows = page.locator(".purse-hours tbody tr")
    assert rows.count() == 3
    hours = [
        float(re.search(r"([\d,]+)\s*uur", row.locator("td").nth(1).inner_text())[1].replace(",", "."))
        for row in rows.all()
    ]
    assert hours == sorted(hours, reverse=True) and hours[0] - hours[2] >= 4
    assert "Associate degree" in rows.nth(1).inner_text()
    unfold(page, ".purse-pairs")
    assert page.get_by_text("De grens van het CBS").first.is_visible()
    assert page.get_by_text("Te besteden met alleen bijstand").first.is_visible()
    check(page)


@WIDTHS
def test_the_questions_are_short_and_may_stay_open(open_page, check, size):
    page = open_page("Wendy Verbeek", size)
    open_money(page)
    page.get_by_role("link", name="Wat we weten").click()
    check(page)
    page.get_by_role("link", name="Wonen: invullen of aanpassen").click()
    check(page)
    page.get_by_label("Kale huur per maand", exact=True).fill("zevenhonderd")
    page.get_by_role("button", name="Opslaan").click()
    assert page.get_by_text("is geen getal").first.is_visible()
    check(page)


def test_anybody_calculates_on_a_phone_and_nothing_stays_behind(open_page, check):
    page = open_page("", PHONE)
    page.goto("/rekenen")
    check(page)
    for label, value in {
        "Leeftijd": "45",
        "Kale huur per maand": "689",
        "Servicekosten per maand": "0",
    }.items():
        page.get_by_label(label, exact=True).first.fill(value)
    page.get_by_role("group", name="Samen met een partner?").get_by_label("Nee").check()
    page.get_by_label("Andere volwassenen op dit adres", exact=True).fill("0")
    page.get_by_label("Uren werk per week", exact=True).fill("0")
    page.get_by_role("group", name="Bijstand?", exact=True).get_by_label("Ja").check()
    page.get_by_role("group", name="Is er een vrijlating?").get_by_label("Nee").check()
    page.get_by_label("Leeftijd in jaren", exact=True).first.fill("6")
    page.get_by_role("button", name="Reken uit").click()
    assert page.get_by_text("Om dit uit te rekenen is nog nodig").is_visible(), "one answer is still missing"
    page.get_by_label("Spaargeld en bezit op 1 januari, min schulden", exact=True).fill("0")
    page.get_by_role("button", name="Reken uit").last.click()
    page.locator("#geld-kop", has_text="per maand").wait_for()
    assert page.locator("#geld-antwoorden section").count() == 3
    check(page)
    assert {one["name"] for one in page.context.cookies()} <= {"csrftoken"}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("textbox", name="Uren per week").fill("30")
    page.keyboard.press("Tab")
    page.locator("#geld-kop", has_text="Met 30").wait_for()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("link", name="Hoeveel uren zijn genoeg?").click()
    check(page)


def test_it_all_works_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server, viewport=PHONE)
    page = context.new_page()
    page.goto(f"/rekenen?{TOLD}")
    page.get_by_label("Uren per week").fill("24")
    page.get_by_role("button", name="Reken uit").first.click()
    assert "Met 24" in page.locator("#geld-kop").inner_text()
    row = page.locator("details.purse-row", has_text="Brutoloon")
    row.locator("summary").click()
    row.get_by_role("link", name="Waar dit bedrag vandaan komt").click()
    assert page.get_by_text("Wat erin gaat").first.is_visible()
    context.close()
