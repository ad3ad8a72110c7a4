"""S15: sixteen visitors of the public sums held up the log-in page of everybody."""

from __future__ import annotations

import threading

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from veerkracht.web.people import public_pace


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    cache.clear()
    monkeypatch.setattr(public_pace, "MOST_A_MINUTE", 3)
    monkeypatch.setattr(public_pace, "_WAIT", 0.01)


@pytest.mark.parametrize("page", ["purse:public", "planner:public"])
def test_one_address_has_a_pace_and_the_next_minute_is_a_new_one(page, db):
    with freeze_time("2026-11-30 09:00:30") as clock:
        statuses = [Client(REMOTE_ADDR="198.51.100.1").get(reverse(page)).status_code for _ in range(5)]
        assert statuses == [200, 200, 200, 429, 429]
        assert Client(REMOTE_ADDR="198.51.100.2").get(reverse(page)).status_code == 200
        clock.tick(31)
        assert Client(REMOTE_ADDR="198.51.100.1").get(reverse(page)).status_code == 200


def test_a_household_with_many_ipv6_addresses_counts_once(db):
    statuses = [
        Client(REMOTE_ADDR=f"2001:db8::{n}").get(reverse("purse:public")).status_code for n in range(1, 5)
    ]
    assert statuses == [200, 200, 200, 429]


def test_when_many_sum_at_once_it_says_so_and_the_log_in_goes_on(monkeypatch, as_, peter):
    monkeypatch.setattr(public_pace, "_AT_ONCE", threading.BoundedSemaphore(1))
    public_pace._AT_ONCE.acquire()
    page = Client().get(reverse("purse:public"))
    assert page.status_code == 503 and page["Retry-After"] == "10"
    assert "Probeer het over tien seconden weer" in page.content.decode()
    assert Client().get("/inloggen/").status_code == 200
    assert as_(peter).get(reverse("purse:public")).status_code == 200, "who is logged in does not wait"


def test_the_place_is_given_back_also_after_a_mistake(monkeypatch, db, rf):
    def breaks(request):
        raise ZeroDivisionError

    monkeypatch.setattr(public_pace, "_AT_ONCE", threading.BoundedSemaphore(1))
    for _ in range(2):
        request = rf.get("/")
        request.user = None
        with pytest.raises(ZeroDivisionError):
            public_pace.paced(breaks)(request)
