"""What is given is checked; what follows with certainty is filled in; nothing else is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import refused
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.prepare import MistakeInFacts, prepare

DAY = dt.date(2026, 3, 15)


def prepared(**facts: Any) -> dict[str, Any]:
    return prepare(book(), DAY, facts).values


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"vermogn": 0}, "bedoel je 'vermogen'"),
        ({"loon": "veel"}, "'loon' hoort een getal"),
        ({"loon": True}, "'loon' hoort een getal"),
        ({"loon": float("nan")}, "'loon' hoort een gewoon getal"),
        ({"loon": float("inf")}, "'loon' hoort een gewoon getal"),
        ({"loon": 10**400}, "'loon' hoort een gewoon getal"),
        ({"loon": -1}, "'loon' kan niet negatief"),
        ({"leeftijd_ouder": -1}, "'leeftijd_ouder' kan niet negatief"),
        ({"leeftijd_ouder": 300}, "'leeftijd_ouder' kan niet hoger"),
        ({"maanden_bijstand": 13}, "'maanden_bijstand' kan niet hoger"),
        ({"aantal_medebewoners": 1.5}, "'aantal_medebewoners' hoort een heel getal"),
        ({"heeft_partner": 1}, "'heeft_partner' hoort true of false"),
        ({"vrijlating_regeling": "half"}, "geen, algemeen, alleenstaande_ouder"),
        ({"loonheffingskorting_bij": "bank"}, "werkgever, bijstand"),
        ({"kinderen": 2}, "'kinderen' hoort een lijst"),
        ({"kinderen": [3]}, "'kinderen' hoort een lijst"),
        ({"kinderen": [{}]}, r"kinderen\[0\] ontbreekt leeftijd"),
        (
            {"kinderen": [{"leeftijd": 3, "leeftijd_op_1_januari": 4}]},
            "leeftijd_op_1_januari hoger dan leeftijd",
        ),
        ({"kinderen": [{"leeftijd": -2}]}, r"kinderen\[0\].leeftijd' kan niet negatief"),
        ({"kinderen": [{"leeftyd": 2}]}, "bedoel je 'leeftijd'"),
        ({"kinderen": [{"geboortedatum": "gisteren"}]}, "geboortedatum' hoort een datum"),
        ({"kinderen": [{"geboortedatum": "2026-03-16"}]}, "ligt na 2026-03-15"),
        ({"kinderen": [{"geboortedatum": "2020-01-01", "leeftijd": 6}]}, "niet allebei"),
        ({"kinderen": [{"leeftijd": 3, "opvangsoort": "oma"}]}, "dagopvang, bso, gastouder"),
        ({"kinderen": [{"leeftijd": 3, "opvangsoort": "bso"}]}, "ontbreekt opvanguren"),
        ({"kinderen": [{"leeftijd": 3, "opvanguren": 10}]}, "ontbreekt opvangsoort"),
        ({"leeftijd_kind": [3]}, "'leeftijd_kind' is niet bekend"),
        ({"kinderbijslag_per_kind": 3}, "hoort een lijst"),
        ({"kinderbijslag_per_kind": [3, 4], "kinderen": [{"leeftijd": 3}]}, "één waarde per kind"),
    ],
)
def test_a_mistake_is_named(facts: dict[str, Any], named: str) -> None:
    with refused(MistakeInFacts, match=named):
        prepared(**facts)


@pytest.mark.parametrize("raw", [[], "tekst", 3, None])
def test_facts_are_one_object(raw: object) -> None:
    with refused(MistakeInFacts, match="JSON-object"):
        prepare(book(), DAY, raw)


def test_null_is_the_same_as_not_given() -> None:
    assert "loon" not in prepared(loon=None)


def test_debts_may_be_more_than_assets() -> None:
    assert prepared(vermogen=-500)["vermogen"] == -500.0


def test_ages_follow_from_a_date_of_birth() -> None:
    child = prepared(kinderen=[{"geboortedatum": "2014-03-10"}])
    assert child["leeftijd_kind"] == [12.0]
    assert child["leeftijd_kind_op_1_januari"] == [11.0]
    assert child["leeftijd_kind_eind_vorige_maand"] == [11.0]
    assert child["leeftijd_kind_begin_kwartaal"] == [11.0]


def test_a_birthday_counts_from_the_next_month_and_quarter() -> None:
    """Awir art. 5: a change after the first of the month counts from the next month."""
    facts = {"kinderen": [{"geboortedatum": "2014-03-10"}]}

    def amounts(day: dt.date) -> tuple[float, float]:
        values = prepare(book(), day, facts).values
        known = calculate(book(), day, values, ["kindgebonden_budget_per_kind", "kinderbijslag"]).known
        return known["kindgebonden_budget_per_kind"][0], known["kinderbijslag"]

    assert amounts(dt.date(2026, 3, 15)) == (2580.0, 358.30)
    assert amounts(dt.date(2026, 4, 1)) == (2580.0 + 724.0, 421.53)


def test_no_partner_means_no_wage_of_a_partner() -> None:
    assert prepared(heeft_partner=False)["loon_partner"] == 0.0
    assert "loon_partner" not in prepared(heeft_partner=True)
    assert "loon_partner" not in prepared()


def test_the_place_of_the_tax_credit_is_asked_only_when_there_are_two() -> None:
    assert "loonheffingskorting_bij" not in prepared(loon=9000, maanden_bijstand=12)
    assert prepared(loon=0, maanden_bijstand=12)["loonheffingskorting_bij"] == 1.0
    assert prepared(loon=9000, maanden_bijstand=0)["loonheffingskorting_bij"] == 0.0


def test_no_childcare_needs_no_right_to_the_allowance() -> None:
    values = prepared(kinderen=[{"leeftijd": 3, "opvangsoort": None}])
    assert values["heeft_recht_op_kinderopvangtoeslag"] is False
    care = [{"leeftijd": 3, "opvangsoort": "bso", "opvanguren": 10, "uurtarief": 9}]
    assert "heeft_recht_op_kinderopvangtoeslag" not in prepared(kinderen=care)


def test_what_was_given_stands_above_what_follows() -> None:
    assert prepared(maanden_bijstand=0, bruto_bijstand=100)["bruto_bijstand"] == 100.0


def test_side_incomes_may_be_left_out_and_that_is_said() -> None:
    household = prepare(book(), DAY, {})
    assert household.values["giften"] == 0.0
    assert "giften" in household.left_out
    assert "giften" not in prepare(book(), DAY, {"giften": 100}).left_out


def test_without_toeslagpartner_no_income_of_another_is_asked() -> None:
    facts = {"loon": 30000, "maanden_bijstand": 0, "heeft_toeslagpartner": False}
    values = prepare(book(), DAY, facts).values
    assert calculate(book(), DAY, values, ["toetsingsinkomen"]).amounts == {"toetsingsinkomen": 30000.0}
    assert "belastbaar_inkomen_box_1_partner" not in prepared(heeft_toeslagpartner=True)


def test_without_a_child_nobody_else_at_the_address_can_be_a_partner() -> None:
    facts = {"loon": 20000, "heeft_partner": False, "maanden_bijstand": 0, "kinderen": []}
    assert prepared(**facts)["heeft_toeslagpartner"] is False
    grown = [{"leeftijd": 19, "leeftijd_op_1_januari": 19}]
    assert prepared(**{**facts, "kinderen": grown})["heeft_fiscale_partner"] is False
    young = [{"leeftijd": 3, "leeftijd_op_1_januari": 3}]
    assert "heeft_toeslagpartner" not in prepared(**{**facts, "kinderen": young})
    assert "heeft_toeslagpartner" not in prepared(loon=20000, heeft_partner=False)


def test_assets_at_nothing_or_below_are_never_in_the_way() -> None:
    assert prepared(vermogen=0)["vermogen_staat_in_de_weg"] is False
    assert prepared(vermogen=-200)["vermogen_staat_in_de_weg"] is False
    assert "vermogen_staat_in_de_weg" not in prepared(vermogen=1, maanden_bijstand=12)


def test_the_age_of_a_partner_is_asked_only_of_the_young() -> None:
    asked = prepare(book(), DAY, {"heeft_partner": True, "leeftijd_ouder": 20})
    assert "leeftijd_partner" not in asked.values
    assumed = prepare(book(), DAY, {"heeft_partner": True, "leeftijd_ouder": 21})
    assert assumed.values["leeftijd_partner"] == 21 and "leeftijd_partner" in assumed.left_out
    told = prepare(book(), DAY, {"heeft_partner": True, "leeftijd_ouder": 21, "leeftijd_partner": 19})
    assert "leeftijd_partner" not in told.left_out and "deel_voor_kind_van_jong_paar" not in told.values
