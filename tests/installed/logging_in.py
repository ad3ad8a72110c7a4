"""Steps of a log-in that more than one of these tests takes."""

from __future__ import annotations

import re

from .browsing import Browser

PASSWORD = "een lange zin over koffie en fietsen"


def code_of(output: str) -> list[str]:
    code = re.search(r"ode: ([2-9A-Z]{4}-[2-9A-Z]{4})(?: ([2-9A-Z]{4}-[2-9A-Z]{4}))?", output)
    assert code, output
    return [half for half in code.groups() if half]


def choose_password(browser: Browser, login: str, halves: list[str]) -> None:
    first, second = halves
    chosen = {"password": PASSWORD, "again": PASSWORD}
    page = browser.post("/toegang/", {"login": login, "first": first, "second": second, **chosen})
    assert page.address == "/inloggen/", page.text


def step_one(browser: Browser, login: str, password: str) -> str:
    page = browser.post("/inloggen/", {"login": login, "password": password})
    assert page.status == 200, page.text[:500]
    return page.text
