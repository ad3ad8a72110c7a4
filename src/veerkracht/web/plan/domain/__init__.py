"""The plan without Django: who does what, how it is divided, what is fixed, and what changed between two versions."""

from veerkracht.web.plan.domain.balance import GENTLE_ABOVE, Balance, balance_of
from veerkracht.web.plan.domain.comparing import Piece, TextChange, changes, pieces
from veerkracht.web.plan.domain.laws import (
    EXEMPT_UNDER,
    LAWS,
    QUESTIONS,
    CitedLaw,
    ExemptionCard,
    exemption_card,
    law,
    laws_for,
    needs_weighing,
)
from veerkracht.web.plan.domain.parts import (
    LADDER,
    ActivityFacts,
    GoalFacts,
    LadderMoment,
    LawFacts,
    ProposalFacts,
    Rhythm,
    SumFacts,
    SumLine,
    WeighedFacts,
)
from veerkracht.web.plan.domain.plan_text import FORMAT, PlanText, UnknownFormat, as_agreed, short_hash
from veerkracht.web.plan.domain.promises import (
    MUNICIPALITY_SIDE,
    OWNERS,
    SIDES,
    STEP_KINDS,
    PromiseFacts,
    in_order,
)
from veerkracht.web.plan.domain.readability import Hint, hints
from veerkracht.web.plan.domain.silence import silent_since

__all__ = [
    "EXEMPT_UNDER",
    "FORMAT",
    "GENTLE_ABOVE",
    "LADDER",
    "LAWS",
    "MUNICIPALITY_SIDE",
    "OWNERS",
    "QUESTIONS",
    "SIDES",
    "STEP_KINDS",
    "ActivityFacts",
    "Balance",
    "TextChange",
    "ExemptionCard",
    "GoalFacts",
    "Hint",
    "CitedLaw",
    "LawFacts",
    "LadderMoment",
    "Piece",
    "PlanText",
    "PromiseFacts",
    "ProposalFacts",
    "Rhythm",
    "SumFacts",
    "SumLine",
    "UnknownFormat",
    "WeighedFacts",
    "as_agreed",
    "balance_of",
    "changes",
    "exemption_card",
    "hints",
    "in_order",
    "law",
    "laws_for",
    "needs_weighing",
    "pieces",
    "short_hash",
    "silent_since",
]
