"""What is so on which day, read from facts and events in the form of `veerkracht months`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

LONG_AGO, NEVER = dt.date(1990, 1, 1), dt.date(2090, 1, 1)
DAY = dt.timedelta(days=1)


def month_of(day: dt.date) -> dt.date:
    return day.replace(day=1)


def later(month: dt.date, count: int = 1) -> dt.date:
    """The first day of the month so many months on."""
    number = month.year * 12 + month.month - 1 + count
    return dt.date(number // 12, number % 12 + 1, 1)


def last_day(month: dt.date) -> dt.date:
    return later(month) - DAY


def counts_from(day: dt.date) -> dt.date:
    """Awir art. 5: what changes after the first day of a month counts from the next."""
    return day if day.day == 1 else later(month_of(day))


def day_in(month: dt.date, day: int) -> dt.date:
    return month.replace(day=min(day, calendar.monthrange(month.year, month.month)[1]))


def school(born: dt.date) -> dt.date:
    """From when a child is in secondary school: the summer in which it is twelve before October, or the next one."""
    return dt.date(born.year + (12 if born.month < 10 else 13), 8, 1)


@dataclass(frozen=True, kw_only=True)
class Spell:
    """From a day until (not with) another."""

    start: dt.date = LONG_AGO
    end: dt.date = NEVER

    def days(self, month: dt.date) -> int:
        return max(0, (min(self.end, later(month)) - max(self.start, month)).days)

    def share(self, month: dt.date) -> float:
        return self.days(month) / (later(month) - month).days

    def work_days(self, start: dt.date, end: dt.date) -> int:
        """Mondays to Fridays of this spell in a stretch of days."""
        low, high = max(self.start, start), min(self.end, end)
        return sum((low + DAY * n).weekday() < 5 for n in range(max(0, (high - low).days)))

    def work_share(self, month: dt.date) -> float:
        return self.work_days(month, later(month)) / Spell().work_days(month, later(month))


@dataclass(frozen=True, kw_only=True)
class Work(Spell):
    """One wage: `month` gross, by the month or by four weeks; `began` when the job did."""

    hours_pay: float
    began: dt.date = LONG_AGO
    pay_day: int = 25
    next_month: bool = False
    four_weekly: bool = False
    first_pay: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Income(Spell):
    kind: str
    amount: float
    pay_day: int = 25


@dataclass(frozen=True, kw_only=True)
class Partner(Spell):
    wage: float
    pay_day: int = 25
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class Care(Spell):
    """Childcare of one child; `start` and `end` are first days of months."""

    child: int
    kind: str
    hours: float
    rate: float


@dataclass(kw_only=True)
class World:
    """A household under the events that are known."""

    facts: dict[str, Any]
    events: list[dict[str, Any]]
    start: dt.date
    works: list[Work] = field(default_factory=list)
    bijstand: list[Spell] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)
    incomes: list[Income] = field(default_factory=list)
    care: list[Care] = field(default_factory=list)
    children: list[dt.date] = field(default_factory=list)
    rents: list[tuple[dt.date, float]] = field(default_factory=list)
    ww: Income | None = None
    estimates: list[tuple[dt.date, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        f = self.facts
        self.children = [dt.date.fromisoformat(k["geboortedatum"]) for k in f["kinderen"]]
        self.rents = [(LONG_AGO, f["kale_huur"])]
        if f["loon"]:
            self.works = [Work(hours_pay=f["loon"] / 12.96, pay_day=f.get("betaaldag_loon", 25))]
        if f["maanden_bijstand"]:
            self.bijstand = [Spell()]
        if f["heeft_partner"]:
            ground = f.get("grond_kinderopvang_partner", "")
            self.partners = [Partner(wage=f["loon_partner"], ground=ground)]
        for number, child in enumerate(f["kinderen"], 1):
            if child.get("opvangsoort"):
                kind, hours, rate = child["opvangsoort"], child["opvanguren"], child["uurtarief"]
                self.care.append(Care(child=number, kind=kind, hours=hours, rate=rate))
        for row in f.get("inkomen", []):
            self.incomes.append(
                Income(kind=row["soort"], amount=row["bruto"], pay_day=row.get("betaaldag", 25))
            )
        for event in sorted(self.events, key=lambda e: str(e["on"])):
            getattr(self, "_" + event["kind"])(dt.date.fromisoformat(event["on"]), event)

    def known_on(self, day: dt.date) -> World:
        """The same household as it is known on a day: later events are not there yet."""
        events = [e for e in self.events if e["on"] <= day.isoformat()]
        if len(events) == len(self.events):
            return self
        if len(events) not in self._known:
            self._known[len(events)] = World(facts=self.facts, events=events, start=self.start)
        return self._known[len(events)]

    @cached_property
    def _known(self) -> dict[int, World]:
        return {}

    def care_in(self, month: dt.date) -> list[Care]:
        """The childcare of a month, of children who are born."""
        there = [c for c in self.care if c.start <= month < c.end]
        return [c for c in there if self.children[c.child - 1] <= month < school(self.children[c.child - 1])]

    # Each kind of event.

    def _job_starts(self, on: dt.date, e: dict[str, Any]) -> None:
        first = e.get("first_pay_on")
        self.works.append(
            Work(
                start=on,
                began=on,
                hours_pay=e["hours"] * e["hourly_wage"] * 52 / 12,
                pay_day=e.get("pay_day", self.facts.get("betaaldag_loon", 25)),
                next_month=e.get("pay_month") == "volgende",
                four_weekly=e.get("pay") == "four_weekly",
                first_pay=dt.date.fromisoformat(first) if first else None,
            )
        )

    def _job_ends(self, on: dt.date, e: dict[str, Any]) -> None:
        self.works[-1] = replace(self.works[-1], end=on)

    def _hours_change(self, on: dt.date, e: dict[str, Any]) -> None:
        old = self.works[-1]
        self.works[-1] = replace(old, end=on)
        self.works.append(replace(old, start=on, hours_pay=e["hours"] * e["hourly_wage"] * 52 / 12))

    def _bijstand_starts(self, on: dt.date, e: dict[str, Any]) -> None:
        self.bijstand.append(Spell(start=on))

    def _bijstand_ends(self, on: dt.date, e: dict[str, Any]) -> None:
        self.bijstand[-1] = replace(self.bijstand[-1], end=on)

    def _partner_joins(self, on: dt.date, e: dict[str, Any]) -> None:
        ground = e.get("childcare_ground", "")
        self.partners.append(Partner(start=on, wage=e["wage"], pay_day=e.get("pay_day", 25), ground=ground))

    def _partner_leaves(self, on: dt.date, e: dict[str, Any]) -> None:
        self.partners[-1] = replace(self.partners[-1], end=on)

    def _child_born(self, on: dt.date, e: dict[str, Any]) -> None:
        self.children.append(on)

    def _childcare_starts(self, on: dt.date, e: dict[str, Any]) -> None:
        care = Care(start=counts_from(on), child=e["child"], kind=e["care"], hours=0, rate=e["hourly_rate"])
        self.care.append(replace(care, hours=e["hours_per_month"]))

    def _childcare_changes(self, on: dt.date, e: dict[str, Any]) -> None:
        self._childcare_ends(on, e)
        self._childcare_starts(on, e)

    def _childcare_ends(self, on: dt.date, e: dict[str, Any]) -> None:
        number = max(n for n, c in enumerate(self.care) if c.child == e["child"])
        self.care[number] = replace(self.care[number], end=counts_from(on))

    def _rent_changes(self, on: dt.date, e: dict[str, Any]) -> None:
        self.rents.append((on, e["rent"]))

    def _other_income_changes(self, on: dt.date, e: dict[str, Any]) -> None:
        same = [n for n, i in enumerate(self.incomes) if i.kind == e["type"] and i.end == NEVER]
        day = e.get("pay_day", 25)
        for n in same:
            self.incomes[n] = replace(self.incomes[n], end=on)
            day = e.get("pay_day", self.incomes[n].pay_day)
        if e["amount"]:
            self.incomes.append(Income(start=on, kind=e["type"], amount=e["amount"], pay_day=day))

    def _ww_starts(self, on: dt.date, e: dict[str, Any]) -> None:
        self.ww = Income(start=on, kind="ww", amount=e["wage"], pay_day=e["pay_day"])

    def _one_off(self, on: dt.date, e: dict[str, Any]) -> None:
        """A bill changes no other amount."""

    def _estimate_passed_on(self, on: dt.date, e: dict[str, Any]) -> None:
        self.estimates.append((on, e["income"]))
