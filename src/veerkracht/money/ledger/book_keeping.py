"""Asking the law book about one month or one year of a household; the same question is asked only once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from veerkracht.household.household import OtherIncome
from veerkracht.law.catalogue import book
from veerkracht.law.choices import CHOICES
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.prepare import prepare
from veerkracht.law.values import NOT_BORN

from ..situation import parameter
from .care_grounds import care_facts, care_in, has_right_to_care
from .days import add_months
from .month_income import Income, Year
from .other_income import NETS, WW, Net, as_facts, is_benefit, net_and_taxed, nets, over_the_year
from .shared_care import share_of, with_shared_care
from .taxes import grossed, law_half, marginal_rate
from .timeline import Child, State

ALLOWANCES = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")
WAGES = ("netto_loon_per_maand", "netto_loon_per_maand_partner")
OTHER = "ander_inkomen"
PER_CHILD = "kinderbijslag_per_kind"
PLACE = "loonheffingskorting_bij"
SUPPORT = ("bijstand", "reservering_vakantietoeslag")
LEFT_ALONE = ("vrijlating_regeling", "vrijlating")
Taken = tuple[float, float]
"""A net wage and what of it is left alone, where bijstand is netted with the wage of another month."""
CREDITED = ("credited", "credited_partner")
PARENT_CREDIT_OF_PARTNER = "inkomensafhankelijke_combinatiekorting_partner"
MONTH_BEFORE = "leeftijd_kind_eind_vorige_maand"


@dataclass
class Clerk:
    """Asks the law book, and remembers. One for each ledger; `first_year` is the year the facts were given in."""

    first_year: int
    asked: dict[Any, Any] = field(default_factory=dict)

    def values(
        self, state: State, month: dt.date, gross: float, bijstand: bool, extra: tuple[OtherIncome, ...] = ()
    ) -> dict[str, Any]:
        """The facts of one month, ready to calculate with."""
        key = (state, law_half(month), self.ages(state, month), gross, bijstand, care_in(state, month), extra)
        if key not in self.asked:
            facts = self.facts(state, month, gross, bijstand, extra)
            ready = prepare(book(), law_half(month), facts).values
            ages, children = self.ages(state, month), self.present(state, month)
            ready = {**ready, MONTH_BEFORE: [before for _, _, before in ages]}
            self.asked[key] = with_shared_care(ready, children, ages, MONTH_BEFORE)
        values: dict[str, Any] = self.asked[key]
        return values

    def facts(
        self, state: State, month: dt.date, gross: float, bijstand: bool, extra: tuple[OtherIncome, ...] = ()
    ) -> dict[str, Any]:
        children = zip(self.present(state, month), self.ages(state, month), strict=True)
        facts = {
            **state.facts,
            "loon": 12 * (1 + holiday(month)) * gross,
            "maanden_bijstand": 12 if bijstand else 0,
            "kinderen": [
                {**care_facts(child, month), "leeftijd": age, "leeftijd_op_1_januari": january}
                for child, (age, january, _) in children
            ],
        }
        facts = as_facts(extra, facts) if extra else facts
        benefit = has_third_payer(state.facts) or any(is_benefit(one) for one in extra)
        place = credit_place(state.facts, gross > 0, bijstand, benefit)
        facts.pop("loonheffingskorting_bij", None)
        facts |= {} if place is None else {"loonheffingskorting_bij": place}
        if any(child.facts.get("opvangsoort") for child in state.children):
            right = has_right_to_care(state, month)
            facts |= {"heeft_recht_op_kinderopvangtoeslag": right, "grond_kinderopvang_partner": "werk"}
        return facts

    def present(self, state: State, month: dt.date) -> list[Child]:
        return [child for child in state.children if child.born is None or child.born <= month]

    def ages(self, state: State, month: dt.date) -> tuple[tuple[float, float, float], ...]:
        """For each child its age on the first of the month, on the first of January and when the month before ended."""
        january, before = month.replace(month=1), month - dt.timedelta(days=1)
        ages = []
        for child in self.present(state, month):
            if child.born is not None:
                ended = age(child.born, before) if child.born <= before else NOT_BORN
                ages.append((age(child.born, month), age(child.born, january), ended))
            else:
                same_year = month.year == self.first_year
                ages.append((child.age, child.age_on_1_january if same_year else child.age, child.age))
        return tuple(ages)

    def income(
        self,
        state: State,
        month: dt.date,
        gross: float,
        bijstand: bool,
        extra: tuple[OtherIncome, ...] = (),
        taken: Taken | None = None,
    ) -> Income:
        """Net wage, bijstand and other income of a month with this gross wage.

        `taken` is what is taken off bijstand instead of the wage of the month itself.
        """
        halves = law_half(month), law_half(add_months(month, 1)) if extra else None
        key = ("income", state, halves, self.ages(state, month), gross, bijstand, extra, taken)
        if key not in self.asked:
            self.asked[key] = self.ask_income(state, month, gross, bijstand, extra)
            if taken is not None and bijstand:
                self.asked[key] = self.netted(self.asked[key], state, month, taken)
        income: Income = self.asked[key]
        return income

    def ask_income(
        self, state: State, month: dt.date, gross: float, bijstand: bool, extra: tuple[OtherIncome, ...]
    ) -> Income:
        values = self.values(state, month, gross, bijstand, extra)
        targets = (*WAGES, *SUPPORT, *LEFT_ALONE) if bijstand else WAGES
        targets = (*targets, OTHER) if extra else targets
        known = calculate(book(), law_half(month), values, targets).known
        other, left = self.others(extra, values, month, float(known.get(OTHER, 0.0)))
        net, net_partner = (float(known[name]) for name in WAGES)
        income = Income(gross, net, net_partner, other, left)
        if not bijstand:
            return income
        paid, reserved = (float(known[name]) for name in SUPPORT)
        regime, free = (float(known[name]) for name in LEFT_ALONE)
        at_municipality = values[PLACE] == CHOICES[PLACE]["bijstand"]
        no_other = not gross and values[PLACE] != CHOICES[PLACE]["uwv"]
        partner = bool(values["heeft_partner"])
        return replace(
            income,
            runs=True,
            bijstand=paid,
            right=paid,
            reserved=reserved,
            exemption=regime,
            free=free,
            credited=float(at_municipality or no_other),
            credited_partner=float(partner and not values["loon_partner"]),
            own_support=(paid + reserved) / (1 + partner),
        )

    def netted(self, income: Income, state: State, month: dt.date, taken: Taken) -> Income:
        """The same month with the wage of another month taken off its bijstand."""
        extra = tuple(one for one, _ in income.extra)
        values = self.values(state, month, income.gross, True, extra)
        values = {**values, WAGES[0]: taken[0], LEFT_ALONE[1]: taken[1]}
        known = calculate(book(), law_half(month), values, SUPPORT).known
        paid, reserved = (float(known[name]) for name in SUPPORT)
        own = (paid + reserved) / (1 + bool(values["heeft_partner"]))
        return replace(income, bijstand=paid, reserved=reserved, own_support=own)

    def special_rate(
        self, state: State, month: dt.date, usual: float, bijstand: bool, extra: tuple[OtherIncome, ...]
    ) -> float:
        """The share that wage tax takes of holiday pay: the rate at the yearly wage (Wet LB 1964, art. 26).

        `usual` is the wage in EUR a month. Nothing where the credits leave no tax on it.
        """
        if abs(self.income(state, month, usual, bijstand, extra).net - usual) < 0.005:
            return 0.0
        at_employer = self.values(state, month, usual, bijstand, extra)[PLACE] == CHOICES[PLACE]["werkgever"]
        return marginal_rate(law_half(month), 12 * usual, at_employer)

    def others(
        self, extra: tuple[OtherIncome, ...], values: Mapping[str, Any], month: dt.date, total: float
    ) -> tuple[float, tuple[Net, ...]]:
        """What comes in of other income, and of each; WW by the tables of the month after, in which it is paid."""
        if not extra:
            return float(values["overig_netto_inkomen"]), ()
        days = law_half(month), law_half(add_months(month, any(one.kind == WW for one in extra)))
        now, paid = (nets(extra, calculate(book(), day, values, NETS).known) for day in days)
        return total + sum(net for _, net in paid) - sum(net for _, net in now), paid

    def allowances(
        self, state: State, month: dt.date, income: float, of_partner: float = 0.0
    ) -> dict[str, float]:
        """The four allowances a year for the household of this month at yearly incomes, and their advances."""
        incomes = round(income, 2), round(of_partner, 2)
        key = ("allowances", state, law_half(month), self.ages(state, month), care_in(state, month), incomes)
        if key not in self.asked:
            day, values = law_half(month), self.values(state, month, 0.0, False)
            partner = calculate(book(), day, values, ("heeft_toeslagpartner",)).known["heeft_toeslagpartner"]
            values = {**values, "toetsingsinkomen": max(0.0, income + (of_partner if partner else 0.0))}
            targets = (*ALLOWANCES, *(f"voorschot_{name}" for name in ALLOWANCES), "kosten_kinderopvang")
            known = calculate(book(), day, values, targets).known
            self.asked[key] = {name: float(known[name]) for name in targets}
        amounts: dict[str, float] = self.asked[key]
        return amounts

    def child_benefit(self, state: State, quarter: dt.date) -> float:
        values = self.values(state, quarter, 0.0, False)
        each = calculate(book(), law_half(quarter), values, (PER_CHILD,)).known[PER_CHILD]
        pairs = zip(self.present(state, quarter), each, strict=True)
        return float(sum(share_of(child) * one for child, one in pairs))

    def parent_credit_of_partner(self, state: State, year: int, wage: float, of_partner: float) -> float:
        """The combination credit of a partner who earns the least of both."""
        values = self.values(state, dt.date(year, 12, 1), 0.0, False)
        values = {**values, "loon": wage, "loon_partner": of_partner}
        known = calculate(book(), law_half(dt.date(year, 1, 1)), values, (PARENT_CREDIT_OF_PARTNER,)).known
        return float(known[PARENT_CREDIT_OF_PARTNER])

    def year(
        self,
        state: State,
        year: int,
        wage: float,
        partner: State | None,
        months: list[Income],
        extra: list[Net],
        settled: float = 0.0,
    ) -> Year:
        """The year afterwards: its taxable incomes and the tax that falls on the wage.

        `state` is how the household was most of the year, with the children of the year; `partner` how it was together,
        if it was; `settled` is net bijstand that is paid after or back at the end.
        """
        day = dt.date(year, 1, 1)
        paid = [income for income in months if income.support > 0]
        wage_partner = float(partner.facts.get("loon_partner") or 0.0) if partner else 0.0
        credited, credited_partner = (sum(getattr(one, name) for one in months) for name in CREDITED)
        own_support = sum(income.own_support for income in months)
        of_both = sum(income.support for income in months)
        net_own = own_support + (settled * own_support / of_both if of_both else 0.0)
        bijstand = grossed(day, net_own, credited)
        net_of_partner = of_both + settled - net_own
        bijstand_partner = grossed(day, net_of_partner, credited_partner)
        together = bool(state.facts.get("heeft_partner"))
        values = {
            **self.values(state, dt.date(year, 12, 1), 0.0, bool(paid)),
            "loon": wage,
            "loon_partner": wage_partner if together else 0.0,
            "maanden_bijstand": float(len(paid)),
            "netto_bijstand_over_het_jaar": net_own * (1 + together),
            "bruto_bijstand": bijstand + bijstand_partner,
            "bruto_bijstand_partner": bijstand_partner,
            "overig_netto_inkomen": sum(income.typed for income in months) / 12,
            **over_the_year(extra),
        }
        if values["partneralimentatie_bruto"]:
            del values["zvw_bijdrage"]
        if typed_net := net_and_taxed(extra):
            values |= {"overig_netto_inkomen": typed_net / 12, "overig_inkomen_is_belast": True}
            values |= {"loonheffingskorting_bij": CHOICES[PLACE][str(state.facts.get(PLACE, "werkgever"))]}
            del values["bruto_overig_inkomen"]
        targets = ("belastbaar_inkomen_box_1", "belasting_over_loon", "netto_loon_na_aanslag_partner")
        known = calculate(book(), law_half(day), values, targets).known
        given = state.facts.get("belastbaar_inkomen_box_1_partner")
        of_partner = float(given) if given is not None else wage_partner + bijstand_partner
        of_partner += 12 * values["bruto_uitkering_partner"]
        own, tax, net_partner = (float(known[name]) for name in targets)
        return Year(own, tax, net_partner, of_partner, wage, (bijstand_partner, net_of_partner))


def has_third_payer(facts: Mapping[str, Any]) -> bool:
    """Whether there is taxed income that is no wage and no bijstand."""
    return bool(facts.get("overig_netto_inkomen")) and facts.get("overig_inkomen_is_belast") is True


def credit_place(facts: Mapping[str, Any], wage: bool, bijstand: bool, benefit: bool) -> str | None:
    """Who applies the tax credit: as it was said, and where that payer is gone the one that is left.

    None where it has to be asked: a benefit without a word about the credit.
    """
    payer = facts.get("loonheffingskorting_bij")
    # One word for both adults: a partner with a wage has an employer as well, who applies the credit.
    wage = wage or (payer == "werkgever" and bool(facts.get("loon_partner")))
    payers = {"werkgever": wage, "bijstand": bijstand, "uwv": benefit}
    if payer is not None and payers[payer]:
        return str(payer)
    left = [name for name, pays in payers.items() if pays]
    if payer is None and benefit:
        return None
    return left[0] if left else "werkgever"


def holiday(day: dt.date) -> float:
    return parameter("minimumloon.vakantiebijslag", day)


def age(born: dt.date, day: dt.date) -> float:
    return float(max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day))))
