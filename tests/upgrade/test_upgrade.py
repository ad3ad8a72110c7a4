"""A database of an earlier version, upgraded: nobody and nothing is lost.

The dumps are the demo municipality as it stood on 29 November 2026, before the second storey; every person in it
is invented. Counts and texts below were read from the dumps, not from what the program makes of them today.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from .conftest import rows_of_then, run

COUNTS = """
import json, django
django.setup()
from django.apps import apps
print(json.dumps({m._meta.db_table: m._base_manager.count() for m in apps.get_models(include_auto_created=True)}))
"""
TEXTS = """
import json, django
django.setup()
from veerkracht.web.plan.models import Promise
from veerkracht.web.people.models import Case
case = Case.objects.get(first_name="Samira")
print(json.dumps([[p.what, p.owner, str(p.due_on), p.answer] for p in case.plan.promises.order_by("pk")]))
"""


# The facts of a week and of money, and how many of them the dump holds. They moved to `facts`, one row each; the
# rows of the week went with them, those of money stay for what is only looked at.
MOVED = """
import json, django
django.setup()
from veerkracht.web.facts.models import Statement
from veerkracht.web.people.models import Account, Case
from veerkracht.web.planner.queries import week_of
from veerkracht.web.purse.queries import purse_of
import datetime as dt
found = {}
for case in Case.objects.order_by("pk"):
    week = week_of(case=case, account=case.account or Account.objects.first(), day=dt.date(2026, 11, 29)).saved.parts
    found[case.pk] = {
        "week": sorted([list(key), facts] for key, facts in week.items()),
        "money": purse_of(case=case).answers,
    }
print(json.dumps(found))
"""


SAID_THEN = """
import json, django
django.setup()
from django.db import connection
found = {}
with connection.cursor() as rows:
    rows.execute("SELECT case_id, kind, key, facts FROM planner_part")
    for case, kind, key, facts in rows.fetchall():
        facts = json.loads(facts) if isinstance(facts, str) else facts
        found.setdefault(case, {"week": [], "money": {}})["week"].append([[kind, key], facts])
    rows.execute("SELECT case_id, answers FROM purse_partanswers")
    for case, answers in rows.fetchall():
        answers = json.loads(answers) if isinstance(answers, str) else answers
        found.setdefault(case, {"week": [], "money": {}})["money"].update(answers)
print(json.dumps(found))
"""


def check_nothing_said_is_lost(url: str, said: dict[str, Any]) -> None:
    """Each part of a week and each answer about money reads as it did; Geld never gets the week's in its place."""
    now = json.loads(run(url, "-c", MOVED))
    for case, then in said.items():
        week = {tuple(key): facts for key, facts in now[case]["week"]}
        for (kind, key), facts in then["week"]:
            mode = week.get(("travel_mode", ""), {}) if kind == "limits" else {}
            assert {**mode, **week[kind, key]} == facts, (case, kind, key)
        assert {name: now[case]["money"].get(name) for name in then["money"]} == then["money"], case


def check_upgrade(url: str) -> None:
    said = json.loads(run(url, "-c", SAID_THEN))
    run(url, "-m", "veerkracht.cli", "web", "migrate", "--verbosity", "0")
    now = json.loads(run(url, "-c", COUNTS))
    then = rows_of_then()
    assert then["people_case"] == 14, "the dump itself"
    missing = {table: count for table, count in then.items() if now.get(table) != count}
    assert missing.keys() == {"planner_part"}, (
        "every row of every other table of ours is there after the upgrade"
    )
    check_nothing_said_is_lost(url, said)
    promises = json.loads(run(url, "-c", TEXTS))
    assert ["Praat niet over terugbetalen zonder dat Samira erbij is.", "klantmanager"] in [
        promise[:2] for promise in promises
    ]


@pytest.mark.one_database
def test_sqlite_of_29_november_is_upgraded_without_loss(sqlite_of_then: str) -> None:
    check_upgrade(sqlite_of_then)


def test_postgresql_of_29_november_is_upgraded_without_loss(postgresql_of_then: str) -> None:
    check_upgrade(postgresql_of_then)
