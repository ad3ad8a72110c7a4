"""The answer for one family: both kinds of week, what would give more, and the year.

Everything is computed here once, with one `memo`; a page only writes it down.
"""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.week.annual import Annual, annual
from veerkracht.week.binding import Binding, binding
from veerkracht.week.days import Memo
from veerkracht.week.family import Family
from veerkracht.week.levers import Gain, Pair, gains, paid_minutes, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.reasons import reason
from veerkracht.week.schedule import DayPlan, schedule
from veerkracht.week.solver import solve
from veerkracht.week.times import Kind
from veerkracht.week.unknown import bounds

from .family import Raw, family_json
from .told import Told

PAIRS = 4


@dataclass(frozen=True)
class Week:
    """One kind of week. `best` is the most when something is unknown, `paid` then the least."""

    kind: Kind
    family: Family
    paid: int
    best: int
    load: int
    days: tuple[DayPlan, ...]
    reason: str | None


@dataclass(frozen=True)
class Look:
    """What stands on the page; `mistake` is the sentence of a week that contradicts itself."""

    school: Week
    holiday: Week
    gains: tuple[Gain, ...]
    pairs: tuple[Pair, ...]
    binding: tuple[Binding, ...]
    annual: Annual | None
    unknown: tuple[str, ...]

    def week(self, kind: Kind) -> Week:
        return self.school if kind == "school" else self.holiday

    @property
    def shown_pairs(self) -> tuple[Pair, ...]:
        return self.pairs[:PAIRS]

    @property
    def proposed(self) -> list[Gain]:
        return [gain for gain in self.gains if gain.proposed]


def look(told: Told, kind: Kind = "school") -> Look:
    """Both weeks, and the levers of the week that is looked at.

    Raises:
        BadInput: two parts contradict each other; one Dutch sentence says which.
    """
    memo: Memo = {}
    school, holiday = _week(told, "school", memo), _week(told, "holiday", memo)
    shown = school if kind == "school" else holiday
    single = gains(shown.family, kind, memo)
    both = pairs(shown.family, kind, single, memo)
    helpless = not both and not any(gain.proposed for gain in single)
    return Look(
        school,
        holiday,
        tuple(single),
        tuple(both),
        tuple(_stops(shown.family, kind, memo)) if helpless else (),
        annual(school.family, school.paid, holiday.paid),
        tuple(_unknown(family_json(told))),
    )


def school_week(told: Told, mode: str = "") -> Week:
    """A school week alone; with `mode` as it would be with another way of travelling.

    Raises:
        BadInput: as `look`.
    """
    return _week(told, "school", {}, mode)


def family_of(told: Told) -> Family:
    """The family as it is when what is unknown is taken at its worst.

    Raises:
        BadInput: as `look`.
    """
    return school_week(told).family


def _week(told: Told, kind: Kind, memo: Memo, mode: str = "") -> Week:
    """The best week; with something unknown at worst, and the best it could be beside it."""
    raw = family_json(told, mode)
    family, at_best = _read(raw, "worst"), _read(raw, "best")
    week = solve(family, kind, memo)
    paid = 0 if week is None else week.paid
    best = max(paid, paid_minutes(at_best, kind, memo))
    if week is None:
        return Week(kind, family, 0, best, 0, (), reason(family, kind))
    return Week(kind, family, paid, best, week.load, schedule(family, kind, week, memo), None)


def _read(raw: Raw, end: str) -> Family:
    found = bounds(raw)
    return read_family(raw if found is None else getattr(found, end))


def _unknown(raw: Raw) -> list[str]:
    found = bounds(raw)
    return [] if found is None else found.unknown


def _stops(family: Family, kind: Kind, memo: Memo) -> list[Binding]:
    """What binds, her own limits left out: those are not for others to loosen."""
    found = binding(family, kind, memo)
    return [item for item in found if not any(c.own for c in item.constraints)]
