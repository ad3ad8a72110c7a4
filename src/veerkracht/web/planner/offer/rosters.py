"""An offer laid over the week: whether it fits, block by block, and what would make it fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from veerkracht.week.family import COURSE, HOME, WORK, Family, Leg, Roster, RosterBlock, Weeks
from veerkracht.week.lever import Lever
from veerkracht.week.roster import BlockVerdict, Verdict, check_roster
from veerkracht.week.times import (
    ALL_DAYS,
    DAY_NAMES,
    GRID,
    MIDNIGHT,
    Kind,
    TimeBlock,
    down_to_grid,
    minutes_of,
    up_to_grid,
)
from veerkracht.words.roster import (
    IN_WEEKS,
    arrival_words,
    blocks_words,
    duration,
    gap_words,
    listed,
    verdict_sentence,
)
from veerkracht.words.week import capital, limit_sentence, spoken, times

from ..domain.saved_week import Facts

HELPERS = 6


@dataclass(frozen=True, kw_only=True)
class BlockLine:
    """One block of the offer: what was asked, whether it fits, what is in the way, and what could be instead."""

    day: str
    asked: str
    fits: bool
    reasons: tuple[str, ...]
    could: str


@dataclass(frozen=True)
class OfferHelper:
    """A change of others that leaves fewer minutes open."""

    lever: Lever
    left: str


@dataclass(frozen=True, kw_only=True)
class Mended:
    """Other hours with which the offer would fit, how many that are, and why not as asked."""

    words: str
    hours: str
    as_many: bool
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Fit:
    """What stands on the page of an offer. `mended` is the change of hours with which it would fit."""

    fits: bool
    sentence: str
    blocks: tuple[BlockLine, ...]
    limits: tuple[str, ...]
    helpers: tuple[OfferHelper, ...]
    mended: Mended | None
    promise: str
    hours: str
    gross: float
    alternates: bool
    beyond: tuple[str, ...] = ()
    """Where it asks more than she can do now."""

    def asking_more_than_she_can(self, name: str, beyond: tuple[str, ...]) -> Fit:
        """The same offer, which does not fit however the children are cared for."""
        in_week = "past in de week, maar" if self.fits else "past nog niet in de week, en"
        return replace(
            self, fits=False, sentence=f"{capital(name)} {in_week} vraagt meer dan nu kan", beyond=beyond
        )


def lay_over(
    family: Family,
    kind: Kind,
    offer: Facts,
    *,
    own_limits: bool = True,
    places: Mapping[str, str] | None = None,
) -> Fit:
    """Check the offer. A course she follows already at those hours is left out of the week first.

    Her own limits count only where she gave them (`own_limits`); `places` are the names of places on this page.
    """
    here = _for_offer(_with_travel(family, offer), own_limits=own_limits)
    roster = Roster(blocks=offered_blocks(offer["days"]), place=WORK, hourly_wage=offer["wage"] or 0.0)
    verdict = check_roster(here, kind, roster)
    mended = _mended(here, kind, roster, verdict, places or {})
    return Fit(
        fits=verdict.fits,
        sentence=verdict_sentence(offer["name"], verdict),
        blocks=tuple(map(_line, verdict.blocks)),
        limits=tuple(map(limit_sentence, verdict.limits)),
        helpers=tuple(OfferHelper(h.lever, _left(h.minutes_left)) for h in verdict.helpers[:HELPERS]),
        mended=mended,
        promise=f"Past de werktijden aan: {mended.words}." if mended else "",
        hours=spoken(verdict.paid),
        gross=verdict.gross_per_week,
        alternates=len(roster.weeks) > 1,
    )


def offered_blocks(days: Any) -> tuple[RosterBlock, ...]:
    """The blocks as they were saved: a list, or one a day as it was before there could be more."""
    if isinstance(days, Mapping):
        days = [{"day": day, "from": ends[0], "to": ends[1]} for day, ends in days.items()]
    blocks = [
        RosterBlock(
            day=saved["day"],
            block=TimeBlock(minutes_of(saved["from"]) or 0, minutes_of(saved["to"]) or 0),
            weeks=cast(Weeks, saved.get("weeks", "every")),
        )
        for saved in days
    ]
    return tuple(sorted(blocks, key=lambda block: (ALL_DAYS.index(block.day), block.block)))


def _for_offer(family: Family, *, own_limits: bool) -> Family:
    """The offer itself says when there is work; limits that nobody gave are none."""
    parent = replace(family.parent, work_from=0, work_to=MIDNIGHT)
    if not own_limits:
        parent = replace(
            parent,
            leave_after=0,
            home_by=MIDNIGHT,
            maximum_load_per_day=MIDNIGHT,
            maximum_load_per_week=7 * MIDNIGHT,
            maximum_work_days=len(ALL_DAYS),
            maximum_paid_per_day=MIDNIGHT,
            maximum_paid_per_week=7 * MIDNIGHT,
        )
    return replace(family, parent=parent)


def _with_travel(family: Family, offer: Facts) -> Family:
    """The family with this offer as its place of work; a journey that was not told takes as long as from home."""
    places = {leg.start for leg in family.travel} | {leg.end for leg in family.travel} | {HOME}
    from_home: int = offer["home"]
    minutes: dict[str, int] = {HOME: from_home, **offer["travel"]}
    others = tuple(leg for leg in family.travel if WORK not in (leg.start, leg.end))
    new = tuple(Leg(place, WORK, minutes.get(place, from_home)) for place in sorted(places) if place != WORK)
    same_course = COURSE in places and offer["sort"] == "course"
    return replace(family, travel=(*others, *new), course={} if same_course else family.course)


def _line(block: BlockVerdict) -> BlockLine:
    weeks = IN_WEEKS[block.weeks]
    return BlockLine(
        day=capital(DAY_NAMES[block.day]) + (f" ({weeks})" if weeks else ""),
        asked=times(block.asked),
        fits=block.fits,
        reasons=tuple(f"{capital(gap_words(gap))}." for gap in block.gaps),
        could=times(block.could) if block.could and not block.fits else "",
    )


def _left(minutes: int) -> str:
    return "dan past alles" if minutes == 0 else f"dan ontbreekt nog {duration(minutes)}"


def _mended(
    family: Family, kind: Kind, roster: Roster, verdict: Verdict, places: Mapping[str, str]
) -> Mended | None:
    """Other hours where there is a gap, on the quarter of an hour; only said when the whole then fits.

    As many hours at another moment come before fewer hours.
    """
    for nearest in (_moved, _shortened) if verdict.gaps else ():
        changed = [_changed(block, nearest(block.asked, block.could)) for block in verdict.blocks]
        blocks = tuple(dict.fromkeys(block for block in changed if block is not None))
        if not blocks:
            continue
        other = replace(roster, blocks=_joined(blocks))
        fitting = check_roster(family, kind, other)
        if not fitting.gaps and len(fitting.limits) <= len(verdict.limits):
            return Mended(
                words=_changes(roster, other),
                hours=spoken(fitting.paid),
                as_many=fitting.paid == verdict.paid,
                why=_why(verdict, places),
            )
    return None


def _changed(verdict: BlockVerdict, block: TimeBlock | None) -> RosterBlock | None:
    if verdict.fits:
        return RosterBlock(day=verdict.day, block=verdict.asked, weeks=verdict.weeks)
    return None if block is None else RosterBlock(day=verdict.day, block=block, weeks=verdict.weeks)


def _joined(blocks: tuple[RosterBlock, ...]) -> tuple[RosterBlock, ...]:
    """What is the same in odd and in even weeks as one block of every week."""
    odd = {(b.day, b.block) for b in blocks if b.weeks == "odd"}
    both = odd & {(b.day, b.block) for b in blocks if b.weeks == "even"}
    joined = (replace(b, weeks="every") if (b.day, b.block) in both else b for b in blocks)
    return tuple(dict.fromkeys(joined))


def _moved(asked: TimeBlock, could: TimeBlock | None) -> TimeBlock | None:
    """As long as asked, as near to it as can be; None where that is too long."""
    if could is None:
        return None
    first, last = up_to_grid(could.start), down_to_grid(could.end) - asked.minutes
    if first > last:
        return _shortened(asked, could)
    start = min(max(asked.start, first), last)
    return TimeBlock(start, start + asked.minutes)


def _shortened(asked: TimeBlock, could: TimeBlock | None) -> TimeBlock | None:
    """The part of a block in which she could be there; None when that is no time at all."""
    if could is None:
        return None
    start, end = max(asked.start, up_to_grid(could.start)), min(asked.end, down_to_grid(could.end))
    return TimeBlock(start, end) if start < end else None


def _why(verdict: Verdict, places: Mapping[str, str]) -> tuple[str, ...]:
    """Why it cannot begin as asked, and that times of work go by the quarter of an hour."""
    reasons = []
    for block in verdict.blocks:
        late = any(gap.part == "morning" for gap in block.gaps)
        if late and block.arrival is not None and block.could is not None:
            place = places.get(block.arrival.place, block.arrival.place)
            rounded = "" if block.could.start % GRID == 0 else "; werktijden gaan hier per kwartier"
            reasons.append(f"{arrival_words(block.arrival, place)}{rounded}.")
    return tuple(dict.fromkeys(reasons))


def _changes(asked: Roster, changed: Roster) -> str:
    """`maandag en dinsdag 09:00–16:15 en niet op woensdag`: only what is otherwise than asked."""
    other = [block for block in changed.blocks if block not in asked.blocks]
    words = [blocks_words((block.day, block.weeks, block.block) for block in other)] if other else []
    gone = list(_days(asked.blocks) - _days(changed.blocks))
    if gone:
        words.append(f"niet op {listed([DAY_NAMES[day] for day in ALL_DAYS if day in gone])}")
    return listed(words) if words else "één blok minder"


def _days(blocks: Iterable[RosterBlock]) -> set[str]:
    return {block.day for block in blocks}
