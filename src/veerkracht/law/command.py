"""`veerkracht calculate`: amounts for one household, or for a file with one household a line."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from .answer import answer_for, as_data, check_targets
from .catalogue import book
from .engine.calculate import CannotCalculate
from .engine.parameters import MistakeInReform, Reform, read_reform
from .prepare import sentence_about

USAGE = "veerkracht calculate FEITEN.json [--date 2026-03-01] [--targets a,b] [--reform HERVORMING.toml] [--explain]"


class Parser(argparse.ArgumentParser):
    """argparse, but a mistake is one sentence."""

    def error(self, message: str) -> NoReturn:
        named = (
            " ".join(re.findall(r"--?[a-z][\w-]*", message)) or "FEITEN.json ontbreekt of staat er twee keer"
        )
        raise CannotCalculate(f"De opdracht klopt niet: {named}; schrijf: {self.usage}")


def main(arguments: list[str]) -> int:
    """Run the command; 0 when it went well, 2 with one sentence on stderr for a mistake."""
    try:
        run(arguments)
    except (CannotCalculate, MistakeInReform) as error:
        said = sentence_about(error) if isinstance(error, CannotCalculate) else str(error)
        print(" ".join(said.split()), file=sys.stderr)
        return 2
    return 0


def run(arguments: list[str]) -> None:
    parser = Parser(prog="veerkracht calculate", usage=USAGE, description=__doc__, allow_abbrev=False)
    parser.add_argument(
        "facts", type=Path, metavar="FEITEN.json", help="feiten: .json, of .jsonl met één per regel"
    )
    parser.add_argument("--date", default="", help="de dag waarop gerekend wordt, anders vandaag")
    parser.add_argument("--targets", default="", help="welke uitkomsten, met komma's ertussen")
    parser.add_argument("--reform", type=Path, help="andere bedragen dan die van de wet")
    parser.add_argument("--explain", action="store_true", help="elke stap met zin, artikel en bron")
    options = parser.parse_args(arguments)
    day = day_of(options.date)
    targets = tuple(name.strip() for name in options.targets.split(",") if name.strip())
    check_targets(book(), targets)
    reform = read_reform(options.reform, book().parameters) if options.reform else None
    if options.facts.suffix == ".jsonl":
        each_line(options.facts, day, targets, reform, options.explain)
    else:
        data = answered(parsed(read(options.facts)), day, targets, reform, options.explain)
        print(json.dumps(data, ensure_ascii=False, indent=2))


def day_of(text: str) -> dt.date:
    if not text:
        return dt.date.today()
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CannotCalculate(f"{text!r} is geen datum; schrijf haar als 2026-03-01.") from None


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise CannotCalculate(f"Het bestand {file.name!r} kan niet worden gelezen; klopt de naam?") from None


def parsed(text: bytes, first_line: int = 1) -> Any:
    """JSON in which no name stands twice; `first_line` is the line of the file on which the text begins."""
    try:
        return json.loads(text.decode("utf-8-sig"), object_pairs_hook=once)
    except json.JSONDecodeError as error:
        where = f"regel {error.lineno + first_line - 1}, kolom {error.colno}"
        why = "kijk daar naar aanhalingstekens, komma's en haakjes"
    except UnicodeDecodeError as error:
        where = f"regel {text[: error.start].count(10) + first_line}"
        why = "daar staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8"
    except RecursionError:
        where, why = f"regel {first_line}", "er staan te veel haakjes in elkaar"
    except ValueError as error:
        if isinstance(error, CannotCalculate):
            raise
        where, why = f"regel {first_line}", "er staat een getal met te veel cijfers in"
    raise CannotCalculate(f"De feiten zijn geen geldige JSON: {where}: {why}.")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise CannotCalculate(f"Het feit '{name}' staat er twee keer.")
        found[name] = value
    return found


def answered(
    raw: object, day: dt.date, targets: tuple[str, ...], reform: Reform | None, explain: bool
) -> dict[str, Any]:
    return as_data(*answer_for(book(), day, raw, targets, reform), with_steps=explain)


def each_line(
    file: Path, day: dt.date, targets: tuple[str, ...], reform: Reform | None, explain: bool
) -> None:
    """One answer a line, in order, holding one line at a time; a mistake in a line does not stop the rest."""
    try:
        lines = file.open("rb")
    except OSError:
        raise CannotCalculate(f"Het bestand {file.name!r} kan niet worden gelezen; klopt de naam?") from None
    with lines:
        for number, line in enumerate(lines, 1):
            try:
                data = answered(parsed(line, number), day, targets, reform, explain)
                kept = ("amounts", "not_computed", "steps")
                out = {name: data[name] for name in kept if name in data}
            except CannotCalculate as error:
                out = {"error": sentence_about(error)}
            print(json.dumps(out, ensure_ascii=False))
