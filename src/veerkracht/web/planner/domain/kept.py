"""Time that is kept free, put into the week as somebody who needs her: in the model that is a child with special days.

She works before, between or after: each is tried out. Where she may not be away yet it is a `toddler` whom nobody
takes over at home sooner, where she must be home again a `teen` who is alone no longer. Their ids begin with
`HIDDEN`, and no page shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, product

from veerkracht.week.family import HOME
from veerkracht.week.times import DAYS, MIDNIGHT, Kind, clock, minutes_of

from .family import HIDDEN, Raw, family_json
from .told import Told

Gap = tuple[int, int]
MOST_BLOCKS_A_DAY = 3


def ways_round(told: Told, kind: Kind) -> list[dict[str, Gap]]:
    """Every choice of the part of the day to work in, for the days on which something is kept free."""
    leave, home = _day_of(told)
    choices: list[list[tuple[str, Gap]]] = []
    for day in DAYS:
        kept = kept_on(told, kind, day)[:MOST_BLOCKS_A_DAY]
        if kept:
            gaps = [
                gap for gap in _gaps(kept, leave, home) if gap[1] - gap[0] >= told.limits["minimum_shift"]
            ]
            choices.append([(day, gap) for gap in gaps or [no_gap(told)]])
    return [dict(picked) for picked in product(*choices)]


def no_gap(told: Told) -> Gap:
    """No work on that day."""
    leave, _home = _day_of(told)
    return leave, leave


def kept_free(told: Told, way: Mapping[str, Gap], mode: str = "") -> Raw:
    """The family that works in these parts of the days."""
    leave, home = _day_of(told)
    hidden = [_hidden(DAYS.index(day), day, gap, leave, home) for day, gap in way.items()]
    return family_json(told, mode, tuple(chain(*hidden)))


def _day_of(told: Told) -> Gap:
    return minutes_of_day(told.limits["leave_after"]), minutes_of_day(told.limits["home_by"])


def kept_on(told: Told, kind: Kind, day: str) -> list[Gap]:
    """What is kept free that day in this kind of week, in the order of the day."""
    return sorted(
        (minutes_of_day(block["start"]), minutes_of_day(block["end"]))
        for block in told.many("block").values()
        if block["day"] == day and block["weeks"] in ("both", kind)
    )


def _gaps(kept: list[Gap], leave: int, home: int) -> Iterator[Gap]:
    """The time before, between and after: she works in one of them. Shorter than a shift is no use."""
    start = leave
    for begin, end in kept:
        yield start, min(begin, home)
        start = max(start, end)
    yield start, home


def _hidden(number: int, day: str, gap: Gap, leave: int, home: int) -> list[Raw]:
    """Who stands for what is kept free: nobody away before the gap, everybody home when it ends."""
    start, end = gap
    days = {kind: [other for other in DAYS if other != day] for kind in ("school", "holiday")}
    names = f"{HIDDEN}{number} voor", f"{HIDDEN}{number} na"
    first = [_before(names[0], start, days)] if start > leave else []
    return [*first, _after(names[1], max(end - leave, 0), days)] if end < home else first


def _after(name: str, alone: int, days: Mapping[str, list[str]]) -> Raw:
    """Home again when the gap ends; in the model `alone` counts from when she may leave."""
    child = {
        "id": name,
        "kind": "teen",
        "own_travel_minutes": 0,
        "alone_after_school_minutes": 0,
        "alone_in_holiday_minutes": alone,
        "other_parent_days": days,
    }
    return {"child": child}


def _before(name: str, start: int, days: Mapping[str, list[str]]) -> Raw:
    child = {"id": name, "kind": "toddler", "other_parent_days": days}
    service = {
        "id": f"{name} thuis",
        "type": "gastouder",
        "place": HOME,
        "children": [name],
        "open_days": list(DAYS),
        "open": clock(start),
        "close": clock(MIDNIGHT),
        "latest_drop": clock(MIDNIGHT),
        "handover_minutes": 0,
        "contract_days": {"school": len(DAYS), "holiday": len(DAYS)},
    }
    return {"child": child, "service": service}


def minutes_of_day(text: str) -> int:
    return minutes_of(text) or 0
