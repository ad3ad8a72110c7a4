"""`veerkracht levers FAMILY.json FACTS.json --hourly-wage 15.10`: what each change is worth, as JSON."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from veerkracht.law.command import day_of
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.law.prepare import sentence_about
from veerkracht.levers.answer import answer_json
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import parse

FORM = "FAMILY.json FACTS.json --hourly-wage 15.10 [--date 2026-03-01]"
HIGHEST_WAGE = 1000.0


class _Arguments(argparse.ArgumentParser):
    """Mistakes on the command line are bad input like any other."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"De opdracht klopt niet; gebruik: veerkracht levers {FORM}.")


def main(arguments: list[str]) -> int:
    """Print the levers; 2 with one sentence on stderr when the input is wrong."""
    parser = _Arguments(
        prog="veerkracht levers",
        allow_abbrev=False,
        description="What each change is worth, in hours and euros.",
    )
    parser.add_argument("family", metavar="FAMILY.json", help="the family, as for `veerkracht week`")
    parser.add_argument("facts", metavar="FACTS.json", help="the facts, as for `veerkracht calculate`")
    parser.add_argument(
        "--hourly-wage", required=True, help="her gross wage an hour, without holiday allowance"
    )
    parser.add_argument("--date", default="", help="the day that is calculated for; else today")
    try:
        chosen = parser.parse_args(arguments)
        wage, day = _wage(chosen.hourly_wage), day_of(chosen.date)
        family, facts = _load(Path(chosen.family)), _load(Path(chosen.facts))
        found = answer_json(family, facts, wage, day)
    except (BadInput, CannotCalculate) as mistake:
        said = sentence_about(mistake) if isinstance(mistake, CannotCalculate) else str(mistake)
        print(f"veerkracht levers: {' '.join(said.split())}", file=sys.stderr)
        return 2
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def _wage(text: str) -> float:
    wage = float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 0.0
    if not 0 < wage <= HIGHEST_WAGE:
        raise BadInput(f"Het uurloon {text!r} klopt niet; schrijf een bedrag in euro's, zoals 15.10.")
    return wage


def _load(path: Path) -> Any:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except OSError:
        raise BadInput(f"Het bestand {path} bestaat niet of is niet te lezen; controleer de naam.") from None
    except UnicodeDecodeError:
        raise BadInput(f"Het bestand {path} is geen tekst in UTF-8; sla het opnieuw op.") from None
    except BadInput as mistake:
        raise BadInput(f"{path.name}: {mistake}") from None
