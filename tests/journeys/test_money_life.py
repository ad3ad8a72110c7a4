"""Does it hold, and what later: Nadia chooses what could happen, Denise sees her paths; by keyboard, phone and desk."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.by_keyboard import Keyboard, words_of
from tests.journeys.conftest import DESK, PHONE

WIDTHS = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
NADIA, DENISE = "/mensen/Q9GWA4ZP/geld/", "/mensen/PZQ5MEYJ/geld/"


def to_money(page: Page, keys: Keyboard, part: str) -> None:
    """From her first page to a part of Geld; on a phone both stand in menus."""
    link = page.get_by_role("link", name="Geld", exact=True, include_hidden=True).first
    page.goto(link.get_attribute("href"))
    if page.url.endswith("/mijn/geld/"):
        page.goto(page.get_by_role("link", name="Wat als ik ga werken?").get_attribute("href"))
    phone = page.locator("nav[aria-label='Geld'] summary")
    if phone.is_visible():
        keys.press(phone)
    keys.link(part, exact=True)


def printed(page: Page) -> str:
    """The words of the page on paper."""
    return words_of(page.pdf(format="A4"))


def number(words: str) -> float:
    return float(re.search(r"[\d.,]+", words)[0].replace(".", "").replace(",", "."))


@WIDTHS
def test_nadia_sees_whether_it_holds(open_page, check, size):
    """Z12 steps 1 and 2."""
    page = open_page("Nadia Marques", size)
    keys = Keyboard(page)
    to_money(page, keys, "Als er iets gebeurt")
    expect(page.locator(".purse-top__sentence").first).to_have_text("Het past niet als de partner weggaat.")
    for event in ("Lang ziek, 8 weken", "De partner gaat weg", "De huur gaat omhoog"):
        expect(page.get_by_role("heading", name=event)).to_be_visible()
    expect(page.get_by_role("heading", name="Sofia gaat naar de middelbare school")).to_be_visible()
    check(page)
    keys.press(page.locator("#E05 summary"))
    expect(page.locator("#E05").get_by_text("Maanden tot het weer is zoals ervoor")).to_be_visible()
    check(page)
    expect(page.get_by_text("Met een volle week van 36 uur als maat")).to_be_visible()
    keys.pick("40 uur")
    keys.go(page.get_by_role("button", name="Reken uit"))
    expect(page.get_by_text("Met een volle week van 40 uur als maat")).to_be_visible()
    paper = printed(page)
    assert "Het past niet als de partner weggaat" in paper and "haalt de grens van het CBS" in paper
    assert "Eigen nettoloon ten opzichte" in paper, "the nine figures are on paper without opening them"
    assert "Wordt een belofte" not in paper


def test_she_chooses_something_else_by_keyboard(open_page, check):
    page = open_page("Sanne Mulder", PHONE)
    keys = Keyboard(page)
    to_money(page, keys, "Als er iets gebeurt")
    keys.link("Iets anders kiezen")
    check(page)
    keys.press(page.locator("details.vk-disclosure:has(#E14) > summary"))
    keys.reach(page.get_by_label("De huur gaat omhoog", exact=True))
    page.keyboard.press("Space")
    keys.press(page.locator("#E14 summary"))
    keys.write("Hoeveel euro per maand erbij?", "veel")
    keys.button("Opslaan en kijken")
    expect(page.get_by_text("is geen getal").first).to_be_visible()
    check(page)
    keys.write("Hoeveel euro per maand erbij?", "45")
    keys.button("Opslaan en kijken")
    expect(page.get_by_role("heading", name="De huur gaat omhoog")).to_be_visible()
    expect(page.get_by_role("heading", name="Minder uren werk")).to_be_visible()


def test_peter_makes_a_promise_of_what_helps_with_one_click(open_page, check):
    page = open_page("Peter van Dongen")
    page.goto(f"{NADIA}als/")
    check(page)
    event = page.locator("#E14")
    event.get_by_role("button", name="Wordt een belofte van: gemeente").click()
    expect(page.get_by_text("De belofte staat erin")).to_be_visible()
    expect(page.get_by_text("Woonkostentoeslag of bezwaar tegen de verhoging bekijken").first).to_be_visible()
    page.goto(f"{NADIA}als/")
    expect(event.get_by_role("link", name="Dit is nu een belofte in het plan")).to_be_visible()
    check(page)


@WIDTHS
def test_denise_sees_what_each_diploma_leads_to(open_page, check, size):
    """Z2 steps 3 and 4."""
    page = open_page("Denise de Rooij", size)
    keys = Keyboard(page)
    to_money(page, keys, "Later")
    crossing = page.locator(".purse-top__sentence").first
    expect(crossing).to_contain_text("kruisen de lijnen: vanaf dan laat “Associate degree” meer over")
    needed = page.locator("table:not(.later-table) tbody tr")
    hours = [
        number(row.locator("td").nth(1).inner_text().removeprefix("Nodig per week: ")) for row in needed.all()
    ]
    assert len(hours) == 3 and hours == sorted(hours, reverse=True) and hours[0] - hours[2] >= 4
    expect(page.get_by_text("De aflossing van € 75 per maand loopt tot en met")).to_be_visible()
    shown = "wide" if size is DESK else "narrow"
    picture = page.locator(f".purse-chart__{shown} svg")
    expect(picture).to_be_visible()
    assert picture.locator("polyline").count() == 3 and picture.locator("polygon").count() == 3
    expect(page.locator(".later-table tbody tr")).to_have_count(8)
    check(page)
    paper = printed(page)
    assert "Associate degree" in paper and "versie" in paper and "Jaar voor jaar" in paper


def test_roos_lays_more_hours_beside_it(open_page, check):
    page = open_page("Roos Willemsen", PHONE)
    keys = Keyboard(page)
    to_money(page, keys, "Later")
    keys.link("Paden aanpassen")
    check(page)
    for label, typed in (("Hoe noemen we dit pad?", "Meer uren, straks"), ("Uren werk per week", "32")):
        keys.reach(page.get_by_label(label, exact=True).first)
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(typed)
    keys.button("Opslaan en kijken")
    expect(page.get_by_role("rowheader", name="Meer uren, straks")).to_be_visible()
    check(page)


@WIDTHS
def test_her_choice_is_one_picture_for_her_phone(open_page, check, size):
    page = open_page("Denise de Rooij", size)
    keys = Keyboard(page)
    to_money(page, keys, "Keuze")
    picture = page.locator(".choice-picture svg")
    expect(picture).to_be_visible()
    expect(picture).to_contain_text("waar ik mijn hoofd")
    check(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Plaatje opslaan").press("Enter")
    assert saved.value.suggested_filename == "mijn-keuze.svg"
    said = " ".join(ET.fromstring(Path(saved.value.path()).read_bytes()).itertext())
    assert "Denise" in said and "Rooij" not in said and "regels versie" in said
    keys.link("Aanpassen")
    check(page)
    assert "Denise" in printed(open_choice(page))


def open_choice(page: Page) -> Page:
    page.goto(f"{DENISE}keuze/")
    return page


def test_all_of_it_works_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server, viewport=PHONE)
    page = context.new_page()
    page.goto("/demo")
    page.get_by_role("button", name="Kies Wendy Verbeek").click()
    link = page.get_by_role("link", name="Geld", exact=True, include_hidden=True).first.get_attribute("href")
    page.goto(link)
    link = page.get_by_role("link", name="Wat als ik ga werken?").get_attribute("href")
    page.goto(f"{link}als/kiezen/")
    page.locator("details.vk-disclosure:has(#E04) > summary").click()
    page.get_by_label("Een kind is vaak ziek", exact=True).check()
    page.get_by_role("button", name="Opslaan en kijken").click()
    expect(page.get_by_role("heading", name="Een kind is vaak ziek")).to_be_visible()
    page.goto(f"{link}later/")
    page.get_by_role("link", name="Een pad toevoegen").click()
    page.get_by_label("Hoe noemen we dit pad?").first.fill("Bij Helder blijven")
    page.get_by_label("Uren werk per week", exact=True).first.fill("26")
    page.get_by_label("Uurloon, bruto", exact=True).first.fill("15,10")
    page.get_by_role("button", name="Opslaan en kijken").click()
    expect(page.get_by_role("heading", name="De jaren in beeld")).to_be_visible()
    page.goto(f"{link}keuze/kiezen/")
    page.get_by_label("Bij Helder blijven").check()
    page.get_by_label("In eigen woorden").fill("Hier ken ik de mensen.")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".choice-picture svg")).to_contain_text("Hier ken ik de mensen")
    context.close()
