"""Several municipalities give out one table: the rule over all of them, and over what each could take off it.

Each knows its own mothers exactly. What is left of a shown number when a municipality takes its own off is therefore
held to the same rule, with the same noise, as if it were given out itself. Decision 0041 says what was measured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .cube import LEAST_CHANGED, TEXT_ONLY_BELOW, CountedCase, Cube, NotOut, filled_places
from .rule import (
    LONGEST_WEEK,
    CountedCell,
    SeriesKeys,
    has_too_much_of_one,
    published_hours,
    record_key,
    shown_number,
)

LEAST_MUNICIPALITIES = 3  # with two, each would have the other's
QUARTERS_APART = 4  # between two ways in which one municipality is counted: alone, or with whom


@dataclass(frozen=True, kw_only=True)
class JointCell:
    """One place in a joint table: the cell, and of each member by which municipality it is known."""

    cell: CountedCell
    known_to: Sequence[str]

    def left_without(self, municipality: str) -> int:
        return sum(each != municipality for each in self.known_to)


def least_without_one(amounts: Mapping[str, int]) -> int:
    """What is left when the municipality with the most takes its own off."""
    return sum(amounts.values()) - max(amounts.values(), default=0)


def refused_together(*, mothers: Mapping[str, int], changed: Mapping[str, int] | None) -> NotOut | None:
    """Why this quarter stays in.

    Args:
        mothers: by municipality how many are counted.
        changed: by municipality the records that changed since the last release; None when there was none.
    """
    if len(mothers) < LEAST_MUNICIPALITIES or least_without_one(mothers) < TEXT_ONLY_BELOW:
        return NotOut.TOO_FEW_WITHOUT_ONE
    if changed is not None and least_without_one(changed) < LEAST_CHANGED:
        return NotOut.TOO_LITTLE_CHANGED
    return None


def published_together(joint: JointCell, keys: SeriesKeys) -> int | None:
    """The number that is shown; None also when what one municipality would have left of it could not be shown."""
    noise = joint.cell.noise(keys)
    left = [joint.left_without(each) for each in set(joint.known_to)]
    if any(shown_number(count, noise=noise) is None for count in left):
        return None
    return shown_number(len(joint.cell.members), noise=noise)


def published_hours_together(joint: JointCell, keys: SeriesKeys, hours: Sequence[float]) -> int | None:
    """As `published_hours`; None also when of what one municipality leaves too much is of one mother."""
    if published_together(joint, keys) is None:
        return None
    clipped = [min(each, LONGEST_WEEK) for each in hours]
    for municipality in set(joint.known_to):
        own = zip(joint.known_to, clipped, strict=True)
        if has_too_much_of_one([each for where, each in own if where != municipality]):
            return None
    return published_hours(joint.cell, keys, hours)


def released_together(
    cases: Mapping[str, Sequence[CountedCase]], *, cube: Cube, keys: SeriesKeys, series: str
) -> dict[str, int | None]:
    """By label every count that may go out of all municipalities together.

    Args:
        cases: by municipality its mothers; an id stands for one mother in all of them.
    """
    known_to = {case.id: where for where, inside in cases.items() for case in inside}
    everybody = [case for inside in cases.values() for case in inside]
    record_keys = {case.id: record_key(keys, case.id) for case in everybody}
    left = least_without_one({where: len(inside) for where, inside in cases.items()})
    counts: dict[str, int | None] = {}
    for label, inside in filled_places(everybody, cube=cube, tables=cube.tables(left)):
        members = [record_keys[case.id] for case in inside]
        cell = CountedCell(series=series, label=label, members=members)
        joint = JointCell(cell=cell, known_to=[known_to[case.id] for case in inside])
        counts[label] = published_together(joint, keys)
    return counts
