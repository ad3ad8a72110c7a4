"""What other hours do to a benefit: WW falls with the wage, and of what cannot be computed nothing is promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate, calculate

MONTHS_OF_WAGE = 12.96
"""A yearly wage is twelve months and 8% holiday allowance."""
FROM_THE_THIRD_MONTH = 3.0
WW_FALLS = remark("ww_falls")
UNCERTAIN = problem("benefit_beside_work")
KEPT = ("wazo", "zw", "wia", "ioaw", "anw")
"""Kinds that are kept the same at any number of hours, and that is said."""


class BenefitBesideWork(CannotCalculate):
    """What a benefit does beside this wage cannot be said from what is known."""


def with_benefits_beside(
    new: dict[str, Any], now: Mapping[str, Any], day: dt.date
) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """The facts with another wage, with the WW that this wage leaves, and a remark for each benefit.

    Raises:
        BenefitBesideWork: there is taxed income of no kind and more wage than now.
    """
    before, after = (float(facts.get("loon") or 0.0) for facts in (now, new))
    if after > before and new.get("overig_netto_inkomen") and new.get("overig_inkomen_is_belast") is True:
        raise BenefitBesideWork(UNCERTAIN)
    if after == before or not new.get("inkomen"):
        return new, ()
    listed: list[Any] = []
    remarks: list[Remark] = []
    for income in new["inkomen"]:
        if income.get("soort") == "ww" and "bruto" in income:
            income = {
                **income,
                "bruto": ww_beside(income["bruto"], before / MONTHS_OF_WAGE, after / MONTHS_OF_WAGE, day),
            }
            remarks.append(WW_FALLS)
        elif income.get("soort") in KEPT:
            remarks.append(remark("benefit_kept", kind=income["soort"]))
        elif income.get("soort") == "ww" and after > before:
            raise BenefitBesideWork(UNCERTAIN)
        listed.append(income)
    return {**new, "inkomen": listed}, tuple(dict.fromkeys(remarks))


def ww_beside(gross_ww: float, wage_now: float, wage_then: float, day: dt.date) -> float:
    """The gross WW a month beside another gross wage a month, from the third month on."""
    share = ww(1.0, 0.0, day)
    return ww(gross_ww / share + wage_now, wage_then, day)


def ww(maandloon: float, wage: float, day: dt.date) -> float:
    facts = {"ww_maandloon": maandloon, "ww_maand": FROM_THE_THIRD_MONTH, "inkomen_in_de_maand": wage}
    return float(calculate(book(), day, facts, ("ww_uitkering",)).known["ww_uitkering"])


def ww_along(facts: Mapping[str, Any], wages: Sequence[float], day: dt.date) -> list[float] | None:
    """The gross benefits a month along a line of yearly wages; None where no WW is among them."""
    incomes = [one for one in facts.get("inkomen") or () if not one.get("van_partner") and "bruto" in one]
    ww_now = sum(one["bruto"] for one in incomes if one["soort"] == "ww")
    if not ww_now:
        return None
    rest = sum(one["bruto"] for one in incomes if one["soort"] in KEPT)
    now = float(facts.get("loon") or 0.0) / MONTHS_OF_WAGE
    return [rest + ww_beside(ww_now, now, wage / MONTHS_OF_WAGE, day) for wage in wages]
