"""`veerkracht calculate`: amounts for one household, or for a file with one household a line."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from veerkracht.household.problem import Problem, Refused, problem
from veerkracht.law.answer import answer_for, check_targets, not_modelled, readable, step_as_data
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer
from veerkracht.law.engine.explain import explain
from veerkracht.law.engine.parameters import Reform, read_reform
from veerkracht.law.prepare import PreparedFacts
from veerkracht.words.sentences import refusal, say

from .arguments import MistakeInArguments, Parser, day_of, parsed, read, refused

USAGE = "veerkracht calculate FEITEN.json [--date 2026-03-01] [--targets a,b] [--reform HERVORMING.toml] [--explain]"


def main(arguments: list[str]) -> int:
    """Run the command; 0 when it went well, 2 with one sentence on stderr for a mistake."""
    try:
        run(arguments)
    except Refused as error:
        return refused(error)
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
        answer = answered(parsed(read(options.facts)), day, targets, reform, options.explain)
        print(json.dumps(answer, ensure_ascii=False, indent=2))


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
        raise MistakeInArguments(problem("file_unreadable", file.name)) from None
    with lines:
        for number, line in enumerate(lines, 1):
            try:
                answer = answered(parsed(line, number), day, targets, reform, explain)
                names = ("amounts", "not_computed", "steps")
                out = {name: answer[name] for name in names if name in answer}
            except Refused as error:
                out = {"error": refusal(error)}
            print(json.dumps(out, ensure_ascii=False))


def as_data(
    answer: Answer, household: PreparedFacts, not_computed: dict[str, Problem], with_steps: bool
) -> dict[str, Any]:
    """The answer in the form that other programs read."""
    units = answer.book.units
    amounts = {name: readable(answer.book, name, value) for name, value in answer.amounts.items()}
    fields: dict[str, Any] = {
        "date": answer.day.isoformat(),
        "amounts": amounts,
        "units": {name: units[name].symbol for name in amounts},
        "not_modelled": [say(remark) for remark in not_modelled(answer, household)],
    }
    if not_computed:
        fields["not_computed"] = {name: say(why) for name, why in not_computed.items()}
    if with_steps:
        fields["steps"] = [step_as_data(answer.book, step) for step in explain(answer)]
    return fields
