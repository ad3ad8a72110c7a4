"""Whose address counts: the one our own proxy passes on, and nothing anybody else writes."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from veerkracht.web.people.addresses import client_address


@pytest.mark.parametrize(
    ("behind", "connected", "passed_on", "address"),
    [
        (True, "127.0.0.1", "198.51.100.7", "198.51.100.7"),
        (
            True,
            "127.0.0.1",
            "203.0.113.9, 198.51.100.7",
            "198.51.100.7",
        ),  # the first was sent along by the visitor
        (True, "127.0.0.1", "2001:db8::7", "2001:db8::7"),
        (True, "203.0.113.5", "198.51.100.7", "203.0.113.5"),  # not our proxy
        (True, "", "198.51.100.7", ""),  # no address is not our proxy's
        (True, "127.0.0.1", "nonsense", "127.0.0.1"),
        (True, "127.0.0.1", "", "127.0.0.1"),
        (False, "127.0.0.1", "198.51.100.7", "127.0.0.1"),
    ],
)
def test_the_address_that_counts(behind, connected, passed_on, address, settings):
    settings.BEHIND_PROXY, settings.PROXY_ADDRESSES = behind, "127.0.0.1, ::1"
    request = RequestFactory().get("/", REMOTE_ADDR=connected, HTTP_X_FORWARDED_FOR=passed_on)
    assert client_address(request) == address


@pytest.mark.parametrize("page", ["people:her_door", "people:access"])
def test_behind_the_proxy_wrong_codes_count_for_who_typed_them(page, db, settings):
    settings.BEHIND_PROXY = True
    sent = {"code": "ABCD-2345-EFGH", "login": "x", "first": "a", "second": "b"}
    for _ in range(20):
        Client(headers={"x-forwarded-for": "198.51.100.8"}).post(reverse(page), sent)
    statuses = [
        Client(headers={"x-forwarded-for": address}).post(reverse(page), sent).status_code
        for address in ("198.51.100.8", "198.51.100.9")
    ]
    assert statuses == [429, 200]
