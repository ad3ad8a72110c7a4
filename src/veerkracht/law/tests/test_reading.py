"""The facts JSON becomes a household and given quantities; the rules get their values from that and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.refusals import refused
from veerkracht.household.household import Adult, Ages, Care, Child, Household, Job, Wage
from veerkracht.household.unknown import NOT_KNOWN, Between, known
from veerkracht.law.catalogue import book
from veerkracht.law.checking import MistakeInFacts
from veerkracht.law.prepare import prepare
from veerkracht.law.reading import FactsRead, read_facts
from veerkracht.law.values import values_of

DAY = dt.date(2026, 3, 15)


def household_of(**facts: object) -> Household:
    return read_facts(book(), DAY, facts).household


def values(household: Household) -> dict[str, object]:
    return values_of(FactsRead(household=household, given={}))


def test_what_was_not_given_is_not_asked_and_has_no_value() -> None:
    assert household_of() == Household(day=DAY)
    assert values(Household(day=DAY)) == {"peildatum": float(DAY.toordinal())}


def test_no_wage_is_no_job_and_that_is_known() -> None:
    assert household_of(loon=0).adult.jobs == ()
    assert values(household_of(loon=0))["loon"] == 0.0
    assert known(household_of().adult.jobs) is None


def test_a_wage_is_a_present_job_by_the_year() -> None:
    (job,) = known(household_of(loon=26500).adult.jobs) or ()
    assert (job.state, job.wage) == ("present", Wage(amount=26500.0, per="year"))


def test_a_quantity_of_the_law_is_given_and_has_no_place_in_the_household() -> None:
    facts = read_facts(book(), DAY, {"toetsingsinkomen": 30000, "vermogen": -500})
    assert facts.given == {"toetsingsinkomen": 30000.0}
    assert facts.household.wealth_on_1_january == -500.0


def test_a_child_keeps_its_birth_date_and_its_childcare() -> None:
    care = {"opvangsoort": "bso", "opvanguren": 40, "uurtarief": 9.5}
    (child,) = known(household_of(kinderen=[{"geboortedatum": "2019-05-31", **care}]).children) or ()
    assert child.born == dt.date(2019, 5, 31)
    (childcare,) = known(child.cares) or ()
    assert (childcare.kind, childcare.hours_per_month, childcare.euros_per_hour) == ("bso", 40.0, 9.5)


@pytest.mark.parametrize("age", [Between(3, 4), NOT_KNOWN])
def test_an_open_age_is_missed_and_never_guessed(age: Between[int]) -> None:
    children = (Child(key="a", born=Ages(on_the_day=age)), Child(key="b", born=dt.date(2019, 5, 31)))
    assert "leeftijd_kind" not in values(Household(day=DAY, children=children))


def test_an_offered_job_is_no_wage_and_a_wage_by_the_hour_is_no_year() -> None:
    offered = Job(key="a", state="offered", wage=Wage(amount=30000.0, per="year"))
    by_the_hour = Job(key="b", state="present", wage=Wage(amount=15.0, per="hour"))
    assert values(Household(day=DAY, adult=Adult(jobs=(offered,))))["loon"] == 0.0
    assert "loon" not in values(Household(day=DAY, adult=Adult(jobs=(by_the_hour,))))


def test_two_kinds_of_childcare_at_once_are_not_one() -> None:
    cares = (
        Care(key="a", kind="bso", hours_per_month=20.0, euros_per_hour=9.0),
        Care(key="b", kind="gastouder", hours_per_month=20.0, euros_per_hour=7.0),
    )
    children = (Child(key="a", born=dt.date(2019, 5, 31), cares=cares),)
    assert "opvangsoort" not in values(Household(day=DAY, children=children))


def test_childcare_with_an_offered_job_is_not_there_yet() -> None:
    later = Care(key="a", situation="offer", kind="bso", hours_per_month=20.0, euros_per_hour=9.0)
    children = (Child(key="a", born=dt.date(2019, 5, 31), cares=(later,)),)
    assert values(Household(day=DAY, children=children))["opvanguren"] == [0.0]


def test_a_text_fact_is_a_word_in_the_household_and_a_number_for_the_rules() -> None:
    assert household_of(loonheffingskorting_bij="bijstand").support.tax_credit_at == "bijstand"
    assert (
        prepare(book(), DAY, {"loonheffingskorting_bij": "bijstand"}).values["loonheffingskorting_bij"] == 1.0
    )


def test_a_birth_date_of_tomorrow_names_the_child() -> None:
    with refused(MistakeInFacts, match=r"kinderen\[1\]\.geboortedatum' ligt na 2026-03-15"):
        prepare(book(), DAY, {"kinderen": [{"leeftijd": 3}, {"geboortedatum": "2026-03-16"}]})
