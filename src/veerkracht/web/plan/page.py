"""The plan as its pages show it: what goes where, what may be done, two versions in words, and the map of who moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t

from veerkracht.web.map.drawing import MapSheet, Options, draw_map
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.domain import age_on
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Link, filled

from .domain import (
    EXEMPT_UNDER,
    GoalFacts,
    Piece,
    PlanText,
    PromiseFacts,
    as_agreed,
    changes,
    exemption_card,
    needs_weighing,
    pieces,
)
from .promise_words import as_read
from .queries import Movement, PlanFacts
from .words import sections


@dataclass(frozen=True)
class GoalShown:
    goal: GoalFacts
    steps: list[PromiseFacts]
    ways: list[Link]


@dataclass(frozen=True)
class Compared:
    """One part that differs, with both texts cut where they differ."""

    kind: str
    was: list[Piece]
    now: list[Piece]


def ages_of(case: Case, day: dt.date) -> list[int]:
    return [age_on(child.born_on, day) for child in case.household.children.all()]


def shown_plan(*, case: Case, account: Account, plan: PlanFacts, day: dt.date) -> dict[str, Any]:
    """The context of the plan page."""
    ages = ages_of(case, day)
    text = plan.text
    asked = next((p for p in text.proposals if p.kind == "exemption"), None)
    alone = case.household.cases.count() == 1
    return {
        "plan": plan,
        "group_panels": filled("plan_together", case=case, account=account),
        "goals": [_goal(goal, text, case, account) for goal in text.goals],
        "open": {side: [p for p in plan.side(side) if not p.done_on] for side in ("ours", "others", "hers")},
        "done": [p for p in plan.promises if p.done_on],
        "unworded": [] if is_hers(account) else unworded(case=case, account=account, plan=plan),
        "waits_for_her": account.pk == case.account_id and bool(plan.newest and not plan.newest.is_answered),
        "unanswered": plan.unanswered(day),
        "balance": plan.balance,
        "card": exemption_card() if alone and not asked and any(a < EXEMPT_UNDER for a in ages) else None,
        "weighing_due": needs_weighing(ages) and not text.weighing,
        "writes_law": authorize(account, "update", "gemeentedeel_plan", case=case),
        "answers_proposals": authorize(account, "approve", "voorstel", case=case),
    }


def _goal(goal: GoalFacts, text: PlanText, case: Case, account: Account) -> GoalShown:
    """A goal with its steps, and where an upper capability leads on from it."""
    steps = [promise for promise in text.promises if promise.goal_id == goal.id]
    return GoalShown(goal, steps, filled("goal_ways", case=case, account=account, goal_id=goal.id))


@dataclass(frozen=True)
class UnwordedPromise:
    """A promise that stands on her page as a quote, with the sentence she would read instead."""

    promise: PromiseFacts
    for_her: str


def unworded(*, case: Case, account: Account, plan: PlanFacts) -> list[UnwordedPromise]:
    """The open promises that were understood but not ticked yet."""
    rows = []
    for promise in plan.promises:
        if promise.clauses or promise.done_on:
            continue
        sentences = as_read(
            promise.what,
            owner=promise.owner,
            owner_name=promise.owner_name,
            klantmanager=plan.text.klantmanager,
            her_name=case.first_name,
            by=account,
        )
        if sentences.for_her:
            rows.append(UnwordedPromise(promise, sentences.for_her))
    return rows


def compared(old: PlanText, new: PlanText, *, sees_money: bool = True) -> list[tuple[str, list[Compared]]]:
    """What differs, by section, both sides in words; without `sees_money` the sums stay out."""
    by_section: dict[str, list[Compared]] = {}
    if not sees_money:
        old, new = (replace(text, sums=()) for text in (old, new))
    for change in changes(sections(as_agreed(old)), sections(as_agreed(new))):
        was, now = pieces(change.was, change.now)
        by_section.setdefault(change.section, []).append(Compared(change.kind, was, now))
    return list(by_section.items())


def map_of_movement(movement: Movement) -> SafeString:
    """The ring map with a wide rim around who has done something, and a dashed line around who is still to."""
    options = Options(
        MapSheet.NARROW,
        id_prefix="moving",
        translate=_t,
        caption=_t("wie is in beweging"),
        writes_caption=False,
    )
    drawn = draw_map(movement.map, options)
    for owner in movement.owners:
        if owner.node:
            plain = f'data-fact="node" data-id="{owner.node}"'
            state = "done" if owner.has_moved else "open"
            drawn = drawn.replace(plain, f'{plain} data-moved="{state}"')
    return mark_safe(drawn)  # noqa: S308 - escaped by construction
