"""What she types in about an event changes that event and nothing else; what was not typed stays as it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import refused
from veerkracht.law.prepare import MistakeInFacts
from veerkracht.money.life.household import Household
from veerkracht.money.life.stress import Stress, life_events, offered_events, stress
from veerkracht.money.life.typed import FIELDS

from .families import DAY
from .test_life import NADIA

ALONE = {**NADIA, "kinderen": [{"geboortedatum": "2015-02-10"}]}


def told(name: str, facts: dict[str, Any] = NADIA, day: dt.date = DAY, **typed: float) -> Stress:
    house = Household(facts, day, 24, 17.80, savings=3000, hours_that_fit=24)
    return stress(house, [name], typed={name: typed})[0]


def disposable(found: Stress) -> list[float]:
    return [moment.figures.disposable for moment in found.moments]


def test_each_event_that_says_typed_has_fields_and_no_other_has() -> None:
    """R7's days are one number for all events, so E04 has none of its own."""
    for event in offered_events():
        assert bool(event.typed) == bool(event.fields) or event.id == "E04", event.id
        assert set(event.fields) <= FIELDS


@pytest.mark.parametrize("event", [one for one in offered_events() if one.fields], ids=lambda one: one.id)
def test_every_field_of_every_event_is_taken(event) -> None:
    typed = dict.fromkeys(event.fields, 12.0)
    assert len(told(event.id, **typed).moments) == 5


def test_eight_weeks_ill_is_over_after_three_months() -> None:
    found = told("E03", weeks=8)
    assert found.before is not None
    ill, month_later, after, *_ = disposable(found)
    assert ill == month_later < after == pytest.approx(found.before.disposable)
    assert found.moments[0].figures.r9_recovery_months == 3
    assert told("E03").moments[3].figures.disposable == pytest.approx(ill), "without weeks: the whole year"


def test_the_real_rise_of_the_rent_takes_the_place_of_six_percent() -> None:
    facts = {**ALONE, "kale_huur": 1000}
    six, typed = told("E14", facts), told("E14", facts, rent_increase=60)
    assert disposable(six) == pytest.approx(disposable(typed))
    assert disposable(told("E14", facts, rent_increase=0))[0] == pytest.approx(six.before.disposable)  # type: ignore[union-attr]


def test_a_bill_of_four_hundred_leaves_the_rest_of_the_buffer() -> None:
    house = Household(ALONE, DAY, 24, 17.80, savings=1000, essential_costs=9000)
    found = stress(house, ["E33"], typed={"E33": {"amount": 400}})[0]
    figures = found.moments[0].figures
    assert figures.r3_buffer_months == pytest.approx(600 / (9000 - figures.disposable))


def test_what_is_withheld_comes_off_and_what_a_child_pays_comes_in() -> None:
    found = told("E24", withheld=150)
    assert found.applies and found.before is not None
    assert disposable(found)[0] == pytest.approx(found.before.disposable - 150)
    older = {**NADIA, "kinderen": [{"geboortedatum": "2008-06-01"}]}
    without, paid = told("E12", older), told("E12", older, child_pays=200)
    assert disposable(paid)[0] == pytest.approx(disposable(without)[0] + 200)


def test_ww_fills_part_of_the_gap_and_a_care_price_belongs_to_a_baby() -> None:
    assert disposable(told("E01", benefit=900))[0] > disposable(told("E01"))[0] + 300
    baby = told("E13", care_hours=80, care_rate=11.0)
    assert disposable(baby)[0] < disposable(told("E13"))[0]
    assert disposable(told("E13", care_hours=80)) == disposable(told("E13")), "no price, no care made up"


def test_hours_that_fit_then_move_only_that_figure() -> None:
    found = told("E34", hours_that_fit=16)
    assert found.before is not None and found.before.r6_hours_headroom is not None
    assert found.moments[0].figures.r6_hours_headroom == found.before.r6_hours_headroom - 8


@pytest.mark.parametrize("typed", [{"weeks": -1}, {"weeks": float("nan")}, {"amount": 3}])
def test_what_does_not_belong_or_cannot_be_is_named(typed: dict[str, float]) -> None:
    with refused(MistakeInFacts, match=next(iter(typed))):
        told("E03", **typed)


@pytest.mark.parametrize(("age", "event"), [(12, "E10"), (16, "E11"), (18, "E12")])
def test_the_day_of_the_birthday_is_exact(age: int, event: str) -> None:
    """Until the day before, the child still has to turn this age; on the day it has, and the event is past."""
    birthday = dt.date(2026, 5, 14)
    facts = {**NADIA, "kinderen": [{"geboortedatum": birthday.replace(year=2026 - age).isoformat()}]}
    assert told(event, facts, birthday - dt.timedelta(days=1)).applies
    assert not told(event, facts, birthday).applies


def test_events_that_are_not_offered_take_nothing() -> None:
    for name in set(life_events()) - {event.id for event in offered_events()}:
        assert life_events()[name].fields == ()
