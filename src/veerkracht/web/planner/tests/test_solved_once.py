"""PERF-01: the same week is solved once, not once for each page that says something of it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from veerkracht.web.planner import actions
from veerkracht.web.planner.conftest import KDV
from veerkracht.web.planner.domain import week_answer
from veerkracht.week import answer


@pytest.fixture
def solver_runs(monkeypatch) -> list[str]:
    """The kind of each week that the solver was asked for, from an empty memory."""
    runs: list[str] = []
    real = answer.solve
    week_answer._solved.cache_clear()
    week_answer._answered.cache_clear()
    monkeypatch.setattr(
        answer, "solve", lambda family, kind, memo: runs.append(kind) or real(family, kind, memo)
    )
    return runs


def test_her_first_page_solves_her_week_once(as_, peter, samira_case, day_care, solver_runs):
    page = reverse("people:case", args=[samira_case.public_id])
    texts = [as_(peter).get(page).content.decode() for _ in range(3)]
    assert all("In een schoolweek past" in text for text in texts)
    assert solver_runs == ["school"]


def test_another_fact_is_another_week(as_, peter, samira_case, kids, day_care, solver_runs):
    page = reverse("people:case", args=[samira_case.public_id])
    as_(peter).get(page)
    facts = {**KDV, "name": "De Wilg", "children": [kids["Adam"]]}
    actions.add_part(by=peter, case=samira_case, kind="service", facts=facts)
    as_(peter).get(page)
    assert solver_runs == ["school", "school"]
