"""Random days against the forward simulation: the same longest shift for every set of services."""

from random import Random

import pytest

from veerkracht.week.days import Pattern, patterns
from veerkracht.week.tests.families import random_family, with_protected_time
from veerkracht.week.tests.protected_simulation import protected_on, protected_results
from veerkracht.week.tests.simulation import WEEK, Result, day_results


def mismatch(seed: int) -> str | None:
    random = Random(seed)
    raw, family = random_family(seed)
    day, kind = random.choice(WEEK), random.choice(["school", "school", "holiday"])
    ours = patterns(family, day, kind, family.legs(), {})
    return difference(f"{seed} {day} {kind}", ours, day_results(raw, day, kind))


def protected_mismatch(seed: int) -> str | None:
    raw, family = with_protected_time(seed)
    days = [
        (block["day"], "school") for block in raw["protected"] if protected_on(raw, block["day"], "school")
    ]
    for day, kind in days:
        if day in WEEK:
            ours = patterns(family, day, "school", family.legs(), {})
            if found := difference(f"{seed} {day} {kind}", ours, protected_results(raw, day, kind)):
                return found
    return None


def difference(where: str, ours: list[Pattern], walked: list[Result]) -> str | None:
    for uses in {pattern.services for pattern in ours} | {result.uses for result in walked}:
        mine = max((p.span for p in ours if p.services <= uses), default=0)
        theirs = max((r.shift[1] - r.shift[0] for r in walked if r.uses <= uses and r.shift), default=0)
        my_course = any(p.start is None for p in ours if p.services <= uses)
        their_course = any(r.course_alone for r in walked if r.uses <= uses)
        if (mine, my_course) != (theirs, their_course):
            return f"{where} {set(uses)}: {mine}, {my_course} against {theirs}, {their_course}"
    return None


@pytest.mark.parametrize("batch", range(10))
def test_thousand_random_days_are_as_walked(batch: int) -> None:
    """WKM-01, the part that runs with every change."""
    found = [mismatch(seed) for seed in range(batch * 100, batch * 100 + 100)]
    assert [text for text in found if text] == []


def test_sixty_random_days_with_protected_time_are_as_walked() -> None:
    assert [text for seed in range(60) if (text := protected_mismatch(seed))] == []


@pytest.mark.long
@pytest.mark.parametrize("batch", range(20))
def test_two_thousand_random_days_with_protected_time_are_as_walked(batch: int) -> None:
    seeds = range(3000 + 100 * batch, 3100 + 100 * batch)
    assert [text for seed in seeds if (text := protected_mismatch(seed))] == []


def test_protected_time_takes_hours_and_leaves_some() -> None:
    """A check of the check: with and without protected time the days differ, and often some work is left."""
    takes = leaves = 0
    for seed in range(100):
        raw, family = with_protected_time(seed)
        free = random_family(seed)[1]
        for day in {block["day"] for block in raw["protected"]} & set(WEEK):
            longest, unhindered = (
                max((p.span for p in patterns(f, day, "school", f.legs(), {})), default=0)
                for f in (family, free)
            )
            takes += longest < unhindered
            leaves += 0 < longest < unhindered
    assert takes > 20
    assert leaves > 5


@pytest.mark.long
@pytest.mark.parametrize("batch", range(100))
def test_hundred_thousand_random_days_are_as_walked(batch: int) -> None:
    """WKM-01."""
    found = [mismatch(seed) for seed in range(10_000 + batch * 1000, 11_000 + batch * 1000)]
    assert [text for text in found if text] == []


def test_the_random_days_are_not_all_empty() -> None:
    """A check of the check: most random families can work, many with children in one building."""
    families = [random_family(seed)[1] for seed in range(200)]
    days = [patterns(family, "ma", "school", family.legs(), {}) for family in families]
    assert sum(bool(found) for found in days) > 60
    assert sum(len(found) > 1 for found in days) > 20
    in_school = [s for f in families for s in f.services if s.place == "school" and len(s.children) > 1]
    assert len(in_school) > 40
