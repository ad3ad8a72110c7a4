"""A lever that opens a cliff shows it: which rule, from which wage, how much."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from veerkracht.commands.levers import answer_json
from veerkracht.levers.cliffs import accounted_for, listed
from veerkracht.levers.tests.families import Raw
from veerkracht.money.quantities import ON_THE_WAY

DAY = dt.date(2026, 3, 1)
DAYS = ["ma", "di", "wo", "do", "vr"]
# Besluit kinderopvangtoeslag 2026, bijlage I: from 61,896 euros 92.4% instead of 93.9% for the first child.
TABLE_LIMIT, LESS = 61_896, 0.939 - 0.924
RATE = 11.23
WAGE = 17.80


def family() -> Raw:
    """A toddler five days in day care, at work in a shop that lets her begin five minutes later."""
    return {
        "travel_buffer_minutes": 5,
        "school_gate": {"minutes_before": 10, "minutes_after": 5},
        "parent": {
            "leave_after": "07:00",
            "home_by": "19:00",
            "work_from": "08:30",
            "work_to": "14:30",
            "minimum_shift_minutes": 120,
            "maximum_load_minutes_per_day": 600,
            "maximum_load_minutes_per_week": 3000,
            "maximum_work_days": 5,
            "maximum_paid_minutes_per_day": 480,
            "maximum_paid_minutes_per_week": 2400,
        },
        "travel": [
            {"from": "home", "to": "work", "minutes": 10},
            {"from": "home", "to": "kdv", "minutes": 5},
            {"from": "kdv", "to": "work", "minutes": 10},
        ],
        "children": [{"id": "S2", "kind": "toddler"}],
        "services": [
            {
                "id": "kdv",
                "type": "dagopvang",
                "place": "kdv",
                "children": ["S2"],
                "open_days": DAYS,
                "open": "07:00",
                "close": "18:30",
                "handover_minutes": 5,
                "contract_days": {"school": 5, "holiday": 5},
                "paid_hours_per_day": 10.5,
                "hourly_rate": RATE,
            }
        ],
    }


def facts(loon_partner: float) -> Raw:
    return {
        "heeft_partner": True,
        "loon_partner": loon_partner,
        "vermogen": 0,
        "kale_huur": 900,
        "servicekosten": 0,
        "leeftijd_ouder": 33,
        "aantal_medebewoners": 0,
        "maanden_bijstand": 0,
        "heeft_recht_op_kinderopvangtoeslag": True,
        "kinderen": [{"leeftijd": 2, "leeftijd_op_1_januari": 2}],
    }


def lever(found: Raw, name: str) -> Raw:
    return next(one for one in found["levers"] if one["id"] == name)


def yearly(hours: float) -> float:
    return hours * WAGE * 52 * 1.08


def test_a_longer_day_that_crosses_a_row_of_the_childcare_table_shows_that_row() -> None:
    bare = answer_json(family(), facts(30_000), WAGE, DAY)
    hours = bare["hours"]
    partner = TABLE_LIMIT - yearly(hours) - 1000
    found = lever(answer_json(family(), facts(partner), WAGE, DAY), "employer_window+60")
    assert found["hours"] > 0
    (cliff,) = found["cliffs"]
    assert cliff["name"] == "tabel kinderopvangtoeslag"
    assert cliff["article"] == "Besluit kinderopvangtoeslag, bijlage I"
    assert TABLE_LIMIT - 600 <= cliff["at_loon"] + partner <= TABLE_LIMIT
    assert cliff["at_hours"] == pytest.approx(cliff["at_loon"] / yearly(1), abs=0.01)
    month = 52 * 5 * 10.5 / 12 * RATE
    # The fall is the row, less what the wage of one step leaves after tax and other allowances.
    assert -LESS * month <= cliff["euros_per_month"] < 0
    assert "tabel kinderopvangtoeslag" in found["sentence"]
    allowance = next(x for x in found["changes"] if x["what"] == "kinderopvangtoeslag")
    assert allowance["euros_per_month"] <= -LESS * month + 1


def test_the_same_lever_away_from_the_row_shows_none() -> None:
    assert lever(answer_json(family(), facts(12_000), WAGE, DAY), "employer_window+60")["cliffs"] == []


def test_a_higher_wage_an_hour_can_open_a_cliff_too() -> None:
    hours = answer_json(family(), facts(30_000), WAGE, DAY)["hours"]
    partner = TABLE_LIMIT - yearly(hours) - 700
    found = lever(answer_json(family(), facts(partner), WAGE, DAY), "wage+1")
    assert [cliff["name"] for cliff in found["cliffs"]] == ["tabel kinderopvangtoeslag"]


def test_every_cliff_of_the_law_can_be_told_apart() -> None:
    nothing: dict[str, Any] = dict.fromkeys(ON_THE_WAY, 0.0)
    for cliff in listed():
        assert accounted_for(cliff, nothing, nothing, first_wage=True) == 0.0
