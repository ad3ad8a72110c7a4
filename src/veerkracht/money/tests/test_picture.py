"""Now against with work: the lines make up disposable income, each with its source; what stops is named."""

from __future__ import annotations

import dataclasses

import pytest

from tests.refusals import refused, said
from veerkracht.household.remark import remark
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.money.independence import independence
from veerkracht.money.picture import Cost, compare, picture
from veerkracht.money.quantities import EXAMPLE
from veerkracht.money.situation import Care, MistakeInScenario, Offer, present, scenario

from .families import CLEANING_MOTHER, DAY, DENISE, SAMIRA, households

OFFER = Offer(15.10, travel_per_month=20.0)


@pytest.mark.parametrize("facts", households(30))
def test_the_lines_are_disposable_income(facts: dict[str, object]) -> None:
    now = present(facts, DAY)
    month = picture(now)
    found = calculate(book(), DAY, now.values, ["besteedbaar_inkomen"]).known["besteedbaar_inkomen"]
    assert sum(line.amount for line in month.lines) == pytest.approx(found)
    assert month.disposable == found


def test_every_line_has_a_source_and_says_how_sure_it_is() -> None:
    both = compare(CLEANING_MOTHER, DAY, OFFER, 26, [Cost("Energie", 180)])
    for month in (both.now, both.then):
        for line in (*month.lines, *month.local, *month.costs):
            assert line.article and line.certainty, line
    assert {line.certainty for line in both.now.local} == {EXAMPLE}


def test_wendy_sees_what_shrinks_and_what_stops() -> None:
    """26 hours at 15.10 is more than the norm: bijstand and with it the kwijtschelding end (Pw art. 19)."""
    both = compare(CLEANING_MOTHER, DAY, OFFER, 26, travel_now=10)
    changes = {change.label: change for change in both.changes}
    assert changes["Bijstand met vakantiegeld"].stops
    assert changes["Reiskosten"].now == -10 and changes["Reiskosten"].then == -20
    assert not changes["Belasting over je loon, af of terug"].stops
    assert changes["Kindgebonden budget"].difference == 0
    assert both.then.left > both.now.left


def test_the_example_municipality_is_labelled_and_what_is_missing_is_said() -> None:
    without = {k: v for k, v in CLEANING_MOTHER.items() if k != "maanden_laag_inkomen"}
    month = picture(present(without, DAY))
    assert "maanden_laag_inkomen" in [getattr(one, "field", "") for one in month.left_out]
    worked = picture(scenario(CLEANING_MOTHER, DAY, OFFER, 8))
    notes = {line.name: line.note for line in worked.local}
    assert "Met werk stopt ze meestal" in said(notes["individuele_inkomenstoeslag"])


def test_childcare_comes_in_the_place_of_what_there_was() -> None:
    offer = Offer(15.10, (Care(1, "dagopvang", 11.0, hours_per_work_hour=1.2),))
    month = picture(scenario(SAMIRA, DAY, offer, 20))
    lines = {line.name: line.amount for line in month.lines}
    assert lines["kosten_kinderopvang"] == pytest.approx(-1.2 * 20 * 52 / 12 * 11.0)
    assert lines["voorschot_kinderopvangtoeslag"] > 0
    none = picture(scenario(SAMIRA, DAY, offer, 0))
    assert "kosten_kinderopvang" not in {line.name for line in none.lines}


def test_where_the_tax_credit_is_is_an_assumption_that_is_said() -> None:
    facts = {k: v for k, v in DENISE.items() if k != "loonheffingskorting_bij"}
    assert remark("tax_credit_at_work") in scenario(facts, DAY, OFFER, 16).assumptions


def test_after_the_published_law_the_last_known_amounts_are_used_and_that_is_said() -> None:
    later = scenario(CLEANING_MOTHER, DAY.replace(year=2027), OFFER, 26)
    assert later.day.year == 2026
    assert any("nog niet bekend" in sentence for sentence in map(said, later.assumptions))


@pytest.mark.parametrize(
    ("offer", "hours", "named"),
    [
        (Offer(-1), 20, "uurloon"),
        (Offer(float("nan")), 20, "uurloon"),
        (Offer(15), -2, "aantal uren"),
        (Offer(15), 90, "60 uur"),
        (Offer(15, travel_per_month=-4), 20, "reiskosten"),
        (Offer(15, (Care(4, "bso", 9.0),)), 20, "kind 5"),
    ],
)
def test_an_offer_that_cannot_be_is_named(offer: Offer, hours: float, named: str) -> None:
    with refused(MistakeInScenario, match=named):
        scenario(CLEANING_MOTHER, DAY, offer, hours)


def test_the_norm_is_that_of_statistics_netherlands() -> None:
    """CBS: 70% of the net minimum wage; 2026 about 1,410 (mean of the norms 1,401.50 and 1,419.46)."""
    test = independence(scenario(CLEANING_MOTHER, DAY, OFFER, 26), CLEANING_MOTHER)
    assert test.norm == pytest.approx((1401.50 + 1419.46) / 2)
    assert test.reached and test.ratio == pytest.approx(test.own_income / test.norm)
    assert test.second is None
    assert [step.name for step in test.steps][-1] == "is_economisch_zelfstandig"


@pytest.mark.parametrize("hours", [36, 38, 40])
def test_the_second_figure_has_its_own_name_and_base(hours: float) -> None:
    test = independence(scenario(CLEANING_MOTHER, DAY, OFFER, 24), CLEANING_MOTHER, hours)
    assert test.second is not None and test.second.full_time_hours == hours
    assert test.second.norm > test.norm


def test_below_the_norm_is_said_without_a_judgement() -> None:
    test = independence(scenario(CLEANING_MOTHER, DAY, OFFER, 10), CLEANING_MOTHER)
    assert "onder de grens" in said(test) and not test.reached
    assert test.disposable_on_bijstand == pytest.approx(3067, abs=60)
    assert dataclasses.asdict(test)
