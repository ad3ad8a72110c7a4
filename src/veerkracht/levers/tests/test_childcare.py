"""What childcare costs and which child is which."""

from __future__ import annotations

import copy

import pytest

from tests.refusals import refused
from veerkracht.levers.childcare import care, who_is_who
from veerkracht.levers.tests.families import Raw
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import read_family
from veerkracht.week.tests.families import golden


def service(raw: Raw, name: str) -> Raw:
    found: Raw = next(one for one in raw["services"] if one["id"] == name)
    return found


def test_contract_days_over_forty_school_weeks_and_twelve_holiday_weeks() -> None:
    # Family A: 2 days of 10.5 hours in all 52 weeks; nothing for the child at school.
    assert care(read_family(golden("a"))) == ((), (("dagopvang", 2 * 52 * 10.5 / 12, 10.9),))
    # Family B: after-school care 2 days in school weeks, holiday care 2 days in holiday weeks; none for the teenager.
    after_school, holiday = ("bso", 2 * 40 * 3.5 / 12, 9.8), ("bso", 2 * 12 * 10.0 / 12, 9.8)
    assert care(read_family(golden("b"))) == ((after_school, holiday), ())


def test_each_child_pays_for_its_own_place_and_a_child_that_died_does_not() -> None:
    raw = golden("a")
    kdv = service(raw, "kdv")
    raw["children"].append({"id": "Z1", "kind": "toddler"})
    kdv["children"].append("Z1")
    assert care(read_family(raw))[1] == care(read_family(raw))[2]
    raw["children"][2]["deceased"] = True
    assert len(care(read_family(raw))) == 2


def test_a_neighbour_costs_nothing_and_a_service_without_a_price_is_named() -> None:
    raw = golden("a")
    del service(raw, "kdv")["hourly_rate"]
    with refused(BadInput, match="Opvang kdv: vul `paid_hours_per_day` en `hourly_rate` in"):
        care(read_family(raw))
    del service(raw, "nso")["hourly_rate"]
    service(raw, "kdv")["contract_days"] = {"school": 0, "holiday": 0}
    assert care(read_family(raw)) == ((), ())


def test_children_are_matched_by_kind_and_age_and_then_by_their_order() -> None:
    family = read_family(golden("a"))  # N6 at school, Y2 a toddler
    assert who_is_who(family, [6, 2]) == [0, 1]
    assert who_is_who(family, [2, 6]) == [1, 0]
    assert who_is_who(family, [16, 2, 6]) == [2, 1]
    twins = copy.deepcopy(golden("a"))
    twins["children"] = [{"id": "T4", "kind": "toddler"}, {"id": "Y2", "kind": "toddler"}]
    for one in (*twins["services"], *twins["possible"]["trusted"]):
        one["children"] = ["Y2"]
    assert who_is_who(read_family(twins), [4, 2]) == [0, 1]
    assert who_is_who(read_family(twins), [2, 4]) == [0, 1]


@pytest.mark.parametrize(
    ("ages", "says"),
    [
        ([6], "De week heeft 2 kinderen en de feiten hebben er 1"),
        ([6, 2, 9], "Een kind van 9 jaar staat wel in de feiten en niet in de week"),
        ([9, 8], "Kind Y2 is in de week een peuter en in de feiten 8 jaar"),
        ([2, 1], "Kind N6 is in de week een kind op de basisschool en in de feiten 2 jaar"),
    ],
)
def test_children_that_cannot_be_the_same_are_named(ages: list[float], says: str) -> None:
    with refused(BadInput, match=says):
        who_is_who(read_family(golden("a")), ages)
