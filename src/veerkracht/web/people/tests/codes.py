"""What a colleague does with the two halves of a code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.test import Client
from django.urls import reverse

OWN = "een heel eigen lange zin"
HALF = re.compile(r"<code>([2-9A-Z]{4}-[2-9A-Z]{4})</code>")


def half_on(page: Any) -> str:
    """The half of a code that stands on this page."""
    found = HALF.findall(page.content.decode())
    assert len(found) == 1, page.content.decode()
    return str(found[0])


def use_code(browser: Client, login: str, halves: Sequence[str], password: str = OWN) -> Any:
    first, second = halves
    sent = {"login": login, "first": first, "second": second, "password": password, "again": password}
    return browser.post(reverse("people:access"), sent)
