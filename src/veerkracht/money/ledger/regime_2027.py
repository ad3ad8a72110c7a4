"""What the law of 2027 changes in the months, as far as it is enacted: one exemption; the amounts are not known yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from veerkracht.household.remark import Remark, remark
from veerkracht.law.choices import ARTIKEL_34A

from ..situation import parameter, start_of_34a
from .month_income import Income

LOWER_CREDIT = remark("credit_lower_from_2027")


def about_34a(incomes: Mapping[dt.date, Income], stop: dt.date) -> tuple[Remark, ...]:
    """The exemption of 2027, and what a month is without it: the municipality decides about a period that runs."""
    within = [one for month, one in incomes.items() if start_of_34a() <= month < stop]
    if not within:
        return ()
    free = [one.net for one in within if one.exemption == ARTIKEL_34A and one.bijstand and one.net]
    if not free:
        return (remark("one_exemption_from_2027"),)
    share = parameter("participatiewet.vrijlating_artikel_34a_deel", dt.date.max)
    return (remark("one_exemption_and_what_it_is_worth", worth=share * free[0]),)
