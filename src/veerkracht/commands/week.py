"""`veerkracht week FAMILY.json`: which hours fit in this family's week, as JSON."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from veerkracht.household.problem import Refused, problem
from veerkracht.week.answer import SolvedWeek, WeekAnswer, answer
from veerkracht.week.binding import Binding
from veerkracht.week.lever import Gain, LeverPair
from veerkracht.week.reading import parse
from veerkracht.week.roster import BlockVerdict, Verdict
from veerkracht.week.schedule import DayPlan
from veerkracht.week.times import KINDS, TimeBlock, clock, hours
from veerkracht.words.roster import gap_words, verdict_sentence
from veerkracht.words.week import (
    binding_sentence,
    capital,
    day_sentence,
    head,
    hindrance_sentence,
    lever_words,
    limit_sentence,
)

from .arguments import MistakeInArguments, refused

NAMES = {"job": "het werk van nu", "offer": "het werk dat is voorgesteld"}
FORM = "FAMILY.json [--week school|holiday] [--levers]"


class _Arguments(argparse.ArgumentParser):
    """Mistakes on the command line are bad input like any other."""

    def error(self, message: str) -> NoReturn:
        raise MistakeInArguments(problem("arguments_not_so", usage=f"veerkracht week {FORM}"))


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
        week = answer(_load(Path(chosen.family)), chosen.week, with_levers=chosen.levers)
    except Refused as mistake:
        return refused(mistake, "veerkracht week: ")
    print(json.dumps(as_json(week), ensure_ascii=False, indent=1))
    return 0


def _load(path: Path) -> Any:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except OSError:
        raise MistakeInArguments(problem("no_file", str(path))) from None
    except UnicodeDecodeError:
        raise MistakeInArguments(problem("file_no_utf8", str(path))) from None


def as_json(week: WeekAnswer) -> dict[str, Any]:
    """The form that other programs read."""
    solved = week.week
    reason = None if solved.hindrance is None else hindrance_sentence(solved.hindrance)
    return {
        "week": week.kind,
        "sentence": reason or head(week.kind, solved.paid, week.binding, week.gains),
        "hours": hours(solved.paid),
        "load_hours": hours(solved.load),
        "work_days": solved.work_days,
        "feasible": solved.hindrance is None,
        "reason": reason,
        "days": [_day(day) for day in solved.days],
        "binding": [_binding(binding) for binding in week.binding],
        "levers": None if week.gains is None else [_lever(gain) for gain in week.gains],
        "pairs": None if week.pairs is None else [_pair(pair) for pair in week.pairs],
        "annual": None if week.annual is None else asdict(week.annual),
        **({"range": _range(week, solved)} if week.unknown else {}),
        **{
            name: _verdict(name, verdict)
            for name, verdict in (("job", week.job), ("offer", week.offer))
            if verdict is not None
        },
    }


def _verdict(name: str, verdict: Verdict) -> dict[str, Any]:
    """A roster of the family, laid over the week: per block what is in the way and the nearest times that fit."""
    return {
        "fits": verdict.fits,
        "sentence": verdict_sentence(NAMES[name], verdict),
        "blocks": [_roster_block(block) for block in verdict.blocks],
        "limits": [limit_sentence(limit) for limit in verdict.limits],
        "helpers": [
            {"id": helper.lever.id, "owner": helper.lever.owner, "minutes_left": helper.minutes_left}
            for helper in verdict.helpers
        ],
        "paid_hours": hours(verdict.paid),
        "gross_per_week": verdict.gross_per_week,
    }


def _roster_block(block: BlockVerdict) -> dict[str, Any]:
    return {
        "day": block.day,
        "from": clock(block.asked.start),
        "to": clock(block.asked.end),
        "weeks": block.weeks,
        "fits": block.fits,
        "gaps": [
            {
                "part": gap.part,
                "minutes": gap.minutes,
                "children": list(gap.children),
                "sentence": f"{capital(gap_words(gap))}.",
            }
            for gap in block.gaps
        ],
        "could": _block(block.could),
    }


def _range(week: WeekAnswer, solved: SolvedWeek) -> dict[str, Any]:
    return {
        "worst_hours": hours(solved.paid),
        "best_hours": hours(solved.best),
        "unknown": [field.name for field in week.unknown],
    }


def _day(day: DayPlan) -> dict[str, Any]:
    return {
        "day": day.day,
        "work": _block(day.work),
        "break_minutes": day.break_minutes,
        "paid_minutes": day.paid,
        "course": _block(day.course),
        "arrangements": day.arrangements,
        "legs": [
            {"from": leg.start, "to": leg.end, "leave": clock(leg.leave), "arrive": clock(leg.arrive)}
            for leg in day.journeys
        ],
        "sentence": day_sentence(day),
    }


def _block(block: TimeBlock | None) -> list[str] | None:
    return None if block is None else [clock(block.start), clock(block.end)]


def _binding(binding: Binding) -> dict[str, Any]:
    return {
        "constraints": [constraint.id for constraint in binding.constraints],
        "together": len(binding.constraints) > 1,
        "hours": hours(binding.minutes),
        "sentence": binding_sentence(binding),
    }


def _lever(gain: Gain) -> dict[str, Any]:
    return {
        "id": gain.lever.id,
        "owner": gain.lever.owner,
        "ring": gain.lever.ring,
        "hours": hours(gain.minutes),
        "proposed": gain.proposed,
        "sentence": lever_words(gain.lever),
    }


def _pair(pair: LeverPair) -> dict[str, Any]:
    return {"a": pair.a.id, "b": pair.b.id, "delta": hours(pair.minutes)}
