"""PERF-01: who is visible is asked once a look, and a look soon after another one writes one line and no more."""

from __future__ import annotations

import re

from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time

from veerkracht.web.people.models import CaseQuerySet

MOST_QUERIES = 55
WRITES = re.compile(r"^(INSERT|UPDATE|DELETE)\b")


def test_vandaag_asks_once_which_cases_are_visible(as_, peter, samira_case, monkeypatch):
    asked = []
    real = CaseQuerySet.visible_to
    monkeypatch.setattr(CaseQuerySet, "visible_to", lambda self, who: asked.append(who) or real(self, who))
    browser = as_(peter)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get("/vandaag/").status_code == 200
    assert asked == [peter]
    assert len(queries) <= MOST_QUERIES


def test_what_was_asked_in_one_request_is_not_believed_in_the_next(as_, peter, samira_case):
    browser = as_(peter)
    assert "Samira" in browser.get("/mensen/").content.decode()
    samira_case.assignments.all().delete()
    assert "Samira" not in browser.get("/mensen/").content.decode()
    assert browser.get("/vandaag/").status_code == 200


def test_a_second_look_writes_the_reading_log_and_nothing_else(as_, peter, samira_case):
    browser = as_(peter)
    with freeze_time("2026-11-30 09:00:00", tick=False) as clock:
        browser.get(f"/mensen/{samira_case.public_id}/")
        clock.tick(20)
        with CaptureQueriesContext(connection) as one, CaptureQueriesContext(connections["journal"]) as other:
            browser.get(f"/mensen/{samira_case.public_id}/")
    # In a test both names lead to one connection: a query is on one list or on both.
    sql = {query["sql"] for query in [*one, *other] if WRITES.match(query["sql"])}
    assert len(sql) == 2 and all("record_reading" in text for text in sql), sql
