"""Promises: who takes what on, her answer to it, and that it was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.words.promise import Clause

from ..models import Answer, Promise
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
    clauses: Sequence[Clause] = (),
) -> Promise:
    """Somebody takes something on. With a goal it is a step towards that goal.

    Args:
        clauses: how it is said to each reader, when whoever made it saw those sentences; else it stays a quote.
    """
    return Promise.objects.create(
        plan=_plan(case),
        owner=owner,
        owner_name=owner_name,
        what=what,
        due_on=due_on,
        goal=_goal(case, goal_id),
        kind=kind,
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
    clauses: Sequence[Clause] = (),
) -> Promise:
    """Change a promise. Her earlier answer was to other words, so it is asked again."""
    promise = promise_of(case=case, promise_id=promise_id)
    values: dict[str, Any] = {"owner": owner, "owner_name": owner_name, "what": what, "due_on": due_on}
    if any(getattr(promise, name) != value for name, value in values.items()):
        values |= {"answer": Answer.NONE, "answer_words": "", "answered_at": None, "answer_noted_by": None}
        values |= {"again_on": None}
    if clauses or promise.what != what:
        values["clauses"] = _clause_rows(clauses)
    return promise.change(seen_version, **values, goal=_goal(case, goal_id), kind=kind)


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
def mark_done(
    *, by: Account, case: Case, promise_id: int, seen_version: int, done_on: dt.date | None
) -> Promise:
    """The promise was kept on that day; None takes that back."""
    return promise_of(case=case, promise_id=promise_id).change(seen_version, done_on=done_on)


@action("plan.promise_removed", allow=("delete", "actie"))
def remove_promise(*, by: Account, case: Case, promise_id: int, seen_version: int) -> Promise:
    """Gives what was removed, so that its event says which promise is gone."""
    promise = promise_of(case=case, promise_id=promise_id)
    _remove(promise, seen_version)
    return promise


def _goal(case: Case, goal_id: int | None) -> Any:
    """The goal of this very case; a goal of somebody else looks absent."""
    return goal_of(case=case, goal_id=goal_id) if goal_id else None
