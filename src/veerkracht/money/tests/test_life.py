"""Life events: they run for everybody, say nothing where nothing may be said, and their figures are the law's."""

from __future__ import annotations

import dataclasses
import math
import re
from typing import Any

import pytest

from tests.refusals import refused, said
from veerkracht.law.prepare import MistakeInFacts
from veerkracht.money.hours import INDEPENDENT, hours_needed
from veerkracht.money.life.effects import EFFECTS
from veerkracht.money.life.figures import NAMES
from veerkracht.money.life.household import Household, Month
from veerkracht.money.life.stress import HORIZONS, Stress, life_events, offered_events, stress
from veerkracht.money.situation import Offer

from .families import CLEANING_MOTHER, DAY, households

ALL = tuple(life_events())
NADIA: dict[str, Any] = {
    **CLEANING_MOTHER,
    "maanden_bijstand": 0,
    "kale_huur": 905,
    "leeftijd_ouder": 36,
    "kinderen": [
        {"geboortedatum": "2015-02-10", "opvangsoort": "bso", "opvanguren": 30, "uurtarief": 9.5},
    ],
}


def house(facts: dict[str, Any], hours: float = 24, wage: float = 17.80, **more: Any) -> Household:
    return Household(facts, DAY, hours, wage, **more)


def about(found: Stress) -> str:
    return " ".join(
        [found.event.title, *(said(m) for m in found.moments), *(h.what for h in found.event.helps)]
    )


def one(name: str, facts: dict[str, Any] = NADIA, **more: Any) -> Stress:
    return stress(house(facts, **more), [name])[0]


@pytest.mark.parametrize("facts", households(12, seed=11))
def test_every_event_runs_for_every_household(facts: dict[str, Any]) -> None:
    """EVT-01, the part that runs with every change."""
    check_all(facts)


@pytest.mark.long
def test_every_event_runs_for_200_households() -> None:
    """EVT-01."""
    for facts in households(200, seed=35):
        check_all(facts)


def check_all(facts: dict[str, Any]) -> None:
    hours = facts["loon"] / (15.10 * 52 * 1.08)
    at_home = house(facts, min(40, hours), 15.10, savings=800, essential_costs=1900, hours_that_fit=22)
    for found in stress(at_home, ALL):
        if not found.event.offered:
            assert found.moments == () and found.before is None and about(found).strip() == ""
            continue
        assert [moment.month for moment in found.moments] == list(HORIZONS)
        for moment in found.moments:
            assert moment.word in ("past", "krap", "past niet")
            assert all(value >= 0 for value in moment.figures.r5_reclaim.values())


def test_loss_and_violence_are_never_offered() -> None:
    assert {event.id for event in life_events().values()} - {event.id for event in offered_events()} == {
        "E25",
        "E30",
    }
    assert len(ALL) == 35


def test_no_text_says_anything_about_loss_violence_or_a_score() -> None:
    for event in life_events().values():
        for text in (
            event.title,
            *(h.what for h in event.helps),
            *event.computed,
            *event.typed,
            *event.left_out,
        ):
            assert not re.search(r"overl[ie]|geweld|score|!|je moet|u kunt beter", text), text


def test_each_event_has_one_to_three_helps_and_nobody_leaves_it_to_her() -> None:
    for event in offered_events():
        assert 1 <= len(event.helps) <= 3 and event.effect in EFFECTS
        assert set(event.key_figures) <= NAMES.keys()
        for each in event.helps:
            assert each.owner not in ("moeder", "jij", "klant")


def test_there_is_no_total_of_the_nine() -> None:
    names = {field.name for field in dataclasses.fields(one("E14").moments[0].figures)}
    assert not names & {"total", "score", "sum", "rank"}


