"""An offered job, internship or course laid over the week, in sentences: fits, or which child and which minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from veerkracht.week.family import COURSE, HOME, WORK, Family, Leg
from veerkracht.week.levers import Lever
from veerkracht.week.roster import Gap, Roster, Verdict, check_roster
from veerkracht.week.sentences import spoken
from veerkracht.week.times import DAY_NAMES, DAYS, Block, Kind, clock, down_to_grid, minutes_of, up_to_grid

from .told import Facts

HELPERS = 6


@dataclass(frozen=True)
class DayVerdict:
    """One day of the offer: what was asked, whether it fits, and what is in the way."""

    day: str
    asked: str
    fits: bool
    reasons: tuple[str, ...]
    could: str


@dataclass(frozen=True)
class Helper:
    """A change of others that leaves fewer minutes open."""

    lever: Lever
    left: str


@dataclass(frozen=True)
class Mended:
    """Other hours with which the offer would fit, and how many that are."""

    words: str
    hours: str


@dataclass(frozen=True)
class Fit:
    """What stands on the page of an offer. `mended` is the change of hours with which it would fit."""

    fits: bool
    sentence: str
    days: tuple[DayVerdict, ...]
    limits: tuple[str, ...]
    helpers: tuple[Helper, ...]
    mended: Mended | None
    promise: str
    hours: str
    gross: float


def lay_over(family: Family, kind: Kind, offer: Facts) -> Fit:
    """Check the offer. A course she follows already at those hours is left out of the week first."""
    here = _with_travel(family, offer)
    roster = Roster(_blocks(offer["days"]), WORK, offer["wage"] or 0.0)
    verdict = check_roster(here, kind, roster)
    days = tuple(_day(day, block, verdict) for day, block in _in_order(roster.days))
    mended = _mended(here, kind, roster, verdict)
    return Fit(
        verdict.fits,
        _sentence(offer["name"], days, verdict),
        days,
        verdict.limits,
        tuple(Helper(help_.lever, _left(help_.minutes_left)) for help_ in verdict.helpers[:HELPERS]),
        mended,
        f"Past de werktijden aan: {mended.words}." if mended else "",
        spoken(verdict.paid),
        verdict.gross_per_week,
    )


def _blocks(times: Mapping[str, list[str]]) -> dict[str, Block]:
    return {day: Block(minutes_of(ends[0]) or 0, minutes_of(ends[1]) or 0) for day, ends in times.items()}


def _in_order(days: Mapping[str, Block]) -> list[tuple[str, Block]]:
    return [(day, days[day]) for day in DAYS if day in days]


def _with_travel(family: Family, offer: Facts) -> Family:
    """The family with this offer as its place of work; a journey that was not told takes as long as from home."""
    places = {leg.start for leg in family.travel} | {leg.end for leg in family.travel} | {HOME}
    told = {HOME: offer["home"], **offer["travel"]}
    kept = tuple(leg for leg in family.travel if WORK not in (leg.start, leg.end))
    new = tuple(Leg(place, WORK, told.get(place, offer["home"])) for place in sorted(places) if place != WORK)
    same_course = COURSE in places and offer["sort"] == "course"
    return replace(family, travel=(*kept, *new), course={} if same_course else family.course)


def _day(day: str, asked: Block, verdict: Verdict) -> DayVerdict:
    gaps = [gap for gap in verdict.gaps if gap.day == day]
    could = verdict.could_work.get(day)
    return DayVerdict(
        day,
        f"{clock(asked.start)}–{clock(asked.end)}",
        not gaps,
        tuple(_reason(gap) for gap in gaps),
        f"{clock(could.start)}–{clock(could.end)}" if could else "",
    )


def _reason(gap: Gap) -> str:
    who = " en ".join(gap.children)
    if gap.part == "day":
        return f"voor {who} is er die dag niemand ({gap.minutes} minuten)"
    if gap.part == "morning":
        why = f"om {who} te brengen" if who else "door de reis of het begin van de dag"
        return f"het begin is {gap.minutes} minuten te vroeg, {why}"
    why = f"om {who} te halen" if who else "door de reis of het einde van de dag"
    return f"het einde is {gap.minutes} minuten te laat, {why}"


def _sentence(name: str, days: tuple[DayVerdict, ...], verdict: Verdict) -> str:
    name = name[0].upper() + name[1:]
    if verdict.fits:
        return f"{name} past in de week."
    missing = [DAY_NAMES[day.day] for day in days if not day.fits]
    if not missing:
        return f"{name} past bij de kinderen, maar niet binnen de eigen grenzen."
    minutes = sum(gap.minutes for gap in verdict.gaps)
    together = "samen " if len(missing) > 1 else ""
    return f"{name} past nog niet: op {_list(missing)} ontbreekt {together}{duration(minutes)}."


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


def _left(minutes: int) -> str:
    return "dan past alles" if minutes == 0 else f"dan ontbreekt nog {duration(minutes)}"


def duration(minutes: int) -> str:
    """`68 minuten`; from two hours on in hours, because nobody counts that in minutes."""
    if minutes < 2 * 60:
        return "1 minuut" if minutes == 1 else f"{minutes} minuten"
    rest = f" en {duration(minutes % 60)}" if minutes % 60 else ""
    return f"{minutes // 60} uur{rest}"


def _mended(family: Family, kind: Kind, roster: Roster, verdict: Verdict) -> Mended | None:
    """Other hours on the days with a gap, on the quarter of an hour; only said when the whole then fits."""
    if not verdict.gaps:
        return None
    changed = dict(roster.days)
    for day, could in verdict.could_work.items():
        block = _within(roster.days[day], could)
        if block is None:
            del changed[day]
        else:
            changed[day] = block
    if not changed:
        return None
    fitting = check_roster(family, kind, replace(roster, days=changed))
    return None if fitting.gaps else Mended(_changes(roster.days, changed), spoken(fitting.paid))


def _within(asked: Block, could: Block | None) -> Block | None:
    """The part of a shift in which she could be there; None when that is no time at all."""
    if could is None:
        return None
    start, end = max(asked.start, up_to_grid(could.start)), min(asked.end, down_to_grid(could.end))
    return Block(start, end) if start < end else None


def _changes(asked: Mapping[str, Block], changed: Mapping[str, Block]) -> str:
    """`maandag 09:00–16:15 en niet op woensdag`: only the days that are otherwise than asked."""
    other = [(day, block) for day, block in _in_order(changed) if block != asked[day]]
    said = [f"{DAY_NAMES[day]} {clock(b.start)}–{clock(b.end)}" for day, b in other]
    gone = [DAY_NAMES[day] for day, _block in _in_order(asked) if day not in changed]
    return _list([*said, *([f"niet op {_list(gone)}"] if gone else [])])
