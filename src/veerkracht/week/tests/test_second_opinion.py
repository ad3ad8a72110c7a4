"""Random weeks against CP-SAT on independently found days: the same hours, load and work days."""

import pytest

from veerkracht.week.family import Family
from veerkracht.week.solver import solve
from veerkracht.week.tests.families import golden, random_family, with_protected_time
from veerkracht.week.tests.second_opinion import Week, solve_week
from veerkracht.week.times import KINDS, Kind


def ours(seed: int, kind: Kind) -> Week | None:
    return solved(random_family(seed)[1], kind)


def solved(family: Family, kind: Kind) -> Week | None:
    week = solve(family, kind)
    return None if week is None else Week(week.paid, week.load, week.work_days)


def differing(seeds: range) -> list[tuple[int, Kind]]:
    weeks = [(seed, KINDS[seed % 5 == 0]) for seed in seeds]
    return [
        (seed, kind) for seed, kind in weeks if ours(seed, kind) != solve_week(random_family(seed)[0], kind)
    ]


def test_fifteen_random_weeks_have_the_same_hours() -> None:
    assert differing(range(1000, 1015)) == []


def protected_differing(seeds: range) -> list[int]:
    weeks = [(seed, *with_protected_time(seed)) for seed in seeds]
    return [seed for seed, raw, family in weeks if solved(family, "school") != solve_week(raw, "school")]


def test_eight_random_weeks_with_protected_time_have_the_same_hours() -> None:
    assert protected_differing(range(8)) == []


@pytest.mark.long
@pytest.mark.parametrize("batch", range(10))
def test_two_hundred_random_weeks_with_protected_time_have_the_same_hours(batch: int) -> None:
    assert protected_differing(range(4000 + 20 * batch, 4020 + 20 * batch)) == []


@pytest.mark.long
@pytest.mark.parametrize("batch", range(10))
def test_two_hundred_random_weeks_have_the_same_hours(batch: int) -> None:
    assert differing(range(2000 + 20 * batch, 2020 + 20 * batch)) == []


@pytest.mark.parametrize(("name", "paid", "load"), [("a", 540, 640), ("b", 930, 1730)])
def test_the_second_opinion_finds_the_golden_weeks_too(name: str, paid: int, load: int) -> None:
    """A check of the check, with the golden hours."""
    week = solve_week(golden(name), "school")
    assert week is not None
    assert (week.paid, week.load) == (paid, load)


def test_the_random_weeks_press_on_the_weekly_limits() -> None:
    """A check of the check: the exact second step of the solver is really needed."""
    pressed = 0
    for seed in range(200):
        family = random_family(seed)[1]
        week = solve(family, "school")
        if week is not None and week.paid:
            left = family.parent.maximum_load_per_week - week.load
            pressed += left < 60 or week.paid + 15 > family.parent.maximum_paid_per_week
    assert pressed > 20
