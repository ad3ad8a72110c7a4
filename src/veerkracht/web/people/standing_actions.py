"""Writes about whether somebody is guided now. Every turn stays: a case can be reopened with its story intact."""

from __future__ import annotations

import datetime as dt

from django.http import Http404
from django.utils import timezone

from .acting import action
from .models import Account, Case, Turn
from .standing_models import TurnKind
from .standing_queries import removed_by, why_it_stays


def _turn(
    by: Account,
    case: Case,
    kind: TurnKind,
    *,
    reason: str = "",
    words: str = "",
    until: dt.date | None = None,
) -> Case:
    Turn.objects.create(
        case=case, kind=kind, reason=reason, words=words, on=timezone.localdate(), until=until, by=by
    )
    return case


@action("people.case_closed", allow=("update", "dossierstand"))
def close_case(*, by: Account, case: Case, seen_version: int, reason: str, words: str = "") -> Case:
    """From today nothing changes in it any more; the terms after which it is destroyed begin."""
    _only_if(not case.is_closed)
    case.change(seen_version, closed_on=timezone.localdate(), paused_until=None)
    return _turn(by, case, TurnKind.CLOSED, reason=reason, words=words)


@action("people.case_reopened", allow=("update", "dossierstand"))
def reopen_case(*, by: Account, case: Case, seen_version: int) -> Case:
    _only_if(case.is_closed)
    case.change(seen_version, closed_on=None)
    return _turn(by, case, TurnKind.REOPENED)


@action("people.case_paused", allow=("update", "dossierstand"))
def pause_case(
    *, by: Account, case: Case, seen_version: int, reason: str, until: dt.date, words: str = ""
) -> Case:
    """Nobody is reminded of silence until after this day. What we promised stays a promise."""
    _only_if(not case.is_closed)
    case.change(seen_version, paused_until=until)
    return _turn(by, case, TurnKind.PAUSED, reason=reason, words=words, until=until)


@action("people.case_resumed", allow=("update", "dossierstand"))
def resume_case(*, by: Account, case: Case, seen_version: int) -> Case:
    _only_if(case.paused_until is not None)
    case.change(seen_version, paused_until=None)
    return _turn(by, case, TurnKind.RESUMED)


@action("people.case_removed", allow=("delete", "dossierstand"))
def remove_case(*, by: Account, case: Case, seen_version: int, reason: str) -> Case:
    """Out of every list at once; put back within fourteen days, erased after that.

    Raises:
        Http404: something in it must be closed and not taken off.
    """
    _only_if(not why_it_stays(case))
    case.change(seen_version, removed_on=timezone.localdate())
    return _turn(by, case, TurnKind.REMOVED, reason=reason)


@action("people.case_put_back", allow=("update", "weggehaald"))
def put_case_back(*, by: Account, public_id: str) -> Case:
    """Undo a removal.

    Raises:
        Http404: nobody of this account's people with this number was taken off.
    """
    case = next((case for case in removed_by(by) if case.public_id == public_id), None)
    if case is None:
        raise Http404
    case.change(case.version, removed_on=None)
    return _turn(by, case, TurnKind.PUT_BACK)


def _only_if(is_so: bool) -> None:
    if not is_so:
        raise Http404
