"""The page about what somebody could ask for and does not get."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.not_in_the_sum import NotCounted, cards_for
from veerkracht.money.schemes import Unused, unused
from veerkracht.money.situation import present
from veerkracht.words.money import scheme_not_known
from veerkracht.words.sentences import PAGE, refusal

from ..domain.questions import PARTS, UNKNOWN, QuestionPart
from ..domain.situation import COSTS, Answers, KnownPerson, situation_of

ASKED = PARTS["gekregen"]


@dataclass(frozen=True)
class SchemesPage:
    """What could be asked for, what cannot be said yet, or what is missing to say anything."""

    unused: tuple[Unused, ...] = ()
    unsure: tuple[str, ...] = ()
    is_told: bool = True
    part: QuestionPart = ASKED
    problem: str = ""
    cards: tuple[NotCounted, ...] = ()
    """What no sum counts because somebody else decides, where it can matter."""


def schemes_of(answers: Answers, person: KnownPerson, day: dt.date) -> SchemesPage:
    """Only when she told what she gets: without that, everything would look forgotten."""
    receives = answers.get("krijgt", [])
    situation = situation_of(answers, person, day)
    has_debts = any(cost.label == COSTS["aflossing"] for cost in situation.costs)
    cards = cards_for(situation.facts, has_debts=has_debts)
    if not receives or UNKNOWN in receives:
        return SchemesPage(is_told=False, cards=cards)
    try:
        unused_schemes, unsure = unused(
            present(situation.facts, day, situation.travel_now), [x for x in receives if x != "geen"]
        )
    except CannotCalculate as error:
        return SchemesPage(problem=refusal(error, PAGE), cards=cards)
    return SchemesPage(unused_schemes, tuple(scheme_not_known(one) for one in unsure), cards=cards)
