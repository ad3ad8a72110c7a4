"""A job, internship or course laid over the week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.week.family import HOME, WORK
from veerkracht.week.fields import BadInput
from veerkracht.words.week import lever_words

from ..domain import words
from ..domain.able import too_much
from ..domain.changes import of_week
from ..domain.family import places
from ..domain.names import offer_names
from ..domain.saved_week import SavedWeek
from ..domain.week_answer import family_of
from ..frame import url_of, week_page
from ..lever_buttons import LeverButtons, LeverLine, send_buttons
from ..models import PartKind
from ..part_pages import facts_for, told_more
from ..queries import WeekFacts
from .forms import SORTS, OfferForm
from .rosters import Fit, lay_over, offered_blocks

NEW: dict[str, Any] = {"name": "", "sort": "job", "days": [], "home": None, "travel": {}, "wage": None}


@dataclass(frozen=True)
class OfferLine:
    name: str
    sort: str
    sentence: str
    fits: bool
    url: str
    is_judged: bool
    """Whether anything could be said of it yet."""


@dataclass(frozen=True)
class OfferHelp:
    """Who could help with an offer: how much is left then, and the one click."""

    way: LeverLine
    left: str


def _laid(saved: SavedWeek, offer: Any) -> Fit | None:
    """None when the week itself contradicts, or too little is told: the week's own page says what."""
    if saved.missing_for_a_verdict:
        return None
    try:
        family = family_of(saved)
    except BadInput:
        return None
    own = saved.has("limits")
    fit = lay_over(family, "school", {**NEW, **offer}, own_limits=own, places=words.place_names(saved))
    beyond = words.too_much_words(too_much(saved.able, offered_blocks(offer["days"])))
    return fit.asking_more_than_she_can(str(offer["name"]), beyond) if beyond else fit


@on_case("weekplan", get="read")
def offers(request: SignedInRequest, case: Case) -> HttpResponse:
    saved = facts_for(request, case).saved
    lines = []
    names = offer_names(saved)
    for key, facts in saved.many("offer").items():
        offer = {**facts, "name": names[key]}
        fit = _laid(saved, offer)
        sentence = fit.sentence if fit else words.needed_words(saved) or _t("De week zelf klopt nog niet.")
        lines.append(
            OfferLine(
                offer["name"],
                str(SORTS[offer["sort"]]),
                sentence,
                bool(fit and fit.fits),
                url_of(case, "offer", key),
                fit is not None,
            )
        )
    return render(request, "planner/offers.html", week_page(request, case, "offers", lines=lines))


@on_case("weekplan", get="read")
def offer(request: SignedInRequest, case: Case, offer_key: str) -> HttpResponse:
    saved = facts_for(request, case).saved
    facts = saved.parts.get(("offer", offer_key))
    if facts is None:
        raise Http404
    facts = {**facts, "name": offer_names(saved)[offer_key]}
    fit = _laid(saved, facts)
    helpers = _helpers(request, case, saved, facts["name"], fit) if fit else []
    sends = send_buttons(request, case, "employer", facts["name"], fit.promise) if fit and fit.promise else []
    page = week_page(
        request,
        case,
        "offers",
        offer=facts,
        fit=fit,
        helpers=helpers,
        sends=sends,
        sort=SORTS[facts["sort"]],
        change_url=url_of(case, "change_offer", offer_key),
        own_fit=_own_fit(saved, offer_key),
        own_fit_url=url_of(case, "own_fit", offer_key),
        able=saved.able,
        may_write=authorize(request.user, "update", "weekplan", case=case),
        needed=words.needed_words(saved),
    )
    return render(request, "planner/offer.html", page)


def _own_fit(saved: SavedWeek, offer_key: str) -> list[tuple[str, str]]:
    """What was said of it besides the hours, question by question; what was skipped is not there."""
    said = saved.parts.get((PartKind.OWN_FIT, offer_key), {})
    lines = [
        (_t("Voor hoe lang"), words.LASTING[said["lasting"]] if said.get("lasting") else ""),
        (_t("Waarom"), said.get("why", "")),
        (_t("In het hoofd"), said.get("head", "")),
        (_t("Wat anderen zullen zeggen"), said.get("others", "")),
    ]
    return [(label, text) for label, text in lines if text]


def _helpers(request: SignedInRequest, case: Case, saved: SavedWeek, name: str, fit: Fit) -> list[OfferHelp]:
    owning, helps = LeverButtons(request, case, saved), []
    for helper in fit.helpers:
        change = of_week(helper.lever, 0, saved)
        words = {"name": name, "what": lever_words(helper.lever, named=True)}
        promise = _t("Zoekt uit of dit kan voor %(name)s: %(what)s.") % words
        helps.append(OfferHelp(owning.way(replace(change, promise=promise)), helper.left))
    return helps


def _form(saved: SavedWeek) -> Any:
    names = words.place_names(saved)
    asked = [(place, names[place]) for place in places(saved) if place not in (HOME, WORK)]
    return lambda *a, **k: OfferForm(*a, places=asked, nameless=saved.places_are_secret, **k)


def _known_already(week: WeekFacts) -> dict[str, Any]:
    """What a new offer begins with: the journeys that were told, and the wage that was said on the page of money."""
    saved = week.saved
    journeys = {
        place: saved.said_minutes(place, WORK) for place in places(saved) if place not in (HOME, WORK)
    }
    return {
        "home": saved.said_minutes(HOME, WORK),
        "travel": {place: minutes for place, minutes in journeys.items() if minutes is not None},
        "wage": week.wage_said,
    }


@on_case("weekplan", get="update", post="update")
def add_offer(request: SignedInRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    title = _t("Werk, stage of les invullen")
    facts = {**NEW, **_known_already(week)}
    return told_more(
        request,
        case,
        week,
        _form(week.saved),
        kind=PartKind.OFFER,
        key="",
        facts=facts,
        title=title,
        page="offers",
    )


@on_case("weekplan", get="update", post="update")
def change_offer(request: SignedInRequest, case: Case, offer_key: str) -> HttpResponse:
    week = facts_for(request, case)
    facts = {**NEW, **week.saved.parts.get(("offer", offer_key), {})}
    return told_more(
        request,
        case,
        week,
        _form(week.saved),
        then=url_of(case, "offer", offer_key),
        kind=PartKind.OFFER,
        key=offer_key,
        facts=facts,
        title=offer_names(week.saved).get(offer_key, ""),
        page="offers",
    )
