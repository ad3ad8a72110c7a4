"""The first talk of the cleaning mother from nothing, and a talk when she comes back: what it costs at the table."""

from __future__ import annotations

import datetime as dt
import re
import sys

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import DESK
from tests.journeys.counting import Counted

SAID = [
    "Mijn rooster hoor ik pas op vrijdag.",
    "Vorige keer hebben ze loonbeslag gelegd.",
    "Ik wil wel meer uren, maar niet weer slecht slapen van geld.",
    "’s Avonds zit Amy drie keer alleen.",
    "Mijn zus Marva woont om de hoek, zij kookt soms.",
    "De schuldhulp bel ik nooit zelf.",
]
MONEY = {
    "huur": "689",
    "medebewoners": "0",
    "uren": "12",
    "uurloon": "15,10",
    "vermogen": "0",
    "vaste_lasten": "380",
    "aflossing": "110",
    "uren_1": "20",
    "uren_2": "26",
}
PROMISED = [
    ("de gemeente", "Zoekt uit wat er bij 26 uur stopt"),
    ("Peter", "Vraagt de werkgever om ochtenden"),
    ("jij", "Neemt de laatste drie loonstroken mee"),
]


def quote(page: Page, words: str) -> Locator:
    return page.locator(".guide-quote", has_text=words)


def day(ahead: int) -> str:
    return (dt.date.today() + dt.timedelta(days=ahead)).strftime("%d-%m-%Y")


def open_case(hand: Counted) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name="Dossier openen").first)
    for label, text in (("Voornaam", "Joyce"), ("Achternaam", "Tiendalli"), ("Geboortedatum", "03-02-1981")):
        hand.type(page.get_by_label(label), text)
    hand.enter()
    rows = page.locator(".people-rows input")
    for place, text in enumerate(("Tyrell", "14-07-2011", "Amy", "20-03-2014")):
        hand.type(rows.nth(place), text)
    hand.enter()
    hand.press(page.get_by_role("button", name="Gesprek beginnen"))


def say_and_place(hand: Counted) -> None:
    """Six sentences of hers, six people on the map, a wish and a promise."""
    page = hand.page
    for words in SAID:
        hand.say(words)
    for words in ("zus Marva", "schuldhulp"):
        hand.press(quote(page, words).locator("button[name=name]").first)
    for _ in ("Tyrell", "Amy"):
        hand.press(page.locator(".guide-chips button").first)
    for name in ("School van Amy", "Schoonmaakbedrijf"):
        hand.type(page.locator("#tafel input[name=name]"), name)
        hand.enter()
    hand.press(quote(page, "meer uren").get_by_role("link", name="In het plan"))
    hand.press(page.get_by_role("button", name="Dit is een wens"))
    debt = quote(page, "schuldhulp")
    hand.press(debt.get_by_role("link", name="In het plan"))
    hand.press(debt.get_by_label("Peter", exact=True))
    hand.type(debt.get_by_label("Wat wordt er gedaan?"), "Belt de schuldhulp over het nieuwe loon")
    hand.enter()


def look_at_money(hand: Counted) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name="Geld", exact=True))
    hand.press(page.get_by_role("link", name="Beginnen"))
    for name, text in MONEY.items():
        hand.type(page.locator(f"input[name={name}]"), text)
    for name, answer in (("partner", "nee"), ("bijstand", "ja"), ("vrijlating", "geen")):
        hand.press(page.locator(f"input[name={name}][value={answer}]"))
    page.locator("input[name=uren_2]").focus()
    hand.enter()
    expect(page.get_by_role("heading", name=re.compile("Wat blijft er over, bij 26"))).to_be_visible()


def look_at_the_week(hand: Counted) -> None:
    """Cleaning before and after office hours, three days: two blocks a day."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Week", exact=True).first)
    hand.press(page.get_by_role("link", name="Past dit werk?").first)
    hand.press(page.get_by_role("link", name="Werk of les invullen").first)
    hand.type(page.locator("input[name=name]"), "Schoonmaak, 12 uur")
    for weekday in range(3):
        hand.press(page.locator("input[type=checkbox][name=days_1]").nth(weekday))
    hand.type(page.locator("input[name=times_1]"), "6:30-8:30 en 17:00-19:00")
    hand.type(page.locator("input[name=home]"), "15")
    hand.enter()


def promise_the_rest(hand: Counted) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name="Terug naar het gesprek"))
    for owner, what in PROMISED:
        hand.press(page.locator("#tafel summary"))
        hand.press(page.locator("#tafel").get_by_label(owner, exact=True))
        hand.type(page.locator("#tafel").get_by_label("Wat wordt er gedaan?"), what)
        hand.enter()


def wrap_up(hand: Counted, promises: int) -> None:
    """Each promise its own answer; the next talk; the letter."""
    page = hand.page
    hand.press(page.get_by_role("button", name="Afronden"))
    expect(page.locator(".guide-asked > li")).to_have_count(promises)
    for place in range(promises):
        hand.press(page.locator(".guide-asked > li").nth(place).get_by_role("button", name="Ja", exact=True))
    expect(page.locator(".guide-asked [aria-pressed=true]")).to_have_count(promises)
    hand.type(page.locator("input[name=next_on]"), day(14))
    hand.type(page.locator("input[name=next_at]"), "10.15")
    with page.expect_request("**/plan/brief.pdf"):
        hand.press(page.get_by_role("button", name="Ondertekenen, en de brief"))


def test_the_first_talk_of_the_cleaning_mother(open_page, capsys) -> None:
    page = open_page("Peter van Dongen", DESK)
    page.goto("/mensen/")
    hand = Counted(page)
    open_case(hand)
    say_and_place(hand)
    case = page.url.split("/gesprekken")[0]
    look_at_money(hand)
    look_at_the_week(hand)
    promise_the_rest(hand)
    wrap_up(hand, promises=4)
    with capsys.disabled():
        sys.stdout.write(f"\nfirst talk: {hand} (at most 60, 25, 45)")
    assert hand.presses <= 60 and hand.loads <= 25 and hand.fields <= 45, str(hand)
    page.goto(f"{case}/kaart/")
    for name in ("Tyrell", "Amy", "Zus Marva", "Schuldhulp", "School van Amy", "Schoonmaakbedrijf"):
        expect(page.locator(".map-lines").get_by_role("link", name=name, exact=True)).to_be_visible()


def test_a_talk_when_she_comes_back(open_page, capsys) -> None:
    page = open_page("Peter van Dongen", DESK)
    page.goto("/mensen/")
    hand = Counted(page)
    hand.press(page.get_by_role("link", name="Denise de Rooij").first)
    hand.press(page.get_by_role("button", name="Gesprek beginnen"))
    hand.say("Het hbo blijft mijn doel.")
    hand.say("Na de zomer wil ik beginnen.")
    hand.press(page.locator("#tafel summary"))
    hand.press(page.locator("#tafel").get_by_label("Peter", exact=True))
    hand.type(page.locator("#tafel").get_by_label("Wat wordt er gedaan?"), "Vraagt de opleiding om een datum")
    hand.enter()
    wrap_up(hand, promises=1)
    with capsys.disabled():
        sys.stdout.write(f"\nreturning talk: {hand} (at most 25)")
    assert hand.presses <= 25, str(hand)
