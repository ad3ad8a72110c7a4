"""Where her words go: on the map, into the plan, only in the report, between the two of you, or nowhere."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.http import Http404
from django.utils import timezone

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map import queries as map_queries
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan import queries as plan_queries
from veerkracht.web.record.models import Conflict

from .. import queries
from ..models import Destination, Quote

STANDS_APART = (Destination.OPEN, Destination.REPORT, Destination.BETWEEN_US, Destination.NOWHERE)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def place_on_map(
    *,
    by: Account,
    case: Case,
    talk_id: int,
    quote_id: int,
    seen_version: int,
    ring: str,
    effect: str,
    text: str,
) -> Quote:
    """Her words as something that holds back or opens, said by her.

    Raises:
        Conflict: somebody placed or changed these words since; nothing was put on the map.
    """
    quote = _free(case, talk_id, quote_id)
    placed = quote.change(seen_version, destination=Destination.MAP)
    factor = map_actions.add_factor(
        by=by, case=case, ring=ring, text=text, effect=effect, said_by=_speaker(text, quote)
    )
    return _became(placed, factor.pk)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def wish_from(*, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int) -> Quote:
    """Her words as her wish; after what she wished before, never over it."""
    quote = _free(case, talk_id, quote_id)
    placed = quote.change(seen_version, destination=Destination.WISH)
    plan = plan_queries.plan_of(case=case, day=timezone.localdate())
    wish = f"{plan.wish}\n{quote.words}" if plan.wish else quote.words
    plan_actions.write_wish(by=by, case=case, wish=wish, seen_version=plan.version)
    return placed


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def promise_from(
    *,
    by: Account,
    case: Case,
    talk_id: int,
    quote_id: int,
    seen_version: int,
    owner: str,
    what: str,
    owner_name: str = "",
    due_on: dt.date | None = None,
) -> Quote:
    """Somebody takes something on because of what she said. She still has to say yes."""
    quote = _free(case, talk_id, quote_id)
    placed = quote.change(seen_version, destination=Destination.PROMISE)
    promise = plan_actions.make_promise(
        by=by, case=case, owner=owner, owner_name=owner_name, what=what, due_on=due_on
    )
    return _became(placed, promise.pk)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def put_aside(
    *, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int, destination: str
) -> Quote:
    """Only in the report, between the two of you, nowhere, or not chosen yet."""
    if destination not in STANDS_APART:
        raise Http404
    return _free(case, talk_id, quote_id).change(seen_version, destination=destination)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def take_back(*, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int) -> Quote:
    """Not on the map or in the plan after all: what was made of these words goes, unless somebody removed it before.

    Raises:
        Conflict: somebody changed these words since, or she gave her answer to the promise already.
    """
    quote = queries.quote_of(talk=queries.open_talk_of(case=case, talk_id=talk_id), quote_id=quote_id)
    placed = (quote.destination, quote.became)
    freed = quote.change(seen_version, destination=Destination.OPEN, became=None)
    with contextlib.suppress(Http404):  # it is gone there already
        _undo(by, case, freed.words, placed)
    return freed


def _undo(by: Account, case: Case, words: str, placed: tuple[str, int | None]) -> None:
    where, became = placed
    if where == Destination.MAP and became:
        factor = map_queries.factor_of(case=case, account=by, factor_id=became)
        map_actions.remove_factor(by=by, case=case, factor_id=became, seen_version=factor.version)
    elif where == Destination.PROMISE and became:
        promise = plan_queries.promise_of(case=case, promise_id=became)
        if promise.answered_at:
            raise Conflict(promise)
        plan_actions.remove_promise(by=by, case=case, promise_id=became, seen_version=promise.version)
    elif where == Destination.WISH:
        plan = plan_queries.plan_of(case=case, day=timezone.localdate())
        before, found, after = plan.wish.rpartition(words)
        if found:
            wish = "\n".join(part for part in (before.strip("\n"), after.strip("\n")) if part)
            plan_actions.write_wish(by=by, case=case, wish=wish, seen_version=plan.version)


def _free(case: Case, talk_id: int, quote_id: int) -> Quote:
    """These words, not yet on the map or in the plan."""
    quote = queries.quote_of(talk=queries.open_talk_of(case=case, talk_id=talk_id), quote_id=quote_id)
    if quote.destination not in STANDS_APART:
        raise Http404
    return quote


def _became(quote: Quote, pk: int) -> Quote:
    Quote.objects.filter(pk=quote.pk).update(became=pk)
    quote.became = pk
    return quote


def _speaker(text: str, quote: Quote) -> str:
    """Hers as long as they are her words; what was made shorter or other is the klantmanager's wording."""
    return "mother" if text == quote.words else "klantmanager"
