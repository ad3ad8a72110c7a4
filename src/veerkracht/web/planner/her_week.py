"""Her week, one day at a time: who is where and when, as a list in the order of the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, Case
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAYS

from .domain.lanes import Lane, lanes_of
from .domain.week_answer import school_week
from .queries import week_of

WHOLE_DAY = 24 * 60


@dataclass(frozen=True, kw_only=True)
class WeekMoment:
    """Something that begins. Times in minutes after midnight."""

    start: int
    end: int
    name: str
    what: str
    is_hers: bool
    is_protected: bool

    @property
    def starts_at(self) -> dt.time:
        return dt.time(self.start // 60, self.start % 60)

    @property
    def ends_at(self) -> dt.time | None:
        """None for what lasts until the night."""
        return dt.time(self.end // 60, self.end % 60) if self.end < WHOLE_DAY else None

    @property
    def is_all_day(self) -> bool:
        return (self.start, self.end) == (0, WHOLE_DAY)


@dataclass(frozen=True, kw_only=True)
class HerDay:
    """`code` names it in an address: "ma" to "vr"."""

    code: str
    on: dt.date
    moments: list[WeekMoment]


@dataclass(frozen=True, kw_only=True)
class HerWeek:
    """The five days from Monday on."""

    days: list[HerDay]

    def day(self, name: str, today: dt.date) -> HerDay:
        """The day with this name ("ma" to "vr"), else today, else the first of them."""
        by_name = dict(zip(DAYS, self.days, strict=True))
        if name in by_name:
            return by_name[name]
        return next((each for each in self.days if each.on == today), self.days[0])


def her_week(*, case: Case, account: Account, day: dt.date) -> HerWeek | None:
    """The week in which `day` lies, or the next one on Saturday and Sunday; None as long as nobody told anything."""
    facts = week_of(case=case, account=account, day=day)
    if facts.is_empty:
        return None
    try:
        week = school_week(facts.saved)
    except BadInput:
        return None
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=day.weekday() > 4)
    lanes = lanes_of(week, facts.saved.many("block"), "", hide_travel=facts.saved.places_are_secret)
    days = [
        HerDay(
            code=each.day,
            on=monday + dt.timedelta(days=DAYS.index(each.day)),
            moments=_moments(each.lanes),
        )
        for each in lanes
    ]
    return HerWeek(days=days)


def _moments(lanes: Iterable[Lane]) -> list[WeekMoment]:
    moments = [
        WeekMoment(
            start=bar.start,
            end=bar.end,
            name=lane.name or _t("Jij"),
            what=bar.words,
            is_hers=not lane.name,
            is_protected=bar.kind == "kept",
        )
        for lane in lanes
        for bar in lane.bars
    ]
    return sorted(moments, key=lambda moment: (moment.start, not moment.is_hers, moment.name))