def test_when_a_job_ends_the_wage_goes_and_the_gap_shows() -> None:
    """Last wage on the 25th of February, a decision within eight weeks of 1 March (Awb art. 4:13)."""
    found = one("E01")
    now, soon, *_, later = found.moments
    assert now.figures.r1_work_income_ratio == 0
    assert now.figures.disposable < soon.figures.disposable + 1 < found.before.disposable  # type: ignore[union-attr]
    assert later.figures.disposable == found.before.disposable  # type: ignore[union-attr]
    assert now.figures.r4_gap_days == 60 and now.figures.r9_recovery_months == 6


def test_a_partner_who_leaves_brings_the_kop() -> None:
    """Wkgb art. 2 lid 6: the kop is for a parent without toeslagpartner; own wage stays the same."""
    facts = {**NADIA, "heeft_partner": True, "loon_partner": 26000, "loonheffingskorting_bij": "werkgever"}
    found = one("E05", facts)
    assert found.before is not None
    assert found.moments[0].figures.disposable < found.before.disposable


def test_living_together_is_asked_back_when_passed_on_late() -> None:
    """The kop of 2026 is 3,423 or so a year: each month too long is paid back."""
    reclaim = one("E06", partner_wage=30000).moments[0].figures.r5_reclaim
    assert reclaim[6] == pytest.approx(6 * reclaim[1]) and reclaim[1] > 250


def test_turning_12_ends_care_and_raises_the_amounts() -> None:
    found = one("E10")
    assert found.before is not None
    assert found.moments[0].figures.disposable > found.before.disposable


def test_turning_18_is_a_large_fall() -> None:
    facts = {**NADIA, "kinderen": [{"geboortedatum": "2008-06-01"}]}
    found = one("E12", facts)
    assert found.before is not None
    assert found.before.disposable - found.moments[0].figures.disposable > 500


def test_rent_goes_up_by_six_percent_after_what_huurtoeslag_takes_over() -> None:
    found = one("E14", {**NADIA, "kale_huur": 700})
    assert found.before is not None
    fall = found.before.disposable - found.moments[0].figures.disposable
    assert 0 <= fall <= 42


def test_the_buffer_and_the_week_are_typed_in_or_not_there() -> None:
    without, with_them = (
        one("E33"),
        one("E33", savings=1500, essential_costs=5000, hours_that_fit=20, care_shock_days=9),
    )
    assert without.moments[0].figures.r3_buffer_months is None
    assert without.moments[0].figures.r6_hours_headroom is None
    figures = with_them.moments[0].figures
    assert figures.r3_buffer_months == pytest.approx(500 / (5000 - figures.disposable))
    assert figures.r7_care_shock_days == 9
    assert figures.r6_hours_headroom is not None and -5 < figures.r6_hours_headroom < 10
    enough = one("E33", savings=1500, essential_costs=100).moments[0].figures
    assert enough.r3_buffer_months == math.inf


def test_the_next_four_hours_name_what_tapers() -> None:
    figures = stress(house(CLEANING_MOTHER, 12, 15.10), ["E19"])[0].moments[0].figures
    assert figures.r8_next_hours == pytest.approx(1.8, abs=3) and "Bijstand" in figures.r8_tapers


def test_an_event_that_changes_nothing_says_so() -> None:
    assert not one("E05").applies and one("E05").event.computed
    assert not one("E24").applies and any("beslagvrije voet" in part for part in one("E24").event.left_out)
    assert one("E01").applies


def test_an_event_that_is_not_there_is_named() -> None:
    with refused(MistakeInFacts, match="'E99'"):
        stress(house(NADIA), ["E99"])
    with refused(MistakeInFacts, match="hours"):
        stress(house(NADIA, -3), ["E01"])


@pytest.mark.parametrize("facts", households(12, seed=41))
def test_the_hours_for_the_norm_are_those_of_the_line(facts: dict[str, Any]) -> None:
    """Two ways to one answer: halving with a few questions, and the first point of the whole line."""
    goals = {one.goal: one for one in hours_needed(facts, DAY, Offer(16.5))}
    assert Month().hours_for_the_norm(house(facts, 20, 16.5)) == goals[INDEPENDENT].first
