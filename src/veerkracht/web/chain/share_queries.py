"""Reads of what is shared: for her, and for the helper it was shared with. The day is asked on every request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import klantmanager_account

from .domain.share import PieceState, ShareState, is_open
from .models import Helper, PieceAnswer, PieceVisit, Share
from .pieces import ShareablePiece, may_see, pieces_of

_SAID = frozenset({PieceState.DECLINED, PieceState.REPORTED, PieceState.CONFIRMED})


@dataclass(frozen=True, kw_only=True)
class SharedPiece:
    """A piece and what the helper said of it (None: it asks nothing, or nothing was said yet)."""

    piece: ShareablePiece
    answer: PieceAnswer | None
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class OpenShare:
    share: Share
    pieces: list[SharedPiece]


def shares_of(*, case: Case) -> list[Share]:
    """The newest first."""
    return list(Share.objects.filter(case=case).select_related("helper", "asked_by").order_by("-pk"))


def share_of(*, case: Case, share_id: int) -> Share:
    """One share of this case.

    Raises:
        Http404: there is none.
    """
    row = Share.objects.filter(case=case, pk=share_id).select_related("helper", "asked_by").first()
    if row is None:
        raise Http404
    return row


def visits_of(*, case: Case) -> list[PieceVisit]:
    """Who looked through a link, the newest first."""
    return list(PieceVisit.objects.filter(case=case).select_related("helper").order_by("-at", "-pk")[:50])


def open_shares(*, helper: Helper, day: dt.date) -> list[OpenShare]:
    """What this helper sees on this day, and nothing else; empty when her case is closed or gone."""
    case = helper.case
    if case.is_closed or case.removed_on or case.merged_into_id:
        return []
    sight = sight_of(case, day)
    if sight is None:
        return []
    rows = (
        Share.objects.filter(helper=helper, state=ShareState.GIVEN).prefetch_related("answers").order_by("pk")
    )
    return [
        _opened(row, sight, day)
        for row in rows
        if is_open(row.state, row.until, day) and may_see(helper, row.pieces)
    ]


def sight_of(case: Case, day: dt.date) -> Account | None:
    """In whose sight her pieces are made: her own, or her klantmanager's as long as she has no log-in."""
    return case.account or klantmanager_account(case=case, day=day)


def _opened(share: Share, sight: Account, day: dt.date) -> OpenShare:
    answers = {answer.promise_id: answer for answer in share.answers.all()}
    pieces = pieces_of(case=share.case, account=sight, keys=share.pieces, day=day)
    return OpenShare(
        share=share,
        pieces=[_shared(each, answers.get(each.promise_id or 0), day) for each in pieces],
    )


def _shared(piece: ShareablePiece, answer: PieceAnswer | None, day: dt.date) -> SharedPiece:
    """Late: the day passed, and this helper did not say that it is done or that it cannot be."""
    has_word = answer is not None and answer.state in _SAID
    is_late = piece.due_on is not None and piece.due_on < day and not has_word
    return SharedPiece(piece=piece, answer=answer, is_late=is_late)


def open_piece(
    *, helper: Helper, share_id: int, promise_id: int, day: dt.date
) -> tuple[Share, ShareablePiece]:
    """A promise this helper may answer to today.

    Raises:
        Http404: it is not shared with this helper (any more).
    """
    for each in open_shares(helper=helper, day=day):
        for shared in each.pieces if each.share.pk == share_id else ():
            if shared.piece.promise_id == promise_id:
                return each.share, shared.piece
    raise Http404


def helpers_with(account: Account) -> QuerySet[Helper]:
    """In whose lists this partner's log-in stands, in its own municipality."""
    rows = Helper.objects.filter(account=account, case__municipality=account.municipality_id)
    return rows.select_related("account", "case__account", "case__municipality").order_by("pk")


def helper_for(account: Account, *, helper_id: int) -> Helper:
    """One of those.

    Raises:
        Http404: not this account's.
    """
    row = helpers_with(account).filter(pk=helper_id).first()
    if row is None:
        raise Http404
    return row


def answers_to_look_at(*, case: Case) -> list[PieceAnswer]:
    """What helpers said of what was shared, the newest first."""
    rows = PieceAnswer.objects.filter(share__case=case).select_related("share__helper")
    return list(rows.order_by("-said_on", "-pk"))


def titles_of(shares: Iterable[OpenShare]) -> str:
    return ", ".join(shared.piece.title for each in shares for shared in each.pieces)
