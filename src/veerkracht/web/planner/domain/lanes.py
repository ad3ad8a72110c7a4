"""Who is where, as bars on a line of time: one lane for the mother and one for each child, day by day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from veerkracht.week.answer import SolvedWeek
from veerkracht.week.schedule import OTHER_PARENT, DayPlan
from veerkracht.week.times import Kind, TimeBlock, minutes_of

from .saved_week import Facts
from .words import BLOCKS

FIRST, LAST = 7 * 60, 19 * 60


class LaneBar(NamedTuple):
    """`kind` decides how it looks; the words say the same. `key` is that of kept time, which can be moved."""

    start: int
    end: int
    kind: str
    words: str
    key: str = ""


@dataclass(frozen=True)
class Lane:
    name: str
    bars: tuple[LaneBar, ...]


@dataclass(frozen=True)
class DayLanes:
    day: str
    lanes: tuple[Lane, ...]


def lanes_of(
    week: SolvedWeek, blocks: Mapping[str, Facts], mother: str, *, hide_travel: bool
) -> list[DayLanes]:
    """The five days; journeys left out where nobody may read how far apart places are."""
    children = [c.id for c in week.family.children if not c.deceased]
    return [
        DayLanes(
            day.day,
            (
                Lane(mother, tuple(sorted(_mother(day, blocks, week.kind, hide_travel)))),
                *(Lane(child, tuple(sorted(_child(day, child, week)))) for child in children),
            ),
        )
        for day in week.days
    ]


def frame_of(days: list[DayLanes]) -> tuple[int, int]:
    """From which hour to which the picture runs."""
    bars = [bar for day in days for lane in day.lanes for bar in lane.bars]
    start = min([FIRST, *(bar.start for bar in bars if bar.start > 0)])
    end = max([LAST, *(bar.end for bar in bars if bar.end < 24 * 60)])
    return start // 60 * 60, -(-end // 60) * 60


def _mother(day: DayPlan, blocks: Mapping[str, Facts], kind: Kind, hide_travel: bool) -> Iterator[LaneBar]:
    if day.work is not None:
        yield LaneBar(day.work.start, day.work.end, "work", "werk")
    if day.course is not None:
        yield LaneBar(day.course.start, day.course.end, "course", "les")
    if not hide_travel:
        for leg in day.journeys:
            yield LaneBar(leg.leave, leg.arrive, "travel", "onderweg")
    for key, block in blocks.items():
        start, end = minutes_of(block["start"]), minutes_of(block["end"])
        if block["day"] == day.day and block["weeks"] in ("both", kind) and start is not None and end:
            yield LaneBar(start, end, "kept", BLOCKS[block["what"]], key)


def _child(day: DayPlan, child: str, week: SolvedWeek) -> Iterator[LaneBar]:
    presences = [presence for presence in day.presences if presence.child == child]
    for presence in presences:
        kind = {"school": "school", OTHER_PARENT: "other"}.get(presence.where, "care")
        words = {"school": "school", OTHER_PARENT: "bij de andere ouder"}.get(presence.where, presence.where)
        yield LaneBar(presence.start, presence.end, kind, words)
    if presences:
        return
    label = day.arrangements.get(child, "")
    if label == OTHER_PARENT:
        yield LaneBar(0, 24 * 60, "other", "bij de andere ouder")
    school = _school(week, child, day.day) if label in ("school", "teen_school") else None
    if school is not None:
        yield LaneBar(school.start, school.end, "school", "school")


def _school(week: SolvedWeek, child: str, day: str) -> TimeBlock | None:
    return next((c.school.get(day) for c in week.family.children if c.id == child), None)
