"""From an empty municipality to an offer in a plan, from a new case: the map, childcare, a group, and two parents."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK

NARROW = {"width": 360, "height": 780}


def send(page: Page, path: str, fields: dict[str, str]) -> None:
    """Open a form, fill it in by the names of its fields, and save."""
    page.goto(path)
    for name, text in fields.items():
        page.locator(f'main [name="{name}"]').fill(text)
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=re.compile("Opslaan|Toevoegen")).first.click()


def open_case(page: Page, first: str) -> str:
    """A new, empty case; gives the beginning of its addresses."""
    send(page, "/mensen/nieuw/", {"first_name": first, "last_name": "Proef"})
    address = re.search(r"/mensen/(?!nieuw)\w{8}/", page.url)
    assert address, page.url
    return address[0]


@pytest.mark.parametrize("size", [DESK, NARROW], ids=["desk", "phone"])
def test_two_clicks_from_a_new_map_to_what_fits_and_into_the_plan(open_page, check, size) -> None:
    page = open_page("Peter van Dongen", size)
    case = open_case(page, "Ivana" if size is DESK else "Joyce")
    page.goto(f"{case}aanbod/")
    check(page)
    page.goto(f"{case}kaart/exo/erbij/")
    page.get_by_label("Wat is het, in eigen woorden?").fill("De opvang gaat te laat open.")
    page.locator("[name='effect'][value='hinders']").check()
    page.get_by_role("button", name="Opslaan").press("Enter")
    page.goto(f"{case}kaart/")
    page.get_by_role("link", name="De opvang gaat te laat open.").last.press("Enter")
    page.get_by_role("link", name="Aanbod dat hierbij past").press("Enter")
    expect(page.get_by_text("Gezocht op: Opvang van kinderen")).to_be_visible()
    for fact in ("Bron", "Kosten", "Waar", "Wanneer", "Opvang erbij"):
        expect(page.locator("dt", has_text=fact).first).to_be_visible()
    check(page)
    page.get_by_role("button", name=re.compile("^Zet in het plan ?: ?Opvang tijdens de les$")).press("Enter")
    expect(page.get_by_text("Dit staat in het plan als belofte")).to_be_visible()
    page.goto(f"{case}plan/")
    expect(page.get_by_text("opvang op de uren van de les").first).to_be_visible()
    check(page)


def test_a_centre_goes_into_week_and_money_without_typing(open_page, check) -> None:
    page = open_page("Peter van Dongen", DESK)
    case = open_case(page, "Noor")
    page.goto(f"{case}opvang/")
    expect(page.get_by_text("Er staan nog geen kinderen in het dossier")).to_be_visible()
    send(page, f"{case}kinderen/nieuw/", {"first_name": "Bo", "born_on": "01-03-2024"})
    page.goto(f"{case}opvang/")
    check(page)
    button = re.compile("^In de week en het geld zetten ?: ?Kinderdagverblijf Kiekeboe$")
    page.get_by_role("button", name=button).press("Enter")
    expect(page.get_by_text("staat nu in de week en in het geld")).to_be_visible()
    expect(page.get_by_text("Kinderdagverblijf Kiekeboe").first).to_be_visible()
    page.goto(f"{case}feiten/")
    expect(page.get_by_text("10,80").first).to_be_visible()
    page.goto(f"{case}opvang/")
    expect(page.get_by_text("staat in de week", exact=True)).to_be_visible()


def test_a_centre_that_opens_earlier_gives_hours_and_comes_instead_of_another(open_page, check) -> None:
    page = open_page("Peter van Dongen", NARROW)
    case = open_case(page, "Ayla")
    send(page, f"{case}kinderen/nieuw/", {"first_name": "Bo", "born_on": "01-03-2024"})
    page.goto(f"{case}week/opvang/nieuw/dagopvang/")
    page.locator("main [name=children]").first.check()
    page.locator("main [name=at]").select_option("own")
    late = {"name": "Laat", "open": "9:30", "close": "17:00", "latest_drop": "10:00", "days_school": "3"}
    for name, text in {**late, "days_holiday": "0"}.items():
        page.locator(f"main [name={name}]").fill(text)
    page.get_by_role("button", name="Opslaan").press("Enter")
    page.wait_for_url(re.compile("/week/$"))
    page.goto(f"{case}opvang/")
    expect(page.get_by_text("Deze opent om 7.00 uur: dan passen er")).to_be_visible()
    check(page)
    page.get_by_role("button", name=re.compile("^In plaats van Laat ?: ?Kinderdagverblijf De Zon")).press(
        "Enter"
    )
    check(page)
    page.get_by_role("button", name="Ja, zet deze in de week").press("Enter")
    expect(page.get_by_text("Kinderdagverblijf De Zon staat nu in de week")).to_be_visible()


def test_a_mother_meets_two_mothers(open_page, check) -> None:
    """Z3 step 6; her husband is there too and finds nobody of this house."""
    fatma = open_page("Fatma", NARROW)
    fatma.goto("/mijn/meer/")
    fatma.get_by_role("link", name=re.compile("^Een andere moeder of vader spreken")).press("Enter")
    check(fatma)
    for words in ("Ik was jaren penningmeester", "Ik begon met acht uur werk"):
        fatma.get_by_role("link", name=re.compile(f"^Vraag het ?: ?{words}")).press("Enter")
        fatma.get_by_label("Hoe wil je genoemd worden?").fill("F.")
        fatma.get_by_label("Wat wil je vragen of vertellen?").fill("Hoe begon jij?")
        check(fatma)
        fatma.get_by_role("button", name="Opslaan").press("Enter")
        expect(fatma.get_by_text("Je vraag is binnen.")).to_be_visible()
    for person, name in (("Denise", "Dee"), ("Wendy", "Wen")):
        other = open_page(person, NARROW)
        other.goto("/mijn/samen/")
        expect(other.get_by_text("Hoe begon jij?")).to_be_visible()
        check(other)
        other.get_by_role("button", name=re.compile("^Ja, dat is goed")).press("Enter")
        expect(other.get_by_role("heading", name="Jij en F.")).to_be_visible()
        fatma.goto("/mijn/samen/")
        expect(fatma.get_by_role("heading", name=f"Jij en {name}")).to_be_visible()
    fatma.get_by_label("Je bericht aan Dee").fill("Zullen we koffie drinken?")
    fatma.get_by_role("button", name="Versturen").first.press("Enter")
    expect(fatma.get_by_text("Zullen we koffie drinken?")).to_be_visible()
    check(fatma)
    assert fatma.title() == "Mijn overzicht"
    hamid = open_page("Hamid", NARROW)
    hamid.goto("/mijn/samen/")
    expect(hamid.get_by_text("Zullen we koffie drinken?")).to_have_count(0)
    fatma.get_by_role("button", name=re.compile("^Stop dit contact.*Dee$")).press("Enter")
    expect(fatma.get_by_text("Gestopt. Wat jullie schreven is weg.")).to_be_visible()
    denise = open_page("Denise", NARROW)
    denise.goto("/mijn/samen/")
    expect(denise.get_by_text("Zullen we koffie drinken?")).to_have_count(0)


def test_she_takes_part_in_a_group_and_leaves(open_page, check) -> None:
    page = open_page("Samira", NARROW)
    page.goto("/mijn/meer/")
    page.get_by_role("link", name=re.compile("^Groepen")).press("Enter")
    check(page)
    page.get_by_label(re.compile("Stuur mij de dag ervoor een bericht.*Moeders ontmoeten")).check()
    page.get_by_role("button", name=re.compile("^Ik doe mee ?: ?Moeders ontmoeten moeders$")).press("Enter")
    expect(page.get_by_text("Je doet mee.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Niet meer meedoen ?: ?Moeders ontmoeten")).press("Enter")
    expect(page.get_by_text("Weer meedoen kan altijd")).to_be_visible()


def test_the_catalogue_and_what_it_says_of_itself(open_page, check) -> None:
    femke = open_page("Femke Jansen", DESK)
    femke.goto("/aanbod/")
    expect(femke.get_by_text("alleen iets van de moeder zelf")).to_be_visible()
    check(femke)
    femke.get_by_role("link", name="Bestand inlezen", exact=True).press("Enter")
    rows = "naam;organisatie;wat;gericht op;onderwerp;bron\r\n"
    rows += "Nieuw;Welzijn;Iets;micro;samen;kaart\r\nFout;A;B;iedereen;werk;c\r\n"
    femke.get_by_label("Het bestand").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    femke.get_by_role("button", name="Bestand bekijken").press("Enter")
    expect(femke.get_by_text("1 rij kan niet mee")).to_be_visible()
    check(femke)
    femke.get_by_role("button", name="1 nieuwe rij opslaan").press("Enter")
    expect(femke.get_by_role("link", name="Nieuw", exact=True)).to_be_visible()
    ilse = open_page("Ilse Brouwer", NARROW)
    ilse.goto("/zelfscan/")
    expect(ilse.get_by_text("Van de 13 keer aanbod vraagt 5 alleen iets van de moeder zelf.")).to_be_visible()
    check(ilse)
