"""Random days against the forward simulation: the same longest shift for every set of services."""

from random import Random

import pytest

from veerkracht.week.days import patterns
from veerkracht.week.tests.families import random_family
from veerkracht.week.tests.simulation import WEEK, day_results


def mismatch(seed: int) -> str | None:
    random = Random(seed)
    raw, family = random_family(seed)
    day, kind = random.choice(WEEK), random.choice(["school", "school", "holiday"])
    ours = patterns(family, day, kind, family.legs(), {})
    walked = day_results(raw, day, kind)
    for uses in {pattern.services for pattern in ours} | {result.uses for result in walked}:
        mine = max((p.span for p in ours if p.services <= uses), default=0)
        theirs = max((r.shift[1] - r.shift[0] for r in walked if r.uses <= uses and r.shift), default=0)
        my_course = any(p.start is None for p in ours if p.services <= uses)
        their_course = any(r.course_alone for r in walked if r.uses <= uses)
        if (mine, my_course) != (theirs, their_course):
            return f"{seed} {day} {kind} {set(uses)}: {mine}, {my_course} against {theirs}, {their_course}"
    return None


@pytest.mark.parametrize("batch", range(10))
def test_thousand_random_days_are_as_walked(batch: int) -> None:
    found = [mismatch(seed) for seed in range(batch * 100, batch * 100 + 100)]
    assert [text for text in found if text] == []


@pytest.mark.long
@pytest.mark.parametrize("batch", range(20))
def test_twenty_thousand_random_days_are_as_walked(batch: int) -> None:
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
