"""`veerkracht months`: every payment with its day, the balance, the gap, and what can be arranged."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from veerkracht.household.problem import Refused, problem
from veerkracht.money.ledger.arrange import Arrangement, to_arrange
from veerkracht.money.ledger.days import name_of
from veerkracht.money.ledger.events import KINDS
from veerkracht.money.ledger.months import NOT_COMPUTED, Gap, Months, months
from veerkracht.money.ledger.payments import Payment
from veerkracht.words.sentences import say

from .arguments import MistakeInArguments, Parser, day_of, parsed, read, refused

USAGE = "veerkracht months FEITEN.json GEBEURTENISSEN.json [--from 2026-03-01] [--months 24]"


def main(arguments: list[str]) -> int:
    """Run the command; 0 when it went well, 2 with one sentence on stderr for a mistake."""
    try:
        print(json.dumps(run(arguments), ensure_ascii=False, indent=2))
    except Refused as error:
        return refused(error)
    return 0


def run(arguments: list[str]) -> dict[str, Any]:
    parser = Parser(
        prog="veerkracht months",
        usage=USAGE,
        description=__doc__,
        epilog=f"Soorten gebeurtenissen: {', '.join(KINDS)}. Zie docs voor hun velden.",
        allow_abbrev=False,
    )
    parser.add_argument("facts", type=Path, metavar="FEITEN.json", help="de feiten van nu")
    parser.add_argument("events", type=Path, metavar="GEBEURTENISSEN.json", help="wat er gebeurt, met de dag")
    parser.add_argument("--from", dest="start", default="", help="de eerste dag, anders vandaag")
    parser.add_argument("--months", default="24", help="hoeveel maanden")
    options = parser.parse_args(arguments)
    start = day_of(options.start) if options.start else dt.date.today().replace(day=1)
    ledger = months(
        parsed(read(options.facts)), parsed(read(options.events)), start, number_of(options.months)
    )
    return as_data(ledger, [arrangement_as_data(one) for one in to_arrange(ledger)])


def number_of(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise MistakeInArguments(problem("argument_no_whole_number", "--months", value=text)) from None


def as_data(ledger: Months, to_arrange: list[dict[str, Any]]) -> dict[str, Any]:
    """The ledger in the form that other programs read."""
    day, amount = ledger.lowest
    return {
        "payments": [payment_as_data(payment) for payment in ledger.payments],
        "balance": [{"on": day.isoformat(), "amount": amount} for day, amount in ledger.balance],
        "lowest": {"on": day.isoformat(), "amount": amount},
        "gap_days": ledger.gap_days,
        "gaps": [gap_as_data(gap) for gap in ledger.gaps],
        "months_below": [name_of(month) for month in ledger.months_below],
        "settlements": [
            {"year": s.year, "what": s.what, "amount": s.amount, "on": s.on.isoformat(), "article": s.article}
            for s in ledger.settlements
        ],
        "years": [
            {"year": year, "income": round(own, 2), "income_from_work": round(work, 2)}
            for year, own, work in ledger.years
        ],
        "to_arrange": to_arrange,
        "assumptions": [say(one) for one in ledger.assumptions],
        "not_computed": [say(one) for one in NOT_COMPUTED],
    }


def arrangement_as_data(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "before": arrangement.before.isoformat(),
        "owner": arrangement.owner,
        "what": say(arrangement.what),
        "why": say(arrangement.why),
        "article": arrangement.article,
        "amount": arrangement.amount,
    }


def payment_as_data(payment: Payment) -> dict[str, Any]:
    names = ("what", "amount", "certainty", "article", "direction")
    fields = {"on": payment.on.isoformat(), "for": payment.period}
    fields |= {name: getattr(payment, name) for name in names}
    return fields if payment.gross is None else {**fields, "gross": payment.gross}


def gap_as_data(gap: Gap) -> dict[str, Any]:
    days = {
        name: getattr(gap, name).isoformat() for name in ("event_on", "last_old", "first_new", "lowest_on")
    }
    return {**days, "days": gap.days, "goes_out": gap.goes_out, "lowest": gap.lowest, "is_open": gap.is_open}
