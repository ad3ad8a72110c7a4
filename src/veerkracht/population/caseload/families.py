"""Invented families with a care week: synthetic households that live on bijstand, each in one of the districts.

Money and children come from the public figures of `synthetic`; the week from the figures under `[week]`, of which most
are assumptions. People of her own network are left out: no municipality can promise them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp, log
from random import Random
from typing import Any

from veerkracht.week.family import Family
from veerkracht.week.reading import read_family

from ..synthetic.columns import as_facts
from ..synthetic.draw import SyntheticHouseholds, draw
from ..synthetic.figures import figure
from .districts import WEEK, District, chosen, draw_districts

TODDLER_UNTIL, SCHOOL_UNTIL = 4, 12
COMMUTE, SPREAD, LONGEST = 16, 0.6, 60
TO_CARE = 6
"""Minutes by bicycle, 0.7 km and handing over."""
ON_A_DAY, SPREAD_ON_A_DAY = 510, 60
"""Minutes of work and care she can carry a day."""
PRICES = {"dagopvang": (10.5, 11.6), "bso": (3.5, 10.2), "voorschoolse_opvang": (1.0, 10.2)}
"""Paid hours a day and EUR an hour: assumptions."""
ON_BIJSTAND_OF_ALL = 4
"""So many households are drawn for one that lives on bijstand; about one in five does."""
Raw = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class CaseloadFamily:
    """One invented mother: where she lives, her week, the facts of the law, and what the work pays an hour."""

    id: str
    district: int
    week: Family
    facts: Raw
    hourly_wage: float


def draw_caseload(families: int, seed: int, day: dt.date) -> Iterator[CaseloadFamily]:
    """So many families on bijstand with a child under eighteen; the same seed gives the same ones."""
    districts = draw_districts(seed)
    households = draw(families * (ON_BIJSTAND_OF_ALL + 4), seed, day)
    on_bijstand = [at for at in range(len(households)) if households.facts["maanden_bijstand"][at] > 0]
    for number, at in enumerate(on_bijstand[:families]):
        dice = Random(f"{seed} {number}")
        yield _family(number, at, households, districts[dice.randrange(len(districts))], dice)


def _family(
    number: int, at: int, households: SyntheticHouseholds, district: District, dice: Random
) -> CaseloadFamily:
    facts = as_facts(households, at)
    facts.pop("loon")
    ages = [_age(child["geboortedatum"], households.day) for child in facts["kinderen"]]
    for child in facts["kinderen"]:
        for care in ("opvangsoort", "opvanguren", "uurtarief"):
            child.pop(care, None)
    return CaseloadFamily(
        id=f"synthetisch-{number}",
        district=district.number,
        week=read_family(week_of(ages, district, dice)),
        facts=facts,
        hourly_wage=round(dice.uniform(14.71, 17.5), 2),
    )


def _age(born: str, day: dt.date) -> int:
    on = dt.date.fromisoformat(born)
    return max(0, day.year - on.year - ((day.month, day.day) < (on.month, on.day)))


def week_of(ages: list[int], district: District, dice: Random) -> Raw:
    """The week of a family in the form of `veerkracht week`."""
    away = frozenset(dice.sample(WEEK, int(chosen(dice, figure("week", "other_parent_days")))))
    children = [_child(number, age, district, away) for number, age in enumerate(ages)]
    services = _services(children, district, int(chosen(dice, figure("week", "care_contract_days"))))
    return {
        "name": "synthetisch",
        "travel_buffer_minutes": 5,
        "school_gate": {"minutes_before": 10, "minutes_after": 5},
        "parent": _parent(dice),
        "travel": _travel(dice),
        "children": children,
        "services": services,
        "year": {
            **{f"{kind}_weeks": weeks for kind, weeks in figure("week", "school_weeks").items()},
            "leave_weeks": 4,
            "study_days": 6,
            "other_parent_weeks": 0,
            "sick_days": {"toddler": 8, "school": 4, "teen": 0},
        },
    }


def _child(number: int, age: int, district: District, away: frozenset[str]) -> Raw:
    kind = "toddler" if age < TODDLER_UNTIL else "school" if age < SCHOOL_UNTIL else "teen"
    child: Raw = {"id": f"kind{number}", "kind": kind}
    child["other_parent_days"] = {week: sorted(away) for week in ("school", "holiday")}
    if kind != "toddler":
        child["school"] = district.school
    if kind == "teen":
        child |= {
            "own_travel_minutes": 15,
            "alone_after_school_minutes": 180,
            "alone_in_holiday_minutes": 480,
        }
    return child


def _services(children: list[Raw], district: District, contract_days: int) -> list[Raw]:
    small = [child["id"] for child in children if child["kind"] == "toddler"]
    at_school = [child["id"] for child in children if child["kind"] == "school"]
    offered: list[tuple[str, list[str], Raw]] = [
        ("dagopvang", small, {"open": district.opens, "close": district.closes}),
        ("bso", at_school, {"close": district.closes}),
    ]
    if district.has_care_before_school:
        offered.append(("voorschoolse_opvang", at_school, {"open": district.opens, "close": "08:30"}))
    return [_service(type_, ids, times, contract_days) for type_, ids, times in offered if ids]


def _service(type_: str, children: list[str], times: Mapping[str, str], contract_days: int) -> Raw:
    hours, rate = PRICES[type_]
    return {
        "id": type_,
        "type": type_,
        "place": "kdv" if type_ == "dagopvang" else "school",
        "children": children,
        "open_days": list(WEEK),
        **times,
        "handover_minutes": 5,
        "contract_days": dict.fromkeys(("school", "holiday"), contract_days),
        "paid_hours_per_day": hours,
        "hourly_rate": rate,
    }


def _parent(dice: Random) -> Raw:
    window = chosen(dice, figure("week", "shift_window")).split(" ")[0]
    begins, ends = window.split("-")
    day = max(240, min(660, round(dice.gauss(ON_A_DAY, SPREAD_ON_A_DAY) / 15) * 15))
    days = dice.choice((2, 3, 4))
    return {
        "leave_after": min("07:00", begins),
        "home_by": "18:30",
        "work_from": begins,
        "work_to": ends,
        "minimum_shift_minutes": 180,
        "maximum_load_minutes_per_day": day,
        "maximum_load_minutes_per_week": day * days,
        "maximum_work_days": days,
        "maximum_paid_minutes_per_day": 480,
        "maximum_paid_minutes_per_week": 2400,
    }


def _travel(dice: Random) -> list[Raw]:
    commute = min(LONGEST, max(2, round(exp(dice.gauss(log(COMMUTE), SPREAD)))))
    legs = [
        ("home", "work", commute),
        ("home", "school", TO_CARE),
        ("home", "kdv", TO_CARE),
        ("kdv", "school", TO_CARE),
        ("school", "work", commute),
        ("kdv", "work", commute),
    ]
    return [{"from": start, "to": end, "minutes": minutes} for start, end, minutes in legs]
