"""Z4 whole, and what Z1.7, Z5.6 and Z9.7 ask of the chain, from a new and empty case; nothing of the demo people.

Peter and Aylin of the municipality, she herself on her telephone, Carla of the shelter with a log-in, and four people
with a link: Joris of the team of the district, Karin of the debt help, Lies of the school, Wim who has work.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK
from tests.journeys.filling import fill_in, on_both_screens, press, send

Open = Callable[..., Page]
Check = Callable[[Page], None]
Mailed = Callable[..., str]
SMALL = {"width": 360, "height": 740}
# What may stand in no packet, piece, calendar, letter or page of anybody else.
HIDDEN = ["Berend Voskuil", "Lindelaan 4711", "wens die alleen van haar is"]
PASSWORD = "een zin die niemand anders weet 47"


def day(days: int) -> str:
    return (dt.date.today() + dt.timedelta(days=days)).strftime("%d-%m-%Y")


HELPERS: list[dict[str, str | bool]] = [
    {"name": "Carla Maas", "purpose": "Opvang", "rhythm": "4", "place": "De opvang", "travel_minutes": "60"},
    {"name": "Joris Bakker", "purpose": "Hulp thuis", "email": "joris@wijk.example"},
    {"name": "Karin Bos", "purpose": "De schulden", "email": "karin@schuld.example", "rhythm": "4"},
    {"name": "Lies de Wit", "purpose": "School van Levi", "email": "lies@school.example"},
    {"name": "Traumatherapeut", "purpose": "Therapie van Levi", "rhythm": "4", "place": "De kliniek"},
    {"name": "Jeugdbescherming", "purpose": "Toezicht", "rhythm": "8", "place": "Het kantoor"},
    {"name": "Kindercoach", "purpose": "Rust voor Noor", "rhythm": "4", "place": "Het huis van de wijk"},
    {"name": "Wim Bakker", "purpose": "Werk op school", "email": "wim@werk.example"},
]


@pytest.fixture
def peter(open_page: Open) -> Page:
    return open_page("Peter van Dongen", DESK)


@pytest.fixture
def case(peter: Page) -> str:
    """The address of a case made a moment ago, with two children and nothing else."""
    send(peter, "/mensen/nieuw/", {"first_name": "Roos", "last_name": "Vliet"})
    found = re.match(r".*/mensen/\w+/", peter.url)
    assert found, peter.url
    send(peter, f"{found[0]}gegevens/", {"address": HIDDEN[1], "address_is_secret": True})
    for child, born in (("Levi", "03-02-2018"), ("Noor", "14-05-2021")):
        send(peter, f"{found[0]}kinderen/nieuw/", {"first_name": child, "born_on": born})
    return found[0]


def test_z4_from_an_empty_case(open_page: Open, check: Check, mailed: Mailed, peter: Page, case: str) -> None:
    her = her_log_in(open_page, peter, case)
    everybody_on_the_list(peter, her, case, check)
    ties_and_the_table(peter, her, case, check)
    debt_worker_and_school(open_page, her, peter, case, check, mailed)
    shelter_to_district(open_page, her, peter, case, check, mailed)
    work(open_page, her, peter, case, check, mailed)
    what_is_hidden(open_page, peter, her, case)


def her_log_in(open_page: Open, peter: Page, case: str) -> Page:
    """She makes a log-in of her own with the code of Peter, and says when a message may come."""
    peter.goto(f"{case}uitnodigen/")
    press(peter, "Code maken")
    code = peter.locator("main code").first.inner_text()
    her = open_page("", SMALL)
    her.goto("/uitnodiging/")
    login = f"roos{dt.datetime.now():%H%M%S}"
    values = {"code": code, "login": login, "password": PASSWORD, "again": PASSWORD}
    for name, value in values.items():
        her.locator(f'[name="{name}"]').first.fill(value)
    with her.expect_navigation():
        her.locator("main form button[type=submit]").first.press("Enter")
    her.locator('[name="login"]').fill(login)
    her.locator('[name="password"]').fill(PASSWORD)
    with her.expect_navigation():
        her.locator('[name="password"]').press("Enter")
    her.goto("/mijn/")
    assert "Roos" in her.locator("body").inner_text()
    return her


def everybody_on_the_list(peter: Page, her: Page, case: str, check: Check) -> None:
    """Z4.2: the load is in view before anybody says work; Z1.7's calm rhythm is a helper's own."""
    peter.goto(f"{case}hulp/")
    on_both_screens(peter, check)
    for helper in HELPERS:
        fields = dict(helper)
        if helper["name"] == "Carla Maas":
            peter.goto(f"{case}hulp/erbij/")
            option = peter.locator('select[name="account_id"] option', has_text="Carla Maas").first
            fields["account_id"] = option.get_attribute("value") or ""
        send(peter, f"{case}hulp/erbij/", {**fields, "is_announced": True})
    expect(peter.get_by_text("Er helpen 8 mensen.")).to_be_visible()
    expect(peter.get_by_text("Dat is veel.")).to_be_visible()
    on_both_screens(peter, check)
    her.goto("/mijn/hulp/")
    on_both_screens(her, check)
    for _helper in HELPERS:
        press(her, "^Ja")
    expect(her.get_by_text("Klopt het?")).to_have_count(0)


def ties_and_the_table(peter: Page, her: Page, case: str, check: Check) -> None:
    """Z4.1 and Z4.3: who does not talk to whom; a table with her in the chair; two helpers stop."""
    for name, more in (
        ("Wijkteam", {}),
        ("Schuldhulp", {}),
        (HIDDEN[0], {"do_not_contact": True}),
    ):
        send(peter, f"{case}kaart/erbij/", {"name": name, "ring": "micro", **more})
    peter.goto(f"{case}kaart/contact-erbij/")
    pick = {
        field: peter.locator(f'select[name="{field}"] option', has_text=who).first.get_attribute("value")
        for field, who in (("first", "Wijkteam"), ("second", "Schuldhulp"))
    }
    fields = {**pick, "state": "silent", "lost": "Zij vertelt alles twee keer."}
    send(peter, "", {key: value or "" for key, value in fields.items()})
    peter.goto(f"{case}hulp/")
    expect(peter.get_by_text("Zij vertelt alles twee keer.")).to_be_visible()
    assert HIDDEN[0] not in peter.locator("main").inner_text()
    send(peter, f"{case}hulp/tafel/", {"on": day(3), "starts_at": "9.30", "place": "De school"})
    on_both_screens(peter, check)
    her.goto(peter.url)
    on_both_screens(her, check)
    press(her, "^Dit stopt.*Jeugdbescherming")
    press(her, "^Dit stopt.*Kindercoach")
    expect(her.get_by_text("Stopt: de laatste dag is")).to_have_count(2)
    press(her, "^Wie doet wat")
    owner = her.locator("main label", has_text="Karin Bos").locator("input").first
    fill_in(her, {"what": "belt de huurbaas over de betaling", "due_on": day(10)})
    owner.check()
    send(her, "", {})
    expect(her.get_by_text("belt de huurbaas").first).to_be_visible()
    press(her, "^Verslag schrijven")
    send(
        her, "", {"minutes": "Karin belt de huurbaas. Twee gesprekken vallen weg.", "what_stops": "De coach"}
    )
    peter.goto(f"{case}hulp/")
    expect(peter.get_by_text("Tot en met ")).to_have_count(2)


def by_link(open_page: Open, mailed: Mailed, peter: Page, case: str, who: str, known: list[str]) -> Page:
    """Whoever has no log-in: Peter mails a link, the code comes to the same mailbox, the page opens."""
    peter.goto(f"{case}hulp/gedeeld/")
    press(peter, f"^Mail een link ?: ?{who}$")
    link = mailed(r"/stuk/[\w-]{16,}/", known.count("link"))
    known.append("link")
    helper = open_page("", SMALL)
    for _scanner in range(3):
        helper.goto(link)
    press(helper, "Mail mij een code")
    code = mailed(r"(?m)^(\d{8})\r?$", known.count("code"))
    known.append("code")
    fill_in(helper, {"code": code})
    press(helper, "^Open$")
    return helper


def debt_worker_and_school(
    open_page: Open, her: Page, peter: Page, case: str, check: Check, mailed: Mailed
) -> None:
    """Z4.4: the debt worker sees the money and the promise, the school the times, each until a day; she ends it."""
    her.goto(f"{case}hulp/gedeeld/")
    press(her, "^Deel iets ?: ?Karin Bos")
    promise = her.locator("main label", has_text="belt de huurbaas").locator("input").first
    promise.check()
    send(her, "", {"pieces": ["money"], "purpose": "De schulden regelen", "until": day(90)})
    press(her, "^Deel iets ?: ?Lies de Wit")
    send(her, "", {"pieces": ["timetable"], "purpose": "Afspraken op school", "until": day(30)})
    on_both_screens(her, check)
    known: list[str] = []
    karin = by_link(open_page, mailed, peter, case, "Karin Bos", known)
    expect(karin.get_by_role("heading", name="Het geld")).to_be_visible()
    expect(karin.get_by_role("heading", name="Bezet")).to_have_count(0)
    on_both_screens(karin, check)
    press(karin, "^Antwoord geven")
    on_both_screens(karin, check)
    send(karin, "", {"step": "accept"})
    press(karin, "^Antwoord geven")
    send(karin, "", {"step": "report_done"})
    expect(karin.get_by_text("U zei: dit is gedaan.")).to_be_visible()
    press(karin, "^Meer nodig")
    on_both_screens(karin, check)
    send(karin, "", {"purpose": "De brief van de deurwaarder"})
    lies = by_link(open_page, mailed, peter, case, "Lies de Wit", known)
    expect(lies.get_by_role("heading", name="Bezet")).to_be_visible()
    expect(lies.get_by_role("heading", name="Het geld")).to_have_count(0)
    her.reload()
    expect(her.get_by_text("De brief van de deurwaarder")).to_be_visible()
    press(her, "^Klopt, gedaan")
    press(her, "^Nee ?: ?Karin Bos")
    expect(her.get_by_text(re.compile("^Karin Bos, "))).to_be_visible()
    press(her, "^Stop met delen ?: ?Lies de Wit")
    lies.goto("/stuk/open/")
    expect(lies.get_by_text("Hier is niets te zien")).to_be_visible()
    check(lies)


def shelter_to_district(
    open_page: Open, her: Page, peter: Page, case: str, check: Check, mailed: Mailed
) -> None:
    """Z4.5: she reads, takes a line out, releases; who gives sees where it stands; who receives says yes."""
    peter.goto(f"{case}hulp/overdracht/")
    values = {
        name: peter.locator(f'main [name="{name}"] option', has_text=who).first.get_attribute("value") or ""
        for name, who in (("giver", "Carla Maas"), ("receiver", "Joris Bakker"))
    }
    send(peter, "", {"topic": "Hulp thuis, na de opvang", **values})
    her.goto("/mijn/hulp/")
    press(her, "Bekijk wat er meegaat")
    on_both_screens(her, check)
    her.locator("main label.vk-tick", has_text="Wim Bakker").locator("input").uncheck()
    send(her, "", {"own_words": "Bel mij in de middag."}, "^Geef vrij aan")
    carla = open_page("Carla Maas", DESK)
    carla.goto("/gedeeld/")
    expect(carla.get_by_text("U draagt over aan Joris Bakker: Hulp thuis, na de opvang")).to_be_visible()
    on_both_screens(carla, check)
    known = ["link", "code"] * 2
    joris = by_link(open_page, mailed, peter, case, "Joris Bakker", known)
    text = joris.locator("main").inner_text()
    assert "Bel mij in de middag." in text and "Wim Bakker" not in text
    on_both_screens(joris, check)
    press(joris, "^Ja, ik neem dit aan")
    send(joris, "", {"greeting": "Dag Roos, ik ben Joris. Ik bel donderdagmiddag."})
    her.goto("/mijn/hulp/")
    expect(her.get_by_text("Dag Roos, ik ben Joris.")).to_be_visible()
    on_both_screens(her, check)
    press(her, "Bekijk de overdracht")
    press(her, "Kies een dag voor het eerste gesprek")
    send(her, "", {"talk_on": day(5)})
    press(her, "Het gesprek is geweest")
    press(her, "^Moest je je verhaal|Hoe ging|^Moest")
    send(her, "", {"repeated": "no"})
    on_both_screens(her, check)


def work(open_page: Open, her: Page, peter: Page, case: str, check: Check, mailed: Mailed) -> None:
    """Z4.8: one morning at school. Her week is filled in, Wim reads the sheet and proposes other times."""
    for child in her_children(peter, case):
        peter.goto(child)
        hours = {f"school_{code}": True for code in ()}
        send(peter, "", hours)
    send(her, f"{case}week/werkgever/schrijven/", {"phone_rule": "De telefoon ligt op tafel."})
    her.goto(f"{case}hulp/gedeeld/")
    press(her, "^Deel iets ?: ?Wim Bakker")
    send(her, "", {"pieces": ["sheet"], "purpose": "Eén ochtend helpen op school", "until": day(120)})
    known = ["link", "code"] * 3
    wim = by_link(open_page, mailed, peter, case, "Wim Bakker", known)
    press(wim, "Bekijk de werktijden en antwoord")
    on_both_screens(wim, check)
    read = wim.locator("main").inner_text()
    assert not [word for word in ("Levi", "Noor", "kind", "therapie", "opvang") if word in read]
    send(wim, "", {"answer": "other", "times": "wo 9.00-12.00\nvr 18.00-21.00", "phone_rule_ok": True})
    for address in (f"{case}hulp/gedeeld/", f"{case}week/"):
        her.goto(address)
        expect(her.get_by_role("heading", name="Werktijden: antwoord van Wim Bakker")).to_be_visible()
        expect(her.get_by_text("past nog niet").first).to_be_visible()
        on_both_screens(her, check)
    her.goto("/mijn/week/")
    expect(her.get_by_role("heading", name="Antwoord van Wim Bakker")).to_be_visible()
    on_both_screens(her, check)


def her_children(peter: Page, case: str) -> list[str]:
    peter.goto(f"{case}week/")
    links = peter.locator('main a[href*="/week/kinderen/"]').evaluate_all("all => all.map(e => e.href)")
    return list(dict.fromkeys(links))


def what_is_hidden(open_page: Open, peter: Page, her: Page, case: str) -> None:
    """Z4.7: the ex, the address and what she keeps to herself are on no page of anybody else, nor on paper."""
    carla = open_page("Carla Maas", DESK)
    for page, paths in (
        (carla, ["/gedeeld/", "/agenda/afspraken.ics"]),
        (peter, [f"{case}hulp/", f"{case}hulp/gedeeld/"]),
    ):
        for path in paths:
            body = (
                page.request.get(path).text()
                if path.endswith(".ics")
                else (page.goto(path), page.content())[1]
            )
            assert not [word for word in HIDDEN if word in body], path
