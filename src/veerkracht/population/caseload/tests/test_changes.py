"""What a change opens for a caseload is what it opens for each family alone; only what may go out goes out."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from veerkracht.disclosure.rule import series_keys
from veerkracht.levers.worth import worth_of_levers
from veerkracht.population.caseload.changes import (
    CaseloadChange,
    OpenedHours,
    opened_for,
    opened_in_caseload,
    published,
)
from veerkracht.population.caseload.districts import DISTRICTS, draw_districts
from veerkracht.population.caseload.families import CaseloadFamily, draw_caseload
from veerkracht.week.tests.families import clock

DAY = dt.date(2026, 3, 1)
KEYS = series_keys("only for tests", "voorbeeld")


@pytest.fixture(scope="module")
def families() -> list[CaseloadFamily]:
    return list(draw_caseload(50, 7, DAY))


def test_the_same_seed_gives_the_same_families(families: list[CaseloadFamily]) -> None:
    assert families == list(draw_caseload(50, 7, DAY)) != list(draw_caseload(50, 8, DAY))
    assert len({family.id for family in families}) == 50
    assert {family.district for family in families} <= set(range(1, DISTRICTS + 1))


def test_who_lives_in_a_district_meets_its_hours(families: list[CaseloadFamily]) -> None:
    hours = {district.number: district for district in draw_districts(7)}
    for family in families:
        for service in family.week.services:
            if service.type == "dagopvang" and service.open is not None and service.close is not None:
                there = hours[family.district]
                assert (clock(service.open), clock(service.close)) == (there.opens, there.closes)


def test_one_by_one_and_together_are_the_same(families: list[CaseloadFamily]) -> None:
    together, without_answer = opened_in_caseload(families, day=DAY, processes=2)
    assert not without_answer
    assert together == [opened for family in families for opened in opened_for(family, day=DAY)]


def test_a_lever_of_the_caseload_is_that_of_the_page_of_one_family(families: list[CaseloadFamily]) -> None:
    compared = 0
    for family in families:
        alone = {
            worth.id: worth
            for worth in worth_of_levers(family.week, family.facts, family.hourly_wage, DAY).levers
        }
        for opened in opened_for(family, day=DAY):
            endings = {"opens_earlier": "_open-30", "closes_later": "_close+30", "one_more_day": "+1day"}
            if opened.change.code in endings:
                worth = alone[f"{opened.change.service}{endings[opened.change.code]}"]
                assert worth.minutes / 60 == opened.hours and worth.euros == pytest.approx(opened.euros)
                compared += 1
    assert compared > 10


def test_progress_is_said_and_counts_everybody(families: list[CaseloadFamily]) -> None:
    heard: list[int] = []
    opened_in_caseload([*families, *families], day=DAY, processes=2, progress=heard.append)
    assert heard == [50, 100]


def row(number: int, *, hours: float = 4.0, euros: float = 80.0, code: str = "closes_later") -> OpenedHours:
    change = CaseloadChange(district=3, service="bso", code=code, owner="childcare")
    return OpenedHours(family=f"f{number}", change=change, hours=hours, euros=euros)


def test_nine_mothers_are_not_shown_and_no_mean_under_a_hundred() -> None:
    assert published([row(n) for n in range(9)], keys=KEYS, series="s") == []
    (few,) = published([row(n) for n in range(60)], keys=KEYS, series="s")
    assert few.mothers and few.hours and few.hours % 25 == 0 and few.euros is None
    (many,) = published([row(n) for n in range(400)], keys=KEYS, series="s")
    assert many.euros is not None and abs(many.euros - 80) <= 5


def test_one_mother_is_never_most_of_it() -> None:
    rows = [row(n, hours=0.05) for n in range(19)] + [row(20, hours=16.0)]
    assert all(each.hours is None for each in published(rows, keys=KEYS, series="s"))


def test_her_own_limits_and_her_network_are_nobodys_lever(families: list[CaseloadFamily]) -> None:
    owners = Counter(opened.change.owner for family in families for opened in opened_for(family, day=DAY))
    assert set(owners) <= {"childcare", "employer", "school"}
