"""For the figures: what was reached, and who carries the actions."""

from __future__ import annotations

from collections import Counter

from .models import GoalMoment, Owner, Place, Promise, StepKind

COUNTED_STEPS = (StepKind.WORK, StepKind.STUDY, StepKind.LANGUAGE, StepKind.VOLUNTARY_WORK)
_PLACES = list(Place)


def action_owners_by_case(*, municipality_id: int) -> dict[int, Counter[str]]:
    """By case how many open actions are hers and how many of others; what she said no to is no action."""
    rows = Promise.objects.filter(plan__case__municipality=municipality_id, done_on=None).exclude(
        answer="disagree"
    )
    owners: dict[int, Counter[str]] = {}
    for case_id, owner in rows.order_by("pk").values_list("plan__case", "owner"):
        owners.setdefault(case_id, Counter())["hers" if owner == Owner.MOTHER else "others"] += 1
    return owners


def results_by_case(*, municipality_id: int) -> dict[int, set[str]]:
    """By case the kinds of steps that were done, "system" when somebody else changed something, and "ladder" when she
    herself says she stands higher than at first."""
    results: dict[int, set[str]] = {}
    done = Promise.objects.filter(plan__case__municipality=municipality_id).exclude(done_on=None)
    for case_id, kind, owner in done.order_by("pk").values_list("plan__case", "kind", "owner"):
        reached = results.setdefault(case_id, set())
        reached |= {kind} & set(COUNTED_STEPS)
        reached |= set() if owner == Owner.MOTHER else {"system"}
    for case_id in _climbed(municipality_id):
        results.setdefault(case_id, set()).add("ladder")
    return results


def _climbed(municipality_id: int) -> set[int]:
    moments = GoalMoment.objects.filter(goal__plan__case__municipality=municipality_id).order_by("on", "pk")
    first: dict[int, int] = {}
    climbed = set()
    for goal_id, case_id, place in moments.values_list("goal", "goal__plan__case", "place"):
        step = _PLACES.index(Place(place))
        if step > first.setdefault(goal_id, step):
            climbed.add(case_id)
    return climbed
