"""Benefits and alimony through the months: what is due for a month, and what of it is taxed in a calendar year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.household import OtherIncome
from veerkracht.household.unknown import NOT_ASKED, known
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.other_income import BENEFITS, FOR_HERSELF

from ..situation import law_day, parameter
from .days import add_months, days_in, first_of, months_between, on_day

Net = tuple[OtherIncome, float]
"""An income of a month, and what of it comes in."""
WW = "ww"
OLDER = ("overig_netto_inkomen", "overig_inkomen_is_belast")
NETS = ("netto_uitkering", "netto_uitkering_partner")


@dataclass(frozen=True)
class WwRight:
    """WW from a day: the WW-maandloon of the decision in EUR a month, and the day of the next month it is paid on."""

    wage: float
    since: dt.date
    pay_day: int | None = None

    def ends_at(self, gross: float, month: dt.date) -> bool:
        """Whether a wage in a month is so high that the right ends (WW art. 20)."""
        return gross > parameter("uitkeringen.ww_stopt_boven", month) * self.wage

    def amount(self, gross: float, month: dt.date) -> float:
        """The gross WW of a month beside a gross wage; for the first month its part of the days."""
        facts = {
            "ww_maandloon": self.wage,
            "ww_maand": float(months_between(first_of(self.since), month) + 1),
            "inkomen_in_de_maand": gross,
        }
        full = float(calculate(book(), law_day(month), facts, ("ww_uitkering",)).known["ww_uitkering"])
        days = days_in(month) - (self.since.day - 1 if first_of(self.since) == month else 0)
        return round(full * days / days_in(month), 2)


def with_ww(
    incomes: tuple[OtherIncome, ...], right: WwRight | None, gross: float, month: dt.date
) -> tuple[OtherIncome, ...]:
    """The incomes of a month, with the WW that a wage leaves."""
    if right is None or right.since >= add_months(month, 1):
        return incomes
    amount = right.amount(gross, month)
    if not amount:
        return incomes
    pay_day = NOT_ASKED if right.pay_day is None else right.pay_day
    return *incomes, OtherIncome(key=WW, kind=WW, euros=amount, gross=True, taxed=True, pay_day=pay_day)


def pay_day_of(income: OtherIncome, month: dt.date, ordinary: int) -> dt.date:
    """The day in a month on which an income comes; `ordinary` where it does not say."""
    return on_day(month, known(income.pay_day) or ordinary)


def as_facts(incomes: Iterable[OtherIncome], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with these incomes as the list `inkomen`; an older pair of names becomes one of them."""
    listed = [as_fact(one) for one in incomes]
    if facts.get(OLDER[0]):
        listed.append({"soort": "anders", "netto": facts[OLDER[0]], "belast": facts.get(OLDER[1], False)})
    return {**{name: value for name, value in facts.items() if name not in OLDER}, "inkomen": listed}


def as_fact(income: OtherIncome) -> dict[str, Any]:
    fact: dict[str, Any] = {
        "soort": income.kind,
        "bruto" if known(income.gross) else "netto": known(income.euros),
    }
    if income.of_partner:
        fact["van_partner"] = True
    return {**fact, "belast": bool(known(income.taxed))} if income.kind == "anders" else fact


def is_gross_benefit(income: OtherIncome) -> bool:
    return bool(known(income.gross)) and bool(known(income.taxed)) and income.kind != FOR_HERSELF


def nets(incomes: Sequence[OtherIncome], answers: Mapping[str, Any]) -> tuple[Net, ...]:
    """What comes in of each: of gross benefits a part of what is left of all of them, of the rest the amount."""
    net_by_income = []
    for one in incomes:
        euros = known(one.euros) or 0.0
        if is_gross_benefit(one):
            name = NETS[one.of_partner]
            same = sum(
                known(o.euros) or 0.0
                for o in incomes
                if is_gross_benefit(o) and o.of_partner == one.of_partner
            )
            euros = float(answers[name]) * euros / same if same else 0.0
        net_by_income.append((one, euros))
    return tuple(net_by_income)


def taxed_in(year: Sequence[tuple[Net, ...]], before: tuple[Net, ...]) -> list[Net]:
    """The incomes that count for a year: each in its month, WW in the month after (it is paid then)."""
    on_time = [net for month in year for net in month if net[0].kind != WW]
    paid_late = [before, *year[:-1]]
    return on_time + [net for month in paid_late for net in month if net[0].kind == WW]


def over_the_year(incomes: Sequence[Net]) -> dict[str, float]:
    """The quantities of the law for a year with these incomes; the tax held back is what was held back."""
    values: dict[str, float] = {}
    for ending, of_partner in (("", False), ("_partner", True)):
        mine = [(one, net) for one, net in incomes if is_gross_benefit(one) and one.of_partner is of_partner]
        gross = sum(known(one.euros) or 0.0 for one, _ in mine)
        values[f"bruto_uitkering{ending}"] = gross / 12
        values[f"loonheffing_uitkering{ending}"] = (gross - sum(net for _, net in mine)) / 12
    values["partneralimentatie_bruto"] = sum(net for one, net in incomes if one.kind == FOR_HERSELF)
    return values


def net_and_taxed(incomes: Sequence[Net]) -> float:
    """What was typed in net and is taxed, over the year."""
    return sum(
        net for one, net in incomes if known(one.taxed) and not known(one.gross) and one.kind != FOR_HERSELF
    )


def is_benefit(income: OtherIncome) -> bool:
    """Whether its payer can apply the tax credit."""
    return (
        bool(known(income.taxed))
        and (income.kind in BENEFITS or income.kind == "anders")
        and not income.of_partner
    )
