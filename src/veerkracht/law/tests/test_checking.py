"""Facts that cannot both be so are refused with a sentence that names both; what is unusual is asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import refused, said
from veerkracht.law.answer import answer_for, not_modelled
from veerkracht.law.catalogue import book
from veerkracht.law.checking import MistakeInFacts
from veerkracht.law.prepare import prepare

DAY = dt.date(2026, 3, 1)
MOTHER: dict[str, Any] = {
    "loon": 0,
    "maanden_bijstand": 12,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 650,
    "servicekosten": 0,
    "leeftijd_ouder": 34,
    "aantal_medebewoners": 0,
    "loonheffingskorting_bij": "bijstand",
    "heeft_recht_op_kinderopvangtoeslag": True,
    "werk_helpt_uitstroom": True,
    "maanden_algemene_vrijlating": 0,
    "maanden_vrijlating_alleenstaande_ouder": 0,
    "is_medisch_urenbeperkt": False,
    "maanden_vrijlating_artikel_34a": 0,
    "kinderen": [{"geboortedatum": "2018-05-20"}],
}


def child(age: float, **care: Any) -> dict[str, Any]:
    return {"leeftijd": age, "leeftijd_op_1_januari": age, **care}


def care(kind: str, age: float) -> dict[str, Any]:
    return {"kinderen": [child(age, opvangsoort=kind, opvanguren=60, uurtarief=9.98)]}


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"aantal_andere_kostendelers": 3}, ("aantal_andere_kostendelers (3)", "aantal_medebewoners (0)")),
        ({"inkomen_medebewoners": 9000}, ("inkomen_medebewoners", "aantal_medebewoners 0")),
        ({"kinderen": [child(30, inkomen=20000)]}, ("kinderen", "aantal_medebewoners 0 is")),
        ({"kinderen": [{"leeftijd": 13, "leeftijd_op_1_januari": 5}]}, ("leeftijd 13", "op_1_januari 5")),
        ({"loon_partner": 30000}, ("loon_partner", "heeft_partner false")),
        ({"leeftijd_partner": 30}, ("leeftijd_partner", "heeft_partner false")),
        ({"heeft_partner": True, "heeft_toeslagpartner": False}, ("heeft_partner", "heeft_toeslagpartner")),
        ({"heeft_partner": True, "heeft_fiscale_partner": False}, ("heeft_partner", "heeft_fiscale_partner")),
        (care("dagopvang", 17), ("kinderen[0]", "17 jaar")),
        (care("dagopvang", 20), ("kinderen[0]", "20 jaar")),
        (care("gastouder", 15), ("kinderen[0]", "15 jaar")),
        (care("dagopvang", 8), ("dagopvang", "8 jaar")),
        (care("bso", 0), ("bso", "0 jaar")),
        (
            {"heeft_partner": True, "vrijlating_regeling": "alleenstaande_ouder"},
            ("alleenstaande_ouder", "heeft_partner true"),
        ),
        (
            {"vrijlating_regeling": "alleenstaande_ouder", "kinderen": [child(12)]},
            ("alleenstaande_ouder", "jonger dan 12"),
        ),
        ({"vrijlating_regeling": "medisch_urenbeperkt"}, ("vrijlating_regeling", "is_medisch_urenbeperkt")),
        ({"netto_loon_per_maand": 900}, ("loon is 0", "netto_loon_per_maand 900")),
        ({"maandloon": 900}, ("loon is 0", "maandloon 900")),
        (
            {"loon": 9000, "loonheffingskorting_toegepast": True},
            ("loonheffingskorting_bij", "loonheffingskorting_toegepast"),
        ),
        ({"kinderen": [{"geboortedatum": "20190531"}]}, ("kinderen[0].geboortedatum", "2019-05-31")),
        ({"kinderen": [{"geboortedatum": "2019-W05-1"}]}, ("kinderen[0].geboortedatum", "2019-05-31")),
        ({"kinderen": [{"geboortedatum": "1890-01-01"}]}, ("kinderen[0].geboortedatum", "136 jaar")),
    ],
)
def test_what_cannot_both_be_so_is_refused(facts: dict[str, Any], named: tuple[str, ...]) -> None:
    with refused(MistakeInFacts, "") as caught:
        answer_for(book(), DAY, {**MOTHER, **facts})
    for words in named:
        assert words in said(caught.value.problem)


@pytest.mark.parametrize(
    "facts",
    [
        {"aantal_medebewoners": 2, "aantal_andere_kostendelers": 2, "inkomen_medebewoners": 0},
        {"kinderen": [child(20)]},
        {"kinderen": [{"leeftijd": 13, "leeftijd_op_1_januari": 12}]},
        {"loon_partner": 0},
        {"heeft_partner": True, "heeft_toeslagpartner": False, "kinderen": [child(19)]},
        {"heeft_toeslagpartner": True, "heeft_fiscale_partner": True, "loon_partner": 30000},
        care("dagopvang", 4),
        care("bso", 4),
        care("gastouder", 1),
        {"kinderen": [child(17, opvangsoort="bso", opvanguren=0, uurtarief=9)]},
        {"vrijlating_regeling": "alleenstaande_ouder", "kinderen": [child(11), child(15)]},
        {"vermogen": -500},
    ],
)
def test_what_is_merely_unusual_is_answered(facts: dict[str, Any]) -> None:
    answer_for(book(), DAY, {**MOTHER, **facts})


def sentences(**facts: Any) -> str:
    answer, household, _ = answer_for(book(), DAY, {**MOTHER, **facts})
    return " ".join(map(said, not_modelled(answer, household)))


def test_a_mother_hardly_older_than_her_child_is_a_question() -> None:
    assert "Klopt het dat je 20 bent" in sentences(leeftijd_ouder=20, kinderen=[child(10)])
    assert "Klopt het" not in sentences(leeftijd_ouder=24, kinderen=[child(10)])


def test_childcare_at_twelve_depends_on_the_school() -> None:
    assert "middelbare school begint" in sentences(**care("bso", 12))
    assert "middelbare school begint" not in sentences(**care("bso", 11))


def test_bijstand_that_wealth_stands_in_the_way_of_is_said() -> None:
    """Art. 34 Pw: the limit of a lone parent is 16,000 in 2026; 20,000 is above it."""
    assert "hoger dan de grens voor bijstand" in sentences(vermogen=20000)
    assert "hoger dan de grens voor bijstand" not in sentences(vermogen=0)


def test_a_childs_age_alone_is_refused_on_no_other_day_of_the_ledger() -> None:
    """A ledger asks `prepare` month after month while the child outgrows its childcare."""
    assert prepare(book(), DAY, {**MOTHER, **care("bso", 15)}).values["opvanguren"] == [60.0]


def test_a_given_bruto_bijstand_of_nothing_leaves_no_share_of_a_partner() -> None:
    """Case L01 of the review: 26,500 a year with a child of 8 leaves no tax due that asks for months with bijstand."""
    facts = {
        "loon": 26500,
        "bruto_bijstand": 0,
        "heeft_fiscale_partner": False,
        "kinderen": [{"leeftijd": 8, "leeftijd_op_1_januari": 8}],
    }
    answer, _, _ = answer_for(book(), dt.date(2025, 3, 1), facts, ["inkomstenbelasting"])
    assert answer.amounts == {"inkomstenbelasting": 0.0}


@pytest.mark.parametrize("target", ["heeft_toeslagpartner", "heeft_fiscale_partner"])
def test_an_own_adult_child_at_home_is_no_partner(target: str) -> None:
    """Awir art. 3 lid 5 a: a parent and own child are never each other's toeslagpartner (case L25)."""
    facts = {**MOTHER, "aantal_medebewoners": 1, "kinderen": [child(8), child(19)]}
    answer, _, _ = answer_for(book(), DAY, facts, [target])
    assert answer.amounts == {target: False}


def test_another_adult_beside_the_own_child_is_still_asked_about() -> None:
    facts = {**MOTHER, "aantal_medebewoners": 2, "kinderen": [child(8), child(19)]}
    _, _, missing = answer_for(book(), DAY, facts)
    assert "moet je zelf opgeven" in said(missing["heeft_toeslagpartner"])


def test_a_child_of_27_is_a_matter_of_tax_only() -> None:
    """The age of 27 is a rule of the income tax, not of the allowances (formulas_2.md, 4)."""
    facts = {**MOTHER, "aantal_medebewoners": 1, "kinderen": [child(8), child(27)], "leeftijd_ouder": 50}
    answer, _, missing = answer_for(book(), DAY, facts)
    assert answer.amounts["heeft_toeslagpartner"] is False
    assert "moet je zelf opgeven" in said(missing["heeft_fiscale_partner"])
