"""Her own pages on an old phone: what is late first, light, nothing sideways, and out in one tap."""

from __future__ import annotations

import gzip

import pytest

from tests.journeys.conftest import until

SMALL = {"width": 360, "height": 640}
PAGES = ("", "plan/", "geld/", "week/", "kring/", "meer/", "uitleg/")


@pytest.mark.parametrize("person", ["Samira Haddad", "Mirjam Zwart", "Amber Yildiz"])
def test_every_page_of_hers_looks_right_and_is_light(open_page, check, person):
    page = open_page(person, SMALL)
    for path in PAGES:
        page.goto(f"/mijn/{path}")
        check(page)
        assert page.evaluate("document.documentElement.scrollHeight") <= 4.7 * 640, path
        assert page.locator("form[data-exit] button").is_visible(), path
        page.evaluate("document.documentElement.style.fontSize = '32px'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, f"{path} at 200%"


def test_a_first_visit_is_small(open_page):
    page = open_page("Samira Haddad", SMALL)
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(gzip.compress(answer.body()))}))
    page.goto("/mijn/", wait_until="networkidle")
    assert len(sizes) <= 5, list(sizes)
    assert sum(sizes.values()) <= 25_000, sizes


@pytest.mark.parametrize("how", ["tap", "shift"])
@pytest.mark.parametrize("path", ["/mijn/plan/", "/mensen/V7PNTK53/plan/wens/"])
def test_sluit_blanks_ends_the_log_in_and_replaces_the_history(open_page, how, path):
    page = open_page("Samira Haddad", SMALL)
    page.goto(path)
    if how == "tap":
        page.locator("form[data-exit] button").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("**/seizoen/")
    until(page, "document.title === 'Groente van nu'")
    page.go_back()
    page.wait_for_load_state()
    assert "Samira" not in page.content() and "belofte" not in page.content()
    page.goto("/mijn/")
    assert "/inloggen/" in page.url


def test_sluit_works_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False, base_url=server, viewport=SMALL)
    page = context.new_page()
    page.goto("/demo")
    page.get_by_role("button", name="Kies Samira Haddad").click()
    page.get_by_role("button", name="Sluit").click()
    assert page.url.endswith("/seizoen/")
    page.go_back()
    assert "Samira" not in page.content()
    context.close()


def test_her_answer_is_one_tap(open_page, check):
    peter = open_page("Peter van Dongen")
    peter.goto("/mensen/V7PNTK53/plan/beloften/nieuw/?wie=klantmanager")
    peter.get_by_label("Wat wordt er gedaan?").fill("Belt de school.")
    peter.get_by_label("Voor wanneer?").fill("10-03-2030")
    peter.get_by_role("button", name="Opslaan").click()
    page = open_page("Samira Haddad", SMALL)
    page.get_by_role("link", name="Geef antwoord").click()
    card = page.locator(".ask", has_text="Belt de school")
    card.get_by_role("button", name="Ik denk na").click()
    assert page.get_by_text("Neem de tijd").is_visible()
    check(page)


WISH = "/mensen/V7PNTK53/plan/wens/"


def test_what_she_types_comes_back_after_a_reload_and_a_time_out(open_page, check):
    page = open_page("Samira Haddad", SMALL)
    page.goto(WISH)
    field = page.locator("textarea").first
    field.fill("Ik wil een eigen keuken, één met ramen ‘op zuid’.")
    page.get_by_text("nog niet opgeslagen").wait_for()
    page.reload()
    check(page)
    page.get_by_role("button", name="Zet de tekst terug").click()
    assert field.input_value() == "Ik wil een eigen keuken, één met ramen ‘op zuid’."
    page.evaluate("document.body.dataset.seconds = 0.001")
    page.context.clear_cookies(name="sessie")
    page.wait_for_url("**/inloggen/")
    assert "keuken" not in page.content()


def test_without_a_network_the_form_waits_in_the_page(open_page):
    page = open_page("Denise de Rooij", SMALL)
    page.goto("/mensen/PZQ5MEYJ/plan/wens/")
    field = page.locator("textarea").first
    field.fill("Techniek, met mijn handen.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Opslaan").click()
    assert page.get_by_text("Er is nu geen internet").is_visible()
    assert field.input_value() == "Techniek, met mijn handen."
    page.context.set_offline(False)
    page.wait_for_url("**/plan/")
    assert page.get_by_text("Techniek, met mijn handen.").first.is_visible()


def test_lijstje_covers_everything(open_page, check):
    page = open_page("Mirjam Zwart", SMALL)
    page.goto("/mijn/lijstje/")
    check(page)
    page.get_by_label("Jouw woord").fill("Rabarberjam")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("button", name="Lijstje").click()
    page.wait_for_url("**/lijstje/")
    check(page)
    page.goto("/mijn/plan/")
    assert "melk" in page.inner_text("main") and "Mirjam" not in page.content()
    page.get_by_label("Iets toevoegen").fill("rabarberjam")
    page.get_by_role("button", name="Voeg toe").click()
    assert page.get_by_role("heading", name="Dag Mirjam").is_visible()
