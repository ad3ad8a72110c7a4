"""`veerkracht months`: every payment with its day, the balance, the gap, and what can be arranged."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from veerkracht.law.command import Parser, day_of, parsed, read
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.law.prepare import sentence_about

from .ledger.arrange import to_arrange
from .ledger.events import KINDS
from .ledger.months import as_data, months

USAGE = "veerkracht months FEITEN.json GEBEURTENISSEN.json [--from 2026-03-01] [--months 24]"


def main(arguments: list[str]) -> int:
    """Run the command; 0 when it went well, 2 with one sentence on stderr for a mistake."""
    try:
        print(json.dumps(run(arguments), ensure_ascii=False, indent=2))
    except CannotCalculate as error:
        print(" ".join(sentence_about(error).split()), file=sys.stderr)
        return 2
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
    found = months(
        parsed(read(options.facts)), parsed(read(options.events)), start, number_of(options.months)
    )
    return as_data(found, [one.as_data() for one in to_arrange(found)])


def number_of(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise CannotCalculate(f"--months hoort een heel getal te zijn, niet {text!r}.") from None
