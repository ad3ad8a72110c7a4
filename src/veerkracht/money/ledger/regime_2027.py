"""What the law of 2027 changes in the months, as far as it is enacted: one exemption; the amounts are not known yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from statistics import median_low

from veerkracht.household.remark import Remark, remark
from veerkracht.law.choices import ARTIKEL_34A, GEEN

from ..situation import parameter, start_of_34a
from .month_income import Income

LOWER_CREDIT = remark("credit_lower_from_2027")


def about_34a(incomes: Mapping[dt.date, Income], stop: dt.date) -> tuple[Remark, ...]:
    """The exemption of 2027, and what a month is without it: the municipality decides about a period that runs.

    The worth is that of an ordinary month: the first one is often a part of a month.
    """
    within = [one for month, one in incomes.items() if start_of_34a() <= month < stop]
    if not within:
        return ()
    beside = [one for one in within if one.bijstand and one.net]
    free = [one.net for one in beside if one.exemption == ARTIKEL_34A]
    if not free:
        is_left_out = any(one.exemption == GEEN for one in beside)
        return (remark("one_exemption_left_out" if is_left_out else "one_exemption_from_2027"),)
    share = parameter("participatiewet.vrijlating_artikel_34a_deel", dt.date.max)
    return (remark("one_exemption_and_what_it_is_worth", worth=share * median_low(free)),)
