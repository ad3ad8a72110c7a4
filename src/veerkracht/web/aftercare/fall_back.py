"""Back to bijstand, worked out: the last pay, the first bijstand, and the months between, from the ledger of money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from veerkracht.money.forecast import forecast
from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.money.ledger.payments import Payment
from veerkracht.web.people.models import Case
from veerkracht.web.purse.domain.ledger import SPENT, Ledger, Noted, ledger_of
from veerkracht.web.purse.domain.outcome import NotEnough
from veerkracht.web.purse.months.rows import MonthRow, rows_of
from veerkracht.web.purse.queries import SavedPurse, events_of, purse_of
from veerkracht.words.forecast import gap_in_words

SHOWN_MONTHS = 4
WAGE, SUPPORT = "loon", ("bijstand", "nabetaling_bijstand")
# When the work has stopped there is no wage of which a part could stay beside bijstand.
NO_WAGE_BESIDE = {"vrijlating_regeling": "geen"}


@dataclass(frozen=True, kw_only=True)
class FallBackMoney:
    """Days and amounts; empty fields where money was not filled in, and then `missing` says what is."""

    last_wage: Payment | None = None
    first_support: Payment | None = None
    gaps: tuple[str, ...] = ()
    months: tuple[MonthRow, ...] = ()
    missing: str = ""

    @property
    def days_between(self) -> int | None:
        if self.last_wage is None or self.first_support is None:
            return None
        return (self.first_support.on - self.last_wage.on).days


def fall_back_money(*, case: Case, stops_on: dt.date, reported_on: dt.date, day: dt.date) -> FallBackMoney:
    """What the ledger says when the work stops and bijstand is asked again; nothing is written."""
    purse = purse_of(case=case)
    known = [event for event in events_of(case=case) if event.kind not in ("job_ends", "bijstand_starts")]
    ends = Noted(stops_on, "job_ends", {}, 10**9)
    begins = Noted(reported_on, "bijstand_starts", {}, 10**9 + 1)
    try:
        ledger = _ledger(purse, [*known, ends, begins], stops_on, day)
    except NotEnough as error:
        return FallBackMoney(missing=error.sentence)
    payments, months = ledger.months.all_payments, forecast(ledger.months, day, SPENT, ledger.has_own_balance)
    return FallBackMoney(
        last_wage=max((p for p in payments if p.what == WAGE), key=lambda p: p.on, default=None),
        first_support=min(
            (p for p in payments if p.what in SUPPORT and p.on >= reported_on),
            key=lambda p: p.on,
            default=None,
        ),
        gaps=tuple(dict.fromkeys(gap_in_words(gap) for gap in months.gaps)),
        months=rows_of(months)[:SHOWN_MONTHS],
    )


def _ledger(purse: SavedPurse, events: Iterable[Noted], stops_on: dt.date, day: dt.date) -> Ledger:
    """From the month before it stopped on, so that the last pay is in it.

    Raises:
        NotEnough: too little is known of her money; says what.
    """
    in_order = sorted(events, key=lambda event: (event.on, event.id))
    since = add_months(first_of(stops_on), -1)
    return ledger_of(purse.answers, purse.person, in_order, day, since=since, could_be=NO_WAGE_BESIDE)
