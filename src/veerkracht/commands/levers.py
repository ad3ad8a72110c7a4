"""`veerkracht levers FAMILY.json FACTS.json --hourly-wage 15.10`: what each change is worth, as JSON."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any, NoReturn

from veerkracht.household.problem import Problem, Refused, problem
from veerkracht.law.catalogue import book
from veerkracht.levers.purse import article_of
from veerkracht.levers.worth import Found, Worth, worth_of_levers
from veerkracht.week.answer import read_ends
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import parse
from veerkracht.week.times import hours
from veerkracht.words.levers import assumptions, cliff_sentence, head, lever_sentence

from .arguments import MistakeInArguments, day_of, refused

FORM = "FAMILY.json FACTS.json --hourly-wage 15.10 [--date 2026-03-01]"
HIGHEST_WAGE = 1000.0
# The quantity whose article belongs to a part; what is not the law's own names its article here.
QUANTITIES = {
    "loon": "netto_loon_na_aanslag",
    "bijstand": "bijstand",
    "zorgtoeslag": "zorgtoeslag",
    "kindgebonden_budget": "kindgebonden_budget",
    "huurtoeslag": "huurtoeslag",
    "kinderopvangtoeslag": "kinderopvangtoeslag",
    "kinderbijslag": "kinderbijslag",
    "kosten_kinderopvang": "kosten_kinderopvang",
}
ARTICLES = {
    "reiskostenvergoeding": "Wet op de loonbelasting 1964, art. 31a lid 2 onder a",
    "bijdrage_gemeente_kinderopvang": "Wet kinderopvang, art. 1.13 en gemeentelijk beleid",
    "huur": "huurovereenkomst",
}


class MistakeInFile(Refused):
    """What is wrong in one of the two files."""

    def __init__(self, file: str, problem: Problem) -> None:
        self.file = file
        super().__init__(problem)


class _Arguments(argparse.ArgumentParser):
    """Mistakes on the command line are bad input like any other."""

    def error(self, message: str) -> NoReturn:
        raise MistakeInArguments(problem("arguments_not_so", usage=f"veerkracht levers {FORM}"))


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
        levers_answer = answer_json(family, facts, wage, day)
    except MistakeInFile as mistake:
        return refused(mistake, f"veerkracht levers: {mistake.file}: ")
    except Refused as mistake:
        return refused(mistake, "veerkracht levers: ")
    print(json.dumps(levers_answer, ensure_ascii=False, indent=1))
    return 0


def _wage(text: str) -> float:
    wage = float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 0.0
    if not 0 < wage <= HIGHEST_WAGE:
        raise MistakeInArguments(problem("no_hourly_wage", value=text))
    return wage


def _load(path: Path) -> Any:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except OSError:
        raise MistakeInArguments(problem("no_file", str(path))) from None
    except UnicodeDecodeError:
        raise MistakeInArguments(problem("file_no_utf8", str(path))) from None
    except BadInput as mistake:
        raise MistakeInFile(path.name, mistake.problem) from None


def answer_json(family: Any, facts: Any, hourly_wage: float, day: dt.date) -> dict[str, Any]:
    """The answer for parsed JSON; where something in the week is unknown, at its worst, with the range beside it."""
    ends = read_ends(family)
    worst = worth_of_levers(ends.worst, facts, hourly_wage, day)
    if not ends.unknown:
        return as_json(worst)
    best = worth_of_levers(ends.best, facts, hourly_wage, day)
    return as_json(worst) | {
        "range": {
            "worst_hours": hours(worst.minutes),
            "best_hours": hours(best.minutes),
            "worst_disposable_per_month": round(worst.purse.disposable, 2),
            "best_disposable_per_month": round(best.purse.disposable, 2),
            "unknown": [field.name for field in ends.unknown],
        }
    }


def as_json(family_levers: Found) -> dict[str, Any]:
    money, amounts = family_levers.money, family_levers.purse.amounts
    return {
        "date": money.day.isoformat(),
        "hourly_wage": money.hourly_wage,
        "sentence": head(family_levers),
        "hours": hours(family_levers.minutes),
        "disposable_per_month": round(family_levers.purse.disposable, 2),
        "independence": {
            "net_from_work_per_month": round(amounts["netto_inkomen_uit_werk"], 2),
            "norm_per_month": round(amounts["norm_economische_zelfstandigheid"], 2),
            "reached": family_levers.purse.independent,
        },
        "levers": [_lever(worth, money.day) for worth in family_levers.levers],
        "assumptions": assumptions(money),
        "not_modelled": not_modelled(),
    }


def not_modelled() -> list[str]:
    """What the amount itself leaves out; the laws under it say the rest in `veerkracht calculate`."""
    law = next(law for law in book().laws if law.folder.name == "besteedbaar_inkomen")
    return [f"{part[0].upper()}{part[1:]}." for part in law.not_modelled]


def _lever(worth: Worth, day: dt.date) -> dict[str, Any]:
    return {
        "id": worth.id,
        "owner": worth.owner,
        "ring": worth.ring,
        "promise_of": worth.promise_of,
        "hours": hours(worth.minutes),
        "euros_per_month": round(worth.euros, 2),
        "proposed": worth.proposed,
        "hours_after": hours(worth.minutes_after),
        "disposable_per_month": round(worth.disposable, 2),
        "independent": worth.independent,
        "changes": [
            {"what": name, "euros_per_month": round(euros, 2), "article": _article(name, day)}
            for name, euros in worth.parts.items()
        ],
        "cliffs": [
            {
                "name": cliff.name,
                "article": cliff.article,
                "sentence": cliff_sentence(cliff),
                "at_loon": round(cliff.at_loon, 2),
                "at_hours": round(cliff.at_hours, 2),
                "euros_per_month": round(-cliff.euros, 2),
            }
            for cliff in worth.cliffs
        ],
        "sentence": lever_sentence(worth),
    }


def _article(part: str, day: dt.date) -> str:
    return ARTICLES[part] if part in ARTICLES else article_of(QUANTITIES[part], day)
