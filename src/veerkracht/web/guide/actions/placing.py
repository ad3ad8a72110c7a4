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
from ..domain.people_said import known_in, people_in
from ..models import Destination, PlaceKind, Quote, QuotePlace

STANDS_APART = (Destination.OPEN, Destination.REPORT, Destination.BETWEEN_US, Destination.NOWHERE)
LONGEST_NOTE = 200


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
    subject: str = "",
) -> Quote:
    """Her words as something that holds back or opens, said by her.

    Args:
        subject: the row on the map of who or what it is about.

    Raises:
        Conflict: somebody placed or changed these words since; nothing was put on the map.
    """
    quote = _quote(case, talk_id, quote_id)
    placed = quote.change(seen_version, destination=Destination.OPEN)
    factor = map_actions.add_factor(
        by=by,
        case=case,
        ring=ring,
        text=text,
        effect=effect,
        nodes=[int(subject)] if subject else [],
        said_by=_speaker(text, quote),
    )
    return _found(placed, PlaceKind.MAP, factor.pk)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def place_person(
    *, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int, name: str
) -> Quote:
    """Who is named in her words comes on the map with them, or they go to who stands there already.

    Raises:
        Http404: nobody of this name is in these words.
    """
    quote = _quote(case, talk_id, quote_id)
    ids = {spot.name: spot.pk for spot in map_queries.spots_of(case=case, account=by)}
    placed = quote.change(seen_version, destination=Destination.OPEN)
    if name in known_in(quote.words, ids):
        return _found(placed, PlaceKind.ABOUT, ids[name])
    who = next((one for one in people_in(quote.words, ids) if one.name == name), None)
    if who is None:
        raise Http404
    note = quote.words if len(quote.words) <= LONGEST_NOTE else ""
    node = map_actions.add_node(by=by, case=case, note=note, **who.values)
    return _found(placed, PlaceKind.PERSON, node.pk)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def wish_from(*, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int) -> Quote:
    """Her words as her wish; after what she wished before, never over it."""
    quote = _quote(case, talk_id, quote_id)
    if quote.places.filter(kind=PlaceKind.WISH).exists():
        raise Http404
    placed = quote.change(seen_version, destination=Destination.OPEN)
    plan = plan_queries.plan_of(case=case, day=timezone.localdate())
    wish = f"{plan.wish}\n{quote.words}" if plan.wish else quote.words
    plan_actions.write_wish(by=by, case=case, wish=wish, seen_version=plan.version)
    return _found(placed, PlaceKind.WISH, None)


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
    quote = _quote(case, talk_id, quote_id)
    placed = quote.change(seen_version, destination=Destination.OPEN)
    promise = plan_actions.make_promise(
        by=by, case=case, owner=owner, owner_name=owner_name, what=what, due_on=due_on
    )
    return _found(placed, PlaceKind.PROMISE, promise.pk)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def put_aside(
    *, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int, destination: str
) -> Quote:
    """Only in the report, between the two of you, nowhere, or not chosen yet. Not what has a place already."""
    quote = _quote(case, talk_id, quote_id)
    if destination not in STANDS_APART or quote.places.exists():
        raise Http404
    return quote.change(seen_version, destination=destination)


@action("guide.quote_placed", allow=("create", "werkaantekening_professional"))
def take_back(
    *, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int, place_id: int
) -> Quote:
    """Not there after all: what was made of these words in this place goes, unless somebody removed it before.

    Raises:
        Conflict: somebody changed these words since, or she gave her answer to the promise already.
    """
    quote = _quote(case, talk_id, quote_id)
    place = quote.places.filter(pk=place_id).first()
    if place is None:
        raise Http404
    freed = quote.change(seen_version)
    with contextlib.suppress(Http404):  # it is gone there already
        UNDO[PlaceKind(place.kind)](by, case, freed.words, place.became or 0)
    place.delete()
    return freed


def _off_the_map(by: Account, case: Case, words: str, became: int) -> None:
    factor = map_queries.factor_of(case=case, account=by, factor_id=became)
    map_actions.remove_factor(by=by, case=case, factor_id=became, seen_version=factor.version)


def _person_off_the_map(by: Account, case: Case, words: str, became: int) -> None:
    node = map_queries.node_of(case=case, account=by, node_id=became)
    map_actions.remove_node(by=by, case=case, node_id=became, seen_version=node.version)


def _promise_out(by: Account, case: Case, words: str, became: int) -> None:
    promise = plan_queries.promise_of(case=case, promise_id=became)
    if promise.answered_at:
        raise Conflict(promise)
    plan_actions.remove_promise(by=by, case=case, promise_id=became, seen_version=promise.version)


def _wish_out(by: Account, case: Case, words: str, became: int) -> None:
    plan = plan_queries.plan_of(case=case, day=timezone.localdate())
    before, found, after = plan.wish.rpartition(words)
    if found:
        wish = "\n".join(part for part in (before.strip("\n"), after.strip("\n")) if part)
        plan_actions.write_wish(by=by, case=case, wish=wish, seen_version=plan.version)


def _nothing_else(by: Account, case: Case, words: str, became: int) -> None:
    """Words that only went along with somebody who stood there already: nothing was made of them."""


UNDO = {
    PlaceKind.MAP: _off_the_map,
    PlaceKind.PERSON: _person_off_the_map,
    PlaceKind.ABOUT: _nothing_else,
    PlaceKind.WISH: _wish_out,
    PlaceKind.PROMISE: _promise_out,
}


def _quote(case: Case, talk_id: int, quote_id: int) -> Quote:
    """These words, as long as the report is not signed."""
    return queries.quote_of(talk=queries.open_talk_of(case=case, talk_id=talk_id), quote_id=quote_id)


def _found(quote: Quote, kind: str, became: int | None) -> Quote:
    QuotePlace.objects.get_or_create(quote=quote, kind=kind, became=became)
    return quote


def _speaker(text: str, quote: Quote) -> str:
    """Hers as long as they are her words; what was made shorter or other is the klantmanager's wording."""
    return "mother" if text == quote.words else "klantmanager"
