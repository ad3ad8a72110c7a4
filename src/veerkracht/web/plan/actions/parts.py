"""Her story and wish, the rhythm, the texts of the law, activities in a group, and the weighing of care and work."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict, Versioned

from ..domain import LAWS
from ..models import Activity, Plan, Weighing
from ..queries import activity_of, weighing_of


def _plan(case: Case) -> Plan:
    return Plan.objects.get_or_create(case=case)[0]


def _locked_plan(case: Case) -> Plan:
    """One at a time: whoever comes second finds what the first did."""
    return Plan.objects.select_for_update().get(pk=_plan(case).pk)


def _remove(row: Versioned, seen_version: int) -> None:
    """Take a row away if nobody changed it since it was shown."""
    if not type(row)._default_manager.filter(pk=row.pk, version=seen_version).delete()[0]:
        raise Conflict(row)


@action("plan.wish_written", allow=("update", "trajectplan_concept"))
def write_wish(*, by: Account, case: Case, wish: str, seen_version: int) -> Plan:
    return _plan(case).change(seen_version, wish=wish)


@action("plan.story_written", allow=("update", "trajectplan_concept"))
def write_story(*, by: Account, case: Case, story: str, seen_version: int) -> Plan:
    return _plan(case).change(seen_version, story=story)


@action("plan.rhythm_agreed", allow=("update", "trajectplan_concept"))
def agree_rhythm(
    *, by: Account, case: Case, seen_version: int, rhythm_weeks: int | None, rhythm_words: str = ""
) -> Plan:
    """How often there is contact, as agreed with her; it counts from today."""
    since = timezone.localdate() if rhythm_weeks else None
    return _plan(case).change(
        seen_version, rhythm_weeks=rhythm_weeks, rhythm_words=rhythm_words, rhythm_on=since
    )


@action("plan.laws_chosen", allow=("update", "gemeentedeel_plan"))
def choose_laws(*, by: Account, case: Case, seen_version: int, laws: list[str]) -> Plan:
    """Which texts of the law stand in the plan. Article 44a always does: the law asks for it."""
    return _plan(case).change(seen_version, laws=[one for one in LAWS if one in laws or one == LAWS[0]])


@action("plan.activity_added", allow=("update", "trajectplan_concept"))
def add_activity(*, by: Account, case: Case, what: str, when: str = "", where: str = "") -> Activity:
    return Activity.objects.create(plan=_plan(case), what=what, when=when, where=where)


@action("plan.activity_changed", allow=("update", "trajectplan_concept"))
def change_activity(
    *, by: Account, case: Case, activity_id: int, seen_version: int, what: str, when: str, where: str
) -> Activity:
    activity = activity_of(case=case, activity_id=activity_id)
    return activity.change(seen_version, what=what, when=when, where=where)


@action("plan.activity_removed", allow=("update", "trajectplan_concept"))
def remove_activity(*, by: Account, case: Case, activity_id: int, seen_version: int) -> None:
    _remove(activity_of(case=case, activity_id=activity_id), seen_version)


@action("plan.weighed", allow=("update", "gemeentedeel_plan"))
def weigh(*, by: Account, case: Case, seen_version: int = 0, **values: Any) -> Weighing:
    """Care and work weighed. `values`: childcare, schooling and load, each with its `_reason`.

    Raises:
        Conflict: somebody else weighed since.
    """
    plan = _locked_plan(case)
    weighing = weighing_of(case=case)
    if weighing is None:
        return Weighing.objects.create(plan=plan, **values)
    return weighing.change(seen_version, **values)
