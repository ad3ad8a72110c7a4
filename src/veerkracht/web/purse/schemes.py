"""The page about what somebody could ask for and does not get."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.schemes import Unsure, Unused, unused
from veerkracht.money.situation import present

from .domain.questions import PARTS, UNKNOWN, Part
from .domain.situation import Answers, Person, situation_of

ASKED = PARTS["gekregen"]


@dataclass(frozen=True)
class Schemes:
    """What could be asked for, what cannot be said yet, or what is missing to say anything."""

    found: tuple[Unused, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    is_told: bool = True
    part: Part = ASKED
    problem: str = ""


def schemes_of(answers: Answers, person: Person, day: dt.date) -> Schemes:
    """Only when she told what she gets: without that, everything would look forgotten."""
    told = answers.get("krijgt", [])
    if not told or UNKNOWN in told:
        return Schemes(is_told=False)
    situation = situation_of(answers, person, day)
    try:
        found, unsure = unused(
            present(situation.facts, day, situation.travel_now), [x for x in told if x != "geen"]
        )
    except CannotCalculate as error:
        return Schemes(problem=str(error))
    return Schemes(found, unsure)
