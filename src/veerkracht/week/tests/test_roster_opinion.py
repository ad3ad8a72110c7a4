"""Random families and random blocks: what fits is what can be walked through, by a second program."""

from __future__ import annotations

import random

import pytest

from veerkracht.week.reading import read_family
from veerkracht.week.roster import check_roster
from veerkracht.week.roster_reading import read_roster
from veerkracht.week.tests.families import Raw, random_family
from veerkracht.week.tests.roster_simulation import day_fits
from veerkracht.week.times import clock

ALL = ["ma", "di", "wo", "do", "vr", "za", "zo"]


def roomy(seed: int) -> Raw:
    """A random family without a course, with contract days for every day, some services open at the weekend."""
    raw, _family = random_family(seed)
    chance = random.Random(seed)
    raw |= {"course": {}, "possible": {}}
    for service in raw["services"]:
        service["open_days"] = [day for day in ALL if day in service["open_days"] or chance.random() < 0.3]
        service["contract_days"] = dict.fromkeys(("school", "holiday"), max(5, len(service["open_days"])))
    raw["parent"].update(leave_after="05:30", home_by="23:00")
    return raw


def blocks_for(seed: int) -> dict[str, list[tuple[int, int]]]:
    """One to three blocks on each of two days, on the quarter of an hour."""
    chance = random.Random(1000 + seed)
    days = {}
    for day in chance.sample(ALL, 2):
        moments = sorted(chance.sample(range(24, 88), 2 * chance.choice((1, 2, 2, 3))))
        days[day] = [(15 * a, 15 * b) for a, b in zip(moments[::2], moments[1::2], strict=True)]
    return days


def differing(seeds: range) -> tuple[list[tuple[int, str]], int]:
    """The days on which the two programs differ, and how many fit."""
    wrong, fitting = [], 0
    for seed in seeds:
        raw, days = roomy(seed), blocks_for(seed)
        blocks = [
            {"day": day, "from": clock(start), "to": clock(end)}
            for day, pairs in days.items()
            for start, end in pairs
        ]
        roster = read_roster({"days": blocks, "place": "work", "hourly_wage": 15})
        open_days = {gap.day for gap in check_roster(read_family(raw), "school", roster).gaps}
        for day, pairs in days.items():
            fits = day_fits(raw, day, pairs)
            fitting += fits
            if fits is (day in open_days):
                wrong.append((seed, day))
    return wrong, fitting


def test_thirty_random_rosters_fit_where_they_can_be_walked() -> None:
    wrong, fitting = differing(range(7000, 7030))
    assert wrong == []
    assert fitting > 5


@pytest.mark.long
@pytest.mark.parametrize("batch", range(5))
def test_five_hundred_random_rosters_fit_where_they_can_be_walked(batch: int) -> None:
    assert differing(range(8000 + 100 * batch, 8100 + 100 * batch))[0] == []
