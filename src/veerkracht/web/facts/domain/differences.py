"""Where money and the week say different things about one fact: both stay until somebody says which is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.household.unknown import NOT_ASKED, Unknown, known

from . import childcare
from .newest_statement import CARE, JOB, MONEY_CARE, MONEY_HOURS, MONEY_WAGE, Facts
from .offered_job import WAGE, hours_a_week, offered_jobs

CENT = 0.011
HOURS_OF_OFFER, WAGE_OF_OFFER = "hours_of_offer", "wage_of_offer"


@dataclass(frozen=True, kw_only=True)
class FactDifference:
    """One fact with two statements. `path` is where money said it; `subject` the child, the care or the job.

    `kept_as_money_says` are the values by path when money is right; None: only the week's own form can say that.
    """

    path: str
    field: str
    subject: str
    money: Any
    week: Any
    kept_as_money_says: Mapping[str, Any] | None = None


def differences_of(saved: Facts, children: Iterable[str]) -> list[FactDifference]:
    """All of them: childcare by child, hours of a care, offered work."""
    cares = saved.groups(CARE)
    differences = [one for child in children for one in _of_child(saved, child, cares)]
    differences += [one for key, care in cares.items() for one in _of_hours(key, care)]
    return differences + _of_offer(saved)


def _of_child(saved: Facts, child: str, cares: Mapping[str, Mapping[str, Any]]) -> list[FactDifference]:
    week, own = childcare.as_money_asks(child, cares), childcare.paid_cares(child, cares)
    differences = []
    for aspect in (childcare.KIND, childcare.HOURS, childcare.PRICE) if week else ():
        path = MONEY_CARE.format(child=child) + aspect
        stated, there = saved.value(path), getattr(week, aspect)
        if isinstance(stated, Unknown) or known(there) is None or _same(stated, there):
            continue
        if_money = _if_money_is_right(child, aspect, stated, own) if len(own) == 1 else None
        differences.append(
            FactDifference(
                path=path, field=aspect, subject=child, money=stated, week=there, kept_as_money_says=if_money
            )
        )
    return differences


def _if_money_is_right(
    child: str, aspect: str, stated: Any, own: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    key, care = next(iter(own.items()))
    children = known(care["children"]) or ()
    if aspect == childcare.KIND and stated == childcare.NO_CARE:
        return {f"{CARE}{key}.children": [one for one in children if one != child]}
    if len(children) > 1:
        return None
    if aspect == childcare.HOURS:
        return _hours_a_day(key, care, float(stated))
    return {f"{CARE}{key}.{aspect}": stated}


def _hours_a_day(key: str, care: Mapping[str, Any], hours: float) -> Mapping[str, Any] | None:
    """The same days with other hours a day, so that the month comes out at these hours."""
    school, holiday = (
        known(care.get(name, NOT_ASKED)) for name in (childcare.SCHOOL_DAYS, childcare.HOLIDAY_DAYS)
    )
    days = (school or 0) * childcare.SCHOOL_WEEKS + (holiday or 0) * childcare.HOLIDAY_WEEKS
    a_day = round(hours * childcare.MONTHS / days, 2) if days else 0
    if not 0 < a_day <= 24:
        return None
    return {f"{CARE}{key}.{childcare.HOURS_A_DAY}": a_day, f"{CARE}{key}.{childcare.HOURS}": NOT_ASKED}


def _of_hours(key: str, care: Mapping[str, Any]) -> list[FactDifference]:
    """Hours a month that were said, beside the days of the same care."""
    stated, days = known(care.get(childcare.HOURS, NOT_ASKED)), childcare.hours_from_days(care)
    if stated is None or not days or _same(stated, days):
        return []
    path = f"{CARE}{key}.{childcare.HOURS}"
    if_money = _hours_a_day(key, care, stated)
    return [
        FactDifference(
            path=path,
            field=childcare.HOURS,
            subject=key,
            money=stated,
            week=days,
            kept_as_money_says=if_money,
        )
    ]


def _of_offer(saved: Facts) -> list[FactDifference]:
    key, job = next(iter(offered_jobs(saved.groups(JOB)).items()), ("", {}))
    wage, hours = known(job.get(WAGE, NOT_ASKED)), hours_a_week(job)
    own_wage, own_hours = saved.value(MONEY_WAGE), saved.value(MONEY_HOURS)
    differences = []
    if wage is not None and known(own_wage) is not None and not _same(own_wage, wage):
        if_week = {f"{JOB}{key}.{WAGE}": own_wage}
        differences.append(
            FactDifference(
                path=MONEY_WAGE,
                field=WAGE_OF_OFFER,
                subject=key,
                money=own_wage,
                week=wage,
                kept_as_money_says=if_week,
            )
        )
    if hours is not None and known(own_hours) is not None and not _same(own_hours, hours):
        differences.append(
            FactDifference(path=MONEY_HOURS, field=HOURS_OF_OFFER, subject=key, money=own_hours, week=hours)
        )
    return differences


def _same(first: Any, other: Any) -> bool:
    if isinstance(first, int | float) and isinstance(other, int | float):
        return abs(first - other) < CENT
    return bool(first == other)
