"""The gallery in a real browser: accessible, nothing sideways on a phone, no complaint of the content policy."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import CHROMIUM
from veerkracht.web.ui.views import PARTS

WIDTHS = [1280, 390]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.one_database,
    pytest.mark.django_db(transaction=True, databases="__all__"),
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: the gallery was not looked at"),
]


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    opened = browser.new_page()
    opened.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()


def open_part(page: Page, server: LiveServer, part: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server.url}/galerij?{urlencode({'toon': part})}")


@pytest.mark.parametrize("part", PARTS)
def test_accessible_and_without_complaints(
    page: Page, live_server: LiveServer, complaints: list[str], part: str
) -> None:
    for width in WIDTHS:
        open_part(page, live_server, part, width)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    assert complaints == []


@pytest.mark.parametrize("part", PARTS)
def test_nothing_scrolls_sideways_on_a_narrow_phone(page: Page, live_server: LiveServer, part: str) -> None:
    open_part(page, live_server, part, 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page, live_server: LiveServer) -> None:
    open_part(page, live_server, "", 390)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_mistakes_get_the_focus_and_lead_to_their_field(page: Page, live_server: LiveServer) -> None:
    open_part(page, live_server, "fouten", 390)
    assert "Er zijn 5 dingen" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_name"


def test_typing_in_the_merge_view_chooses_what_is_typed(page: Page, live_server: LiveServer) -> None:
    open_part(page, live_server, "twee-versies", 390)
    page.get_by_label("Eigen tekst bij Haar wens").fill("Ik wil zelf kiezen.")
    sent = page.evaluate("new FormData(document.querySelector('form.vk-form')).getAll('wish')")
    assert sent == ["Ik wil zelf kiezen."]


def test_a_dialog_opens_and_closes_by_keyboard(page: Page, live_server: LiveServer) -> None:
    open_part(page, live_server, "", 390)
    page.get_by_role("link", name="Toon het venster").press("Enter")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()


def test_a_text_that_grows_too_long_says_so(page: Page, live_server: LiveServer) -> None:
    open_part(page, live_server, "", 390)
    page.get_by_label("In haar eigen woorden").fill("a" * 203)
    assert page.get_by_text("3 tekens te veel.").is_visible()


def test_without_javascript_a_choice_remains(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page(java_script_enabled=False)
    open_part(page, live_server, "twee-versies", 390)
    page.get_by_role("radio", name="Staat er nu").first.check()
    assert page.get_by_text("Ik wil werken met kinderen of ouderen.").first.is_visible()
    page.close()
