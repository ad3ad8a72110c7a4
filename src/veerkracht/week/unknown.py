"""Unknown input gives a range: the week at best and at worst, never a silent default.

Something unknown is written as {"min": …, "max": …} with the bounds that are sure, or as null where the
bounds speak for themselves: contract days 0–5, a leg of travel from no time to not possible, minutes
alone 0 to all day, days with the other parent none to all, days that a service is open none to all. Only
fields of which more (or less) is always better can be unknown; then all at their best give the best
week.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from veerkracht.household.problem import problem
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAYS, KINDS, MIDNIGHT

MORE, LESS = True, False
Natural = tuple[Any, Any]

ALL_DAYS: Natural = ([], list(DAYS))
MINUTES: Natural = (0, MIDNIGHT)

# path in the family, lists left out → (is more better, natural bounds for null)
FIELDS: dict[tuple[str, ...], tuple[bool, Natural | None]] = {
    ("travel_buffer_minutes",): (LESS, None),
    ("travel", "minutes"): (LESS, MINUTES),
    ("school_gate", "minutes_before"): (MORE, None),
    ("school_gate", "minutes_after"): (MORE, None),
    ("parent", "home_by"): (MORE, None),
    ("parent", "work_from"): (LESS, None),
    ("parent", "work_to"): (MORE, None),
    ("parent", "minimum_shift_minutes"): (LESS, None),
    ("parent", "maximum_load_minutes_per_day"): (MORE, None),
    ("parent", "maximum_load_minutes_per_week"): (MORE, None),
    ("parent", "maximum_work_days"): (MORE, (0, len(DAYS))),
    ("parent", "maximum_paid_minutes_per_day"): (MORE, None),
    ("parent", "maximum_paid_minutes_per_week"): (MORE, None),
    ("children", "own_travel_minutes"): (MORE, None),
    ("children", "alone_after_school_minutes"): (MORE, MINUTES),
    ("children", "alone_minutes"): (MORE, MINUTES),
    ("children", "alone_in_holiday_minutes"): (MORE, MINUTES),
    ("services", "open_days"): (MORE, ALL_DAYS),
    ("services", "open"): (LESS, None),
    ("services", "close"): (MORE, None),
    ("services", "latest_drop"): (MORE, None),
    ("services", "handover_minutes"): (LESS, None),
    **{("services", "contract_days", kind): (MORE, (0, len(DAYS))) for kind in KINDS},
    **{("children", "other_parent_days", kind): (MORE, ALL_DAYS) for kind in KINDS},
}


class UnknownField(NamedTuple):
    """A field that was unknown: its path with lists left out, whose it is, and its name in the input."""

    path: tuple[str, ...]
    subject: str
    name: str


class Bounds(NamedTuple):
    """The same family at its worst and at its best, and what was unknown."""

    worst: Any
    best: Any
    unknown: list[UnknownField]


def bounds(value: Any) -> Bounds | None:
    """Both ends of a parsed family in which something is unknown; None when all is known."""
    places = list(_unknown(value, (), ()))
    if not places:
        return None
    worst, best = copy.deepcopy(value), copy.deepcopy(value)
    for place in places:
        at_worst, at_best = _ends(_at(value, place.keys), place.field)
        _at(worst, place.keys[:-1])[place.keys[-1]] = at_worst
        _at(best, place.keys[:-1])[place.keys[-1]] = at_best
    return Bounds(worst, best, [place.field for place in places])


class _Place(NamedTuple):
    """Where an unknown value stands: its keys and indexes, and the words by which a reader finds it back."""

    keys: tuple[str | int, ...]
    names: tuple[str, ...]

    @property
    def field(self) -> UnknownField:
        path = tuple(key for key in self.keys if isinstance(key, str))
        subject = next(
            (name for key, name in zip(self.keys, self.names, strict=True) if isinstance(key, int)), ""
        )
        return UnknownField(path, subject, ".".join(self.names))


def _unknown(value: Any, keys: tuple[str | int, ...], names: tuple[str, ...]) -> Iterator[_Place]:
    if keys and (value is None or (isinstance(value, dict) and value.keys() == {"min", "max"})):
        yield _Place(keys, names)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unknown(inner, (*keys, key), (*names, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _unknown(inner, (*keys, index), (*names, _called(inner, index + 1)))


def _called(value: Any, number: int) -> str:
    """A journey by its ends, anything with an id by that, the rest by its number in the list."""
    if isinstance(value, dict) and {"from", "to"} <= value.keys():
        return f"{value['from']}-{value['to']}"
    return str(value.get("id", number)) if isinstance(value, dict) else str(number)


def _at(value: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys:
        value = value[key]
    return value


def _ends(value: Any, field: UnknownField) -> tuple[Any, Any]:
    """The worst and the best value of one unknown field."""
    path, name = field.path, field.name
    if path not in FIELDS:
        raise BadInput(problem("cannot_stay_unknown", name))
    more, natural = FIELDS[path]
    if value is None and natural is None:
        raise BadInput(problem("bounds_needed", name))
    low, high = (value["min"], value["max"]) if value is not None else natural or (None, None)
    if not _in_order(low, high):
        raise BadInput(problem("bounds_out_of_order", name))
    return (low, high) if more is MORE else (high, low)


def _in_order(low: Any, high: Any) -> bool:
    """Numbers and times by size; lists of days one inside the other."""
    if isinstance(low, list) and isinstance(high, list):
        return all(day in high for day in low)
    return type(low) is type(high) and isinstance(low, int | str) and low <= high
