"""From the facts of a case to the typed record under law, money and week: every field a value or unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from veerkracht.household.household import (
    DAYS,
    Adult,
    Block,
    Care,
    Child,
    Cost,
    Debt,
    Grounds,
    Home,
    Household,
    Job,
    OtherIncome,
    Support,
    Travel,
    Wage,
    WeekKind,
)
from veerkracht.household.unknown import NOT_ASKED, Between, Unknown, known

from .queries import SavedFacts

PRESENT_JOB = "present"
CARE_KINDS = {"voorschoolse_opvang": "voorschoolse", "vakantieopvang": "vakantie", "geen": "none"}
PAY_MONTHS: dict[str, Literal["zelfde", "volgende"]] = {
    "zelfde_maand": "zelfde",
    "volgende_maand": "volgende",
}


@dataclass(frozen=True, kw_only=True)
class KnownChild:
    """A child of the file: its key, its first name and its birthday."""

    key: str
    name: str
    born: dt.date


def household_from(
    saved: SavedFacts, *, day: dt.date, born: dt.date | None, children: Iterable[KnownChild]
) -> Household:
    """The household on this day. `born` is her birthday as the file has it.

    Protected time stays unknown: nobody is asked whether the children are with her then.
    """
    cares = saved.groups("cares.")
    return Household(
        day=day,
        adult=Adult(born=born or NOT_ASKED, jobs=_jobs(saved)),
        lives_with_partner=_flag(saved.value("lives_with_partner")),
        partner=Adult(jobs=_partner_jobs(saved)),
        children=tuple(_child(saved, child, cares) for child in children),
        home=Home(
            rent=saved.value("home.rent"),
            service_costs=saved.value("home.service_costs"),
            co_residents=_count(saved.value("home.co_residents")),
            cost_sharers=_count(saved.value("home.cost_sharers")),
            co_residents_income=saved.value("home.co_residents_income"),
        ),
        support=_support(saved),
        other_income=_other_income(saved),
        debts=_debts(saved),
        costs=_costs(saved),
        wealth_on_1_january=saved.value("wealth_on_1_january"),
        childcare_ground=_ground(saved),
        travel=_travel(saved),
        course=blocks_of(saved.value("course.times")),
    )


def _jobs(saved: SavedFacts) -> tuple[Job, ...] | Unknown:
    """The work she has, and the work that is offered."""
    hours = saved.value("present_job.hours_per_week")
    jobs = [
        _job(key, "offered", {**job, "hours_per_week": NOT_ASKED})
        for key, job in saved.groups("jobs.").items()
        if job.get("sort", "job") == "job"
    ]
    if known(hours):
        jobs.insert(0, _job(PRESENT_JOB, "present", saved.under("present_job.")))
    return tuple(jobs) if jobs or hours == 0 else NOT_ASKED


def _job(key: str, state: Any, fields: Mapping[str, Any]) -> Job:
    wage = fields.get("wage_per_hour", NOT_ASKED)
    return Job(
        key=key,
        state=state,
        wage=wage if isinstance(wage, Unknown) else Wage(amount=wage, per="hour"),
        hours_per_week=fields.get("hours_per_week", NOT_ASKED),
        blocks=blocks_of(fields.get("blocks", NOT_ASKED)),
        pay_day=_count(fields.get("pay_day", NOT_ASKED)),
    )


def _partner_jobs(saved: SavedFacts) -> tuple[Job, ...] | Unknown:
    wage = saved.value("partner.wage_per_year")
    if isinstance(wage, Unknown):
        return wage
    return (Job(key="partner", state="present", wage=Wage(amount=wage, per="year")),) if wage else ()


def _child(saved: SavedFacts, child: KnownChild, cares: Mapping[str, Mapping[str, Any]]) -> Child:
    here = f"children.{child.key}."
    own = {
        key: care
        for key, care in cares.items()
        if child.key in (known(care.get("children", NOT_ASKED)) or ())
    }
    no_care = saved.value(f"money.children.{child.key}.care.kind") == "geen"
    return Child(
        key=child.key,
        name=child.name,
        born=child.born,
        cares=tuple(_care(key, care) for key, care in own.items()) if own or no_care else NOT_ASKED,
        school=blocks_of(saved.value(f"{here}school")),
        other_parent={
            kind: _days(saved.value(f"{here}other_parent.{kind}")) for kind in ("school", "holiday")
        },
        other_parent_safe=_flag(saved.value(f"{here}other_parent_safe")),
        alone_minutes={kind: saved.value(f"{here}alone_minutes.{kind}") for kind in ("school", "holiday")},
    )


def _care(key: str, care: Mapping[str, Any]) -> Care:
    kind, state = care.get("kind", NOT_ASKED), care.get("state", "agreed")
    days: dict[WeekKind, Any] = {
        "school": care.get("contract_days.school", NOT_ASKED),
        "holiday": care.get("contract_days.holiday", NOT_ASKED),
    }
    return Care(
        key=key,
        kind=kind if isinstance(kind, Unknown) else CARE_KINDS.get(kind, kind),
        state=state,
        contract_days=days,
        hours_per_day=care.get("hours_per_day", NOT_ASKED),
        hours_per_month=care.get("hours_per_month", NOT_ASKED),
        euros_per_hour=care.get("euros_per_hour", NOT_ASKED),
        opens=_minutes(care.get("opens", NOT_ASKED)),
        closes=_minutes(care.get("closes", NOT_ASKED)),
        latest_drop=_minutes(care.get("latest_drop", NOT_ASKED)),
        days=_days(care.get("days", NOT_ASKED)),
        place=str(known(care.get("place", NOT_ASKED)) or ""),
        person=known(care.get("name", NOT_ASKED)) if kind == "informeel" else None,
    )


def _support(saved: SavedFacts) -> Support:
    bijstand, paid = saved.value("support.bijstand"), saved.value("support.pay_month")
    return Support(
        bijstand_months_this_year=bijstand
        if isinstance(bijstand, Unknown)
        else 12
        if bijstand == "ja"
        else 0,
        exemption=saved.value("support.exemption"),
        months_low_income=_count(saved.value("support.months_low_income")),
        pay_day=_count(saved.value("support.pay_day")),
        pay_month=paid if isinstance(paid, Unknown) else PAY_MONTHS.get(paid, NOT_ASKED),
    )


def _other_income(saved: SavedFacts) -> tuple[OtherIncome, ...] | Unknown:
    euros = saved.value("other_income.euros")
    if isinstance(euros, Unknown):
        return euros
    taxed = _flag(saved.value("other_income.taxed"))
    return (OtherIncome(key="other", kind="other", euros=euros, gross=False, taxed=taxed),) if euros else ()


def _debts(saved: SavedFacts) -> tuple[Debt, ...] | Unknown:
    instalment = saved.value("debts.instalment")
    if isinstance(instalment, Unknown):
        return instalment
    return (Debt(key="all", creditor="", instalment=instalment),) if instalment else ()


def _costs(saved: SavedFacts) -> tuple[Cost, ...] | Unknown:
    amounts = {name: saved.value(f"costs.{name}") for name in ("fixed", "daily")}
    costs = tuple(
        Cost(key=name, name=name, euros=euros) for name, euros in amounts.items() if euros != NOT_ASKED
    )
    return costs or NOT_ASKED


def _ground(saved: SavedFacts) -> Grounds:
    on_course = _flag(saved.value("childcare_ground.course"))
    return Grounds(her="traject" if on_course is True else NOT_ASKED)


def _travel(saved: SavedFacts) -> Travel:
    mode = saved.value("travel.mode")
    legs = saved.under(f"travel.{mode}.") if isinstance(mode, str) else {}
    return Travel(
        mode=mode,
        legs={(leg.partition("-")[0], leg.partition("-")[2]): minutes for leg, minutes in legs.items()}
        or NOT_ASKED,
        euros_per_month=saved.value("travel.euros_per_month"),
        buffer=saved.value("limits.buffer"),
    )


def blocks_of(stated: Any) -> tuple[Block, ...] | Unknown:
    """Times as blocks; unknown stays unknown. Said by day (one block or several), or as rows with their weeks."""
    if isinstance(stated, Unknown):
        return stated
    rows = _rows_by_day(stated) if isinstance(stated, dict) else stated
    return tuple(
        Block(
            day=row["day"], start=_clock(row["from"]), end=_clock(row["to"]), weeks=row.get("weeks", "every")
        )
        for row in sorted(rows, key=lambda row: (DAYS.index(row["day"]), row["from"]))
    )


def _rows_by_day(days: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"day": day, "from": start, "to": end}
        for day, blocks in days.items()
        if blocks
        for start, end in ([blocks] if isinstance(blocks[0], str) else blocks)
    ]


def _clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _minutes(value: Any) -> Any:
    return value if isinstance(value, Unknown) else _clock(value)


def _days(value: Any) -> Any:
    return value if isinstance(value, Unknown) else frozenset(value)


def _count(value: Any) -> Any:
    return value if isinstance(value, Unknown | Between) else int(value)


def _flag(value: Any) -> bool | Unknown:
    """`ja` and `nee` of a choice, or a tick."""
    if isinstance(value, Unknown):
        return value
    return {"ja": True, "nee": False}.get(value, bool(value)) if isinstance(value, str) else bool(value)
