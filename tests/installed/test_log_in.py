"""First account, second factor, log in again: over TLS, on the wheel, on both databases."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from .browsing import Browser, Telephone
from .conftest import Program
from .logging_in import PASSWORD, step_one


def test_serve_refuses_a_database_of_another_version(program: Program, tmp_path: Path) -> None:
    empty = Program(
        program.command,
        {**program.settings, "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}", "PORT": "1"},
        tmp_path,
    )
    refused = empty.run("web", "serve", check=False)
    assert refused.returncode == 1
    assert "veerkracht web migrate" in refused.stderr and "Traceback" not in refused.stderr


def test_demo_does_not_open_this_database(migrated: Program, administrator: Telephone) -> None:
    demo = Program(migrated.command, {**migrated.settings, "VEERKRACHT_DEMO": "1"}, migrated.home)
    refused = demo.run("web", "demo", check=False)
    assert refused.returncode == 1
    assert "niet van de demo" in refused.stderr and "Traceback" not in refused.stderr
    assert "Bea" not in refused.stdout


@pytest.mark.parametrize("key", ["", "a", "demo-only-" + "0" * 50])
def test_a_short_or_known_key_is_refused(program: Program, key: str) -> None:
    weak = Program(program.command, {**program.settings, "SECRET_KEY": key}, program.home)
    refused = weak.run("web", "check", check=False)
    assert refused.returncode != 0 and "SECRET_KEY" in refused.stderr


def test_the_second_factor_works_twice_in_a_row(administrator: Telephone, site: str, authority: Path) -> None:
    for _ in range(2):
        browser = Browser(site, authority)
        assert "code" in step_one(browser, "beheer", PASSWORD).lower()
        code = administrator.code()
        began = time.monotonic()
        page = browser.post("/inloggen/code/", {"code": code})
        assert page.status == 200 and page.address == "/accounts/", page.text[:300]
        assert time.monotonic() - began < 10, "nobody waits for its own lock"
        assert browser.post("/uitloggen/", {}, form_at="/accounts/").address == "/inloggen/"
        assert browser.get("/accounts/").address == "/inloggen/"


def test_a_code_is_good_once(administrator: Telephone, site: str, authority: Path) -> None:
    first, second = Browser(site, authority), Browser(site, authority)
    for browser in (first, second):
        step_one(browser, "beheer", PASSWORD)
    code = administrator.code()
    assert first.post("/inloggen/code/", {"code": code}).address == "/accounts/"
    assert second.post("/inloggen/code/", {"code": code}).address == "/inloggen/code/"


def test_what_the_browser_keeps_is_safe_and_small(browser: Browser) -> None:
    page = browser.get("/inloggen/")
    assert {cookie.name for cookie in browser.cookies} <= {"__Host-csrf", "__Host-sessie"}
    assert all(cookie.secure for cookie in browser.cookies)
    assert "max-age=31536000" in page.headers["strict-transport-security"]
    style = re.search(r'href="(/static/built/(?:app|her)\.[^"]+\.css)"', page.text)
    assert style, "the name of a static file holds its content's hash"
    static = browser.get(style[1])
    assert "immutable" in static.headers["cache-control"]
    assert "access-control-allow-origin" not in static.headers
