"""A new case: what is typed in the week stands in money, the months, the map and the plan, and the other way round."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE

SCHOOL = {"ma": "8:30-14:15", "di": "8:30-14:15", "wo": "8:30-12:15", "do": "8:30-14:15", "vr": "8:30-14:15"}


def send(page: Page, path: str, fields: dict[str, str], ticks: tuple[tuple[str, str], ...] = ()) -> None:
    """Open a form, fill it in by the names of its fields, and save."""
    page.goto(path)
    for name, text in fields.items():
        page.locator(f'main [name="{name}"]').fill(text)
    for name, value in ticks:
        page.locator(f'main [name="{name}"][value="{value}"]').check()
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=re.compile("Opslaan|Toevoegen|Bewaren")).first.click()
    assert page.locator("main form .utrecht-form-field--invalid").count() == 0, page.locator(
        "main"
    ).inner_text()


def value(page: Page, path: str, name: str) -> str:
    page.goto(path)
    return page.locator(f'main [name="{name}"]').first.input_value()


def new_case(page: Page, size: dict[str, int]) -> tuple[str, str, str]:
    """The address of an empty case, and the keys of its two children."""
    send(page, "/mensen/nieuw/", {"first_name": f"Ivana {size['width']}", "last_name": "Nieuwenhuis"})
    here = re.match(r".*/mensen/\w+/", page.url)
    assert here, page.url
    for name, born in (("Luka", "12-03-2018"), ("Mia", "04-09-2020")):
        send(page, f"{here[0]}kinderen/nieuw/", {"first_name": name, "born_on": born})
    page.goto(f"{here[0]}week/")
    expect(page.get_by_text("is nog niet te zeggen")).to_be_visible()
    links = page.locator('a[href*="/week/kinderen/"]').evaluate_all("all => all.map(a => a.href)")
    first, second = dict.fromkeys(re.search(r"kinderen/(\d+)/", link)[1] for link in links)
    return here[0], first, second


def tell_the_week(page: Page, case: str, first: str, second: str) -> None:
    times = {f"school_{day}": block for day, block in SCHOOL.items()}
    send(page, f"{case}week/kinderen/{first}/", times, (("kind", "school"),))
    page.goto(f"{case}week/kinderen/{second}/")
    page.locator("[name=same_school]").select_option(first)
    page.locator("[name=kind][value=school]").check()
    page.get_by_role("button", name="Opslaan").click()
    page.goto(f"{case}week/opvang/nieuw/bso/")
    page.locator("[name=at]").select_option("school")
    care = {"name": "De Zonnebloem", "close": "18:30", "days_school": "2", "hours_per_day": "4"}
    for name, text in {**care, "rate": "9,80", "handover": "5"}.items():
        page.locator(f"[name={name}]").fill(text)
    for name, wanted in (("children", first), ("children", second), ("open_days", "ma"), ("open_days", "di")):
        page.locator(f"[name={name}][value='{wanted}']").check()
    page.get_by_role("button", name="Opslaan").click()
    send(page, f"{case}week/reizen/ov/", {"home-work": "35"})


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_typed_in_the_week_it_stands_everywhere_and_follows_both_ways(open_page, check, size) -> None:
    page = open_page("Peter van Dongen", size)
    case, first, second = new_case(page, size)
    tell_the_week(page, case, first, second)

    page.goto(f"{case}week/erover/nieuw/")
    assert page.locator("[name=home]").input_value() == "35", "the bus was typed once"
    offer = {
        "name": "Bakker",
        "times_1": "7:00-9:00 en 10:00-13:00",
        "times_2": "9:00-12:00",
        "wage": "15,90",
    }
    send(page, f"{case}week/erover/nieuw/", offer, ticks=(("days_1", "ma"), ("days_2", "za")))
    page.goto(f"{case}week/erover/")
    page.get_by_role("link", name="Bakker").click()
    page.get_by_role("button", name="Wordt een belofte van: Bakker").first.click()
    expect(page.get_by_text("De belofte staat erin")).to_be_visible()

    children, later = f"{case}geld/vragen/kinderen/", f"{case}geld/vragen/straks/"
    for child in (first, second):
        assert value(page, children, f"opvanguren_{child}") == "26,67"
        assert value(page, children, f"uurtarief_{child}") == "9,80"
        expect(page.locator(f"[name=opvang_{child}][value=bso]")).to_be_checked()
    assert (value(page, later, "uurloon_straks"), value(page, later, "uren_1")) == ("15,90", "8")
    page.goto(f"{case}kaart/")
    page.get_by_role("button", name="Mia op de kaart").click()
    expect(page.get_by_text("Dit staat nu op de kaart")).to_be_visible()
    expect(page.get_by_role("button", name="Bakker op de kaart")).to_be_visible()

    send(
        page, children, {f"uurtarief_{first}": "10,25", f"uurtarief_{second}": "10,25"}, (("traject", "nee"),)
    )
    send(page, later, {"uurloon_straks": "16,40"})
    page.goto(f"{case}week/")
    page.get_by_role("link", name="De Zonnebloem", exact=True).click()
    assert page.locator("[name=rate]").input_value() == "10,25"
    page.locator("[name=rate]").fill("10,60")
    page.get_by_role("button", name="Opslaan").click()
    assert value(page, children, f"uurtarief_{first}") == "10,60"
    page.goto(f"{case}week/erover/")
    page.get_by_role("link", name="Bakker").click()
    page.get_by_role("link", name="Veranderen").click()
    assert page.locator("[name=wage]").input_value() == "16,40"

    page.goto(f"{case}feiten/")
    check(page)
    expect(page.get_by_text("€ 10,60").first).to_be_visible()
    expect(page.get_by_text("Hier zeggen twee bladzijden iets anders")).to_have_count(0)
