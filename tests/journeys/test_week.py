"""The care week in the browser: the sentence, a lever that becomes a promise, the bicycle shop, the payment route."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
PAGES = (
    "",
    "erover/",
    "plan-b/",
    "jaar/",
    "betaling/",
    "werkgever/",
    "grenzen/",
    "les/",
    "opvang/nieuw/",
    "opvang/nieuw/dagopvang/",
    "vrij/nieuw/",
    "erover/nieuw/",
    "reizen/lopen/",
    "plan-b/ziek/",
)
SAMIRA, ROOS = "/mensen/V7PNTK53/week/", "/mensen/W2EYKN7T/week/"
MIRJAM, TESSA = "/mensen/3KTR7FWC/week/", "/mensen/C8NQ3YZG/week/"


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, PHONE], ids=["desk", "phone"])
def test_every_page_of_the_week_is_right_for_both(
    open_page: Callable[..., Page], check, size: dict[str, int]
) -> None:
    for person in ("Peter van Dongen", "Samira Haddad"):
        page = open_page(person, size)
        for path in PAGES:
            page.goto(f"{SAMIRA}{path}")
            check(page)


def test_peter_makes_a_promise_of_a_lever_with_one_click(open_page: Callable[..., Page]) -> None:
    page = open_page("Peter van Dongen")
    page.goto(SAMIRA)
    expect(page.get_by_role("heading", name="In een schoolweek past")).to_be_visible()
    page.get_by_role("button", name="Wordt een belofte van: Kinderdagverblijf").click()
    expect(page.get_by_text("De belofte staat erin")).to_be_visible()
    expect(page.get_by_text("een dag meer bij Kinderdagverblijf").first).to_be_visible()


def test_the_bicycle_shop_opens_before_school(open_page: Callable[..., Page], check) -> None:
    page = open_page("Aylin Demir", PHONE)
    page.goto(f"{ROOS}erover/")
    page.get_by_role("link", name="Fietsenwinkel").click()
    expect(page.get_by_role("heading", name="Fietsenwinkel past nog niet")).to_be_visible()
    expect(page.get_by_text("68 minuten te vroeg, om Finn te brengen").first).to_be_visible()
    expect(page.get_by_text("Andere werktijden maken het passend")).to_be_visible()
    check(page)


def test_a_later_start_is_laid_over_by_keyboard(open_page: Callable[..., Page], keyboard) -> None:
    page = open_page("Aylin Demir")
    page.goto(f"{ROOS}erover/nieuw/")
    for label, typed in (
        ("Hoe noemen we het?", "Winkel, later"),
        ("dinsdag", " "),
        ("Van wanneer tot wanneer?", "9.15-13.30"),
        ("Reis van huis", "25"),
    ):
        keyboard(page, label)
        page.keyboard.type(typed)
    keyboard(page, "Opslaan")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Winkel, later past in de week.")).to_be_visible()


def test_samira_keeps_time_free_and_moves_it(open_page: Callable[..., Page], check) -> None:
    page = open_page("Samira Haddad", PHONE)
    page.goto(f"{SAMIRA}vrij/nieuw/")
    page.get_by_label("rust").check()
    page.get_by_label("Op welke dag?").select_option("vr")
    page.get_by_label("Van").fill("13")
    page.get_by_label("Tot").fill("14:00")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("link", name="Vrijdag 13:00–14:00, rust").last).to_be_visible()
    page.get_by_role("button", name="Een kwartier later: Vrijdag 13:00–14:00, rust").click()
    expect(page.get_by_role("link", name="Vrijdag 13:15–14:15, rust").last).to_be_visible()
    check(page)


def test_kept_time_moves_by_keys_in_the_picture_and_goes_back(open_page: Callable[..., Page], check) -> None:
    page = open_page("Peter van Dongen")
    page.goto(MIRJAM)
    block = page.locator(".week-picture__desk .week-kept[aria-label='Vrijdag 12:30–14:00, rust']")
    block.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#meldingen")
    expect(said).to_contain_text("Verplaatst: Vrijdag 12:45–14:15, rust.")
    page.keyboard.press("ArrowUp")
    expect(said).to_contain_text("Verplaatst: Donderdag 12:45–14:15, rust.")
    check(page)
    page.get_by_role("button", name="Ongedaan maken: terug naar vrijdag 12:45").first.click()
    expect(page.get_by_role("link", name="Vrijdag 12:45–14:15, rust").first).to_be_visible()


def test_kept_time_is_dragged_and_empty_time_is_drawn(open_page: Callable[..., Page]) -> None:
    page = open_page("Peter van Dongen")
    page.goto(MIRJAM)
    block = page.locator(".week-picture__desk .week-kept[data-from='600']")
    block.scroll_into_view_if_needed()
    box = block.bounding_box()
    assert box is not None
    lane = page.locator(".week-picture__desk .week-free[data-day='di']").bounding_box()
    assert lane is not None
    hour = lane["width"] / 12  # the picture runs from seven to seven
    page.mouse.move(box["x"] + 9, box["y"] + 9)
    page.mouse.down()
    page.mouse.move(box["x"] + 9 + hour, box["y"] + 9, steps=4)
    expect(page.locator("[data-where]")).to_contain_text("Dinsdag 11:00–13:00")
    page.mouse.up()
    expect(page.locator("#meldingen")).to_contain_text("Verplaatst: Dinsdag 11:00–13:00, vaste afspraak.")
    free = page.locator(".week-picture__desk .week-free[data-day='di']")
    free.scroll_into_view_if_needed()
    lane = free.bounding_box()
    assert lane is not None
    start = lane["x"] + (15 - 7) * hour
    page.mouse.move(start + 2, lane["y"] + 9)
    page.mouse.down()
    page.mouse.move(start + hour - 2, lane["y"] + 9, steps=4)
    page.mouse.up()
    expect(page.get_by_label("Op welke dag?")).to_have_value("di")
    expect(page.get_by_role("textbox", name="Van")).to_have_value("15:00")
    expect(page.get_by_role("textbox", name="Tot")).to_have_value("16:00")


def test_a_finger_moves_kept_time_on_a_phone(open_page: Callable[..., Page], check) -> None:
    """A touch drag, sent as the browser itself would: the finger moves the block and not the page."""
    page = open_page("Peter van Dongen", PHONE)
    page.goto(MIRJAM)
    block = page.locator(".week-picture__phone .week-kept[data-from='795']")
    block.scroll_into_view_if_needed()
    box = block.bounding_box()
    assert box is not None
    lane = page.locator(".week-picture__phone .week-free[data-day='wo']").bounding_box()
    assert lane is not None
    quarter = lane["width"] / 12 / 4  # the picture runs from seven to seven
    x, y = box["x"] + 12, box["y"] + 9
    browser = page.context.new_cdp_session(page)
    touch = "Input.dispatchTouchEvent"
    browser.send(touch, {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        browser.send(touch, {"type": "touchMove", "touchPoints": [{"x": x + step * quarter / 2, "y": y}]})
    browser.send(touch, {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("#meldingen")).to_contain_text("Verplaatst: Woensdag 14:15–16:30, vaste afspraak.")
    check(page)


def test_a_signal_about_opening_hours_goes_on_the_map_with_one_click(open_page: Callable[..., Page]) -> None:
    page = open_page("Bas Kuipers")
    page.goto(TESSA)
    page.get_by_role("button", name="Op de kaart als signaal: Bso sluit een half uur later").click()
    expect(page.get_by_text("Dit staat nu als signaal op de kaart.")).to_be_visible()
    expect(
        page.get_by_role("button", name="Op de kaart als signaal: Bso sluit een half uur later")
    ).to_have_count(0)
    page.get_by_role("link", name=re.compile("Bekijken ?: Bso sluit een half uur later")).click()
    expect(
        page.get_by_role("link", name="Bso sluit om 16:00. Een half uur later zou helpen.").last
    ).to_be_visible()


def test_the_payment_route_of_samiras_class(open_page: Callable[..., Page], check) -> None:
    """Reason known, then who pays, until when, and the letter; what if it was not allowed; the decision with a date."""
    page = open_page("Peter van Dongen", PHONE)
    page.goto(f"{SAMIRA}betaling/")
    steps = page.locator(".week-steps li")
    expect(steps.nth(0)).to_contain_text("een stap naar werk die in het plan staat")
    expect(steps.nth(1)).to_contain_text("Vraag wie betaalt")
    for route in ("Kinderopvangtoeslag door een stap naar werk", "Aanvulling van de gemeente", "(SMI)"):
        expect(page.get_by_role("heading", name=route)).to_be_visible()
    expect(page.get_by_role("heading", name="Kinderopvangtoeslag door werk")).to_be_hidden()
    expect(
        page.get_by_text(
            re.compile(r"Blijkt na 10 maanden dat het niet mocht, dan kan € [\d.]+ teruggevraagd")
        )
    ).to_be_visible()
    check(page)
    page.get_by_role("button", name="Wordt een belofte van: gemeente").click()
    page.get_by_label("Voor wanneer?").fill("1-12-2026")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("De belofte staat erin")).to_be_visible()
    expect(page.get_by_text("Beslist schriftelijk wie de opvang betaalt").first).to_be_visible()


def test_the_check_before_a_contract_step_by_step(open_page: Callable[..., Page], keyboard, check) -> None:
    """By keyboard: each thing that becomes known moves the next question up, until the letter is there."""
    page = open_page("Aylin Demir")
    page.goto(f"{ROOS}betaling/")
    steps = page.locator(".week-steps li")
    expect(steps.nth(0)).to_contain_text("Vraag de gemeente of de les of het werk als reden telt.")
    told = (
        ("1. Waarom is de opvang nodig?", "werk", "Vraag wie betaalt"),
        ("2. Wie betaalt?", "Toeslagen", "Vraag tot wanneer de betaling loopt"),
        ("3. De betaling loopt tot", "1-7-2027", "Vraag om een brief"),
        ("4. Er is een brief", "20-11-2026", "Alle vier zijn bekend."),
    )
    for label, typed, then in told:
        keyboard(page, "Invullen")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Nagaan vóór een contract")).to_be_visible()
        keyboard(page, label)
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(typed)
        keyboard(page, "Opslaan")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Opgeslagen.")).to_be_visible()
        expect(page.get_by_text(then)).to_be_visible()
    expect(page.get_by_role("heading", name="Wat als het niet mag?")).to_be_visible()
    expect(page.get_by_role("button", name="Wordt een belofte van: gemeente")).to_have_count(0)
    check(page)


def test_anybody_looks_at_a_week_and_nothing_stays(open_page: Callable[..., Page], check) -> None:
    page = open_page("", PHONE)
    page.goto("/week")
    check(page)
    page.get_by_label("Tweede kind").select_option("toddler")
    page.get_by_role("button", name="Uitrekenen").click()
    expect(page.get_by_role("heading", name="In een schoolweek past")).to_be_visible()
    check(page)
    assert page.context.cookies() == []
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "toddler" not in kept and "8:30" not in kept, kept


def test_the_week_prints_without_buttons(open_page: Callable[..., Page]) -> None:
    page = open_page("Peter van Dongen")
    page.goto(SAMIRA)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="In een schoolweek past")).to_be_visible()
    expect(page.get_by_role("button", name="Wordt een belofte van: Kinderdagverblijf")).to_be_hidden()
