"""Money month by month in a real browser: the cleaning mother from 12 to 26 hours, by keyboard, on a phone and a desk.

Wendy has 12 hours and bijstand; 26 hours begin on the first of a month, with the wage on the 24th and rent on the 1st.
"""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys.by_keyboard import Keyboard
from tests.journeys.conftest import DESK, PHONE

WENDY = "/mensen/6RFM8XEH/geld/"
WIDTHS = pytest.mark.parametrize(("size", "months"), [(PHONE, 3), (DESK, 4)], ids=["phone", "desk"])
PROMISE = "Wordt een belofte van: gemeente"
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905


def first_in(months: int) -> dt.date:
    """The first of a month so many months from now."""
    today = dt.date.today()
    years, month = divmod(today.month - 1 + months, 12)
    return dt.date(today.year + years, month + 1, 1)


def words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def text_of(place) -> str:
    return re.sub(r"\s+", " ", place.inner_text().replace("\u00a0", " "))


def begin_anew(page, keys: Keyboard) -> None:
    """What the demo or an earlier journey put in the months goes."""
    page.goto(f"{WENDY}maanden/")
    while page.locator(".purse-event").count():
        keys.go(page.locator(".purse-event a").first)
        keys.button("Deze verandering weghalen")
    expect(page.get_by_text("als alles blijft zoals het nu is")).to_be_visible()


def take_over(page, keys: Keyboard, on: dt.date) -> None:
    keys.pick("26 uur bij Helder: 26\u00a0uur per week voor €\u00a015,10 per uur")
    keys.write("Vanaf welke dag?", f"{on:%d-%m-%Y}")
    assert page.get_by_role("textbox", name="Dag van de maand").input_value() == "24", (
        "asked once, told before"
    )
    keys.button("Zet dit in de maanden")


def euros(text: str) -> int:
    return int(text.replace(".", ""))


@WIDTHS
def test_from_12_to_26_hours_month_by_month_and_a_promise(open_page, check, size, months):
    page, on = open_page("Peter van Dongen", size), first_in(months)
    keys = Keyboard(page)
    begin_anew(page, keys)
    check(page)
    take_over(page, keys, on)

    top = text_of(page.locator(".purse-top"))
    assert "Voor boodschappen en de rest blijft" in top and "Krapst:" in top
    assert "geen loon of bijstand" not in top, "an ordinary pay interval is no gap"
    rows = page.locator(".months-page > .months > .months__month")
    assert rows.count() in (12, 13)
    for row in rows.all():
        come, fixed, rest = (euros(x) for x in re.findall(r"€ ([\d.]+)", text_of(row))[:3])
        back = re.search(r"€ ([\d.]+) kan worden teruggevraagd", text_of(row))
        assert abs(come - fixed - rest - (euros(back[1]) if back else 0)) <= 2
    assert rows.last.locator(".months__bar svg").is_visible()
    check(page)

    first = page.locator(".purse-arrange__one").first
    keys.go(first.get_by_role("button", name=PROMISE))
    assert "beloften/nieuw" not in page.url, "nothing was missing: one press"
    page.goto(f"{WENDY}maanden/")
    made = page.locator(".purse-arrange__one").first.get_by_role(
        "link", name="Dit is nu een belofte in het plan"
    )
    check(page)
    keys.go(made)
    expect(page.locator(f"#{page.url.split('#')[1]}")).to_contain_text("laten weten")


def test_a_month_opens_to_a_payment_and_its_reason(open_page, check, keyboard):
    page = open_page("Wendy Verbeek", PHONE)
    page.goto(f"{WENDY}maanden/")
    month = page.locator(".months__month").nth(1)
    month.locator("summary").first.press("Enter")
    month.get_by_role("link", name="Alle betalingen van").click()
    rent = page.locator(".purse-payment", has_text="Huurtoeslag").first
    rent.locator("summary").press("Enter")
    expect(rent.get_by_text("Vooruit betaald, voor")).to_be_visible()
    assert "Awir" in rent.inner_text() and "Een schatting" in rent.inner_text()
    check(page)


@WIDTHS
def test_the_year_afterwards_march_against_september(open_page, check, size, months):
    page = open_page("Peter van Dongen", size)
    page.goto(f"{WENDY}afrekening/")
    card = page.locator(".vk-card", has_text="Beginnen in maart of in september")
    back = [euros(re.findall(r"€ ([\d.]+)", text_of(row))[4]) for row in card.locator("tbody tr").all()]
    assert len(back) == 2 and back[1] > back[0] > 0, "half a year late, September asks more back"
    expect(page.get_by_text("Met een schatting van").first).to_be_visible()
    assert "Meteen doorgegeven" in text_of(page.locator(".purse-top__sentence"))
    check(page)


def test_a_pay_slip_by_keyboard_stands_beside_what_was_expected(open_page, check):
    page = open_page("Wendy Verbeek", PHONE)
    keys = Keyboard(page)
    page.goto(f"{WENDY}maanden/")
    keys.link("Loonstroken ernaast leggen")
    check(page)
    keys.link("Loonstrook opschrijven")
    keys.write("Netto op de rekening", "130,85")
    keys.write("Betaalde uren per week", "2")
    check(page)
    keys.button("Opslaan")
    assert "Er is 2 uur per week betaald en 12 uur verwacht." in text_of(page.locator("main"))
    check(page)


def test_what_cannot_be_is_said_at_the_field(open_page, check):
    page = open_page("Peter van Dongen")
    page.goto(f"{WENDY}maanden/nieuw/")
    check(page)
    page.get_by_role("link", name="Nieuw werk").click()
    page.get_by_label("Eerste werkdag").fill(f"{first_in(6):%d-%m-%Y}")
    page.get_by_label("Uren per week").fill("8")
    page.get_by_label("Uurloon, bruto", exact=True).fill("16")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("er is al werk").first).to_be_visible()
    check(page)


def test_the_months_and_the_year_on_paper(open_page):
    page = open_page("Peter van Dongen")
    for place, needed in (("maanden/", "Voor de rest"), ("afrekening/", "De afrekening over")):
        page.goto(WENDY + place)
        sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        told = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
        assert 1 <= len(sheets) <= 4 and needed in told
        for only_on_screen in ("Er verandert iets", "Aanpassen", PROMISE, "Printen"):
            assert only_on_screen not in told


def test_it_works_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server, viewport=PHONE)
    page = context.new_page()
    page.goto("/demo")
    page.get_by_role("button", name="Kies Samira Haddad").click()
    page.goto("/mensen/V7PNTK53/geld/maanden/")
    month = page.locator(".months__month").nth(2)
    month.locator("summary").click()
    month.get_by_role("link", name="Alle betalingen van").click()
    page.locator(".purse-payment", has_text="Rekening van de opvang").locator("summary").click()
    assert page.get_by_text("het contract met de opvang").is_visible()
    context.close()
