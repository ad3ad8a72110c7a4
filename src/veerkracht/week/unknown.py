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
    ("children", "alone_in_holiday_minutes"): (MORE, MINUTES),
    ("services", "open_days"): (MORE, ALL_DAYS),
    ("services", "open"): (LESS, None),
    ("services", "close"): (MORE, None),
    ("services", "latest_drop"): (MORE, None),
    ("services", "handover_minutes"): (LESS, None),
    **{("services", "contract_days", kind): (MORE, (0, len(DAYS))) for kind in KINDS},
    **{("children", "other_parent_days", kind): (MORE, ALL_DAYS) for kind in KINDS},
}


class Bounds(NamedTuple):
    """The same family at its worst and at its best, and what was unknown."""

    worst: Any
    best: Any
    unknown: list[str]


def bounds(value: Any) -> Bounds | None:
    """Both ends of a parsed family in which something is unknown; None when all is known."""
    found = list(_unknown(value, (), ""))
    if not found:
        return None
    worst, best = copy.deepcopy(value), copy.deepcopy(value)
    for keys, name in found:
        at_worst, at_best = _ends(_at(value, keys), tuple(k for k in keys if isinstance(k, str)), name)
        _at(worst, keys[:-1])[keys[-1]] = at_worst
        _at(best, keys[:-1])[keys[-1]] = at_best
    return Bounds(worst, best, [name for _, name in found])


def _unknown(
    value: Any, keys: tuple[str | int, ...], name: str
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if keys and (value is None or (isinstance(value, dict) and value.keys() == {"min", "max"})):
        yield keys, name
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unknown(inner, (*keys, key), f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            called = inner.get("id", index + 1) if isinstance(inner, dict) else index + 1
            if isinstance(inner, dict) and {"from", "to"} <= inner.keys():
                called = f"{inner['from']}-{inner['to']}"
            yield from _unknown(inner, (*keys, index), f"{name}.{called}")


def _at(value: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys:
        value = value[key]
    return value


def _ends(value: Any, path: tuple[str, ...], name: str) -> tuple[Any, Any]:
    """The worst and the best value of one unknown field."""
    if path not in FIELDS:
        raise BadInput(f"`{name}` kan niet onbekend blijven; vul een waarde in of laat het veld weg.")
    more, natural = FIELDS[path]
    if value is None and natural is None:
        raise BadInput(f'`{name}` is onbekend; geef de grenzen als {{"min": …, "max": …}}.')
    low, high = (value["min"], value["max"]) if value is not None else natural or (None, None)
    if not _in_order(low, high):
        raise BadInput(f"`{name}`: `min` en `max` moeten van één soort zijn, met `min` niet boven `max`.")
    return (low, high) if more is MORE else (high, low)


def _in_order(low: Any, high: Any) -> bool:
    """Numbers and times by size; lists of days one inside the other."""
    if isinstance(low, list) and isinstance(high, list):
        return all(day in high for day in low)
    return type(low) is type(high) and isinstance(low, int | str) and low <= high
