"""The one place where money asks the law about a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, calculate

from .quantities import MONTH


def ask_month(day: dt.date, values: Mapping[str, Any], also: Sequence[str] = ()) -> Answer:
    """Everything that comes in and goes out in a month, and `also` other quantities of the law.

    Raises:
        CannotCalculate: a fact is missing; says which.
    """
    return calculate(book(), day, values, (*MONTH, *also))
