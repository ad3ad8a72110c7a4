"""The months of the exemptions of wage beside bijstand, as they go by (Participatiewet, art. 31 lid 2 and 34a)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from veerkracht.law.choices import ALGEMEEN, ALLEENSTAANDE_OUDER, ARTIKEL_34A

from ..situation import parameter, start_of_34a, under_34a
from .month_income import Income
from .timeline import State

COUNTED: dict[str, float] = {
    "maanden_algemene_vrijlating": ALGEMEEN,
    "maanden_vrijlating_alleenstaande_ouder": ALLEENSTAANDE_OUDER,
    "maanden_vrijlating_artikel_34a": ARTIKEL_34A,
}


class MonthsUsed:
    """How many months of each exemption have gone by since the first month."""

    def __init__(self) -> None:
        self.months: Counter[float] = Counter()
        self.job_of_34a: dt.date | None = None

    def count(self, state: State, income: Income, month: dt.date) -> None:
        """One month more: by months with wage, also where the wage leaves no bijstand.

        The 30 months of lone parents and the 12 of art. 34a are consecutive: once begun they go by with the calendar.
        The twelve begin anew with a new job.
        """
        works = income.runs and income.gross > 0
        months_so_far = state.facts.get("maanden_vrijlating_alleenstaande_ouder")
        regime = income.exemption if works else None
        begun = bool(self.months[ALLEENSTAANDE_OUDER] or months_so_far)
        if month >= start_of_34a():
            self.count_34a(state, works, regime)
        elif begun or regime == ALLEENSTAANDE_OUDER:
            self.months[ALLEENSTAANDE_OUDER] += 1
        elif regime is not None:
            self.months[regime] += 1

    def count_34a(self, state: State, works: bool, regime: float | None) -> None:
        """The twelve months of art. 34a; a job that began after them has months of its own."""
        begun = bool(self.months[ARTIKEL_34A] or state.facts.get("maanden_vrijlating_artikel_34a"))
        if begun or regime == ARTIKEL_34A:
            self.months[ARTIKEL_34A] += 1
        if state.job is not None:
            self.job_of_34a = state.job.since

    def facts(self, state: State, month: dt.date) -> dict[str, Any]:
        """What changes in the facts of a month; nothing where a regime is given."""
        if month >= start_of_34a():
            self.begin_anew(state)
            return under_34a(state.facts, self.months[ARTIKEL_34A])
        if state.facts.get("vrijlating_regeling") is not None:
            return {}
        return {
            name: state.facts[name] + self.months[regime]
            for name, regime in COUNTED.items()
            if state.facts.get(name) is not None and self.months[regime]
        }

    def begin_anew(self, state: State) -> None:
        most = parameter("participatiewet.vrijlating_artikel_34a_maanden", dt.date.max)
        so_far = self.months[ARTIKEL_34A] + float(state.facts.get("maanden_vrijlating_artikel_34a") or 0.0)
        another = state.job is not None and self.job_of_34a is not None and state.job.since != self.job_of_34a
        if another and so_far >= most:
            self.months[ARTIKEL_34A] = -int(state.facts.get("maanden_vrijlating_artikel_34a") or 0)
