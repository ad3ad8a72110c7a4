"""A law forgotten must be noticed: swap a rule for one that forgets something, and a published amount misses."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from veerkracht.law.catalogue import LAWS, book
from veerkracht.law.engine.rounding import opzoeken
from veerkracht.law.engine.rules import Book
from veerkracht.law.facts import units_of_facts
from veerkracht.law.tests.examples import examples, misses

Given = Mapping[str, Any]
Mutant = Callable[[Callable[..., Any], Given], Any]


def with_changed(changed: Mapping[str, Any]) -> Mutant:
    return lambda rule, given: rule(**{**given, **changed})


def answering(value: Any) -> Mutant:
    return lambda rule, given: value


def no_limit(assets_limit: float = 1e12) -> Mutant:
    return lambda rule, given: assets_limit


def without_rate_cap(rule: Callable[..., Any], given: Given) -> Any:
    return rule(**{**given, "hoogste_uurtarief": given["uurtarief"]})


def without_hours_cap(rule: Callable[..., Any], given: Given) -> Any:
    return rule(**{**given, "maximum_opvanguren": given["opvanguren"]})


def next_as_first(rule: Callable[..., Any], given: Given) -> Any:
    return (
        opzoeken(given["vergoeding_eerste_kind"], given["toetsingsinkomen"]) * given["kosten_die_meetellen"]
    )


def without_age_supplements(rule: Callable[..., Any], given: Given) -> Any:
    return rule(**{**given, "verhoging_12_tot_16": 0.0, "verhoging_16_en_17": 0.0})


def without_grid(rule: Callable[..., Any], given: Given) -> Any:
    return 12 * given["maandloon"]


MUTATIONS: dict[str, tuple[str, Mutant]] = {
    "huurtoeslag is always nothing": ("huurtoeslag", answering(0.0)),
    "no combinatiekorting": ("inkomensafhankelijke_combinatiekorting", answering(0.0)),
    "combinatiekorting for the higher earner": (
        "inkomensafhankelijke_combinatiekorting",
        with_changed({"heeft_fiscale_partner": False}),
    ),
    "combinatiekorting for any child": ("heeft_kind_voor_combinatiekorting", answering(True)),
    "no age supplements": ("kindgebonden_budget_per_kind", without_age_supplements),
    "ALO-kop with a partner": ("kop_voor_alleenstaande_ouder", with_changed({"heeft_toeslagpartner": False})),
    "no hours cap": ("uren_die_meetellen", without_hours_cap),
    "no rate cap": ("kosten_die_meetellen", without_rate_cap),
    "next child paid as first": ("kinderopvangtoeslag_per_kind", next_as_first),
    "no childcare right needed": (
        "kinderopvangtoeslag_per_kind",
        with_changed({"heeft_recht_op_kinderopvangtoeslag": True}),
    ),
    "couple ignored in the norm": ("bijstandsnorm", with_changed({"heeft_partner": False})),
    "kostendelers ignored": ("bijstandsnorm", with_changed({"aantal_andere_kostendelers": 0.0})),
    "18 to 20 ignored": (
        "bijstandsnorm",
        with_changed({"leeftijd_jongste": 35.0, "leeftijd_oudste": 35.0}),
    ),
    "a young partner ignored": ("leeftijd_jongste", with_changed({"leeftijd_partner": 35.0})),
    "pension age ignored": ("leeftijd_oudste", answering(35.0)),
    "child of a young couple ignored": ("deel_voor_kind_van_jong_paar", answering(0.0)),
    "no asset test in the bijstand of a year": ("vermogen_staat_in_de_weg", answering(False)),
    "couple ignored in zorgtoeslag": ("aantal_verzekerden", answering(1.0)),
    "no payroll grid": ("tabelloon", without_grid),
    "no asset test in bijstand": ("vermogensgrens_bijstand", no_limit()),
    "no asset test in zorgtoeslag": ("zorgtoeslag", with_changed({"vermogen": 0.0})),
    "no asset test in kindgebonden budget": ("kindgebonden_budget", with_changed({"vermogen": 0.0})),
    "no asset test in huurtoeslag": ("huurtoeslag", with_changed({"vermogen": 0.0})),
    "no smallest grant": ("zorgtoeslag", with_changed({"minimumbedrag_toeslag": 0.0})),
    "maximum rent does not exclude": ("huur_is_niet_te_hoog", answering(True)),
    "exemption under 27": ("vrijlating_deel", with_changed({"leeftijd_ouder": 35.0})),
    "exemption without a maximum": ("vrijlating_maximum", no_limit()),
    "article 34a never starts": ("artikel_34a_geldt", answering(False)),
    "wage not deducted": ("inkomsten_voor_bijstand", answering(0.0)),
    "no top-up under 21": ("aanvulling_onder_21", answering(0.0)),
    "exemption with wage cost subsidy under 27 forgotten": (
        "vrijlating_deel",
        with_changed({"vrijlating_loonkostensubsidie_deel": 0.0}),
    ),
    "wage taken off the bijstand of other months": (
        "netto_bijstand_over_het_jaar",
        with_changed({"maanden_bijstand": 12.0}),
    ),
    "a whole year of tax credit for a part of it": (
        "bruto_bijstand",
        with_changed({"maanden_bijstand": 12.0}),
    ),
    "WW beside any wage": ("ww_uitkering", with_changed({"ww_stopt_boven": 9.0})),
    "WW at once at the lower share": ("ww_uitkering", with_changed({"ww_eerste_maanden": 0.0})),
    "WW always at the higher share": ("ww_uitkering", with_changed({"ww_eerste_maanden": 99.0})),
    "WW beside wage in full": ("ww_uitkering", with_changed({"inkomen_in_de_maand": 0.0})),
    "tax credit at every payer": ("loonheffing_uitkering", with_changed({"loonheffingskorting_bij": 2.0})),
    "tax credit at no payer": ("loonheffing_uitkering", with_changed({"loonheffingskorting_bij": 0.0})),
    "no tax credit for a partner on a benefit": (
        "loonheffing_uitkering_partner",
        with_changed({"loon_partner": 1.0}),
    ),
    "no maximum on alimony": ("zvw_bijdrage", no_limit()),
    "attachment without the part for rent": ("voet_voor_de_huur", answering(0.0)),
    "attachment without the part for care": ("voet_voor_de_zorg", answering(0.0)),
    "attachment without the part for children": ("voet_voor_de_kinderen", answering(0.0)),
    "attachment without a maximum": (
        "beslagvrije_voet",
        with_changed(
            {
                f"voet_hoogste_{name}": 1e9
                for name in ("alleenstaande", "alleenstaande_ouder", "paar", "paar_met_kind")
            }
        ),
    ),
    "kindgebonden budget for a child not born yet": (
        "kindgebonden_budget_per_kind",
        lambda rule, given: rule(
            **{
                **given,
                "leeftijd_kind_eind_vorige_maand": max(0.0, given["leeftijd_kind_eind_vorige_maand"]),
            }
        ),
    ),
    "kinderbijslag for a child not born yet": (
        "kinderbijslag_per_kind",
        lambda rule, given: rule(
            **{**given, "leeftijd_kind_begin_kwartaal": max(0.0, given["leeftijd_kind_begin_kwartaal"])}
        ),
    ),
    "youth paid as adult": ("wettelijk_minimumuurloon", with_changed({"leeftijd_ouder": 30.0})),
    "bijstand counts net": (
        "bruto_bijstand",
        lambda rule, given: given["netto_bijstand_over_het_jaar"],
    ),
}


NAMED_BY_THE_ASSIGNMENT = {
    "huurtoeslag is always nothing",
    "no combinatiekorting",
    "no age supplements",
    "ALO-kop with a partner",
    "no hours cap",
    "no rate cap",
    "next child paid as first",
    "couple ignored in the norm",
    "kostendelers ignored",
    "18 to 20 ignored",
    "no payroll grid",
    "no asset test in bijstand",
    "no asset test in the bijstand of a year",
    "no asset test in zorgtoeslag",
    "no asset test in kindgebonden budget",
    "no asset test in huurtoeslag",
}


def test_every_mistake_that_was_named_is_tried() -> None:
    assert MUTATIONS.keys() >= NAMED_BY_THE_ASSIGNMENT


def mutated(name: str, mutant: Mutant) -> Book:
    """A book of its own in which every version of one rule is swapped."""
    changed = Book(LAWS, units_of_facts())

    def swap(rule: Any) -> Any:
        if rule.name != name:
            return rule
        return dataclasses.replace(rule, function=call(rule.function, rule.inputs, mutant))

    changed.rules = [swap(rule) for rule in changed.rules]
    return changed


def call(function: Callable[..., Any], inputs: tuple[str, ...], mutant: Mutant) -> Callable[..., Any]:
    return lambda *values: mutant(function, dict(zip(inputs, values, strict=True)))


@pytest.mark.parametrize("what", MUTATIONS)
def test_a_forgotten_rule_is_noticed(what: str) -> None:
    name, mutant = MUTATIONS[what]
    assert any(rule.name == name for rule in book().rules)
    changed = mutated(name, mutant)
    assert any(misses(example, changed) for example in examples()), f"no example notices: {what}"


def test_the_book_itself_misses_nothing() -> None:
    unchanged = mutated("there is no such rule", answering(0.0))
    assert not [one.name for one in examples() if misses(one, unchanged)]
