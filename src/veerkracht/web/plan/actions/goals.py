"""Goals with a ladder in her own sentences. No number is kept: a place on the ladder is one of her sentences."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from ..models import Goal, GoalMoment
from ..queries import goal_of
from .parts import _plan, _remove


@action("plan.goal_added", allow=("create", "doelschaal_gas"))
def add_goal(*, by: Account, case: Case, title: str, reached: str, **sentences: str) -> Goal:
    """A goal of hers. `sentences`: much_less, less, more, much_more, as far as she has them."""
    return Goal.objects.create(plan=_plan(case), title=title, reached=reached, **sentences)


@action("plan.goal_changed", allow=("update", "doelschaal_gas"))
def change_goal(
    *, by: Account, case: Case, goal_id: int, seen_version: int, title: str, reached: str, **sentences: str
) -> Goal:
    goal = goal_of(case=case, goal_id=goal_id)
    return goal.change(seen_version, title=title, reached=reached, **sentences)


@action("plan.goal_place_said", allow=("update", "doelschaal_gas"))
def say_where(
    *, by: Account, case: Case, goal_id: int, seen_version: int, place: str, words: str = ""
) -> Goal:
    """Where she says she is today. Said twice on one day, the last counts.

    Raises:
        Http404: this goal has no sentence at that place.
        Conflict: the sentences changed since she read them.
    """
    goal = goal_of(case=case, goal_id=goal_id)
    if goal.version != seen_version:
        raise Conflict(goal)
    if not getattr(goal, place, ""):
        raise Http404
    values = {"place": place, "words": words, "noted_by": by}
    GoalMoment.objects.update_or_create(goal=goal, on=timezone.localdate(), defaults=values)
    return goal


@action("plan.goal_removed", allow=("update", "doelschaal_gas"))
def remove_goal(*, by: Account, case: Case, goal_id: int, seen_version: int) -> None:
    """The goal goes; what somebody took on for it stays a promise."""
    _remove(goal_of(case=case, goal_id=goal_id), seen_version)
