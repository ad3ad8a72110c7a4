"""Reads of the plan: as it stands, the versions that were fixed, who has moved, and what a day asks of us."""

from .moving import Movement, movement
from .overview import Due, Overdue, again_in, last_signs, overdue, rhythms
from .standing import (
    PlanFacts,
    activity_of,
    facts_of,
    goal_of,
    is_in_plan,
    plan_of,
    promise_of,
    proposal_of,
    sum_of,
    weighing_of,
)
from .versions import FixedFacts, fixed_plan, newest_of, versions_of

__all__ = [
    "Due",
    "FixedFacts",
    "Movement",
    "Overdue",
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
    "overdue",
    "plan_of",
    "promise_of",
    "proposal_of",
    "rhythms",
    "sum_of",
    "versions_of",
    "weighing_of",
]
