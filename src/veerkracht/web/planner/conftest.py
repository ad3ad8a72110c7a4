"""The week of Samira as people told it: day care for Adam on two days, after-school care for Yara on none."""

from __future__ import annotations

from typing import Any

import pytest

from veerkracht.web.facts.queries import facts_of
from veerkracht.web.people.models import Case
from veerkracht.web.planner import actions
from veerkracht.web.planner.saved_facts import parts_of

KDV: dict[str, Any] = {
    "type": "dagopvang",
    "name": "Kinderdagverblijf",
    "at": "own",
    "open_days": ["ma", "di", "wo", "do", "vr"],
    "open": "07:30",
    "close": "18:00",
    "latest_drop": "09:30",
    "handover": 8,
    "days_school": 2,
    "days_holiday": 2,
    "hours_per_day": 10.5,
    "rate": 10.9,
}


def saved_parts(case: Case, kind: str) -> list[dict[str, Any]]:
    """What was said in the week about this kind of part of the household."""
    return [facts for (found, _key), facts in parts_of(facts_of(case=case)).items() if found == kind]


@pytest.fixture
def kids(samira_case: Case) -> dict[str, str]:
    """The key of each child by first name."""
    return {child.first_name: str(child.pk) for child in samira_case.household.children.order_by("pk")}


@pytest.fixture
def tell(peter: Any, samira_case: Case) -> Any:
    def told(kind: str, key: str = "", **facts: Any) -> Any:
        return actions.tell_part(by=peter, case=samira_case, kind=kind, key=key, seen_version=0, facts=facts)

    return told


@pytest.fixture
def day_care(peter: Any, samira_case: Case, kids: dict[str, str]) -> Any:
    facts = {**KDV, "children": [kids["Adam"]]}
    return actions.add_part(by=peter, case=samira_case, kind="service", facts=facts)


@pytest.fixture
def shop(peter: Any, samira_case: Case) -> Any:
    times = {day: ["07:45", "16:15"] for day in ("ma", "di", "wo", "do")}
    facts = {"name": "Fietsenwinkel", "sort": "job", "days": times, "home": 25, "travel": {}, "wage": 14.71}
    return actions.add_part(by=peter, case=samira_case, kind="offer", facts=facts)
