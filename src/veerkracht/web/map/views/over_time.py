"""Then, now, wished: keep the map of a day, begin the wished map, lay two maps beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..comparing import compared
from ..domain import SystemMap
from ..forms import SnapshotForm
from ..models import Layer
from ..page import beside_each_other, url_of
from .frame import page_of, removal_page, removal_url, removing

NOW, WISHED = "nu", "gewenst"


@dataclass(frozen=True)
class SnapshotMoment:
    """A map that can be laid beside another: its name in the address, and what people call it."""

    name: str
    label: str
    remove_url: str = ""


@on_case("systeemkaart", get="read")
def compare(request: SignedInRequest, case: Case) -> HttpResponse:
    moments = _moments(request, case)
    left, right = _chosen(request, moments)
    maps = [(one.label, _map(request, case, one)) for one in (left, right)]
    page = page_of(
        request,
        case,
        Layer.NOW,
        moments=moments,
        left=left,
        right=right,
        pictures=beside_each_other(maps),
        comparison=compared(maps[0][1], maps[1][1], _t),
    )
    return render(request, "map/compare.html", page)


@on_case("systeemkaart", get="create", post="create")
def take_snapshot(request: SignedInRequest, case: Case) -> HttpResponse:
    form = SnapshotForm(request.POST or None, initial={"taken_on": timezone.localdate()})
    then = reverse("map:compare", args=[case.public_id])
    if request.method == "POST":
        answer = save(
            request, form, actions.take_snapshot, then=then, said=_t("De kaart is bewaard."), case=case
        )
        if answer:
            return answer
    page = page_of(request, case, Layer.NOW, form=form, title=_t("De kaart van nu bewaren"), remove_url="")
    return render(request, "map/form.html", {**page, "back": then})


@on_case("systeemkaart", get="delete", post="delete")
def remove_snapshot(request: SignedInRequest, case: Case, snapshot_id: int) -> HttpResponse:
    saved_map, _ = queries.kept_map(case=case, account=request.user, snapshot_id=snapshot_id)
    back = reverse("map:compare", args=[case.public_id])
    if request.method != "POST":
        return removal_page(request, case, Layer.NOW, what=saved_map.label, seen=0, back=back)

    def remove() -> None:
        actions.remove_snapshot(by=request.user, case=case, snapshot_id=snapshot_id)

    return removing(request, remove, back, _t("De bewaarde kaart is weg."))


@on_case("systeemkaart", post="create")
def begin_wished(request: SignedInRequest, case: Case) -> HttpResponse:
    actions.begin_wished_map(by=request.user, case=case)
    return redirect(url_of(case, Layer.WISHED, "map"))


def _moments(request: SignedInRequest, case: Case) -> list[SnapshotMoment]:
    """Every map there is, from the oldest to the wished one."""
    moments = [
        SnapshotMoment(
            str(one.id),
            f"{one.label}, {date_format(one.taken_on, 'j F Y')}",
            removal_url(request, case, "systeemkaart", "map:remove_snapshot", one.id),
        )
        for one in queries.snapshots_of(case=case)
    ]
    wished = [SnapshotMoment(WISHED, _t("Zoals gewenst"))] if queries.has_wished_map(case=case) else []
    return [*moments, SnapshotMoment(NOW, _t("Nu")), *wished]


def _chosen(request: SignedInRequest, moments: list[SnapshotMoment]) -> tuple[SnapshotMoment, SnapshotMoment]:
    """The two that were asked for; else the last one before the present beside it, or the present beside the wish.

    Raises:
        Http404: a map was asked for that is not there.
    """
    by_name = {one.name: one for one in moments}
    here = next(count for count, one in enumerate(moments) if one.name == NOW)
    start = max(0, here - 1)
    left = request.GET.get("links", moments[start].name)
    right = request.GET.get("rechts", moments[min(start + 1, len(moments) - 1)].name)
    if left not in by_name or right not in by_name:
        raise Http404
    return by_name[left], by_name[right]


def _map(request: SignedInRequest, case: Case, moment: SnapshotMoment) -> SystemMap:
    if moment.name in (NOW, WISHED):
        layer = Layer.NOW if moment.name == NOW else Layer.WISHED
        return queries.map_of(case=case, account=request.user, layer=layer).map
    return queries.kept_map(case=case, account=request.user, snapshot_id=int(moment.name))[1]
