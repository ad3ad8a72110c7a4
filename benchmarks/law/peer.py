"""The same household in OpenFisca-core: a small package of our own, with 2026's rules for a working mother alone.

Way of calling, pinned: OpenFisca-core 46; one variable for each rule of ours, numbers from its parameter tree, as its
packages have them; entities declared with arrays (its fastest way, no JSON to read); the line is one simulation of
161 households; the steps are its own flat trace of one household, serialised and dumped as JSON.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity(key="person", plural="persons", label="A person", is_person=True)
Household = build_entity(
    key="household",
    plural="households",
    label="A household",
    roles=[
        {"key": "parent", "plural": "parents", "label": "Parent", "max": 1},
        {"key": "child", "plural": "children", "label": "Child"},
    ],
)
YEAR_OF_LINE = "2026"
NUMBERS = {
    "tax": {
        "rate_1": 0.3575,
        "rate_2": 0.3756,
        "rate_3": 0.495,
        "end_1": 38883,
        "end_2": 78426,
        "ahk": 3115,
        "ahk_from": 29736,
        "ahk_rate": 0.06398,
        "ahk_nil": 78426,
        "iack": 3032,
        "iack_from": 6239,
        "iack_rate": 0.1145,
        "iack_age": 12,
    },
    "zorg": {
        "premium": 2119,
        "threshold": 29736,
        "share": 0.01912,
        "above": 0.1373,
        "assets": 146011,
    },
    "kgb": {"child": 2580, "age_12": 724, "age_16": 964, "kop": 3416, "threshold": 29736, "taper": 0.076},
    "rent": {
        "highest": 932.93,
        "basic": 200.71,
        "quality": 498.20,
        "cap_2": 713.02,
        "cap_3": 764.14,
        "middle": 0.65,
        "high": 0.4,
        "income": 31500,
        "taper": 0.22,
        "assets": 38479,
    },
    "kinderbijslag": {"age_0": 295.07, "age_6": 358.30, "age_12": 421.53},
    "awir": {"smallest": 24},
}
KINK = (0, 11965, 25845, 45592, 132920)
BASE = (0, 996, 5300, 5685, 0)
RATE = (0.08324, 0.31009, 0.0195, -0.0651, 0.0)
FORMULAS: list[tuple[Any, Any]] = []


def rule(entity: Any) -> Any:
    """Keep a formula, to become one OpenFisca variable of its own name: one variable for each rule of ours."""

    def keep(formula: Any) -> Any:
        FORMULAS.append((entity, formula))
        return formula

    return keep


@rule(Person)
def kindgebonden_budget_per_kind(person: Any, period: Any, parameters: Any) -> Any:
    p, age = parameters(period).kgb, person("leeftijd", period)
    amount = p.child + np.where(age >= 16, p.age_16, np.where(age >= 12, p.age_12, 0))
    return np.where((age < 18) & person.has_role(Household.CHILD), amount, 0)


@rule(Person)
def kinderbijslag_per_kind(person: Any, period: Any, parameters: Any) -> Any:
    p, age = parameters(period).kinderbijslag, person("leeftijd", period)
    amount = np.where(age < 6, p.age_0, np.where(age < 12, p.age_6, p.age_12))
    return np.where((age < 18) & person.has_role(Household.CHILD), amount, 0)


@rule(Person)
def is_minderjarig(person: Any, period: Any, parameters: Any) -> Any:
    return (person("leeftijd", period) < 18) & person.has_role(Household.CHILD)


@rule(Household)
def aantal_minderjarige_kinderen(household: Any, period: Any, parameters: Any) -> Any:
    return household.sum(household.members("is_minderjarig", period))


@rule(Household)
def heeft_kind_voor_combinatiekorting(household: Any, period: Any, parameters: Any) -> Any:
    young = household.members("leeftijd", period) < parameters(period).tax.iack_age
    return household.any(young, role=Household.CHILD)


@rule(Household)
def kinderbijslag(household: Any, period: Any, parameters: Any) -> Any:
    return household.sum(household.members("kinderbijslag_per_kind", period))


@rule(Household)
def belastbaar_inkomen_box_1(household: Any, period: Any, parameters: Any) -> Any:
    return household("loon", period) + household("bruto_bijstand", period)


@rule(Household)
def belasting_box_1(household: Any, period: Any, parameters: Any) -> Any:
    p, income = parameters(period).tax, household("belastbaar_inkomen_box_1", period)
    first = np.minimum(income, p.end_1)
    second = np.maximum(0, np.minimum(income, p.end_2) - p.end_1)
    return p.rate_1 * first + p.rate_2 * second + p.rate_3 * np.maximum(0, income - p.end_2)


@rule(Household)
def algemene_heffingskorting(household: Any, period: Any, parameters: Any) -> Any:
    p, income = parameters(period).tax, household("belastbaar_inkomen_box_1", period)
    credit = np.maximum(0, p.ahk - p.ahk_rate * np.maximum(0, income - p.ahk_from))
    return np.where(income >= p.ahk_nil, 0, credit)


@rule(Household)
def arbeidskorting(household: Any, period: Any, parameters: Any) -> Any:
    wage = household("loon", period)
    i = np.searchsorted(KINK, wage, side="right") - 1
    return np.maximum(0, np.take(BASE, i) + np.take(RATE, i) * (wage - np.take(KINK, i)))


@rule(Household)
def inkomensafhankelijke_combinatiekorting(household: Any, period: Any, parameters: Any) -> Any:
    p, wage = parameters(period).tax, household("loon", period)
    credit = np.minimum(p.iack, p.iack_rate * np.maximum(0, wage - p.iack_from))
    return household("heeft_kind_voor_combinatiekorting", period) * credit


@rule(Household)
def inkomstenbelasting(household: Any, period: Any, parameters: Any) -> Any:
    names = ("algemene_heffingskorting", "arbeidskorting", "inkomensafhankelijke_combinatiekorting")
    return np.maximum(
        0, household("belasting_box_1", period) - sum(household(name, period) for name in names)
    )


@rule(Household)
def toetsingsinkomen(household: Any, period: Any, parameters: Any) -> Any:
    return np.maximum(0, household("belastbaar_inkomen_box_1", period))


@rule(Household)
def normpremie(household: Any, period: Any, parameters: Any) -> Any:
    p, income = parameters(period).zorg, household("toetsingsinkomen", period)
    return p.share * p.threshold + p.above * np.maximum(0, income - p.threshold)


@rule(Household)
def zorgtoeslag(household: Any, period: Any, parameters: Any) -> Any:
    p, smallest = parameters(period).zorg, parameters(period).awir.smallest
    amount = np.floor(p.premium - household("normpremie", period) + 0.5)
    return np.where((amount >= smallest) & (household("vermogen", period) <= p.assets), amount, 0)


@rule(Household)
def kop_voor_alleenstaande_ouder(household: Any, period: Any, parameters: Any) -> Any:
    children = household.sum(household.members("kindgebonden_budget_per_kind", period))
    return np.where(children > 0, parameters(period).kgb.kop, 0)


@rule(Household)
def vermindering_kindgebonden_budget(household: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period).kgb
    return p.taper * np.maximum(0, household("toetsingsinkomen", period) - p.threshold)


@rule(Household)
def kindgebonden_budget(household: Any, period: Any, parameters: Any) -> Any:
    children = household.sum(household.members("kindgebonden_budget_per_kind", period))
    highest = children + household("kop_voor_alleenstaande_ouder", period)
    amount = np.maximum(0, highest - household("vermindering_kindgebonden_budget", period))
    allowed = household("vermogen", period) <= parameters(period).zorg.assets
    return np.where((amount >= parameters(period).awir.smallest) & allowed, amount, 0)


@rule(Household)
def rekeninkomen(household: Any, period: Any, parameters: Any) -> Any:
    return household("toetsingsinkomen", period) + household("inkomen_medebewoners", period)


@rule(Household)
def rekenhuur(household: Any, period: Any, parameters: Any) -> Any:
    return np.minimum(household("kale_huur", period), parameters(period).rent.highest)


@rule(Household)
def aantal_bewoners(household: Any, period: Any, parameters: Any) -> Any:
    return 1 + household("aantal_minderjarige_kinderen", period) + household("aantal_medebewoners", period)


@rule(Household)
def aftoppingsgrens(household: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period).rent
    return np.where(household("aantal_bewoners", period) > 2, p.cap_3, p.cap_2)


@rule(Household)
def vergoeding_van_de_huur(household: Any, period: Any, parameters: Any) -> Any:
    p, rent = parameters(period).rent, household("rekenhuur", period)
    cap = household("aftoppingsgrens", period)
    low = np.maximum(0, np.minimum(rent, p.quality) - p.basic)
    middle = np.maximum(0, np.minimum(rent, cap) - p.quality)
    return low + p.middle * middle + p.high * np.maximum(0, rent - cap)


@rule(Household)
def vermindering_huurtoeslag(household: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period).rent
    return p.taper * np.maximum(0, household("rekeninkomen", period) - p.income) / 12


@rule(Household)
def huurtoeslag(household: Any, period: Any, parameters: Any) -> Any:
    less = household("vermindering_huurtoeslag", period)
    amount = 12 * np.maximum(0, household("vergoeding_van_de_huur", period) - less)
    allowed = household("vermogen", period) <= parameters(period).rent.assets
    return np.where((amount >= parameters(period).awir.smallest) & allowed, amount, 0)


@rule(Household)
def voorschot_zorgtoeslag(household: Any, period: Any, parameters: Any) -> Any:
    return np.floor(household("zorgtoeslag", period) / 12)


@rule(Household)
def voorschot_kindgebonden_budget(household: Any, period: Any, parameters: Any) -> Any:
    return np.floor(household("kindgebonden_budget", period) / 12)


@rule(Household)
def voorschot_huurtoeslag(household: Any, period: Any, parameters: Any) -> Any:
    return np.floor(household("huurtoeslag", period) / 12)


@rule(Household)
def netto_loon_na_aanslag(household: Any, period: Any, parameters: Any) -> Any:
    return (household("loon", period) - household("inkomstenbelasting", period)) / 12


@rule(Household)
def besteedbaar_inkomen(household: Any, period: Any, parameters: Any) -> Any:
    names = ("voorschot_zorgtoeslag", "voorschot_kindgebonden_budget", "voorschot_huurtoeslag")
    advances = sum(household(name, period) for name in names)
    return household("netto_loon_na_aanslag", period) + advances + household("kinderbijslag", period) / 3


def system() -> TaxBenefitSystem:
    """Facts, numbers in a parameter tree, and one variable for each formula."""
    rules = TaxBenefitSystem([Person, Household])
    data = {
        group: {name: {"values": {"2026-01-01": {"value": value}}} for name, value in numbers.items()}
        for group, numbers in NUMBERS.items()
    }
    rules.parameters = ParameterNode("", data=data)
    rules.add_variable(variable("leeftijd", Person))
    for name in (
        "loon",
        "bruto_bijstand",
        "vermogen",
        "kale_huur",
        "inkomen_medebewoners",
        "aantal_medebewoners",
    ):
        rules.add_variable(variable(name, Household))
    for entity, formula in FORMULAS:
        rules.add_variable(variable(formula.__name__, entity, formula))
    return rules


def variable(name: str, entity: Any, formula: Any = None) -> type[Variable]:
    """A yearly amount; OpenFisca wants a class for each."""
    body = {"value_type": float, "entity": entity, "definition_period": YEAR, "label": name}
    if formula is not None:
        body["formula"] = formula
    return type(name, (Variable,), body)


def simulation(
    rules: TaxBenefitSystem, wages: np.ndarray, ages: list[float], rent: float, trace: bool
) -> Any:
    """Each household is a mother and her children, in that order."""
    count, size = len(wages), 1 + len(ages)
    builder = SimulationBuilder()
    builder.create_entities(rules)
    builder.declare_person_entity("person", np.arange(count * size))
    households = builder.declare_entity("household", np.arange(count))
    roles = np.tile(np.array(["parent"] + ["child"] * len(ages)), count)
    builder.join_with_persons(households, np.repeat(np.arange(count), size), roles=roles)
    run = builder.build(rules)
    run.trace = trace
    run.set_input("leeftijd", YEAR_OF_LINE, np.tile(np.array([30.0, *ages]), count))
    run.set_input("loon", YEAR_OF_LINE, wages)
    run.set_input("kale_huur", YEAR_OF_LINE, np.full(count, rent))
    for name in ("bruto_bijstand", "vermogen", "inkomen_medebewoners", "aantal_medebewoners"):
        run.set_input(name, YEAR_OF_LINE, np.zeros(count))
    return run


def line_and_steps(
    rules: TaxBenefitSystem, wages: np.ndarray, at: float, ages: list[float], rent: float
) -> Any:
    line = simulation(rules, wages, ages, rent, trace=False).calculate("besteedbaar_inkomen", YEAR_OF_LINE)
    one = simulation(rules, np.array([at]), ages, rent, trace=True)
    one.calculate("besteedbaar_inkomen", YEAR_OF_LINE)
    return line, json.dumps(one.tracer.get_serialized_flat_trace())
