"""A budget line by moving one fact is the same, to the last bit, as asking for each point."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import NotKnown, calculate
from veerkracht.law.engine.line import along
from veerkracht.law.prepare import prepare
from veerkracht.law.tests.test_shape import ASKED, DAYS, households

WAGES = [300.0 * step for step in range(0, 200, 7)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(households(), DAYS)
def test_a_line_is_its_points(facts: dict[str, Any], day: dt.date) -> None:
    values = prepare(book(), day, facts).values

    def one(wage: float) -> dict[str, Any]:
        return calculate(book(), day, prepare(book(), day, {**facts, "loon": wage}).values, ASKED).amounts

    try:
        points = [one(wage) for wage in WAGES]
    except NotKnown:
        with pytest.raises(NotKnown):
            along(book(), day, values, {"loon": WAGES}, ASKED)
        return
    columns = along(book(), day, values, {"loon": WAGES}, ASKED)
    assert [dict(zip(columns, point, strict=True)) for point in zip(*columns.values(), strict=True)] == points
