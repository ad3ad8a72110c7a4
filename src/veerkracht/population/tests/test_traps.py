"""The eight ways in which a page about a reform was seen to lie (shared/population/reforms.md), each a test."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import numpy as np
import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.engine.parameters import MistakeInReform
from veerkracht.law.prepare import prepare
from veerkracht.population.effects import TARGETS, compare, depends_on, refuse_without_law
from veerkracht.population.households import Households, from_values
from veerkracht.population.indicators import PER_YEAR, cost, indicators
from veerkracht.population.over_time import over_three_years
from veerkracht.population.reforms.reading import (
    MINIMUM_WAGE,
    book_of,
    reform_from,
    shipped,
    with_rules,
    written_as_toml,
)
from veerkracht.population.run import OK, UNKNOWN, amounts_of
from veerkracht.population.synthetic.columns import prepared
from veerkracht.population.synthetic.draw import draw

DAY = dt.date(2026, 3, 1)
WORKING: dict[str, Any] = {
    "loon": 10000,
    "netto_loon_per_maand": 700,
    "maanden_bijstand": 12,
    "loonheffingskorting_bij": "werkgever",
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 650,
    "servicekosten": 0,
    "leeftijd_ouder": 35,
    "aantal_medebewoners": 0,
    "is_medisch_urenbeperkt": False,
    "werk_helpt_uitstroom": True,
    "maanden_algemene_vrijlating": 0,
    "maanden_vrijlating_alleenstaande_ouder": 0,
    "maanden_vrijlating_artikel_34a": 0,
    "kinderen": [{"geboortedatum": "2020-05-31"}],
}


def one(**changed: Any) -> Households:
    facts = {**WORKING, **changed}
    values = prepare(book(), DAY, facts).values
    brought = frozenset(name for name in facts if name in book().on(DAY))
    return from_values([values], hours=[12.0], brought=[brought])


@pytest.fixture(scope="module")
def families() -> Households:
    return prepared(draw(2000, 20261129, DAY))


@pytest.mark.parametrize(
    ("net", "today", "reform", "extended"),
    [(300, 1575, 540, 1620), (700, 3675, 1260, 3780), (1100, 5775, 1980, 5940)],
)
def test_1_an_exemption_is_shown_over_three_years(net: int, today: int, reform: int, extended: int) -> None:
    sums = over_three_years(one(netto_loon_per_maand=net), DAY, shipped(DAY)["vrijlating_15_eerder"])
    assert [float(column[0]) for column in vars(sums).values()] == pytest.approx([today, reform, extended])


def test_1_and_only_where_a_reform_is_about_exemptions(families: Households) -> None:
    for name, expected in (("vrijlating_15_eerder", True), ("kgb_afbouw_5", False)):
        reform = shipped(DAY)[name]
        found = indicators(compare(families, DAY, reform), DAY, reform)
        assert (found.over_three_years is not None) is expected


def test_2_a_minimum_wage_that_no_wage_follows_is_refused() -> None:
    raw = {"sentence": "Wat als", "source": "proef", "parameters": {MINIMUM_WAGE: 15.74}}
    with pytest.raises(MistakeInReform, match="reform_minimum_wage_alone"):
        reform_from(raw, "proef.toml", DAY)


def test_2_wages_follow_and_the_linked_amounts_with_them() -> None:
    reform = shipped(DAY)["minimumloon_plus_7"]
    at_minimum = 14.71 * 20 * 52 * 1.08
    family = from_values([prepare(book(), DAY, {**WORKING, "loon": at_minimum}).values], hours=[20.0])
    comparison = compare(family, DAY, reform)
    assert comparison.reformed.facts["loon"][0] == pytest.approx(15.74 * 20 * 52 * 1.08)
    assert dict(comparison.remarks[0].values) == {"risen": 1, "working": 1}
    norm = dict(reform.on(DAY).values)["participatiewet.norm_alleenstaande"]
    assert norm == pytest.approx(1401.50 * 15.74 / 14.71)


def test_2_without_hours_it_is_refused() -> None:
    family = from_values([prepare(book(), DAY, WORKING).values])
    with pytest.raises(MistakeInReform, match="reform_needs_hours"):
        compare(family, DAY, shipped(DAY)["minimumloon_plus_7"])


def test_3_a_fact_that_would_block_the_reform_is_let_go() -> None:
    comparison = compare(
        one(vrijlating_regeling="alleenstaande_ouder"), DAY, shipped(DAY)["vrijlating_15_eerder"]
    )
    assert comparison.before.amounts["vrijlating"][0] == pytest.approx(87.50)
    assert comparison.after.amounts["vrijlating"][0] == pytest.approx(105.00)
    assert dict(comparison.remarks[0].values) == {"name": "vrijlating_regeling", "households": 1}


def test_3_a_fact_that_has_nothing_to_do_with_it_stays() -> None:
    assert depends_on("vrijlating_regeling", DAY, shipped(DAY)["vrijlating_15_eerder"])
    assert not depends_on("vrijlating_regeling", DAY, shipped(DAY)["alo_kop_plus_500"])


def test_4_the_threshold_of_before_is_held(families: Households) -> None:
    reform = shipped(DAY)["commissie_pakket_bijstand"]
    found = indicators(compare(families, DAY, reform), DAY, reform)
    assert found.independent.after.share == found.independent.before.share
    assert found.independent_by_its_own_threshold.share < found.independent.before.share


def test_5_what_is_paid_counts_not_what_one_would_be_entitled_to() -> None:
    without = {**WORKING, "maanden_bijstand": 0}
    family = from_values([prepare(book(), DAY, without).values], hours=[12.0])
    comparison = compare(family, DAY, shipped(DAY)["commissie_pakket_bijstand"])
    assert comparison.after.amounts["bijstand"][0] > comparison.before.amounts["bijstand"][0] > 0
    assert cost(comparison)["ontvangen_bijstand"] == 0
    assert "bijstand" not in PER_YEAR


def test_6_a_year_without_a_law_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValueError, match="no_law_yet"):
        refuse_without_law(dt.date(2027, 3, 1))


def test_7_a_table_of_another_length_makes_the_second_child_of_2025_known() -> None:
    day, asked = dt.date(2025, 3, 1), ("kinderopvangtoeslag",)
    care = {"opvangsoort": "dagopvang", "opvanguren": 80, "uurtarief": 10}
    ages = {"leeftijd": 2, "leeftijd_op_1_januari": 2}
    facts = {
        **WORKING,
        "loon": 60000,
        "maanden_bijstand": 0,
        "kinderen": [{**ages, **care}, {**ages, **care}],
    }
    del facts["netto_loon_per_maand"]
    family = from_values([prepare(book(), day, facts).values])
    today = amounts_of(family, book(), day, asked)
    after = amounts_of(family, book(), day, asked, shipped(DAY)["opvang_96_voor_allen"].on(day))
    assert today.status["kinderopvangtoeslag"][0] == UNKNOWN
    assert after.status["kinderopvangtoeslag"][0] == OK
    assert after.amounts["kinderopvangtoeslag"][0] == pytest.approx(12 * 0.96 * 2 * 80 * 10)


def test_what_has_no_answer_is_in_no_sum(families: Households) -> None:
    reform = shipped(DAY)["alo_kop_plus_500"]
    comparison = compare(families, DAY, reform)
    unknown = comparison.after.status["besteedbaar_inkomen"] == UNKNOWN
    assert unknown.any()
    assert np.isnan(comparison.after.amounts["besteedbaar_inkomen"][unknown]).all()
    found = indicators(comparison, DAY, reform)
    assert np.isfinite(found.cost_per_year["alles samen"])
    assert found.without_answer.share == pytest.approx(unknown.mean())


def test_a_floor_is_not_lowered() -> None:
    raw = {
        "sentence": "Wat als",
        "source": "proef",
        "parameters": {"participatiewet.norm_alleenstaande": 1300},
    }
    with pytest.raises(MistakeInReform, match="reform_lowers_the_norm"):
        reform_from(raw, "proef.toml", DAY)


@pytest.mark.parametrize(
    ("income", "months", "expected"),
    [
        (14000, 0, 0.0),  # below 55% of 27,532.80
        (15200, 0, 742.0),
        (16519, 0, 742.0),
        (20000, 0, 742 - 0.92 * (20000 - 0.60 * 27532.80) / 12),
        (40000, 0, 0.0),
        (15200, 12, 0.0),  # no bijstand beside it
    ],
)
def test_vazalo_pays_by_income_to_who_has_no_bijstand(income: float, months: int, expected: float) -> None:
    """The rows of Stb. 2007, 289 for a youngest child under 12, carried over to 2026."""
    reform = shipped(DAY)["vazalo_in_plaats_van_de_kop"]
    facts = {**WORKING, "loon": income, "toetsingsinkomen": income, "maanden_bijstand": months}
    values = prepare(with_rules("vazalo"), DAY, facts).values
    found = amounts_of(
        from_values([values]), book_of(reform), DAY, (*TARGETS, "vazalo_toeslag"), reform.on(DAY)
    )
    assert found.amounts["vazalo_toeslag"][0] == pytest.approx(expected)


def test_every_reform_says_what_it_is_and_reads_back(families: Households) -> None:
    for name, reform in shipped(DAY).items():
        assert reform.numbers.sentence.startswith("Wat als ") and reform.numbers.sentence.endswith(
            ("?", ".)")
        )
        assert len(reform.numbers.source) > 20, name
        if not reform.rules and not reform.linked:
            again = reform_from(tomllib.loads(written_as_toml(reform)), f"{name}.toml", DAY)
            assert again.numbers == reform.numbers
