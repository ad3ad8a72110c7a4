"""Promises: who takes what on, her answer to it, and that it was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.map import queries as map_queries
from veerkracht.web.people.acting import action
from veerkracht.web.people.authorize import require
from veerkracht.web.people.models import Account, Case
from veerkracht.words.promise import Clause

from ..binding import is_promised_by
from ..domain import MUNICIPALITY_SIDE
from ..models import Answer, DoneStatement, Owner, Promise
from ..queries import goal_of, promise_of
from .parts import _plan, _remove


@action("plan.promise_made", allow=("create", "actie"))
def make_promise(
    *,
    by: Account,
    case: Case,
    owner: str,
    what: str,
    owner_name: str = "",
    due_on: dt.date | None = None,
    goal_id: int | None = None,
    kind: str = "",
    place: str = "",
    moves: str = "",
    clauses: Sequence[Clause] = (),
) -> Promise:
    """Somebody takes something on. With a goal it is a step towards that goal.

    Args:
        place: the row of the owner on her map, where it was chosen there.
        moves: what of her map it moves, where it came from there.
        clauses: how it is said to each reader, when whoever made it saw those sentences; else it stays a quote.
    """
    _refuse_for_others(by, case, owner)
    return Promise.objects.create(
        plan=_plan(case),
        owner=owner,
        owner_name=owner_name,
        what=what,
        due_on=due_on,
        first_due_on=due_on,
        made_by=by,
        # What she promises herself needs no second yes of hers.
        **_agreed_by_herself(by, case, owner),
        goal=_goal(case, goal_id),
        kind=kind,
        place=_place(by, case, place),
        moves=moves,
        clauses=_clause_rows(clauses),
    )


@action("plan.promise_changed", allow=("update", "actie"))
def change_promise(
    *,
    by: Account,
    case: Case,
    promise_id: int,
    seen_version: int,
    owner: str,
    what: str,
    owner_name: str,
    due_on: dt.date | None,
    goal_id: int | None = None,
    kind: str = "",
    place: str = "",
    clauses: Sequence[Clause] = (),
) -> Promise:
    """Change a promise. Her earlier answer was to other words, so it is asked again."""
    promise = _own(by, case, promise_id, "update")
    _refuse_for_others(by, case, owner)
    values: dict[str, Any] = {"owner": owner, "owner_name": owner_name, "what": what, "due_on": due_on}
    if any(getattr(promise, name) != value for name, value in values.items()):
        values |= {"answer": Answer.NONE, "answer_words": "", "answered_at": None, "answer_noted_by": None}
        values |= {"again_on": None}
        values |= _agreed_by_herself(by, case, owner)
    if promise.answer != Answer.AGREE or promise.first_due_on is None:
        values["first_due_on"] = due_on
    if clauses or promise.what != what:
        values["clauses"] = _clause_rows(clauses)
    values["place"] = _place(by, case, place)
    return promise.change(seen_version, **values, goal=_goal(case, goal_id), kind=kind)


def _place(by: Account, case: Case, place: str) -> int | None:
    """The row on the map of this case.

    Raises:
        Http404: it is none that this account may see.
    """
    return map_queries.node_of(case=case, account=by, node_id=int(place)).pk if place else None


@action("plan.promise_worded", allow=("update", "actie"))
def word_promise(
    *, by: Account, case: Case, promise_id: int, seen_version: int, clauses: Sequence[Clause]
) -> Promise:
    """Somebody saw how this promise is said to each reader, and says it is right. Nothing that was agreed changes."""
    promise = promise_of(case=case, promise_id=promise_id)
    return promise.change(seen_version, clauses=_clause_rows(clauses))


def _clause_rows(clauses: Sequence[Clause]) -> list[list[str | bool]]:
    return [[clause.verb, clause.rest, clause.starts_sentence] for clause in clauses]


@action("plan.promise_answered", allow=("update", "actie"))
def answer_promise(
    *,
    by: Account,
    case: Case,
    promise_id: int,
    seen_version: int,
    answer: str,
    answer_words: str = "",
    again_on: dt.date | None = None,
) -> Promise:
    """Her answer to these very words: `seen_version` is the promise she had before her."""
    return promise_of(case=case, promise_id=promise_id).change(
        seen_version,
        answer=answer,
        answer_words=answer_words,
        answered_at=timezone.now(),
        answer_noted_by=by,
        again_on=None if answer == Answer.AGREE else again_on,
    )


@action("plan.promise_kept", allow=("update", "actie"))
def say_done(
    *, by: Account, case: Case, promise_id: int, seen_version: int, done_on: dt.date | None
) -> Promise:
    """Whoever promised says that it was done on that day; None: not yet after all."""
    promise = promise_of(case=case, promise_id=promise_id)
    if not is_promised_by(by, case, promise):
        raise Http404
    _state(promise, by=by, by_owner=True, is_done=done_on is not None)
    return promise.change(seen_version, done_on=done_on)


@action("plan.promise_confirmed", allow=("update", "actie"))
def confirm_done(*, by: Account, case: Case, promise_id: int, seen_version: int, is_done: bool) -> Promise:
    """The other side says whether it was kept. Her "not yet" opens it again; nobody says "not yet" of hers."""
    promise = promise_of(case=case, promise_id=promise_id)
    require(by, "update", "belofte_bevestigd", case=case, obj=promise)
    if not is_done and by.pk != case.account_id:
        raise Http404
    _state(promise, by=by, by_owner=False, is_done=is_done)
    return promise.change(seen_version, done_on=promise.done_on if is_done else None)


def _state(promise: Promise, *, by: Account, by_owner: bool, is_done: bool) -> None:
    DoneStatement.objects.create(
        promise=promise, account=by, by_owner=by_owner, is_done=is_done, stated_on=timezone.localdate()
    )


@action("plan.promise_removed", allow=("delete", "actie"))
def remove_promise(*, by: Account, case: Case, promise_id: int, seen_version: int) -> Promise:
    """Gives what was removed, so that its event says which promise is gone."""
    promise = _own(by, case, promise_id, "delete")
    _remove(promise, seen_version)
    return promise


def _own(by: Account, case: Case, promise_id: int, deed: str) -> Promise:
    """A promise this account may touch; somebody else's looks absent."""
    promise = promise_of(case=case, promise_id=promise_id)
    require(by, deed, "belofte_eigen", case=case, obj=promise)
    return promise


def _refuse_for_others(by: Account, case: Case, owner: str) -> None:
    """She cannot promise for the municipality: that is a proposal, which it owes an answer to."""
    if by.pk == case.account_id and owner in MUNICIPALITY_SIDE:
        raise Http404


def _agreed_by_herself(by: Account, case: Case, owner: str) -> dict[str, Any]:
    if owner != Owner.MOTHER or by.pk != case.account_id:
        return {}
    return {"answer": Answer.AGREE, "answered_at": timezone.now(), "answer_noted_by": by}


def _goal(case: Case, goal_id: int | None) -> Any:
    """The goal of this very case; a goal of somebody else looks absent."""
    return goal_of(case=case, goal_id=goal_id) if goal_id else None
