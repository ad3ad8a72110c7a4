"""Writes of training: her wish, earlier study, routes, and the question whether she may."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.budget import actions as budget_actions
from veerkracht.web.people.acting import action
from veerkracht.web.people.decision import ANSWER_WITHIN, LeadDecision, standing
from veerkracht.web.people.models import Account, Case
from veerkracht.web.purse import actions as purse_actions
from veerkracht.web.purse.queries import purse_of
from veerkracht.web.record.models import Conflict

from .models import EarlierStudy, ReplacedTrainingDecision, TrainingRoute, TrainingWish
from .queries import asked_route, route_of, routes_of, study_of, wish_of

LATER = "paden"
MOST_PATHS = 3


@action("training.wish_written", allow=("update", "opleiding"))
def write_wish(
    *, by: Account, case: Case, words: str, level: str = "", seen_version: int | None = None
) -> TrainingWish:
    """Her wish, letter for letter."""
    wish, today = wish_of(case=case), timezone.localdate()
    if wish is None:
        return TrainingWish.objects.create(case=case, words=words, level=level, said_on=today, said_by=by)
    return wish.change(seen_version or 0, words=words, level=level, said_on=today, said_by=by)


@action("training.study_added", allow=("create", "opleiding"))
def add_study(*, by: Account, case: Case, **values: Any) -> EarlierStudy:
    return EarlierStudy.objects.create(case=case, added_by=by, **values)


@action("training.study_changed", allow=("update", "opleiding"))
def change_study(*, by: Account, case: Case, study_id: int, seen_version: int, **values: Any) -> EarlierStudy:
    return study_of(case=case, study_id=study_id).change(seen_version, **values)


@action("training.study_removed", allow=("update", "opleiding"))
def remove_study(*, by: Account, case: Case, study_id: int, seen_version: int) -> EarlierStudy:
    row = study_of(case=case, study_id=study_id)
    _gone(row, EarlierStudy.objects.filter(pk=row.pk, version=seen_version).delete()[0])
    return row


@action("training.route_added", allow=("create", "opleiding"))
def add_route(*, by: Account, case: Case, **values: Any) -> TrainingRoute:
    """What she adds herself is hers; what somebody else adds says whose it is."""
    if by.pk == case.account_id:
        values |= {"is_hers": True, "proposed_by": "", "is_bulk": False}
    return TrainingRoute.objects.create(case=case, added_by=by, **values)


@action("training.route_changed", allow=("update", "opleiding"))
def change_route(
    *, by: Account, case: Case, route_id: int, seen_version: int, **values: Any
) -> TrainingRoute:
    """Change what stands there; after a decision it stays as it was decided on.

    Raises:
        Http404: it was decided already.
    """
    return _undecided(case, route_id).change(seen_version, **values)


@action("training.route_removed", allow=("update", "opleiding"))
def remove_route(*, by: Account, case: Case, route_id: int, seen_version: int) -> TrainingRoute:
    """Raises Http404 after a decision: that stays readable."""
    row = _undecided(case, route_id)
    _gone(row, TrainingRoute.objects.filter(pk=row.pk, version=seen_version).delete()[0])
    return row


def _gone(row: EarlierStudy | TrainingRoute, count: int) -> None:
    """What was removed stays in hand, so that its event says which is gone.

    Raises:
        Conflict: somebody saved a newer version.
    """
    if not count:
        raise Conflict(type(row)._base_manager.get(pk=row.pk))


def _undecided(case: Case, route_id: int) -> TrainingRoute:
    route = route_of(case=case, route_id=route_id)
    if route.decision:
        raise Http404
    return route


@action("training.permission_asked", allow=("update", "opleiding"))
def ask_permission(*, by: Account, case: Case, route_id: int, seen_version: int, asks: str) -> TrainingRoute:
    """Ask the municipality: it promises an answer before a day."""
    today = timezone.localdate()
    return _undecided(case, route_id).change(
        seen_version, asks=asks, asked_on=today, asked_by=by, decide_by=today + ANSWER_WITHIN
    )


@action("training.decided", allow=("approve", "teamleiderbesluit"))
def decide_route(
    *,
    by: Account,
    route_id: int,
    seen_version: int,
    decision: str,
    reason: str,
    again_on: dt.date | None = None,
) -> TrainingRoute:
    """The team lead's yes, part or no, with the reason. A new one comes beside the earlier, which stays readable."""
    route = asked_route(account=by, route_id=route_id, day=timezone.localdate()).route
    before = standing(route)
    decided = route.change(
        seen_version,
        decision=decision,
        reason=reason,
        decided_on=timezone.localdate(),
        decided_by=by,
        again_on=None if decision == LeadDecision.YES else again_on,
        her_words="",
    )
    if before:
        ReplacedTrainingDecision.objects.create(route=decided, **before)
    return decided


@action("training.decision_answered", allow=("update", "opleiding"))
def answer_decision(
    *, by: Account, case: Case, route_id: int, seen_version: int, her_words: str
) -> TrainingRoute:
    """What she says of the decision, kept beside it in her words."""
    return route_of(case=case, route_id=route_id).change(seen_version, her_words=her_words)


@action("training.cost_asked", allow=("update", "opleiding"))
def ask_cost(*, by: Account, case: Case, route_id: int) -> Any:
    """The cost of a route as a wish for her own budget.

    Raises:
        Http404: it costs nothing, or nobody knows what.
    """
    route = route_of(case=case, route_id=route_id)
    if not route.cost_cents:
        raise Http404
    what = _t("Lesgeld: %(name)s") % {"name": route.name}
    return budget_actions.ask_wish(
        by=by, case=case, what=what[:200], cost_cents=route.cost_cents, why=route.asks
    )


@action("training.compared_later", allow=("update", "opleiding"))
def lay_beside_years(*, by: Account, case: Case) -> Case:
    """Up to three routes with a wage become the paths of *Later*, so that nothing is typed twice."""
    purse = purse_of(case=case)
    answers = {
        name: value for name, value in purse.answers.items() if name in ("pad_jaren", "aflossing_maanden")
    }
    paths = [route for route in routes_of(case=case) if route.wage_cents][:MOST_PATHS]
    for number, route in enumerate(paths, 1):
        answers |= {f"pad{number}_{name}": value for name, value in _path(route).items()}
    purse_actions.tell(
        by=by, case=case, part=LATER, answers=answers, seen_version=purse.versions.get(LATER, 1)
    )
    return case


def _path(route: TrainingRoute) -> dict[str, Any]:
    """A route by the names of the page Later: whole years, costs a month."""
    months = route.months or 0
    path: dict[str, Any] = {"naam": route.name[:60], "loon": (route.wage_cents or 0) / 100}
    if route.hours_after is not None:
        path["uren"] = float(route.hours_after)
    if months:
        path["studie_jaren"] = min(8, max(1, -(-months // 12)))
        path["studie_uren"] = float(route.hours_beside or 0)
        path["studie_loon"] = (route.wage_beside_cents or 0) / 100
        path["studie_kosten"] = round((route.cost_cents or 0) / 100 / months, 2)
    return path
