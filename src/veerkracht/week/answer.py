"""The front door of the care week: everything that pages and commands ask about one family, without a sentence.

Where something is unknown the answer is the worst case; the best the week could be stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from veerkracht.week.annual import Annual, annual
from veerkracht.week.binding import Binding, binding
from veerkracht.week.days import Memo
from veerkracht.week.family import Family
from veerkracht.week.lever import Gain, LeverPair
from veerkracht.week.levers import gains, paid_minutes, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.reasons import Hindrance, hindrance
from veerkracht.week.roster import Verdict, check_roster
from veerkracht.week.schedule import DayPlan, schedule
from veerkracht.week.solver import Solution, solve
from veerkracht.week.times import KINDS, Kind
from veerkracht.week.unknown import UnknownField, bounds

BindingWanted = Literal["always", "when_no_lever_helps"]


@dataclass(frozen=True, kw_only=True)
class Ends:
    """The same family at its worst and at its best; one and the same when all is known."""

    worst: Family
    best: Family
    unknown: tuple[UnknownField, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SolvedWeek:
    """One kind of week. Minutes a week; `best` is the most it could be when what is unknown turns out well.

    `hindrance` says why a course week cannot be; then `days` is empty.
    """

    kind: Kind
    family: Family
    paid: int
    best: int
    load: int
    work_days: int
    days: tuple[DayPlan, ...]
    hindrance: Hindrance | None


@dataclass(frozen=True, kw_only=True)
class WeekAnswer:
    """Both kinds of week, and of the asked one what would give more.

    `gains` and `pairs` are None when they were not asked for. `binding` may be left out where a lever helps. `job` and
    `offer` are the rosters of the family, where it names them, laid over the week.
    """

    kind: Kind
    weeks: Mapping[Kind, SolvedWeek]
    gains: tuple[Gain, ...] | None
    pairs: tuple[LeverPair, ...] | None
    binding: tuple[Binding, ...]
    annual: Annual | None
    unknown: tuple[UnknownField, ...]
    job: Verdict | None = None
    offer: Verdict | None = None

    @property
    def week(self) -> SolvedWeek:
        """The kind of week that was asked about."""
        return self.weeks[self.kind]

    @property
    def family(self) -> Family:
        return self.week.family

    @property
    def proposed(self) -> list[Gain]:
        """What others could change, never her own limits."""
        return [gain for gain in self.gains or () if gain.proposed]


def answer(
    value: Any, kind: Kind, *, with_levers: bool, binding_wanted: BindingWanted = "always"
) -> WeekAnswer:
    """The answer for the parsed JSON of a family, in which some things may be unknown.

    Raises:
        BadInput: the family is no family, or two parts of it contradict each other.
    """
    memo: Memo = {}
    ends = read_ends(value)
    weeks = {each: _solved(ends, each, memo) for each in KINDS}
    family = weeks[kind].family
    single = gains(family, kind, memo) if with_levers else None
    both = None if single is None else pairs(family, kind, single, memo)
    helped = bool(both) or any(gain.proposed for gain in single or ())
    wanted = binding_wanted == "always" or not helped
    return WeekAnswer(
        kind=kind,
        weeks=weeks,
        gains=None if single is None else tuple(single),
        pairs=None if both is None else tuple(both),
        binding=tuple(binding(family, kind, memo)) if wanted else (),
        annual=annual(ends.worst, weeks["school"].paid, weeks["holiday"].paid),
        unknown=ends.unknown,
        job=None if family.job is None else check_roster(family, kind, family.job),
        offer=None if family.offer is None else check_roster(family, kind, family.offer),
    )


def solved_week(value: Any, kind: Kind) -> SolvedWeek:
    """One kind of week alone, without what would give more.

    Raises:
        BadInput: as `answer`.
    """
    return _solved(read_ends(value), kind, {})


def read_ends(value: Any) -> Ends:
    """Both ends of a parsed family.

    Raises:
        BadInput: as `answer`.
    """
    both = bounds(value)
    if both is None:
        family = read_family(value)
        return Ends(worst=family, best=family)
    return Ends(worst=read_family(both.worst), best=read_family(both.best), unknown=tuple(both.unknown))


def _solved(ends: Ends, kind: Kind, memo: Memo) -> SolvedWeek:
    solution = solve(ends.worst, kind, memo)
    paid = 0 if solution is None else solution.paid
    best = paid if ends.best is ends.worst else max(paid, paid_minutes(ends.best, kind, memo))
    if solution is None:
        return _impossible(ends.worst, kind, best)
    return _possible(ends.worst, kind, solution, best, memo)


def _impossible(family: Family, kind: Kind, best: int) -> SolvedWeek:
    return SolvedWeek(
        kind=kind,
        family=family,
        paid=0,
        best=best,
        load=0,
        work_days=0,
        days=(),
        hindrance=hindrance(family, kind),
    )


def _possible(family: Family, kind: Kind, solution: Solution, best: int, memo: Memo) -> SolvedWeek:
    return SolvedWeek(
        kind=kind,
        family=family,
        paid=solution.paid,
        best=best,
        load=solution.load,
        work_days=solution.work_days,
        days=schedule(family, kind, solution, memo),
        hindrance=None,
    )
