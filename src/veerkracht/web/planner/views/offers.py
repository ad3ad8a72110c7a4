"""A job, internship or course laid over the week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.week.family import HOME, WORK
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES

from ..domain import words
from ..domain.changes import of_week
from ..domain.family import places
from ..domain.look import family_of
from ..domain.names import offer_names
from ..domain.rosters import Fit, lay_over
from ..domain.told import Told
from ..domain.words import what_of
from ..forms import OfferForm
from ..forms.offer import SORTS
from ..models import PartKind
from ..owning import Owning, Way, send_buttons
from ..showing import url_of, week_page
from .parts import facts_for, told_more

NEW = {"name": "", "sort": "job", "days": {}, "home": None, "travel": {}, "wage": None}


@dataclass(frozen=True)
class Line:
    name: str
    sort: str
    sentence: str
    fits: bool
    url: str


@dataclass(frozen=True)
class Help:
    """Who could help with an offer: how much is left then, and the one click."""

    way: Way
    left: str


def _laid(told: Told, offer: Any) -> Fit | None:
    """None when the week itself contradicts: the week's own page says what."""
    try:
        return lay_over(family_of(told), "school", {**NEW, **offer})
    except BadInput:
        return None


@on_case("weekplan", get="read")
def offers(request: HttpRequest, case: Case) -> HttpResponse:
    told = facts_for(request, case).told
    lines = []
    names = offer_names(told)
    for key, facts in told.many("offer").items():
        offer = {**facts, "name": names[key]}
        fit = _laid(told, offer)
        sentence = fit.sentence if fit else _t("De week zelf klopt nog niet.")
        lines.append(
            Line(
                offer["name"],
                str(SORTS[offer["sort"]]),
                sentence,
                bool(fit and fit.fits),
                url_of(case, "offer", key),
            )
        )
    return render(request, "planner/offers.html", week_page(request, case, "offers", lines=lines))


@on_case("weekplan", get="read")
def offer(request: HttpRequest, case: Case, offer_key: str) -> HttpResponse:
    told = facts_for(request, case).told
    facts = told.parts.get(("offer", offer_key))
    if facts is None:
        raise Http404
    facts = {**facts, "name": offer_names(told)[offer_key]}
    fit = _laid(told, facts)
    helpers = _helpers(request, case, told, facts["name"], fit) if fit else []
    sends = send_buttons(request, case, "employer", facts["name"], fit.promise) if fit and fit.promise else []
    days = [(DAY_NAMES[day.day].capitalize(), day) for day in fit.days] if fit else []
    page = {
        "offer": facts,
        "fit": fit,
        "days": days,
        "helpers": helpers,
        "sends": sends,
        "sort": SORTS[facts["sort"]],
    }
    page["change_url"] = url_of(case, "change_offer", offer_key)
    return render(request, "planner/offer.html", week_page(request, case, "offers", **page))


def _helpers(request: HttpRequest, case: Case, told: Told, name: str, fit: Fit) -> list[Help]:
    owning, found = Owning(request, case, told), []
    for one in fit.helpers:
        change = of_week(one.lever, 0, told)
        words = {"name": name, "what": what_of(one.lever)}
        promise = _t("Zoekt uit of dit kan voor %(name)s: %(what)s.") % words
        found.append(Help(owning.way(replace(change, promise=promise)), one.left))
    return found


def _form(told: Told) -> Any:
    names = words.place_names(told)
    asked = [(place, names[place]) for place in places(told) if place not in (HOME, WORK)]
    return lambda *a, **k: OfferForm(*a, places=asked, nameless=told.places_are_secret, **k)


@on_case("weekplan", get="update", post="update")
def add_offer(request: HttpRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    title = _t("Werk, stage of les erover leggen")
    given = {"kind": PartKind.OFFER, "key": "", "facts": NEW, "title": title, "page": "offers"}
    return told_more(request, case, week, _form(week.told), **given)


@on_case("weekplan", get="update", post="update")
def change_offer(request: HttpRequest, case: Case, offer_key: str) -> HttpResponse:
    week = facts_for(request, case)
    facts = {**NEW, **week.told.parts.get(("offer", offer_key), {})}
    given = {
        "kind": PartKind.OFFER,
        "key": offer_key,
        "facts": facts,
        "title": offer_names(week.told).get(offer_key, ""),
        "page": "offers",
    }
    return told_more(request, case, week, _form(week.told), then=url_of(case, "offer", offer_key), **given)
