"""What one change by one owner opens: for how many mothers, how many hours together, and how many euros a month.

A change of an opening time is that of one provider in one district; an employer's is asked of all of them. Her own
limits and her own network are no levers of a municipality. What goes out goes through the rule of `disclosure`, also
though nobody here exists: with a real caseload nothing would be different.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from veerkracht.disclosure.rule import (
    CountedCell,
    SeriesKeys,
    cell_label,
    published_count,
    published_hours,
    published_mean,
    record_key,
)
from veerkracht.household.problem import Refused
from veerkracht.levers.childcare import care, who_is_who
from veerkracht.levers.owners import owner_kind
from veerkracht.levers.purse import Money, ages_in
from veerkracht.week.days import Memo
from veerkracht.week.family import SCHOOL, Family, Service
from veerkracht.week.levers import levers, paid_minutes

from .districts import WEEK
from .families import PRICES, CaseloadFamily

IN_ONE_GO = 50
"""Families a process takes at a time: progress is said after each."""
EVERYWHERE = 0
"""The district of a change that is not about one place."""
CHILDCARE = "childcare"
SEVEN, HALF_PAST_EIGHT = 7 * 60, 8 * 60 + 30
MOST_EUROS = 500.0
"""A month, of one mother, that count in a mean."""


@dataclass(frozen=True, order=True)
class CaseloadChange:
    """One change: in which district (0 is all), of which service ("" is none), what, and whose it is."""

    district: int
    service: str
    code: str
    owner: str


@dataclass(frozen=True, kw_only=True)
class OpenedHours:
    """What a change opens for one family: paid hours a week, and euros a month left to spend."""

    family: str
    change: CaseloadChange
    hours: float
    euros: float


@dataclass(frozen=True, kw_only=True)
class PublishedChange:
    """A change with what may be published of it; None is not shown. `euros` is a mean, from a hundred mothers up."""

    change: CaseloadChange
    mothers: int | None
    hours: int | None
    euros: int | None


def opened_for(family: CaseloadFamily, *, day: dt.date) -> list[OpenedHours]:
    """Every change by somebody else that opens hours in this family's school week.

    Raises:
        Refused: the law has no answer for this family.
    """
    memo: Memo = {}
    money = Money(family.facts, family.hourly_wage, day, who_is_who(family.week, ages_in(family.facts, day)))
    minutes = paid_minutes(family.week, "school", memo)
    before = money.purse(money.loon(minutes), care(family.week)).disposable
    opened = []
    for change, changed in changes_for(family):
        after = paid_minutes(changed, "school", memo)
        if after > minutes:
            euros = money.purse(money.loon(after), care(changed)).disposable - before
            opened.append(
                OpenedHours(family=family.id, change=change, hours=(after - minutes) / 60, euros=euros)
            )
    return opened


def changes_for(family: CaseloadFamily) -> Iterator[tuple[CaseloadChange, Family]]:
    """Each change by somebody else, with the week as it then is."""
    week, district = family.week, family.district
    for lever in levers(week, "school"):
        if lever.group == "system":
            place = district if lever.service else EVERYWHERE
            yield CaseloadChange(place, lever.service, lever.code, owner_kind(lever)), lever.apply(week)
    for service in week.services:
        yield (
            CaseloadChange(district, service.type, "place_for_all", CHILDCARE),
            _with(week, with_a_place(service, week)),
        )
    if at_school := tuple(child.id for child in week.children if child.kind == "school"):
        early = before_school(at_school, week)
        yield CaseloadChange(district, early.type, "open_at_seven", CHILDCARE), _with(week, early)


def with_a_place(service: Service, week: Family) -> Service:
    """The same service with room on each day she works."""
    return replace(service, contract_days=dict.fromkeys(service.contract_days, week.parent.maximum_work_days))


def before_school(children: tuple[str, ...], week: Family) -> Service:
    """Care at school from seven until the bell, with room on each day she works; there already or new."""
    _, rate = PRICES["voorschoolse_opvang"]
    new = Service(
        id="voorschoolse_opvang",
        type="voorschoolse_opvang",
        place=SCHOOL,
        children=children,
        open_days=frozenset(WEEK),
        open=SEVEN,
        close=HALF_PAST_EIGHT,
        latest_drop=None,
        handover=5,
        contract_days={"school": 0, "holiday": 0},
        paid_hours_per_day=(HALF_PAST_EIGHT - SEVEN) / 60,
        hourly_rate=rate,
    )
    return with_a_place(new, week)


def _with(week: Family, service: Service) -> Family:
    return replace(week, services=(*(each for each in week.services if each.id != service.id), service))


def opened_in_caseload(
    families: Iterable[CaseloadFamily],
    *,
    day: dt.date,
    processes: int | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> tuple[list[OpenedHours], int]:
    """What opens for all of them, and for how many there was no answer; `progress` hears how many are done."""
    opened: list[OpenedHours] = []
    refused = done = 0
    with ProcessPoolExecutor(processes or os.cpu_count()) as pool:
        for part, without, size in pool.map(partial(_part, day), _parts(families)):
            opened += part
            refused, done = refused + without, done + size
            progress(done)
    return opened, refused


def _parts(families: Iterable[CaseloadFamily]) -> Iterator[tuple[CaseloadFamily, ...]]:
    rest = iter(families)
    while part := tuple(islice(rest, IN_ONE_GO)):
        yield part


def _part(day: dt.date, families: Sequence[CaseloadFamily]) -> tuple[list[OpenedHours], int, int]:
    opened: list[OpenedHours] = []
    refused = 0
    for family in families:
        try:
            opened += opened_for(family, day=day)
        except Refused:
            refused += 1
    return opened, refused, len(families)


def published(opened: Iterable[OpenedHours], *, keys: SeriesKeys, series: str) -> list[PublishedChange]:
    """The changes that may be shown, most hours first; what stays under the minimum is left out."""
    by_change: dict[CaseloadChange, list[OpenedHours]] = defaultdict(list)
    for each in opened:
        by_change[each.change].append(each)
    shown = [_published(change, rows, keys, series) for change, rows in sorted(by_change.items())]
    return sorted((each for each in shown if each.mothers), key=lambda each: -(each.hours or 0))


def _published(
    change: CaseloadChange, rows: list[OpenedHours], keys: SeriesKeys, series: str
) -> PublishedChange:
    place = (("district", str(change.district)), ("service", change.service), ("code", change.code))
    members = [record_key(keys, row.family) for row in rows]
    cell = CountedCell(series=series, label=cell_label(place), members=members)
    return PublishedChange(
        change=change,
        mothers=published_count(cell, keys),
        hours=published_hours(cell, keys, [row.hours for row in rows]),
        euros=published_mean(cell, keys, [row.euros for row in rows], most=MOST_EUROS),
    )
