"""What she can do, and whether a job fits her besides its hours: her words, at the table typed for her."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers

from ..frame import url_of
from ..models import PartKind
from ..part_pages import facts_for, told_once
from .forms import AbleForm, OwnFitForm


@on_case("weekplan", get="update", post="update")
def able(request: SignedInRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    hers = is_hers(request.user)
    title = _t("Wat kun jij wel?") if hers else _t("Wat kan wel?")
    return told_once(request, case, week, AbleForm, kind=PartKind.ABLE, facts=week.saved.able, title=title)


@on_case("weekplan", get="update", post="update")
def own_fit(request: SignedInRequest, case: Case, offer_key: str) -> HttpResponse:
    week = facts_for(request, case)
    if (PartKind.OFFER, offer_key) not in week.saved.parts:
        raise Http404
    hers = is_hers(request.user)
    title = _t("Past dit ook bij jou?") if hers else _t("Past dit ook bij haar of hem?")
    return told_once(
        request,
        case,
        week,
        OwnFitForm,
        kind=PartKind.OWN_FIT,
        key=offer_key,
        facts=week.saved.one(PartKind.OWN_FIT, {}, offer_key),
        title=title,
        page="offers",
        then=url_of(case, "offer", offer_key),
        intro=_t("Geen van deze vragen telt mee in een oordeel. Leeg laten is ook een antwoord."),
    )
