"""The euros of a household at some hours of work, with the childcare of its week.

A wage is hours × hourly wage × 52 weeks, with holiday allowance: the hours of a school week as contract for the whole
year. The childcare is that of the week, never that of the facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.levers.childcare import Care, as_facts, counted_cost, is_one_tariff
from veerkracht.money.answer import amounts_along, amounts_of, minimum_hourly_wage, values_of
from veerkracht.money.causes import article_of as article_of_rule
from veerkracht.money.quantities import ALLOWANCES, INDEPENDENCE, TO_SPEND
from veerkracht.money.situation import bare_of_care, tax_credit_at_work, with_partner_ground, yearly_wage

# Asked only beside bijstand: without it nobody needs to know the facts behind an exemption.
EXEMPTION = ("vrijlating_regeling", "vrijlating_deel", "heeft_kind_voor_vrijlating", "heeft_partner")
# A given fact that follows from one of these would stand still while the hours change.
MOVES = {"loon", "opvangsoort", "opvanguren", "uurtarief"}

Raw = dict[str, Any]


@dataclass(frozen=True)
class Purse:
    """One month: what is left to spend, and the quantities of the law behind it."""

    disposable: float
    amounts: Mapping[str, Any]

    @property
    def independent(self) -> bool:
        return bool(self.amounts["is_economisch_zelfstandig"])

    @property
    def parts(self) -> dict[str, float]:
        """Everything that comes in and goes out, by name; together it is what is left to spend.

        A refund of tax that the municipality takes back at once is in neither.
        """
        amounts = self.amounts
        wages = amounts["netto_loon_na_aanslag"] + amounts["netto_loon_na_aanslag_partner"]
        return {
            "loon": wages - amounts["verrekende_teruggave"],
            "bijstand": amounts["ontvangen_bijstand"],
            "overig_inkomen": amounts["ander_inkomen"],
            **{name: amounts[f"voorschot_{name}"] for name in ALLOWANCES},
            "kinderbijslag": amounts["kinderbijslag"] / 3,
            "kosten_kinderopvang": -amounts["kosten_kinderopvang"],
        }


def ages_in(facts: Any, day: dt.date) -> list[float]:
    """The ages of the children of the facts, once it is sure that the facts can be used for other hours."""
    values = values_of(facts, day)
    for name in facts:
        if follows_from_the_hours(name, day):
            raise CannotCalculate(problem("follows_from_the_hours", name))
    ages: list[float] = values.get("leeftijd_kind", [])
    return ages


class Money:
    """What this household has a month, for any hours and any childcare.

    `places` says for each child of the week where it stands among the children of the facts.
    """

    def __init__(
        self, facts: Mapping[str, Any], hourly_wage: float, day: dt.date, places: Sequence[int]
    ) -> None:
        self.facts, self.hourly_wage, self.day, self.places = facts, hourly_wage, day, places
        self.remarks: list[Remark] = []
        """What was taken to be so on the way, each once."""
        self._numbers = book().values(day, None)
        self._known: dict[tuple[float, Care, tuple[tuple[str, Any], ...]], Purse] = {}
        self.number("vakantiebijslag")  # a day without law is named here, never replaced by another

    def loon(self, minutes: float, hourly_wage: float | None = None) -> float:
        """The wage of a year, holiday allowance included."""
        wage = self.hourly_wage if hourly_wage is None else hourly_wage
        return yearly_wage(minutes / 60, wage, self.day)

    def hours_at(self, loon: float) -> float:
        """At how many hours a week, at her wage, this yearly wage is earned."""
        return loon / self.loon(60)

    def minimum_wage(self) -> float | None:
        """What an hour must pay at least, where her age is known."""
        if self.facts.get("leeftijd_ouder") is None:
            return None
        return minimum_hourly_wage(values_of(self.facts, self.day), self.day)

    def number(self, name: str, law: str = "minimumloon") -> float:
        """A number of the law on this day, or a sentence that there is none."""
        value = self._numbers.get(f"{law}.{name}")
        if not isinstance(value, float):
            raise CannotCalculate(problem("number_not_known", name, day=self.day))
        return value

    def purse(self, loon: float, care: Care, **changed: Any) -> Purse:
        """The month at this yearly wage with these contracts; `changed` are facts that differ."""
        key = loon, care, tuple(changed.items())
        if key not in self._known:
            values = values_of(self.facts_with(loon, care, **changed), self.day)
            also = (*INDEPENDENCE, *EXEMPTION) if values.get("maanden_bijstand") else INDEPENDENCE
            amounts = amounts_of(values, self.day, also)
            self._known[key] = Purse(amounts[TO_SPEND], amounts)
        return self._known[key]

    def facts_with(self, loon: float, care: Care, **changed: Any) -> Raw:
        """The facts as `veerkracht calculate` reads them."""
        raw: Raw = {**self.facts, **changed, "loon": loon}
        if "kinderen" in raw:
            raw["kinderen"] = bare_of_care(raw["kinderen"])
        for place, contracts in zip(self.places, care, strict=True):
            raw["kinderen"][place] |= as_facts(contracts)
        if not all(is_one_tariff(contracts) for contracts in care):
            raw["kosten_die_meetellen"] = self._counted(care, len(raw["kinderen"]))
        if loon > 0:
            raw |= self._because_of_work(raw)
        grounded, about_the_partner = with_partner_ground(raw)
        self.remarks += [one for one in about_the_partner if one not in self.remarks]
        return grounded

    def _because_of_work(self, raw: Mapping[str, Any]) -> Raw:
        """What work itself settles. With a partner both need a ground for the allowance: that the facts must say."""
        settled: Raw = {}
        if raw.get("heeft_partner") is False:
            settled["heeft_recht_op_kinderopvangtoeslag"] = True  # art. 1.6 lid 1 onder a Wko
        return settled | tax_credit_at_work(self.facts)

    @property
    def assumes_tax_credit_at_work(self) -> bool:
        """Whether the facts leave open where the tax credit is, so that work takes it."""
        return bool(tax_credit_at_work(self.facts))

    def _counted(self, care: Care, children: int) -> list[float]:
        law = "kinderopvangtoeslag"
        sorts = ("dagopvang", "bso", "gastouder")
        highest = {sort: self.number(f"maximum_uurtarief_{sort}", law) for sort in sorts}
        counted = [0.0] * children
        for place, contracts in zip(self.places, care, strict=True):
            counted[place] = counted_cost(contracts, highest, self.number("maximum_opvanguren", law))
        return counted

    def way(self, loons: list[float], care: Care) -> list[dict[str, Any]]:
        """The month at each of these yearly wages, the childcare and all else the same."""
        columns = amounts_along(self.facts_with(loons[-1], care), self.day, loons)
        return [dict(zip(columns, point, strict=True)) for point in zip(*columns.values(), strict=True)]


def follows_from_the_hours(name: str, day: dt.date) -> bool:
    """Whether a given quantity depends on the wage or the childcare, through any rule."""
    rules = book().on(day)
    todo, seen = [name], set()
    while todo:
        quantity = todo.pop()
        if quantity in MOVES:
            return quantity != name
        if quantity in rules and quantity not in seen:
            seen.add(quantity)
            todo += rules[quantity].keys
    return False


def article_of(quantity: str, day: dt.date) -> str:
    """The law and article behind an amount, without our own remarks."""
    return article_of_rule(book().on(day)[quantity])
