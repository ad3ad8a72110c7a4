"""Why a course week cannot be: which day, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace

from veerkracht.week.days import combine, frames_of, load_of, patterns, ways_of
from veerkracht.week.family import COURSE, Family
from veerkracht.week.routes import afternoon, morning
from veerkracht.week.solver import day_choices
from veerkracht.week.times import DAY_NAMES, DAYS, Block, Kind, clock


def reason(family: Family, kind: Kind) -> str:
    """One sentence for a week that `solve` found infeasible."""
    legs = family.legs()
    days = [(day, course) for day in DAYS if (course := family.course_on(day, kind)) is not None]
    for day, course in days:
        if not day_choices(family, day, kind, legs, {}):
            times = f"{clock(course.start)}–{clock(course.end)}"
            why = _why(family, day, kind, course)
            return f"Op {DAY_NAMES[day]} is de cursus ({times}) niet te volgen: {why}."
    named = " en ".join(DAY_NAMES[day] for day, _ in days)
    return (
        f"De cursusdagen ({named}) kunnen elk apart, maar niet samen in één week: "
        "de dagen opvang of de eigen grens voor een week zijn te krap."
    )


def _why(family: Family, day: str, kind: Kind, course: Block) -> str:
    legs, ways = family.legs(), ways_of(family, day, kind)
    children = [child.id for child in family.children if not child.deceased]
    for child, options in zip(children, ways, strict=True):
        if not options:
            return f"er is dan geen opvang en geen andere ouder voor {child}"
    if _only_protected_time(family, day, kind):
        return "de tijd die die dag beschermd is, laat er met de reis en de kinderen geen ruimte voor"
    frame = frames_of(family, day, kind, ways, legs)[0]
    bags, brings, fetches = combine(ways, legs)
    there = morning(brings, legs, frame.leave_after)
    back = afternoon(fetches, legs, frame.home_by)
    arrivals = [found[0] for bag in bags if (found := there.arrive(bag.bring, COURSE)) is not None]
    if not arrivals:
        return "de kinderen zijn die ochtend niet allemaal op tijd weg te brengen"
    if min(arrivals) > course.start:
        return f"na het wegbrengen is aankomst pas mogelijk om {clock(min(arrivals))}"
    if not patterns(family, day, kind, legs, {}):
        leaving = [-found[0] for bag in bags if (found := back.arrive(bag.fetch, COURSE)) is not None]
        if leaving and max(leaving) < course.end:
            return f"om alle kinderen te halen en op tijd thuis te zijn is weggaan nodig om {clock(max(leaving))}"
        return "de kinderen zijn niet allemaal op tijd te brengen en te halen"
    alone = load_of(course, legs)[1] or 0
    return (
        f"de dag duurt met de reis {alone} minuten, meer dan de eigen grens van "
        f"{family.parent.maximum_load_per_day} minuten"
    )


def _only_protected_time(family: Family, day: str, kind: Kind) -> bool:
    """Whether the day could be followed but for protected time."""
    free = replace(family, protected=tuple(block for block in family.protected if block.day != day))
    return bool(family.protected_on(day, kind)) and bool(day_choices(free, day, kind, free.legs(), {}))
