"""Asking the law book about one month or one year of a household; the same question is asked only once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.choices import GEEN
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.prepare import prepare

from ..situation import law_day, parameter
from .days import add_months
from .timeline import Child, State

ALLOWANCES = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")
WAGES = ("netto_loon_per_maand", "netto_loon_per_maand_partner")
SUPPORT = ("bijstand", "reservering_vakantietoeslag")
GROSS = ("bruto_bijstand", "bruto_bijstand_partner")
CARE_AFTER_JOB = 3
"""Months that the right to childcare allowance runs on after a job (Wko art. 1.6; one source)."""


@dataclass(frozen=True)
class Income:
    """Wages and bijstand of one month: what is due for that month, whenever it is paid."""

    gross: float
    net: float
    net_partner: float
    bijstand: float
    reserved: float
    gross_bijstand: float
    gross_bijstand_partner: float
    other: float
    exemption: float = GEEN

    @property
    def support(self) -> float:
        return self.bijstand + self.reserved


@dataclass(frozen=True)
class Year:
    """A calendar year as the tax office sees it afterwards.

    The income of a partner counts for allowances in the months together, and then that of the whole year.
    """

    own_income: float
    tax_on_wage: float
    net_partner: float
    partner_income: float

    @property
    def incomes(self) -> tuple[float, float]:
        return self.own_income, self.partner_income


@dataclass
class Clerk:
    """Asks the law book, and remembers. One for each ledger; `first_year` is the year the facts were given in."""

    first_year: int
    asked: dict[Any, Any] = field(default_factory=dict)

    def values(self, state: State, month: dt.date, gross: float, bijstand: bool) -> dict[str, Any]:
        """The facts of one month, ready to calculate with."""
        care = self.has_right_to_care(state, month)
        key = (state, law_half(month), self.ages(state, month), gross, bijstand, care)
        if key not in self.asked:
            self.asked[key] = prepare(
                book(), law_half(month), self.facts(state, month, gross, bijstand)
            ).values
        values: dict[str, Any] = self.asked[key]
        return values

    def facts(self, state: State, month: dt.date, gross: float, bijstand: bool) -> dict[str, Any]:
        children = zip(self.present(state, month), self.ages(state, month), strict=True)
        facts = {
            **state.facts,
            "loon": 12 * (1 + holiday(month)) * gross,
            "maanden_bijstand": 12 if bijstand else 0,
            "kinderen": [
                {**child.facts, "leeftijd": age, "leeftijd_op_1_januari": january}
                for child, (age, january) in children
            ],
        }
        if not bijstand or state.facts.get("loonheffingskorting_bij") is None:
            facts["loonheffingskorting_bij"] = "werkgever" if gross or not bijstand else "bijstand"
        if any(child.facts.get("opvangsoort") for child in state.children):
            facts["heeft_recht_op_kinderopvangtoeslag"] = self.has_right_to_care(state, month)
        return facts

    def has_right_to_care(self, state: State, month: dt.date) -> bool:
        """Work is a ground, and for three months after it; otherwise what the facts say."""
        ended = state.job_ended_on
        recent = ended is not None and month < add_months(ended, CARE_AFTER_JOB)
        return (
            state.job is not None or recent or state.facts.get("heeft_recht_op_kinderopvangtoeslag") is True
        )

    def present(self, state: State, month: dt.date) -> list[Child]:
        return [child for child in state.children if child.born is None or child.born <= month]

    def ages(self, state: State, month: dt.date) -> tuple[tuple[float, float], ...]:
        """For each child its age on the first of the month and on the first of January."""
        january = month.replace(month=1)
        found = []
        for child in self.present(state, month):
            if child.born is not None:
                found.append((age(child.born, month), age(child.born, january)))
            else:
                same_year = month.year == self.first_year
                found.append((child.age, child.age_on_1_january if same_year else child.age))
        return tuple(found)

    def income(self, state: State, month: dt.date, gross: float, bijstand: bool) -> Income:
        """Net wage and bijstand of a month with this gross wage."""
        key = ("income", state, law_half(month), self.ages(state, month), gross, bijstand)
        if key not in self.asked:
            self.asked[key] = self.ask_income(state, month, gross, bijstand)
        income: Income = self.asked[key]
        return income

    def ask_income(self, state: State, month: dt.date, gross: float, bijstand: bool) -> Income:
        values = self.values(state, month, gross, bijstand)
        day = law_half(month)
        targets = (*WAGES, *SUPPORT) if bijstand else WAGES
        known = calculate(book(), day, values, targets).known
        other = float(values["overig_netto_inkomen"])
        net, net_partner = (float(known[name]) for name in WAGES)
        if not bijstand:
            return Income(gross, net, net_partner, 0.0, 0.0, 0.0, 0.0, other)
        paid, reserved = (float(known[name]) for name in SUPPORT)
        year = {**values, "netto_bijstand_over_het_jaar": 12 * (paid + reserved)}
        year["gemiddelde_bijstandsnorm"] = known["bijstandsnorm"]
        taxed = calculate(book(), day, year, GROSS).known
        own, partner = (float(taxed[name]) / 12 for name in GROSS)
        regime = float(known["vrijlating_regeling"])
        return Income(gross, net, net_partner, paid, reserved, own, partner, other, regime)

    def allowances(
        self, state: State, month: dt.date, income: float, of_partner: float = 0.0
    ) -> dict[str, float]:
        """The four allowances a year for the household of this month at yearly incomes, and their advances."""
        care = self.has_right_to_care(state, month)
        incomes = round(income, 2), round(of_partner, 2)
        key = ("allowances", state, law_half(month), self.ages(state, month), care, incomes)
        if key not in self.asked:
            day, values = law_half(month), self.values(state, month, 0.0, False)
            partner = calculate(book(), day, values, ("heeft_toeslagpartner",)).known["heeft_toeslagpartner"]
            values = {**values, "toetsingsinkomen": max(0.0, income + (of_partner if partner else 0.0))}
            targets = (*ALLOWANCES, *(f"voorschot_{name}" for name in ALLOWANCES), "kosten_kinderopvang")
            known = calculate(book(), day, values, targets).known
            self.asked[key] = {name: float(known[name]) for name in targets}
        found: dict[str, float] = self.asked[key]
        return found

    def child_benefit(self, state: State, quarter: dt.date) -> float:
        values = self.values(state, quarter, 0.0, False)
        return float(calculate(book(), law_half(quarter), values, ("kinderbijslag",)).known["kinderbijslag"])

    def year(self, state: State, year: int, wage: float, partner: State | None, months: list[Income]) -> Year:
        """The year afterwards: its taxable incomes and the tax that falls on the wage.

        `state` is how the household was most of the year; `partner` how it was together, if it was.
        """
        day = dt.date(year, 1, 1)
        paid = [income for income in months if income.support > 0]
        wage_partner = float(partner.facts.get("loon_partner") or 0.0) if partner else 0.0
        bijstand_partner = sum(income.gross_bijstand_partner for income in paid)
        values = {
            **self.values(state, dt.date(year, 12, 1), 0.0, bool(paid)),
            "loon": wage,
            "loon_partner": wage_partner if state.facts.get("heeft_partner") else 0.0,
            "maanden_bijstand": float(len(paid)),
            "netto_bijstand_over_het_jaar": own_support(paid)
            * (2 if state.facts.get("heeft_partner") else 1),
            "bruto_bijstand": sum(income.gross_bijstand for income in paid),
            "bruto_bijstand_partner": bijstand_partner,
            "overig_netto_inkomen": sum(income.other for income in months) / 12,
        }
        targets = ("belastbaar_inkomen_box_1", "belasting_over_loon", "netto_loon_na_aanslag_partner")
        known = calculate(book(), law_half(day), values, targets).known
        given = state.facts.get("belastbaar_inkomen_box_1_partner")
        of_partner = float(given) if given is not None else wage_partner + bijstand_partner
        own, tax, net_partner = (float(known[name]) for name in targets)
        return Year(own, tax, net_partner, of_partner)


def own_support(months: list[Income]) -> float:
    """The net bijstand in her own name: half of it only in the months with a partner."""
    return sum(income.support / (2 if income.gross_bijstand_partner else 1) for income in months)


def law_half(day: dt.date) -> dt.date:
    """The first day of the half year whose amounts hold on a day; after the published law the last of them."""
    known = law_day(day)
    return known.replace(month=1 if known.month < 7 else 7, day=1)


def holiday(day: dt.date) -> float:
    return parameter("minimumloon.vakantiebijslag", day)


def age(born: dt.date, day: dt.date) -> float:
    return float(max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day))))
