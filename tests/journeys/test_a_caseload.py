"""A klantmanager with 129 people more: find, sort, see who waits for us, hand five over; each in a few presses."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK
from tests.journeys.counting import Counted

MANY = 129
FIRST = (
    "Anna",
    "Fatma",
    "Joyce",
    "Nadia",
    "Ivana",
    "Wanda",
    "Rosa",
    "Elif",
    "Sanne",
    "Mirjam",
    "Tess",
    "Hava",
    "Lotte",
)
LAST = (
    "Aalbers",
    "de Boer",
    "Yılmaz",
    "van den Berg",
    "Haddad",
    "Bos",
    "Öztürk",
    "Kramer",
    "IJzerman",
    "’t Hart",
)


def caseload() -> bytes:
    """Invented people, some with the same name, in a file as an office sends it."""
    rows = [
        f"{FIRST[n % 13]};{LAST[n % 10]};{n % 28 + 1:02}-{n % 12 + 1:02}-{1970 + n % 31};06 1000 {n:04};"
        for n in range(MANY)
    ]
    return "\r\n".join(["voornaam;achternaam;geboortedatum;telefoon;adres", *rows]).encode()


@pytest.fixture(scope="module")
def page(chromium, server) -> Iterator[Page]:
    """Peter, after he read in his list."""
    context = chromium.new_context(viewport=DESK, locale="nl-NL", base_url=server)
    page = context.new_page()
    page.goto("/demo")
    with page.expect_navigation():
        page.get_by_role("button", name="Kies Peter van Dongen").press("Enter")
    page.goto("/mensen/inlezen/")
    file = {"name": "lijst.csv", "mimeType": "text/csv", "buffer": caseload()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Bestand bekijken").click()
    page.get_by_role("button", name=re.compile("opslaan")).click()
    expect(page.locator("main .vk-table tbody tr")).to_have_count(40)
    yield page
    context.close()


def count(capsys, deed: str, hand: Counted, most: int) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{deed}: {hand} (at most {most})")
    assert hand.presses <= most, str(hand)


def test_somebody_is_found_by_the_number_of_the_file(page, capsys) -> None:
    page.goto("/mensen/?bladzijde=3")
    name = page.locator("main tbody th a").nth(7)
    number = (name.get_attribute("href") or "").strip("/").split("/")[-1]
    page.goto("/vandaag/")
    hand = Counted(page)
    search = page.get_by_role("searchbox")
    hand.press(search)
    hand.type(search, number.lower())
    hand.enter()
    expect(page.locator("main tbody tr")).to_have_count(1)
    hand.press(page.locator("main tbody th a"))
    expect(page).to_have_url(re.compile(number))
    count(capsys, "found by dossier number", hand, 4)


def test_the_list_is_sorted_by_the_last_contact(page, capsys) -> None:
    page.goto("/vandaag/")
    hand = Counted(page)
    hand.press(page.get_by_role("link", name="Mijn mensen").first)
    hand.press(page.get_by_role("navigation", name="Sorteer").get_by_role("link", name="laatste contact"))
    expect(page.locator("[aria-label=Sorteer] [aria-current=true]")).to_have_text("laatste contact")
    assert page.locator("main tbody tr").count() == 40
    count(capsys, "sorted by last contact", hand, 4)


def test_who_waits_for_us_is_seen(page, capsys) -> None:
    page.goto("/vandaag/")
    hand = Counted(page)
    hand.press(page.get_by_role("link", name="Mijn mensen").first)
    late = page.get_by_role("navigation", name="Laat zien").get_by_role("link", name=re.compile("te laat"))
    number = int(re.search(r"\d+", late.inner_text())[0])
    hand.press(late)
    expect(page.locator("main tbody tr")).to_have_count(number)
    count(capsys, "who waits for us", hand, 4)


def test_five_people_go_to_a_colleague(page, open_page, capsys) -> None:
    lead = open_page("Marleen Smits", DESK)
    hand = Counted(lead)
    hand.press(lead.get_by_role("link", name="Het team").first)
    hand.press(lead.get_by_role("link", name="Peter van Dongen"))
    before = lead.locator("main tbody tr").count()
    for place in (3, 20, 55, 80, 110):
        hand.press(lead.locator("main tbody tr label").nth(place))
    hand.press(lead.get_by_role("radio", name="Aylin Demir"))
    hand.press(lead.get_by_role("button", name="Doorgeven"))
    expect(lead.locator("main tbody tr")).to_have_count(before - 5)
    count(capsys, "five handed over", hand, 9)
