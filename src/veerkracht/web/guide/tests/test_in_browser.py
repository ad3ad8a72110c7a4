"""The talk in a real browser: by keyboard, without connection, on a desk and on a phone, without a barrier."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.browser import CHROMIUM
from veerkracht.web.guide import actions
from veerkracht.web.guide.models import Quote
from veerkracht.web.people.session_store import SessionStore

WIDTHS = [1280, 390]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, databases="__all__"),
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: the talk was not looked at"),
]


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture
def page(browser, live_server, peter) -> Iterator[Page]:
    """A page in which Peter is logged in."""
    session = SessionStore()
    now = timezone.now().timestamp()
    session.update(
        {
            SESSION_KEY: str(peter.pk),
            BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
            HASH_SESSION_KEY: peter.get_session_auth_hash(),
            "seen": now,
            "since": now,
        }
    )
    session.save()
    context = browser.new_context(base_url=live_server.url)
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": live_server.url}]
    )
    opened = context.new_page()
    yield opened
    context.close()


def at(name: str, case, *more) -> str:
    return reverse(f"guide:{name}", args=[case.public_id, *more])


def say(page: Page, words: str) -> None:
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_nothing_typed_is_lost_without_a_connection(page, samira_case, talk):
    page.goto(at("talk", samira_case, talk.pk))
    page.locator("textarea").focus()
    page.context.set_offline(True)
    say(page, "Ik kook graag.")
    say(page, "De opvang stopt.")
    page.keyboard.type("En nog")
    expect(page.locator("[data-said]")).to_contain_text("Nog niet opgeslagen")
    expect(page.locator(".guide-quote--waiting")).to_have_count(2)
    assert not Quote.objects.exists()
    page.context.set_offline(False)
    expect(page.locator(".guide-quote--waiting")).to_have_count(0, timeout=15_000)
    expect(page.locator("[data-said]")).to_contain_text("Alles is bewaard", timeout=15_000)
    page.reload()
    expect(page.locator("textarea")).to_have_value("En nog")
    assert sorted(Quote.objects.values_list("words", flat=True)) == ["De opvang stopt.", "Ik kook graag."]


def test_nothing_typed_is_lost_when_the_log_in_ends(page, samira_case, talk):
    page.goto(at("talk", samira_case, talk.pk))
    page.locator("textarea").focus()
    cookies = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    say(page, "Dit blijft staan.")
    expect(page.locator("[data-ended]")).to_be_visible()
    expect(page.locator(".guide-quote--waiting")).to_have_count(1)
    page.context.add_cookies([c for c in cookies if c["name"] == settings.SESSION_COOKIE_NAME])
    expect(page.locator(".guide-quote--waiting")).to_have_count(0, timeout=15_000)
    assert Quote.objects.get().words == "Dit blijft staan."


def test_nothing_is_put_on_the_device(page, samira_case, talk):
    page.goto(at("talk", samira_case, talk.pk))
    page.locator("textarea").focus()
    say(page, "Alleen op de server.")
    expect(page.locator(".guide-quote:not(.guide-quote--waiting)")).to_have_count(1)
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "server" not in stored


def test_by_keyboard_from_her_words_to_the_letter(page, samira_case, talk):
    """Enter for a sentence; Tab, arrows and Enter for its place; then the letter. Counted: ends in two buttons."""
    page.goto(at("talk", samira_case, talk.pk))
    page.locator("textarea").focus()
    say(page, "Ik wil koken op een school.")
    place = page.get_by_role("link", name="In het plan")
    place.focus()
    page.keyboard.press("Enter")
    wish = page.get_by_role("button", name="Dit is een wens")
    wish.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".guide-placed")).to_contain_text("als wens")
    page.get_by_role("button", name="Afronden").focus()
    page.keyboard.press("Enter")
    letter = page.get_by_role("link", name="Brief voor Samira")
    expect(letter).to_be_visible()
    answer = page.request.get(letter.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"


def test_another_button_takes_what_was_just_typed_along(page, samira_case, talk):
    page.goto(at("talk", samira_case, talk.pk))
    page.locator("textarea").focus()
    page.keyboard.type("De laatste zin.")
    page.get_by_role("button", name="Afronden").click()
    expect(page.locator(".guide-quote")).to_contain_text("De laatste zin.")


def test_words_that_go_nowhere_and_then_the_signature(page, peter, samira_case, talk, say_on_server):
    say_on_server("Dit mag weg.")
    say_on_server("Dit blijft.")
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    page.goto(at("wrap_up", samira_case, talk.pk))
    gone, stays = (page.locator(".guide-quote", has_text=words) for words in ("Dit mag weg.", "Dit blijft."))
    gone.get_by_role("button", name="Nergens").click()
    expect(page.locator(".guide-placed")).to_contain_text("nergens")
    stays.get_by_role("link", name="In het plan").click()
    page.get_by_label("jij", exact=True).check()
    page.get_by_role("button", name="In het plan zetten").click()
    page.get_by_role("button", name="Nadenken").click()
    page.get_by_label("Wat u zag en hoorde").fill("Zij regelt veel.")
    page.get_by_role("button", name="Verslag ondertekenen").click()
    expect(page.get_by_role("heading", name="Peter van Dongen ziet")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Dit blijft.")
    expect(page.locator("main")).not_to_contain_text("Dit mag weg.")


def test_accessible_and_never_sideways(page, samira_case, talk, say_on_server):
    say_on_server("Ik kook graag. " * 12)
    say_on_server("x" * 300)
    for name in ("talk", "wrap_up", "prepare"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(at(name, samira_case, talk.pk) + "?ring=micro")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


@pytest.fixture
def say_on_server(say):
    return say
