"""Writes of her own plan. Of no case, and so in nobody's history, until she brings something in."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .models import OwnAnswer, Skill
from .own_plan import answer_row, question_of, strength_of


@action("mine.own_answer_written", allow=("update", "account_eigen"))
def write_own_answer(
    *, by: Account, question: str, words: str, ticked: list[str], seen_version: int = 0
) -> OwnAnswer:
    """Her words under one question. Empty words are an answer as well: she took them back.

    Raises:
        Conflict: she wrote something else in another window since.
    """
    first = {"words": words, "ticked": ticked}
    row, is_new = OwnAnswer.objects.get_or_create(account=by, question=question, defaults=first)
    if is_new:
        return row
    return row.change(seen_version, words=words, ticked=ticked)


@action("mine.brought_in", allow=("share", "prive_notitie_moeder"))
def bring_in(*, by: Account, case: Case, question: str, brings: bool) -> OwnAnswer:
    """Let who works with her read this answer, or no longer.

    Raises:
        Http404: nothing was written, or it is one of those that always stay hers.
    """
    row = answer_row(account=by, code=question)
    if row is None or question_of(question).stays_hers:
        raise Http404
    return row.change(row.version, **_brought(brings))


def _brought(brings: bool) -> dict[str, Any]:
    return {"only_hers": not brings, "brought_on": timezone.localdate() if brings else None}


@action("mine.strength_written", allow=("update", "account_eigen"))
def write_strength(
    *, by: Account, strength_id: int | None = None, seen_version: int = 0, **values: Any
) -> Skill:
    """Something she can; a new one, or other words.

    Raises:
        Conflict: she changed it in another window since.
        Http404: not hers.
    """
    if strength_id is None:
        return Skill.objects.create(account=by, **values)
    return strength_of(account=by, strength_id=strength_id).change(seen_version, **values)


@action("mine.strength_brought_in", allow=("share", "prive_notitie_moeder"))
def bring_strength(*, by: Account, case: Case, strength_id: int, brings: bool) -> Skill:
    row = strength_of(account=by, strength_id=strength_id)
    return row.change(row.version, **_brought(brings))


@action("mine.strength_removed", allow=("update", "account_eigen"))
def remove_strength(*, by: Account, strength_id: int, seen_version: int) -> None:
    row = strength_of(account=by, strength_id=strength_id)
    if row.version != seen_version:
        raise Conflict(row)
    row.delete()
