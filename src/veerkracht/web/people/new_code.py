"""A new code for who has a log-in already: asked by who works with her, agreed by a second colleague, made once.

Neither of the two can open her door alone: the asker cannot agree, and who agrees never gets the code.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from .acting import action
from .models import Account, Case, NewCodeRequest

VALID_DAYS = 14


def open_request(*, case: Case) -> NewCodeRequest | None:
    """The request of the last fourteen days that is not refused and of which no code was made."""
    return _running().filter(case=case).exclude(is_agreed=False).order_by("-pk").first()


def waiting_requests(*, account: Account) -> QuerySet[NewCodeRequest]:
    """What this account may say yes or no to: of colleagues in the municipality, never its own."""
    rows = _running().filter(case__municipality=account.municipality_id, is_agreed=None)
    return rows.exclude(asked_by=account).select_related("case", "asked_by").order_by("pk")


def _running() -> QuerySet[NewCodeRequest]:
    since = timezone.now() - dt.timedelta(days=VALID_DAYS)
    return NewCodeRequest.objects.filter(code_made_at=None, asked_at__gte=since)


@action("people.new_code_asked", allow=("create", "nieuwe_code"))
def ask_new_code(*, by: Account, case: Case, ground: str) -> NewCodeRequest:
    """Ask a colleague to agree; asking again while a request runs is the same request.

    Raises:
        Http404: she has no log-in yet: then one code by one colleague is enough.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.account_id is None:
        raise Http404
    return open_request(case=locked) or NewCodeRequest.objects.create(case=locked, asked_by=by, ground=ground)


@action("people.new_code_answered", allow=("approve", "nieuwe_code"))
def answer_new_code(*, by: Account, request_id: int, is_agreed: bool) -> NewCodeRequest:
    """The yes or no of the second colleague.

    Raises:
        Http404: no such request here, it is the own one, or it has its answer already.
    """
    row = waiting_requests(account=by).filter(pk=request_id).first()
    if row is None or not NewCodeRequest.objects.filter(pk=row.pk, is_agreed=None).update(
        answered_by=by, answered_at=timezone.now(), is_agreed=is_agreed
    ):
        raise Http404
    return row


def use_up(*, by: Account, case: Case) -> None:
    """Part of the action that makes the code: the agreed request of this very asker, once.

    Raises:
        Http404: nobody agreed, or it was somebody else who asked.
    """
    agreed = _running().filter(case=case, asked_by=by, is_agreed=True).exclude(answered_by=by)
    if not agreed.update(code_made_at=timezone.now()):
        raise Http404
