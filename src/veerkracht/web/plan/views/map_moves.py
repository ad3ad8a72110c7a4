"""One press on the map: somebody promises to do something about it, or a contact runs again."""

from __future__ import annotations

import contextlib
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map import queries as map_queries
from veerkracht.web.map.domain import BetweenState
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .. import actions
from ..map_moves import TIME_FOR_IT, movables_of
from ..promise_words import ticked_clauses


@on_case("actie", post="create")
def promise_from_map(request: SignedInRequest, case: Case) -> HttpResponse:
    """The owner whose button was pressed, and nobody else: who is not among them cannot be chosen by hand either."""
    key, _, number = request.POST.get("mover", "")[:40].rpartition(":")
    movable = next((m for m in movables_of(case=case, account=request.user) if m.key == key), None)
    if movable is None or not number.isdecimal() or int(number) >= len(movable.movers):
        messages.warning(request, _t("De kaart is net veranderd. Kijk nog een keer wie hier iets aan doet."))
        return redirect("map:map", case.public_id)
    mover = movable.movers[int(number)]
    with contextlib.suppress(AlreadyDone):
        actions.make_promise(
            by=request.user,
            case=case,
            once=_once(request),
            owner=mover.owner,
            owner_name=mover.name,
            place=mover.place,
            what=movable.deed[:500],
            moves=movable.key,
            due_on=timezone.localdate() + TIME_FOR_IT,
            clauses=ticked_clauses(movable.deed, movable.deed, her_name=case.first_name, by=request.user),
        )
    messages.success(request, _t("Dit is nu een belofte. Die staat op het plan."))
    return redirect("map:map", case.public_id)


def _once(request: SignedInRequest) -> uuid.UUID | None:
    with contextlib.suppress(ValueError):
        return uuid.UUID(request.POST.get("once", ""))
    return None


@on_case("systeemkaart", post="update")
def mended(request: SignedInRequest, case: Case, between_id: int) -> HttpResponse:
    """A contact that did not run runs again."""
    row = map_queries.between_of(case=case, account=request.user, between_id=between_id)
    try:
        map_actions.change_between(
            by=request.user,
            case=case,
            between_id=row.pk,
            seen_version=seen_version(request),
            first=row.first_id,
            second=row.second_id,
            state=BetweenState.IN_TOUCH.value,
        )
        messages.success(request, _t("Dit contact loopt weer. De kaart laat het zien."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Kijk eerst hoe het er nu staat."))
    return redirect("map:map", case.public_id)
