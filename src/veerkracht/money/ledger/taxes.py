"""Taxes beside the months: the rate on a little more, bijstand grossed up, the settlement of a partner."""

from __future__ import annotations

import datetime as dt
from functools import cache

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate

from ..situation import law_day, parameter

CREDITS = ("algemene_heffingskorting", "arbeidskorting")


def law_half(day: dt.date) -> dt.date:
    """The first day of the half year whose amounts hold on a day; after the published law the last of them."""
    known = law_day(day)
    return known.replace(month=1 if known.month < 7 else 7, day=1)


@cache
def marginal_rate(day: dt.date, a_year: float, credit: bool) -> float:
    """The tax on one euro more of wage in a year."""
    due = []
    for wage in (a_year, a_year + 1):
        facts = {"belastbaar_inkomen_box_1": wage, "loon": wage}
        known = calculate(book(), day, facts, ("belasting_box_1", *CREDITS)).known
        due.append(float(known["belasting_box_1"]) - credit * sum(float(known[name]) for name in CREDITS))
    return due[1] - due[0]


def grossed(day: dt.date, net: float, months: float) -> float:
    """Taxable bijstand of one person in a year; the credit is for the months the municipality applies it (art. 19)."""
    rate = parameter("inkomstenbelasting.tarief_eerste_schijf", day)
    credit = parameter("inkomstenbelasting.algemene_heffingskorting_maximum", day) * months / 12
    return max(net, (net - credit) / (1 - rate))


@cache
def due_of_partner(day: dt.date, wage: float, taxable: float, more_credit: float) -> float:
    """The income tax of a partner in a year, who is taxed apart from her (Wet IB 2001, art. 2.17 and 8.8)."""
    facts = {"belastbaar_inkomen_box_1": taxable, "loon": wage}
    known = calculate(book(), day, facts, ("belasting_box_1", *CREDITS)).known
    credits = sum(float(known[name]) for name in CREDITS)
    return max(0.0, float(known["belasting_box_1"]) - credits - more_credit)
