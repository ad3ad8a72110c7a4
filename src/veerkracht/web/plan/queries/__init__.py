"""Reads of the plan: as it stands, the versions that were fixed, who has moved, and what a day asks of us."""

from .current import (
    PlanFacts,
    activity_of,
    facts_of,
    goal_of,
    is_in_plan,
    plan_of,
    promise_ids,
    promise_of,
    proposal_of,
    sum_of,
    weighing_of,
)
from .of_a_day import (
    HerWord,
    PromiseLine,
    done_lines,
    due_lines,
    her_words,
    late_by_colleague,
    late_lines,
    late_of_others,
    open_proposals,
)
from .overview import Due, again_in, last_signs, rhythms
from .versions import FixedFacts, fixed_plan, newest_of, versions_of
from .who_acted import Movement, movement

__all__ = [
    "Due",
    "HerWord",
    "PromiseLine",
    "done_lines",
    "due_lines",
    "her_words",
    "late_by_colleague",
    "late_lines",
    "late_of_others",
    "open_proposals",
    "FixedFacts",
    "Movement",
    "PlanFacts",
    "activity_of",
    "again_in",
    "facts_of",
    "fixed_plan",
    "goal_of",
    "is_in_plan",
    "last_signs",
    "movement",
    "newest_of",
    "plan_of",
    "promise_ids",
    "promise_of",
    "proposal_of",
    "rhythms",
    "sum_of",
    "versions_of",
    "weighing_of",
]
