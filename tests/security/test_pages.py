"""WEB-04: the same strict headers on every page, nothing inline, nothing from elsewhere, nothing left in a cache."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from django.test import Client

from tests.security.addresses import addresses
from tests.security.conftest import Life
from tests.security.html_pages import faults

# Answered before everything else, so that they speak when nothing else does: text for machines, no page.
FOR_MACHINES = {"healthy", "ready", "metrics"}
PAGES = [
    a
    for a in addresses()
    if a.access and (a.access.door == "public" or "GET" in a.methods) and a.name not in FOR_MACHINES
]
STRICT = {
    "default-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
}


def check(answer, name: str) -> None:  # type: ignore[no-untyped-def]
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy and "data:" not in policy, (
        name
    )
    held = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert {k: held.get(k) for k in STRICT} == STRICT, name
    assert re.fullmatch(r"'self'( 'nonce-[\w+/=-]{16,}')?", held["script-src"]), name
    assert answer["Cache-Control"] == "no-store", name
    assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY", name
    assert answer["Referrer-Policy"] == "same-origin", name
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin", name
    assert "geolocation=()" in answer["Permissions-Policy"], name
    assert "Access-Control-Allow-Origin" not in answer and "Server" not in answer, name
    for cookie in answer.cookies.values():
        assert cookie["httponly"] and cookie["samesite"] in ("Lax", "Strict"), f"{name}: cookie {cookie.key}"
    if answer["Content-Type"].startswith("text/html"):
        assert faults(answer.content.decode()) == [], name


def browsers(people, as_, marleen):  # type: ignore[no-untyped-def]
    return [Client(), as_(people["peter"]), as_(people["samira"]), as_(people["bas"]), as_(marleen)]


@pytest.mark.one_database
def test_every_page_for_everybody_is_strict(people, as_, marleen, samiras: Life) -> None:
    for browser in browsers(people, as_, marleen):
        for address in PAGES:
            check(browser.get(address.url(samiras.given)), address.name)


def test_every_form_that_comes_back_is_strict_too(people, as_, samiras: Life) -> None:
    for address in (a for a in addresses() if a.access and "POST" in a.methods and "GET" in a.methods):
        check(as_(people["peter"]).post(address.url(samiras.given), {"seen_version": "x"}), address.name)


def test_pages_of_the_gallery_and_of_mistakes_are_strict(db, as_, peter, monkeypatch) -> None:
    for part in ("", "fouten", "haar-telefoon", "twee-versies"):
        check(Client().get("/galerij", {"toon": part}), part)
    check(Client().get("/bestaat-niet/"), "404")
    check(Client(enforce_csrf_checks=True).post("/inloggen/", {"login": "x"}), "403")
    for n in range(7):
        locked = Client().post("/inloggen/", {"login": "niemand", "password": str(n)})
    assert locked.status_code == 429
    check(locked, "429")

    def broken(**given):  # type: ignore[no-untyped-def]
        raise RuntimeError("Samira Haddad, Kade 1")

    monkeypatch.setattr("veerkracht.web.people.views.read_case_list", broken)
    browser = as_(peter)
    browser.raise_request_exception = False
    answer = browser.get("/mensen/")
    assert answer.status_code == 500 and "Samira" not in answer.content.decode()
    check(answer, "500")


def test_the_setting_up_of_the_second_step_is_strict(peter) -> None:
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": "peter-heeft-een-lang-wachtwoord"})
    page = browser.get("/inloggen/app-koppelen/")
    assert page.status_code == 200
    check(page, "set_up_code")


def test_each_answer_has_a_nonce_of_its_own(as_, peter) -> None:
    seen = {
        re.search(r"nonce-([^']+)'", as_(peter).get("/mensen/")["Content-Security-Policy"]) for _ in range(5)
    }
    assert len({found[1] for found in seen if found}) in (0, 5)


def test_a_letter_cannot_run_anything_in_the_browser(as_, peter, samiras: Life) -> None:
    answer = as_(peter).get(f"/mensen/{samiras.case.public_id}/plan/brief.pdf")
    assert answer["Content-Type"] == "application/pdf"
    check(answer, "letter")


HEADERS_OF_PRODUCTION = """
import django; django.setup()
from django.conf import settings as s
assert not s.DEBUG and not s.DEMO
assert s.SESSION_COOKIE_SECURE and s.SESSION_COOKIE_HTTPONLY and s.SESSION_COOKIE_SAMESITE == "Lax"
assert s.CSRF_COOKIE_SECURE and s.CSRF_COOKIE_HTTPONLY and s.CSRF_COOKIE_SAMESITE == "Lax"
assert s.SESSION_EXPIRE_AT_BROWSER_CLOSE, "no remember-me"
assert s.SECURE_SSL_REDIRECT and s.SECURE_HSTS_SECONDS >= 31_536_000 and s.SECURE_HSTS_INCLUDE_SUBDOMAINS
assert s.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher") and len(s.PASSWORD_HASHERS) == 1
assert s.ALLOWED_HOSTS == ["localhost", "127.0.0.1", "[::1]"]
"""


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    gone = ("SECRET_KEY", "HTTPS", "VEERKRACHT_DEMO", "DATABASE_URL", "VEERKRACHT_TEST_DATABASE")
    env = {k: v for k, v in os.environ.items() if k not in gone}
    env |= {"DJANGO_SETTINGS_MODULE": "veerkracht.web.config.settings", **environment}
    return subprocess.run(
        [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False
    )


def test_without_any_setting_everything_is_safe(tmp_path) -> None:
    home = {"VEERKRACHT_HOME": str(tmp_path)}
    answer = run(HEADERS_OF_PRODUCTION, SECRET_KEY="0123456789" * 6, **home)
    assert answer.returncode == 0, answer.stderr
    missing = run("import django; django.setup()", **home)
    assert missing.returncode != 0 and "Set SECRET_KEY" in missing.stderr


@pytest.mark.parametrize(
    "keys",
    [
        "",
        "kort",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",  # one byte, 32 times
        "ZGVtby1vbmx5LWtleS1mb3ItaW52ZW50ZWQtd29yZHM=",  # the demo's own, which everybody can read
    ],
)
def test_without_a_key_of_its_own_nothing_starts(tmp_path, keys) -> None:
    given = {"VEERKRACHT_HOME": str(tmp_path), "SECRET_KEY": "0123456789" * 6, "FIELD_KEYS": keys}
    answer = run("import django; django.setup()", **given)
    assert answer.returncode != 0 and "FIELD_KEYS" in answer.stderr
    assert "base64.urlsafe_b64encode" in answer.stderr, "it says how to make one"


GOOD = {"FIELD_KEYS": "b25seS1mb3ItdGVzdHMtMDEyMzQ1Njc4OS1hYmNkZWY="}
GOOD |= {"SIGNAL_KEYS": "b25seS1mb3ItdGVzdHMtc2lnbmFscy0wMTIzNDU2Nzg="}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SIGNAL_KEYS", ""),
        ("SIGNAL_KEYS", GOOD["FIELD_KEYS"]),  # a key of its own: whoever has the other one reads no ticket
        ("SIGNAL_KEYS", "ZGVtby1vbmx5LWtleS1mb3ItaW52ZW50ZWQtc2lnbmE="),
        ("FIGURES_KEY", ""),
        ("FIGURES_KEY", GOOD["SIGNAL_KEYS"]),
        ("FIGURES_KEY", "ZGVtby1vbmx5LWtleS1mb3ItZ2VuZXJhdGVkLWNvdW4="),
    ],
)
def test_signals_and_figures_each_have_a_key_of_their_own(tmp_path, name, key) -> None:
    given = {"VEERKRACHT_HOME": str(tmp_path), "SECRET_KEY": "0123456789" * 6, **GOOD, name: key}
    answer = run("import django; django.setup()", **given)
    assert answer.returncode != 0 and name in answer.stderr


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_open_nothing(method, as_, peter, samiras: Life) -> None:
    for address in (a for a in addresses() if a.access and a.access.door != "public"):
        answer = as_(peter).generic(method.upper(), address.url(samiras.given))
        assert answer.status_code == 405, f"{method} {address.name}"
