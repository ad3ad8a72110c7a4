"""`veerkracht week FAMILY.json`: which hours fit in this family's week, as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from veerkracht.week.answer import answer_json, as_json
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import parse
from veerkracht.week.times import KINDS

FORM = "FAMILY.json [--week school|holiday] [--levers]"


class _Arguments(argparse.ArgumentParser):
    """Mistakes on the command line are bad input like any other."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"De opdracht klopt niet; gebruik: veerkracht week {FORM}.")


def main(arguments: list[str]) -> int:
    """Print the answer; 2 with one sentence on stderr when the input is wrong."""
    parser = _Arguments(
        prog="veerkracht week", allow_abbrev=False, description="Which paid hours fit in a care week."
    )
    parser.add_argument("family", metavar="FAMILY.json", help="the family, as JSON")
    parser.add_argument("--week", choices=KINDS, default="school", help="the kind of week")
    parser.add_argument("--levers", action="store_true", help="also what each change would give")
    try:
        chosen = parser.parse_args(arguments)
        found = answer_json(_load(Path(chosen.family)), chosen.week, with_levers=chosen.levers)
    except BadInput as mistake:
        print(f"veerkracht week: {mistake}", file=sys.stderr)
        return 2
    print(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    return 0


def _load(path: Path) -> Any:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except OSError:
        raise BadInput(f"Het bestand {path} bestaat niet of is niet te lezen; controleer de naam.") from None
    except UnicodeDecodeError:
        raise BadInput(f"Het bestand {path} is geen tekst in UTF-8; sla het opnieuw op.") from None
