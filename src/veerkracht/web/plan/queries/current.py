"""The plan as it stands: everything in it as facts, in the order people read them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.words.promise import Clause

from ..domain import (
    LADDER,
    QUESTIONS,
    ActivityFacts,
    Balance,
    GoalFacts,
    LadderMoment,
    PlanText,
    PromiseFacts,
    ProposalFacts,
    Rhythm,
    SumFacts,
    WeighedFacts,
    balance_of,
    in_order,
    law,
)
from ..models import Activity, Goal, Plan, PlannedSum, Promise, Proposal, Weighing
from .versions import FixedFacts, newest_of

Table = TypeVar("Table", bound=Model)


@dataclass(frozen=True)
class PlanFacts:
    """The plan as it stands, its promises in the order people read them, and the newest fixed version."""

    version: int
    text: PlanText
    newest: FixedFacts | None

    @property
    def wish(self) -> str:
        return self.text.wish

    @property
    def promises(self) -> tuple[PromiseFacts, ...]:
        return self.text.promises

    @property
    def has_something(self) -> bool:
        text = self.text
        return bool(text.wish or text.story or text.promises or text.goals or text.proposals)

    def side(self, name: str) -> list[PromiseFacts]:
        return [p for p in self.promises if p.side == name]

    @property
    def ours(self) -> list[PromiseFacts]:
        return self.side("ours")

    @property
    def others(self) -> list[PromiseFacts]:
        return self.side("others")

    @property
    def hers(self) -> list[PromiseFacts]:
        return self.side("hers")

    @property
    def balance(self) -> Balance:
        return balance_of(self.promises)

    @property
    def is_fixed_as_it_stands(self) -> bool:
        return self.newest is not None and self.newest.hash == self.text.hash

    def late(self, day: dt.date) -> list[PromiseFacts]:
        return [p for p in self.promises if p.is_late(day)]

    def unanswered(self, day: dt.date) -> list[ProposalFacts]:
        """Her proposals that should have had an answer: the municipality is late."""
        return [p for p in self.text.proposals if p.is_late(day)]


def facts_of(promise: Promise) -> PromiseFacts:
    others = [row for row in promise.done_statements.all() if not row.by_owner]
    confirmed = others[-1] if others else None
    return PromiseFacts(
        id=promise.pk,
        version=promise.version,
        owner=promise.owner,
        owner_name=promise.owner_name,
        what=promise.what,
        due_on=promise.due_on,
        done_on=promise.done_on,
        answer=promise.answer,
        answer_words=promise.answer_words,
        goal_id=promise.goal_id,
        kind=promise.kind,
        again_on=promise.again_on,
        first_due_on=promise.first_due_on,
        made_by_id=promise.made_by_id,
        confirmed=confirmed.is_done if confirmed else None,
        confirmed_on=confirmed.stated_on if confirmed else None,
        clauses=clauses_from(promise.clauses),
        place=promise.place,
        moves=promise.moves,
    )


def clauses_from(rows: Iterable[Sequence[Any]]) -> tuple[Clause, ...]:
    """The clauses of a promise as its row keeps them: [verb, rest, starts_sentence]."""
    return tuple(
        Clause(verb=verb, rest=rest, starts_sentence=starts_sentence) for verb, rest, starts_sentence in rows
    )


def plan_of(*, case: Case, day: dt.date) -> PlanFacts:
    """Her plan; an empty one when nothing was written yet. A fixed number of queries whatever its length."""
    plan = Plan.objects.filter(case=case).select_related("weighing").first()
    klantmanager = klantmanager_of(case=case, day=day)
    names: dict[str, Any] = {
        "municipality": case.municipality.name,
        "klantmanager": klantmanager.name if klantmanager else "",
        "name": case.full_name,
    }
    if plan is None:
        return PlanFacts(1, PlanText(**names, wish="", promises=()), None)
    return PlanFacts(plan.version, PlanText(**names, **_parts(plan)), newest_of(case=case))


def _parts(plan: Plan) -> dict[str, Any]:
    promises = Promise.objects.filter(plan=plan).order_by("pk").prefetch_related("done_statements")
    goals = Goal.objects.filter(plan=plan).order_by("pk").prefetch_related("moments")
    proposals = Proposal.objects.filter(plan=plan).order_by("pk")
    activities = Activity.objects.filter(plan=plan).order_by("pk")
    return {
        "story": plan.story,
        "wish": plan.wish,
        "rhythm": Rhythm(weeks=plan.rhythm_weeks, words=plan.rhythm_words),
        "promises": tuple(in_order(facts_of(p) for p in promises)),
        "goals": tuple(goal_facts(g) for g in goals),
        "proposals": tuple(proposal_facts(p) for p in proposals),
        "activities": tuple(activity_facts(a) for a in activities),
        "weighing": _weighed(getattr(plan, "weighing", None)),
        "laws": tuple(filter(None, map(law, plan.laws))),
        "sums": tuple(sum_facts(s) for s in PlannedSum.objects.filter(plan=plan).order_by("pk")),
    }


def goal_facts(goal: Goal) -> GoalFacts:
    moments = tuple(LadderMoment(m.on, m.place, m.words) for m in goal.moments.all())
    ladder = tuple(getattr(goal, place) for place in LADDER)
    return GoalFacts(id=goal.pk, title=goal.title, ladder=ladder, version=goal.version, moments=moments)


def proposal_facts(proposal: Proposal) -> ProposalFacts:
    names = (
        "kind",
        "what",
        "proposed_on",
        "reply_due_on",
        "reply",
        "reason",
        "replied_on",
        "her_answer",
        "her_words",
        "again_on",
        "version",
    )
    return ProposalFacts(id=proposal.pk, **{name: getattr(proposal, name) for name in names})


def activity_facts(activity: Activity) -> ActivityFacts:
    return ActivityFacts(
        id=activity.pk,
        what=activity.what,
        when=activity.when,
        where=activity.where,
        version=activity.version,
    )


def sum_facts(row: PlannedSum) -> SumFacts:
    return SumFacts(
        id=row.pk,
        label=row.label,
        day=row.day,
        rules=row.rules,
        hours=row.hours,
        hourly_wage=row.hourly_wage,
        to_spend=row.amounts["to_spend"],
        more=row.amounts["more"],
        rows=tuple((label, amount) for label, amount in row.amounts["rows"]),
        facts=json.dumps(row.facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        version=row.version,
    )


def _weighed(weighing: Weighing | None) -> tuple[WeighedFacts, ...]:
    if weighing is None:
        return ()
    return tuple(
        WeighedFacts(question=q, answer=getattr(weighing, q), reason=getattr(weighing, f"{q}_reason"))
        for q in QUESTIONS
    )


def promise_of(*, case: Case, promise_id: int) -> Promise:
    """One promise of this case.

    Raises:
        Http404: this case has no such promise.
    """
    return _one(Promise.objects.filter(plan__case=case, pk=promise_id))


def goal_of(*, case: Case, goal_id: int) -> Goal:
    return _one(Goal.objects.filter(plan__case=case, pk=goal_id).prefetch_related("moments"))


def proposal_of(*, case: Case, proposal_id: int) -> Proposal:
    return _one(Proposal.objects.filter(plan__case=case, pk=proposal_id))


def activity_of(*, case: Case, activity_id: int) -> Activity:
    return _one(Activity.objects.filter(plan__case=case, pk=activity_id))


def sum_of(*, case: Case, sum_id: int) -> PlannedSum:
    return _one(PlannedSum.objects.filter(plan__case=case, pk=sum_id))


def is_in_plan(*, case: Case, kept_id: int) -> bool:
    """Whether this kept sum stands in the plan already."""
    return PlannedSum.objects.filter(plan__case=case, kept_id=kept_id).exists()


def promise_ids(*, case: Case) -> frozenset[int]:
    """The ids of the promises that stand in the plan."""
    return frozenset(Promise.objects.filter(plan__case=case).values_list("pk", flat=True))


def weighing_of(*, case: Case) -> Weighing | None:
    return Weighing.objects.filter(plan__case=case).first()


def _one(rows: QuerySet[Table]) -> Table:
    row = rows.first()
    if row is None:
        raise Http404
    return row
