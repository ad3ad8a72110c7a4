"""Debts: what is left, until when, and what is not computed when there is more wage."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..amounts import MONTHS, euros
from .days import add_months, first_of, on_day
from .outgoings import months_to_go
from .settings import Debt

ARRANGEMENT_MONTHS = 18
WITH_MORE_WAGE = (
    "Bij beslag of een schuldregeling gaat van meer loon een deel naar de schulden. Hoeveel je mag houden heet de "
    "beslagvrije voet. Die rekenen wij niet uit. De schuldhulp van de gemeente kan het uitrekenen voordat de uren "
    "ingaan; die belt als eerste met de schuldeisers."
)
ARRANGEMENT = (
    f"Een schuldregeling duurt meestal {ARRANGEMENT_MONTHS} maanden (sinds 1 juli 2023). Of die past, beslist de "
    "schuldhulp samen met jou."
)
WHO = "schuldhulp van de gemeente"


@dataclass(frozen=True)
class DebtView:
    """One debt: how many instalments are left and when the last one is."""

    name: str
    left: float
    instalment: float
    months: int
    last_on: dt.date
    sentence: str


def debt_view(debt: Debt, start: dt.date) -> DebtView:
    """From a day on, without interest."""
    months = months_to_go(debt)
    first = on_day(first_of(start), debt.pay_day)
    first = first if first >= start else on_day(add_months(first_of(start), 1), debt.pay_day)
    last = on_day(add_months(first_of(first), max(0, months - 1)), debt.pay_day)
    sentence = (
        f"{debt.name}: nog {euros(debt.amount)}, met {euros(debt.instalment)} per maand nog {months} maanden, "
        f"tot {MONTHS[last.month - 1]} {last.year}. Rente is niet meegerekend."
    )
    return DebtView(debt.name, debt.amount, debt.instalment, months, last, sentence)
