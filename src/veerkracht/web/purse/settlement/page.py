"""What comes after a year: what is settled when, what can be asked back for each delay, and which estimate is safe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.ledger.arrange import CHANGES_INCOME
from veerkracht.money.ledger.months import Months
from veerkracht.money.ledger.reclaim import (
    Credit,
    Estimate,
    Reclaim,
    Start,
    by_start,
    credits,
    safest_estimate,
    when_late,
)
from veerkracht.words.ledger import HOW_SURE, estimate_sentence, reclaimed_parts
from veerkracht.words.sentences import PAGE, say

from ..domain import numbers
from ..domain.ledger import Ledger
from ..domain.payment_words import settled

MARCH, SEPTEMBER = 3, 9
OF_WORK = ("job_starts", "hours_change")
IN_WORDS = {0: "meteen", 1: "1 maand later", 3: "3 maanden later", 6: "6 maanden later"}


@dataclass(frozen=True)
class SettlementLine:
    label: str
    amount: float
    on: dt.date
    article: str


@dataclass(frozen=True)
class SettlementYear:
    """One year as it is settled: lines above nothing come in, lines below nothing are paid back."""

    year: int
    lines: tuple[SettlementLine, ...]

    @property
    def total(self) -> float:
        return sum(line.amount for line in self.lines)

    @property
    def sentence(self) -> str:
        if abs(self.total) < 1:
            return (
                f"Over {self.year} komt er waarschijnlijk niets meer bij. Er is ook niets terug te betalen."
            )
        pattern = (
            "komt er naar verwachting {0} bij"
            if self.total > 0
            else "is naar verwachting {0} terug te betalen"
        )
        return f"Over {self.year} {pattern.format(numbers.euro(abs(self.total)))}, alles bij elkaar."


@dataclass(frozen=True)
class Afterwards:
    """The whole page."""

    years: tuple[SettlementYear, ...]
    late: tuple[Reclaim, ...]
    estimate: Estimate | None
    starts: tuple[Start, ...]
    credits: tuple[Credit, ...]
    how_sure: str = HOW_SURE

    @property
    def late_rows(self) -> list[tuple[str, Reclaim, str]]:
        """Each delay with its words, and what the amount is made of."""
        return [(IN_WORDS[one.months_late], one, reclaimed_parts(one)) for one in self.late]

    @property
    def outside_the_slip(self) -> list[str]:
        """Tax that does not come with the wage, a sentence for each year."""
        return [say(one.about, PAGE) for one in self.credits]

    @property
    def estimate_sentence(self) -> str:
        return estimate_sentence(self.estimate) if self.estimate else ""

    @property
    def first_sentence(self) -> str:
        """The one sentence on top."""
        if not self.late:
            return "Er staat nog geen verandering van inkomen bij Maanden. Daarom is er niets door te geven."
        worst = max(self.late, key=lambda year: year.total)
        if worst.total < 1:
            return "Ook als de verandering later wordt doorgegeven, is er naar verwachting niets terug te betalen."
        at_once = self.late[0].total
        first = "niets" if at_once < 1 else numbers.euro(at_once)
        return (
            f"Meteen doorgegeven is er naar verwachting {first} terug te betalen, "
            f"{IN_WORDS[worst.months_late]} doorgegeven {numbers.euro(worst.total)}."
        )


def afterwards(ledger: Ledger) -> Afterwards:
    all_months = ledger.months
    changes = [
        one
        for one in all_months.run.timeline.events
        if one.kind in CHANGES_INCOME and one.on >= all_months.start
    ]
    return Afterwards(
        tuple(years_of(all_months)),
        when_late(all_months) if changes else (),
        safest_estimate(all_months, changes[0].on) if changes else None,
        starts_of(ledger),
        credits(all_months),
    )


def years_of(all_months: Months) -> list[SettlementYear]:
    """Years that are settled from the first shown month on."""
    years = []
    for year in sorted({one.year for one in all_months.settlements}):
        lines = tuple(
            SettlementLine(settled(one.what), one.amount, one.on, one.article)
            for one in all_months.settlements
            if one.year == year and one.on >= all_months.start and abs(one.amount) >= 0.5
        )
        if lines:
            years.append(SettlementYear(year, lines))
    return years


def starts_of(ledger: Ledger) -> tuple[Start, ...]:
    """The first change of work begun in March and in September of one year, beside each other; nothing else happens."""
    change = next((one for one in ledger.events if one["kind"] in OF_WORK), None)
    if change is None:
        return ()
    start = ledger.months.start
    year = start.year if start.month <= MARCH else start.year + 1
    try:
        return by_start(ledger.facts, without_day(change), days(year), start)
    except CannotCalculate:
        # This work cannot begin from where she is today, such as work after work that is still to end.
        return ()


def days(year: int) -> Sequence[dt.date]:
    return [dt.date(year, month, 1) for month in (MARCH, SEPTEMBER)]


def without_day(event: dict[str, Any]) -> dict[str, Any]:
    """The pay days of four weeks belong to a day; beside each other both are paid by the month."""
    return {name: value for name, value in event.items() if name not in ("pay", "first_pay_on")}
