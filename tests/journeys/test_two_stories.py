"""Two mothers from an empty case to every page of money: each number was worked out by hand first.

The sums stand in `docs/trials/two-stories.md`, on the law of July 2026 with what is enacted for 2027.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import DESK, PHONE

WIDTHS = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


def send(page: Page, path: str, fields: dict[str, str], ticks: tuple[tuple[str, str], ...] = ()) -> None:
    """Open a form, fill it in by the names of its fields, and save."""
    page.goto(path)
    for name, text in fields.items():
        page.locator(f'main [name="{name}"]').first.fill(text)
    for name, value in ticks:
        page.locator(f'main [name="{name}"][value="{value}"]').check()
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=re.compile("Opslaan|Toevoegen|Bewaren")).first.click()
    assert page.locator("main form .utrecht-form-field--invalid").count() == 0, page.locator(
        "main"
    ).inner_text()


def text_of(page: Page, path: str) -> str:
    page.goto(path)
    return re.sub(r"\s+", " ", page.locator("main").inner_text().replace("\u00a0", " "))


def unfolded(page: Page) -> str:
    """Everything on the page that is open, what is folded too."""
    return re.sub(r"\s+", " ", (page.locator("main").text_content() or "").replace("\u00a0", " "))


def page_picture(page: Page, path: str) -> str:
    """What is written in the drawing that this screen shows."""
    page.goto(path)
    drawn = page.locator("main svg:visible").filter(has_text="uur").first
    return (drawn.text_content() or "").replace("\u00a0", " ")


def new_case(page: Page, name: str, children: dict[str, str]) -> str:
    send(page, "/mensen/nieuw/", {"first_name": name, "last_name": "Verhaal"})
    found = re.match(r".*/mensen/\w+/", page.url)
    assert found, page.url
    for child, born in children.items():
        send(page, f"{found[0]}kinderen/nieuw/", {"first_name": child, "born_on": born})
    return found[0]


def tell(page: Page, case: str, parts: dict[str, tuple[dict[str, str], tuple[tuple[str, str], ...]]]) -> None:
    """The parts of the questions about money; no child has childcare."""
    for part, (fields, ticks) in parts.items():
        send(page, f"{case}geld/vragen/{part}/", fields, ticks)
    page.goto(f"{case}geld/vragen/kinderen/")
    names = page.locator('main [type=radio][name^="opvang_"]').evaluate_all("all => all.map(e => e.name)")
    ticks = tuple((name, "geen") for name in dict.fromkeys(names))
    send(page, f"{case}geld/vragen/kinderen/", {}, (*ticks, ("traject", "nee")))


def put_in_the_months(page: Page, case: str, hours: str, on: str) -> str:
    """The work that was looked at, from a day on, paid on the 25th; what the page of months then says."""
    page.goto(f"{case}geld/maanden/")
    offered = page.get_by_label(re.compile(rf"^{hours}.uur per week"))
    if offered.count():
        offered.first.check()
    page.get_by_label("Vanaf welke dag?").fill(on)
    page.get_by_role("textbox", name="Dag van de maand").fill("25")
    page.get_by_role("button", name="Zet dit in de maanden").click()
    page.get_by_text("Het werk staat erin.").wait_for()
    return text_of(page, f"{case}geld/maanden/")


def wendy(page: Page, size: dict[str, int]) -> str:
    """The cleaning mother: 45, children of 15 and 12, twelve hours beside bijstand."""
    case = new_case(page, f"Wendela {size['width']}", {"Tijn": "10-05-2011", "Lotte": "20-03-2014"})
    tell(
        page,
        case,
        {
            "wonen": (
                {"huur": "689", "servicekosten": "0", "medebewoners": "0", "leeftijd": "45"},
                (("partner", "nee"),),
            ),
            "werk": (
                {"uren": "12", "uurloon": "15,10", "reiskosten": "0", "ander_inkomen": "0"},
                (("bijstand", "ja"), ("vrijlating", "geen"), ("heffingskorting", "werkgever")),
            ),
            "bezit": ({"vermogen": "0", "vaste_lasten": "380", "aflossing": "110"}, ()),
            "straks": (
                {"uurloon_straks": "15,10", "uren_1": "20", "uren_2": "26", "reiskosten_straks": "0"},
                (),
            ),
        },
    )
    return case


@WIDTHS
def test_the_cleaning_mother_from_an_empty_case(open_page, check, size) -> None:
    page = open_page("Peter van Dongen", size)
    case = wendy(page, size)
    money = text_of(page, f"{case}geld/")
    check(page)
    assert (
        "Met 26 uur houdt" in money
        and "vanaf januari 2027 ongeveer € 220 per maand meer over dan nu" in money
    )
    assert "Met 20 uur ongeveer € 30 minder" in money
    for amount in ("+ € 418", "− € 149", "− € 54", "+ € 215", "− € 29"):
        assert amount in money, amount
    for row in (
        "Nu: € 848 20 uur: € 1.413 26 uur: € 1.837",
        "Nu: € 65 20 uur: − € 34 26 uur: − € 54",
        "Nu: € 571 20 uur: € 68 26 uur: € 0",
        "Nu: € 3.089 20 uur: € 3.117 26 uur: € 3.453",
        "Nu: € 1.910 20 uur: € 1.938 26 uur: € 2.274",
    ):
        assert row in money, row
    assert "De bedragen van 2027 zijn nog niet bekend" in money
    assert "Bij beslag op het loon blijft € 1.348 per maand vrij" in money
    for base, left in (("nu", "3.089"), ("20", "3.117"), ("26", "3.453")):
        life = text_of(page, f"{case}geld/als/?basis={base}")
        assert f"Te besteden is {left} euro per maand" in life, "one base on both pages"
    in_picture = page_picture(page, f"{case}geld/")
    assert all(f"€ {left}" in in_picture for left in ("3.089", "3.117", "3.453")), in_picture
    now = text_of(page, f"{case}geld/maanden/")
    check(page)
    assert "Zet voor juli 2027 € 775 apart" in now
    assert "niet meegerekend. Vraag de gemeente of zij ook hier geldt" in unfolded(page)
    for month in ("Komt € 2.733 Vaste lasten € 1.179 Voor de rest € 1.554", "Komt € 3.586", "Komt € 3.507"):
        assert month in now, month
    more = put_in_the_months(page, case, "26", "01-01-2027")
    for month in (
        "laatste bijstand 28 dec",
        "februari Komt € 3.039 Vaste lasten € 1.179 Voor de rest € 1.860",
    ):
        assert month in more, month
    assert "geen loon of bijstand" not in more, "an ordinary pay interval is no gap"


def samira(page: Page, size: dict[str, int]) -> str:
    """Children of six and two, bijstand, and twelve hours from 30 March 2027."""
    case = new_case(page, f"Samia {size['width']}", {"Noor": "12-04-2020", "Yara": "02-06-2024"})
    tell(
        page,
        case,
        {
            "wonen": (
                {"huur": "620", "servicekosten": "0", "medebewoners": "0", "leeftijd": "31"},
                (("partner", "nee"),),
            ),
            "werk": (
                {"uren": "0", "reiskosten": "0", "ander_inkomen": "0"},
                (("bijstand", "ja"), ("vrijlating", "algemeen")),
            ),
            "bezit": ({"vermogen": "0", "vaste_lasten": "350", "aflossing": "0"}, ()),
            "straks": ({"uurloon_straks": "15,10", "uren_1": "12", "reiskosten_straks": "0"}, ()),
        },
    )
    return case


@WIDTHS
def test_samira_with_twelve_hours_from_30_march(open_page, check, size) -> None:
    page = open_page("Peter van Dongen", size)
    case = samira(page, size)
    months = put_in_the_months(page, case, "12", "30-03-2027")
    check(page)
    assert "maart Komt € 2.567 Vaste lasten € 970 Voor de rest € 1.597" in months, (
        "no wage before the first day"
    )
    assert "Zonder vrijlating is de bijstand 118 euro per maand lager" in unfolded(page)
    assert "eerste loon 25 apr" in months and "Zet voor april 2027 € 58 apart" in months
    assert "augustus Komt € 2.685 Vaste lasten € 970 Voor de rest € 1.715" in months
    assert "geen loon of bijstand" not in months
    april = text_of(page, f"{case}geld/maanden/maand/2027-04/")
    check(page)
    for payment in ("25 apr Loon € 68,28", "25 apr Loon € 785,20", "28 apr Bijstand € 681,07", "€ 58,04"):
        assert payment in april, payment
    march = text_of(page, f"{case}geld/maanden/maand/2027-03/")
    assert "25 mrt Bijstand € 1.348,49" in march, "28 March is Easter and 26 March Good Friday"
    money = text_of(page, f"{case}geld/?uurloon=15,10&uren_1=12&vanaf=30-03-2027")
    check(page)
    assert "Met 12 uur" in money and "vanaf maart 2027" in money
    assert "Nu: € 1.419 12 uur: € 689" in money, "15 percent is left alone in the sum of a month too"
    assert "Meegerekend: de vrijlating van 15 procent" in money
    assert "bijstand en toeslagen + € 118" in money and "andere leeftijden" not in money
    life = text_of(page, f"{case}geld/als/?basis=12")
    assert (
        "Te besteden is 2.976 euro per maand" in life and "Te besteden Nu: € 2.859 12 uur: € 2.976" in money
    )
