"""The one place where money asks the law. Pages and levers come in at `money.answer`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, calculate
from veerkracht.law.engine.line import Columns, along

from .quantities import MONTH, ON_THE_WAY


def ask_month(day: dt.date, values: Mapping[str, Any], also: Sequence[str] = ()) -> Answer:
    """Everything that comes in and goes out in a month, and `also` other quantities of the law.

    Raises:
        CannotCalculate: a fact is missing; says which.
    """
    return calculate(book(), day, values, (*MONTH, *also))


def ask_only(day: dt.date, values: Mapping[str, Any], names: Sequence[str]) -> Answer:
    """These quantities and what leads to them, nothing else of the month.

    Raises:
        CannotCalculate: a fact is missing; says which.
    """
    return calculate(book(), day, values, tuple(names))


def ask_along(day: dt.date, values: Mapping[str, Any], wages: Sequence[float]) -> Columns:
    """What a cliff is told by, at each of these yearly wages: the childcare and all else the same."""
    return along(book(), day, values, {"loon": list(wages)}, ON_THE_WAY)
