"""The schedule on the clock can be lived: walked through from the printed legs alone, with nothing of the solver."""

from __future__ import annotations

from itertools import product
from typing import Any, NamedTuple

import pytest

from veerkracht.commands.week import as_json
from veerkracht.week.answer import answer
from veerkracht.week.reading import read_family
from veerkracht.week.schedule import schedule
from veerkracht.week.solver import solve
from veerkracht.week.tests.families import golden, random_family
from veerkracht.week.tests.simulation import Errand, Raw, Way, at, rounds, travel, ways
from veerkracht.week.times import KINDS


class Stay(NamedTuple):
    place: str
    start: int
    end: int


def wrong(raw: Raw, kind: str, day: dict[str, Any]) -> str | None:
    """What cannot be about one day of the answer; None if all can."""
    parent = raw["parent"]
    legs = [(leg["from"], leg["to"], at(leg["leave"]), at(leg["arrive"])) for leg in day["legs"]]
    stays = _stays(raw, legs)
    if isinstance(stays, str):
        return stays
    fixed = [("course", day["course"]), ("work", day["work"])]
    blocks = [(place, at(block[0]), at(block[1])) for place, block in fixed if block]
    for place, start, end in blocks:
        if not any(stay.place == place and stay.start <= start and end <= stay.end for stay in stays):
            return f"not at {place} from {start} to {end}"
    if day["work"] and (blocks[-1][1] % 15 or blocks[-1][2] % 15):
        return "shift off the grid"
    children = [child for child in raw["children"] if not child.get("deceased", False)]
    chosen = [_way(raw, child, day, kind) for child in children]
    if legs[0][2] < at(parent["leave_after"]) or legs[-1][3] > min(
        [at(parent["home_by"]), *(way.home_by for way in chosen)]
    ):
        return "leaves too early or is home too late"
    before = [stay._replace(end=min(stay.end, blocks[0][1])) for stay in stays if stay.start <= blocks[0][1]]
    after = [
        stay._replace(start=max(stay.start, blocks[-1][2])) for stay in stays if stay.end >= blocks[-1][2]
    ]
    if not _handed([way.bring for way in chosen if way.bring], before, fetching=False):
        return "a child is not brought"
    if not _handed([way.fetch for way in chosen if way.fetch], after, fetching=True):
        return "a child is not fetched"
    return None


def _stays(raw: Raw, legs: list[tuple[str, str, int, int]]) -> list[Stay] | str:
    stays, place, since = [], "home", at(raw["parent"]["leave_after"])
    for start, end, leave, arrive in legs:
        if start != place or leave < since or arrive - leave != travel(raw, start, end):
            return f"leg {start}-{end} at {leave} does not follow"
        stays.append(Stay(place, since, leave))
        place, since = end, arrive
    return [*stays, Stay(place, since, at(raw["parent"]["home_by"]))] if place == "home" else "not home"


def _way(raw: Raw, child: Raw, day: dict[str, Any], kind: str) -> Way:
    """The way with the services that the answer names for this child."""
    label = day["arrangements"][child["id"]]
    ids = {service["id"] for service in raw["services"]}
    named = frozenset(part for part in label.split("+") if part in ids)
    (found,) = [way for way in ways(raw, child, day["day"], kind) if way.uses == named]
    return found


def _handed(errands: list[Errand], stays: list[Stay], *, fetching: bool) -> bool:
    """Whether all errands can be done within the stays, each in one of those at its place."""
    options = [[i for i, stay in enumerate(stays) if stay.place == errand.place] for errand in errands]
    for choice in product(*options):
        at_stay = [
            tuple(e for e, c in zip(errands, choice, strict=True) if c == i) for i in range(len(stays))
        ]
        if all(_fits(group, stay, fetching) for group, stay in zip(at_stay, stays, strict=True)):
            return True
    return not errands


def _fits(errands: tuple[Errand, ...], stay: Stay, fetching: bool) -> bool:
    for visits in rounds(errands):
        now, good = stay.start, True
        for visit in visits:
            now = max(now, *(errand.lo for errand in visit))
            takes, hi = max(errand.takes for errand in visit), min(errand.hi for errand in visit)
            good = good and (now + takes if fetching else now) <= hi
            now += takes
        if good and now <= stay.end:
            return True
    return not errands


@pytest.mark.parametrize("batch", range(4))
def test_random_schedules_can_be_lived(batch: int) -> None:
    mistakes, lived = [], 0
    for seed in range(3000 + 75 * batch, 3075 + 75 * batch):
        raw, _family = random_family(seed)
        kind = KINDS[seed % 4 == 0]
        printed = as_json(answer(raw, kind, with_levers=False))
        for day in printed["days"]:
            if day["legs"]:
                lived += 1
                mistakes += [f"{seed} {day['day']}: {text}" for text in [wrong(raw, kind, day)] if text]
    assert mistakes == []
    assert lived > 40


@pytest.mark.parametrize("seed", range(4000, 4030))
def test_the_days_add_up_to_the_week_and_stay_within_contract_days(seed: int) -> None:
    raw, _family = random_family(seed)
    printed = as_json(answer(raw, "school", with_levers=False))
    assert sum(day["paid_minutes"] for day in printed["days"]) == pytest.approx(
        printed["hours"] * 60, abs=0.5
    )
    assert sum(day["work"] is not None for day in printed["days"]) == printed["work_days"]
    for service in raw["services"]:
        days = [d for d in printed["days"] if d["legs"] and _uses(d, service["id"])]
        assert len(days) <= service["contract_days"]["school"]


def _uses(day: dict[str, Any], service: str) -> bool:
    return any(service in label.split("+") for label in day["arrangements"].values())


def test_who_is_where_on_a_course_day() -> None:
    """Family B on Tuesday: school until 15:00, then after-school care until she has fetched her at 16:53."""
    family = read_family(golden("b"))
    week = solve(family, "school")
    assert week is not None
    tuesday = schedule(family, "school", week)[1]
    where = [(p.where, p.start, p.end) for p in tuesday.presences if p.child == "L9"]
    assert where == [("school", at("08:30"), at("15:00")), ("nso", at("15:00"), at("16:53"))]
    assert [handover.children for handover in tuesday.handovers] == [("L9",), ("L9",)]


def test_a_child_that_died_is_nowhere() -> None:
    raw = golden("a")
    raw["children"][1]["deceased"] = True
    printed = as_json(answer(raw, "school", with_levers=True))
    assert all(set(day["arrangements"]) == {"N6"} for day in printed["days"])
    assert "Y2" not in printed["sentence"]
