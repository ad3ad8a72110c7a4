"""A passkey, made and used in a real browser with the virtual authenticator of Chromium's own protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.journeys.conftest import DESK, PHONE

LOG_IN = "Inloggen met een passkey"


@pytest.fixture
def place(server: str) -> str:
    """The same server by name: a passkey belongs to a name, never to a number."""
    return server.replace("127.0.0.1", "localhost")


@pytest.fixture
def page(chromium: Browser, place: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    size = getattr(request, "param", DESK)
    context = chromium.new_context(viewport=size, locale="nl-NL", base_url=place)
    made = context.new_page()
    made.set_default_timeout(30_000)
    yield made
    context.close()


def authenticator(page: Page, *, verifies: bool = True) -> tuple[CDPSession, str]:
    """A telephone that knows its owner, or one that only knows that somebody touched it."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": verifies,
        "isUserVerified": verifies,
        "automaticPresenceSimulation": True,
    }
    made = protocol.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return protocol, made["authenticatorId"]


def enter(page: Page, person: str) -> None:
    page.goto("/demo")
    with page.expect_navigation():
        page.get_by_role("button", name=f"Kies {person}").press("Enter")


def make_passkey(page: Page, name: str) -> None:
    page.goto("/mijn-account/passkeys/")
    page.get_by_label("Een naam voor dit apparaat").fill(name)
    page.get_by_role("button", name="Passkey maken").click()


def log_out(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/inloggen/")


@pytest.mark.parametrize(
    ("page", "person", "home"),
    [(PHONE, "Samira Haddad", "mijn"), (DESK, "Peter van Dongen", "vandaag")],
    indirect=["page"],
)
def test_a_passkey_is_made_and_logs_in(
    page: Page, person: str, home: str, check: Callable[[Page], None]
) -> None:
    authenticator(page)
    enter(page, person)
    page.goto("/mijn-account/passkeys/")
    check(page)
    make_passkey(page, "Mijn telefoon")
    expect(page.get_by_text("De passkey is opgeslagen.")).to_be_visible()
    expect(page.get_by_text("Mijn telefoon")).to_be_visible()
    check(page)
    log_out(page)
    check(page)
    with page.expect_navigation(url=f"**/{home}**"):
        page.get_by_role("button", name=LOG_IN).click()
    page.goto("/mijn-account/")
    page.get_by_role("button", name="Weghalen").click()
    expect(page.get_by_text("De passkey is weg.")).to_be_visible()
    log_out(page)
    page.get_by_role("button", name=LOG_IN).click()
    expect(page.get_by_text("Deze passkey past hier niet.")).to_be_visible()


def test_a_key_that_does_not_know_its_owner_is_no_passkey(page: Page) -> None:
    authenticator(page, verifies=False)
    enter(page, "Peter van Dongen")
    make_passkey(page, "Een los stokje")
    expect(page.get_by_text("Dit apparaat maakte geen passkey.")).to_be_visible()


def test_without_a_passkey_the_page_says_so_and_the_password_stays(page: Page) -> None:
    authenticator(page)
    page.goto("/inloggen/")
    page.get_by_role("button", name=LOG_IN).click()
    expect(page.get_by_text("Er is hier geen passkey gekozen.")).to_be_visible()
    expect(page.get_by_label("Wachtwoord")).to_be_visible()
