"""A roster of several blocks walked through forwards, from the JSON of a family and the text of the model alone.

It says whether some way through a day leaves nothing open; nothing of the program is imported, only the walking of
`simulation`. Contract days are left out: the tests give enough of them.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from veerkracht.week.tests.simulation import LATE, Errand, Raw, at, rounds, travel, walk, ways

Blocks = list[tuple[int, int]]
AT_HOME = 10


class Stretch(NamedTuple):
    """Blocks without a way home between them, and from when till when she is free around them."""

    start: int
    end: int
    free_from: int
    free_to: int
    is_later: bool
    has_later: bool


class Errands(NamedTuple):
    """What one child asks in one stretch."""

    bring: Errand | None = None
    fetch: Errand | None = None
    home_by: int = LATE


def day_fits(family: Raw, day: str, blocks: Blocks) -> bool:
    """Whether the blocks can be worked as they are, with every child looked after."""
    return any(
        all(_stretch_fits(family, day, stretch) for stretch in stretches)
        for stretches in _splits(family, blocks)
    )


def _splits(family: Raw, blocks: Blocks) -> list[list[Stretch]]:
    """Each gap in which she could be home may be a time at home, or not."""
    there, back = travel(family, "home", "work") or 0, travel(family, "work", "home") or 0
    splits = []
    for cuts in product((False, True), repeat=len(blocks) - 1):
        gaps = [after[0] - before[1] for before, after in zip(blocks, blocks[1:], strict=False)]
        if any(cut and gap < there + back + AT_HOME for cut, gap in zip(cuts, gaps, strict=True)):
            continue
        groups = [[blocks[0]]]
        for cut, block in zip(cuts, blocks[1:], strict=True):
            if cut:
                groups.append([block])
            else:
                groups[-1].append(block)
        splits.append([_stretch(family, groups, n, there, back) for n in range(len(groups))])
    return splits


def _stretch(family: Raw, groups: list[Blocks], number: int, there: int, back: int) -> Stretch:
    is_later, has_later = number > 0, number + 1 < len(groups)
    return Stretch(
        groups[number][0][0],
        groups[number][-1][1],
        groups[number - 1][-1][1] + back if is_later else at(family["parent"]["leave_after"]),
        groups[number + 1][0][0] - there if has_later else at(family["parent"]["home_by"]),
        is_later,
        has_later,
    )


def _stretch_fits(family: Raw, day: str, stretch: Stretch) -> bool:
    children = [child for child in family["children"] if not child.get("deceased", False)]
    return any(
        _walks(family, stretch, chosen)
        for chosen in product(*(_errands(family, child, day, stretch) for child in children))
    )


def _walks(family: Raw, stretch: Stretch, chosen: tuple[Errands, ...]) -> bool:
    brings = tuple(errands.bring for errands in chosen if errands.bring)
    fetches = tuple(errands.fetch for errands in chosen if errands.fetch)
    home_by = min([stretch.free_to, *(errands.home_by for errands in chosen)])
    arrivals = [walk(family, "home", stretch.free_from, visits, "work", False) for visits in rounds(brings)]
    homes = [walk(family, "work", stretch.end, visits, "home", True) for visits in rounds(fetches)]
    in_time = any(arrival is not None and arrival <= stretch.start for arrival in arrivals)
    return in_time and any(home is not None and home <= home_by for home in homes)


def _errands(family: Raw, child: Raw, day: str, stretch: Stretch) -> list[Errands]:
    """Every way this child can be without her in this stretch."""
    school = child.get("school", {}).get(day)
    if day in child["other_parent_days"]["school"]:
        return [Errands()]
    if child["kind"] == "teen":
        leaves = stretch.start - (travel(family, "home", "work") or 0)
        if not school:
            return [Errands(home_by=leaves + child["alone_in_holiday_minutes"])]
        home = max(leaves, at(school[1]) + child["own_travel_minutes"])
        return [Errands(home_by=home + child["alone_after_school_minutes"])]
    usual = [Errands(way.bring, way.fetch) for way in ways(family, child, day, "school")]
    if child["kind"] == "toddler":
        return usual
    helpers = [
        Errands(
            Errand(s["place"], _opens(s), at(s.get("latest_drop", s["close"])), s["handover_minutes"]),
            Errand(s["place"], _opens(s), at(s["close"]), s["handover_minutes"]),
        )
        for s in family["services"]
        if s["type"] == "informeel" and child["id"] in s["children"] and day in s["open_days"]
    ]
    if not school:
        return [*usual, *helpers]
    return [*_on_a_school_day(family, school, stretch, usual, helpers)]


def _opens(service: Raw) -> int:
    return at(service["open"]) if "open" in service else 0


def _on_a_school_day(
    family: Raw, school: list[str], stretch: Stretch, usual: list[Errands], helpers: list[Errands]
) -> list[Errands]:
    starts, ends = at(school[0]), at(school[1])
    to_work, to_school = travel(family, "home", "work") or 0, travel(family, "home", "school") or 0
    found = list(usual)
    at_school_before = stretch.is_later and stretch.start >= starts
    at_school_after = stretch.has_later and stretch.free_to <= ends
    if at_school_before:
        found += [Errands(None, way.fetch) for way in usual]
    if at_school_after:
        found += [Errands(way.bring, None) for way in usual]
    if at_school_before and at_school_after:
        found.append(Errands())
    fetched_first = ends + 5 + to_school + to_work <= stretch.start
    home_before = stretch.end + to_work + to_school <= starts
    if fetched_first or home_before:
        found += helpers
    if home_before:
        found += [Errands(way.bring, None) for way in usual if way.bring and way.bring.place != "school"]
    return found
