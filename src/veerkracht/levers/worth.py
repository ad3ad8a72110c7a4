"""Each lever with its hours and its euros: what changes in the week, priced with the household's own facts.

Order of the list: the system first (childcare, employer, school, municipality, landlord), then the network, and her own
limits last; within one owner the most euros first. Her own limits are computed and never proposed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.levers.childcare import USUAL_YEAR, care, who_is_who
from veerkracht.levers.cliffs import Cliff, cliffs_between
from veerkracht.levers.money_levers import MoneyLever, money_levers
from veerkracht.levers.owners import ORDER, OWN, owner_kind, promise_of
from veerkracht.levers.purse import Money, Purse, ages_in
from veerkracht.week.days import Memo
from veerkracht.week.family import Family
from veerkracht.week.lever import Gain, Lever, LeverPair
from veerkracht.week.levers import gains
from veerkracht.week.solver import solve


@dataclass(frozen=True)
class Worth:
    """What one lever gives: paid minutes a week and euros a month, with what changes to get there.

    `owner_kind` is the owner as the plan knows it; `promise_of` whose promise it could become, "signaal" where no
    single party can promise it, None for her own limits. `changes` is the lever, or the two that are taken together;
    of two together the owner is that of the first.
    """

    id: str
    owner: str
    owner_kind: str
    promise_of: str | None
    ring: str
    changes: tuple[Lever | MoneyLever, ...]
    minutes: int
    minutes_after: int
    euros: float
    disposable: float
    independent: bool
    parts: Mapping[str, float]
    cliffs: tuple[Cliff, ...]

    @property
    def proposed(self) -> bool:
        """Worth showing as something the system could do; never one of her own limits."""
        return self.owner_kind != OWN and (self.minutes > 0 or (self.minutes == 0 and self.euros >= 0.005))


@dataclass(frozen=True)
class Found:
    """The week as it is, what is left to spend in it, and every lever in order."""

    minutes: int
    money: Money
    purse: Purse
    levers: list[Worth]


def worth_of_levers(family: Family, facts: Any, hourly_wage: float, day: dt.date) -> Found:
    """Everything about one family; its levers share the days they have in common."""
    memo: Memo = {}
    money = Money(facts, hourly_wage, day, who_is_who(family, ages_in(facts, day)))
    week = solve(family, "school", memo)
    minutes, work_days = (week.paid, week.work_days) if week else (0, 0)
    purse = money.purse(money.loon(minutes), care(family))
    worths = [priced(family, gain, money, minutes) for gain in gains(family, "school", memo)]
    worths += priced_money(family, money, minutes, work_days)
    return Found(minutes, money, purse, in_order(worths))


def in_order(worths: Iterable[Worth]) -> list[Worth]:
    """The system first; within one owner the most euros first."""
    return sorted(worths, key=lambda w: (ORDER.index(w.owner_kind), -round(w.euros, 2), -w.minutes))


def priced(family: Family, gain: Gain | LeverPair, money: Money, minutes: int) -> Worth:
    """A lever of a school week, or two together: its own hours and its own contracts, at her wage."""
    return _of_week(family, gain, money, minutes, (minutes, minutes + gain.minutes))


def priced_in_holidays(
    family: Family, gain: Gain | LeverPair, money: Money, school: int, holiday: int
) -> Worth:
    """A lever of a holiday week: what its minutes are worth where holiday weeks are paid by their own hours.

    The weeks that count are those of the year's cover: holiday weeks without leave and without the other parent.
    """
    ways = (over_the_year(family, school, one) for one in (holiday, holiday + gain.minutes))
    return _of_week(family, gain, money, holiday, (next(ways), next(ways)))


def over_the_year(family: Family, school: int, holiday: int) -> float:
    """Paid minutes a week on average, when the holiday weeks that are worked are paid by their own minutes."""
    year = family.year
    of_school, of_holidays = (year.school_weeks, year.holiday_weeks) if year else USUAL_YEAR
    away = year.leave_weeks + year.other_parent_weeks if year else 0
    weeks, worked = of_school + of_holidays, max(0, of_holidays - away)
    return (school * (weeks - worked) + holiday * worked) / weeks


def _of_week(
    family: Family, gain: Gain | LeverPair, money: Money, minutes: int, paid: tuple[float, float]
) -> Worth:
    """`minutes` are those of the week that is looked at, `paid` those a week that are paid, before and after."""
    first = gain.levers[0]
    before = money.purse(money.loon(paid[0]), care(family))
    contracts = care(_with_all(family, gain.levers))
    loon = money.loon(paid[1])
    after = money.purse(loon, contracts)
    return Worth(
        id=" + ".join(lever.id for lever in gain.levers),
        owner=first.owner,
        owner_kind=owner_kind(first),
        promise_of=promise_of(first),
        ring=first.ring,
        changes=gain.levers,
        minutes=gain.minutes,
        minutes_after=minutes + gain.minutes,
        euros=after.disposable - before.disposable,
        disposable=after.disposable,
        independent=after.independent,
        parts=_changes(before, after),
        cliffs=tuple(cliffs_between(money, money.loon(paid[0]), loon, contracts)),
    )


def _with_all(family: Family, levers: Iterable[Lever]) -> Family:
    for lever in levers:
        family = lever.apply(family)
    return family


def priced_money(family: Family, money: Money, minutes: int, work_days: int) -> list[Worth]:
    """The levers that leave the week as it is."""
    purse = money.purse(money.loon(minutes), care(family))
    unpriced = money_levers(family, money, purse, minutes, work_days)
    return [_of_money(lever, purse, money, minutes, family) for lever in unpriced]


def _of_money(lever: MoneyLever, before: Purse, money: Money, minutes: int, family: Family) -> Worth:
    """A lever that leaves the week as it is."""
    extra = sum(lever.extra.values())
    cliffs = cliffs_between(money, money.loon(minutes), lever.loon, care(family))
    return Worth(
        id=lever.id,
        owner=lever.owner,
        owner_kind=lever.owner_kind,
        promise_of=lever.promise_of,
        ring="exo",
        changes=(lever,),
        minutes=0,
        minutes_after=minutes,
        euros=lever.purse.disposable + extra - before.disposable,
        disposable=lever.purse.disposable + extra,
        independent=lever.purse.independent,
        parts=_changes(before, lever.purse) | {name: more for name, more in lever.extra.items() if more},
        cliffs=tuple(cliffs),
    )


def _changes(before: Purse, after: Purse) -> dict[str, float]:
    """What comes in or goes out differently, part by part; together it is the difference."""
    old, new = before.parts, after.parts
    return {name: new[name] - old[name] for name in new if abs(new[name] - old[name]) >= 0.005}
