"""An offered roster laid over the week: does it fit; if not, which block, which child, which minutes, who could help.

A roster has any number of blocks a day, on all seven days, and may alternate over two weeks. Its times are not on the
grid. Over a week the arrangements are chosen that leave the fewest minutes open, within contract days. A gap in the
morning is how much later she would be there than asked, one in the afternoon how much earlier she would have to go. A
child nobody can look after counts for the whole absence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from veerkracht.household.problem import problem
from veerkracht.week.family import HOME, WORK, Family, Roster, Weeks
from veerkracht.week.fields import BadInput
from veerkracht.week.lever import Lever
from veerkracht.week.levers import levers
from veerkracht.week.limits import BrokenLimit, broken_limits
from veerkracht.week.roster_days import Away, Chosen, Part, Why, best_days, gaps_of
from veerkracht.week.solver import span_break
from veerkracht.week.times import ALL_DAYS, Kind, TimeBlock


class RosterGap(NamedTuple):
    """Minutes that do not fit. No children named: travel or her own hours stand in the way.

    `why`: to bring or to fetch them, because they would be alone too long, because nobody has them, or `way`.
    """

    day: str
    part: Part
    minutes: int
    children: tuple[str, ...]
    why: Why = "way"


class Arrival(NamedTuple):
    """How the earliest moment at work comes about: done with the children at `place`, then the way, then the slack."""

    place: str
    done: int
    travel: int
    buffer: int


@dataclass(frozen=True, kw_only=True)
class BlockVerdict:
    """One block: what is in the way, and the nearest times at which it would fit (None where none are)."""

    day: str
    asked: TimeBlock
    weeks: Weeks
    gaps: tuple[RosterGap, ...]
    could: TimeBlock | None
    arrival: Arrival | None = None

    @property
    def fits(self) -> bool:
        return not self.gaps


class RosterHelp(NamedTuple):
    """A lever that makes the gap smaller, and the minutes a week that then remain."""

    lever: Lever
    minutes_left: int


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`paid` minutes and gross EUR a week; of a two-week rhythm the average. Helpers: the system first."""

    blocks: tuple[BlockVerdict, ...]
    limits: tuple[BrokenLimit, ...]
    helpers: tuple[RosterHelp, ...]
    paid: int
    gross_per_week: float

    @property
    def gaps(self) -> tuple[RosterGap, ...]:
        return tuple(gap for block in self.blocks for gap in block.gaps)

    @property
    def fits(self) -> bool:
        return not self.gaps and not self.limits


def check_roster(family: Family, kind: Kind, roster: Roster) -> Verdict:
    """Whether the roster fits in weeks of this kind.

    Raises:
        BadInput: the way from home to the place of the roster is not known.
    """
    at_work = at_place(family, roster.place)
    blocks: list[BlockVerdict] = []
    limits: list[BrokenLimit] = []
    for weeks in roster.weeks:
        days = roster.in_week(weeks)
        blocks += _verdicts(at_work, kind, days, weeks)
        limits += [limit for limit in broken_limits(at_work, kind, days) if limit not in limits]
    paid = paid_minutes_of(roster)
    helped = any(block.gaps for block in blocks)
    return Verdict(
        blocks=_joined(blocks),
        limits=tuple(limits),
        helpers=_helpers(at_work, kind, roster) if helped else (),
        paid=paid,
        gross_per_week=round(paid / 60 * roster.hourly_wage, 2),
    )


def _joined(blocks: Sequence[BlockVerdict]) -> tuple[BlockVerdict, ...]:
    """In the order of the week; what is the same in odd and even weeks once."""
    every = [replace(block, weeks="every") for block in blocks]
    joined = [same if every.count(same) > 1 else block for same, block in zip(every, blocks, strict=True)]
    unique = [block for number, block in enumerate(joined) if block not in joined[:number]]
    return tuple(sorted(unique, key=lambda block: (ALL_DAYS.index(block.day), block.asked)))


def paid_minutes_of(roster: Roster) -> int:
    """Paid minutes a week, each block with its own break; over two weeks the average."""
    per_block = [
        (block.block.minutes - span_break(block.block.minutes), block.weeks) for block in roster.blocks
    ]
    return round(sum(minutes if weeks == "every" else minutes / 2 for minutes, weeks in per_block))


def at_place(family: Family, place: str) -> Family:
    """The family with this place as the place of work."""
    if place == WORK:
        return family
    if not any({leg.start, leg.end} == {HOME, place} for leg in family.travel):
        raise BadInput(problem("no_way", "travel", start=HOME, end=place))
    called = {place: WORK}
    travel = tuple(
        leg._replace(start=called.get(leg.start, leg.start), end=called.get(leg.end, leg.end))
        for leg in family.travel
        if WORK not in (leg.start, leg.end)
    )
    return replace(family, travel=travel)


def _verdicts(
    family: Family, kind: Kind, days: dict[str, tuple[TimeBlock, ...]], weeks: Weeks
) -> list[BlockVerdict]:
    return [
        verdict
        for day, chosen in best_days(family, kind, days).items()
        for away in chosen
        for verdict in _of_absence(family, kind, day, away, weeks)
    ]


def _of_absence(family: Family, kind: Kind, day: str, away: Away, weeks: Weeks) -> list[BlockVerdict]:
    """The gaps of an absence go to its first block and its last one, where she would come late or leave early."""
    blocks = away.absence.blocks
    gaps = [RosterGap(day, *gap) for gap in gaps_of(family, kind, day, away)]
    verdicts = []
    for block in blocks:
        first, last = block == blocks[0], block == blocks[-1]
        own = tuple(
            gap for gap in gaps if (first and gap.part != "afternoon") or (last and gap.part == "afternoon")
        )
        verdicts.append(
            BlockVerdict(
                day=day,
                asked=block,
                weeks=weeks,
                gaps=own,
                could=_could(block, away, first=first, last=last),
                arrival=_arrival(away) if first else None,
            )
        )
    return verdicts


def _could(block: TimeBlock, away: Away, *, first: bool, last: bool) -> TimeBlock | None:
    """From when until when she could work, as the day is arranged; None when a child is left alone."""
    if away.alone or away.arrival is None or away.leaving is None or away.arrival >= away.leaving:
        return None
    start = away.arrival if first else block.start
    end = away.leaving if last else block.end
    return TimeBlock(start, end) if start < end else None


def _arrival(away: Away) -> Arrival | None:
    last = away.last_stop
    return None if last is None else Arrival(last.place, last.done, last.travel, last.buffer)


def _helpers(family: Family, kind: Kind, roster: Roster) -> tuple[RosterHelp, ...]:
    """Levers of others that leave fewer minutes open: the system first, then what it solves; never her own limits."""
    now = _open_minutes(family, kind, roster)
    helps = []
    for lever in levers(family, kind):
        if lever.group != "own":
            left = _open_minutes(lever.apply(family), kind, roster)
            if left < now:
                helps.append(RosterHelp(lever, left))
    return tuple(sorted(helps, key=lambda help_: (help_.lever.group != "system", help_.minutes_left)))


def _open_minutes(family: Family, kind: Kind, roster: Roster) -> int:
    return sum(_total(best_days(family, kind, roster.in_week(weeks)).values()) for weeks in roster.weeks)


def _total(days: Iterable[Chosen]) -> int:
    return sum(away.open_minutes for chosen in days for away in chosen)
