"""Reads of the plan: as it stands, and the versions that were fixed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import klantmanager_of

from .domain import PlanText, PromiseFacts, in_order
from .models import FixedPlan, Plan, Promise


@dataclass(frozen=True)
class FixedFacts:
    number: int
    hash: str
    fixed_at: dt.datetime
    fixed_by: str
    confirmed_at: dt.datetime | None
    text: PlanText


@dataclass(frozen=True)
class PlanFacts:
    """The plan as it stands, its promises in the order people read them, and the newest fixed version."""

    wish: str
    version: int
    promises: tuple[PromiseFacts, ...]
    text: PlanText
    newest: FixedFacts | None

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
    def is_fixed_as_it_stands(self) -> bool:
        return self.newest is not None and self.newest.hash == self.text.hash

    def late(self, day: dt.date) -> list[PromiseFacts]:
        return [p for p in self.promises if p.is_late(day)]


def facts_of(promise: Promise) -> PromiseFacts:
    return PromiseFacts(
        promise.pk,
        promise.version,
        promise.owner,
        promise.owner_name,
        promise.what,
        promise.due_on,
        promise.done_on,
        promise.answer,
        promise.answer_words,
    )


def plan_of(*, case: Case, day: dt.date) -> PlanFacts:
    """Her plan; an empty one when nothing was written yet. Four queries whatever its length."""
    plan = Plan.objects.filter(case=case).first()
    rows = Promise.objects.filter(plan=plan).order_by("pk") if plan else []
    promises = tuple(in_order(facts_of(p) for p in rows))
    klantmanager = klantmanager_of(case=case, day=day)
    text = PlanText(
        municipality=case.municipality.name,
        klantmanager=klantmanager.name if klantmanager else "",
        name=case.full_name,
        wish=plan.wish if plan else "",
        promises=promises,
    )
    newest = FixedPlan.objects.filter(plan=plan).select_related("fixed_by").order_by("-number").first()
    return PlanFacts(
        text.wish, plan.version if plan else 1, promises, text, fixed_facts(newest) if newest else None
    )


def fixed_facts(row: FixedPlan) -> FixedFacts:
    text = PlanText.from_json(row.text)
    return FixedFacts(row.number, row.hash, row.fixed_at, row.fixed_by.name, row.confirmed_at, text)


def fixed_plan(*, case: Case, number: int) -> FixedFacts:
    """One fixed version.

    Raises:
        Http404: this case has no such version.
    """
    row = FixedPlan.objects.filter(plan__case=case, number=number).select_related("fixed_by").first()
    if row is None:
        raise Http404
    return fixed_facts(row)


def promise_of(*, case: Case, promise_id: int) -> Promise:
    """One promise of this case.

    Raises:
        Http404: this case has no such promise.
    """
    promise = Promise.objects.filter(plan__case=case, pk=promise_id).first()
    if promise is None:
        raise Http404
    return promise
