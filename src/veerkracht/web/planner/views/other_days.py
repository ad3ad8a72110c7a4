"""When it goes otherwise: plan B, and the year with its holidays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.week.fields import BadInput

from ..domain.avoiding import avoided_in
from ..domain.calendar import school_holidays
from ..domain.leave import LEAVE
from ..domain.look import look
from ..domain.names import without_places
from ..domain.told import TEEN
from ..domain.year import year_lines
from ..forms import PlanBForm
from ..models import PartKind
from ..showing import url_of, week_page
from .parts import facts_for, told_once

# What may happen, and what everybody should know about it beforehand.
HAPPENS = {
    "ziek": (_("Een kind is ziek"), _("Bij de opvang of op school kan een ziek kind vaak niet blijven.")),
    "studiedag": (_("School heeft een studiedag"), _("De dagen staan in de jaarkalender van de school.")),
    "school_belt": (
        _("School of opvang belt"),
        _("Onder werktijd: wie neemt op, en wie kan er het snelst zijn?"),
    ),
    "twaalf": (
        _("Een kind van twaalf of ouder is alleen"),
        _("Wat mag, hoe lang, en bij wie kan het kind terecht?"),
    ),
    "oppas_valt_uit": (_("De oppas of opvang valt uit"), _("Wie is de tweede op de lijst?")),
}
EMPTY = {"who": "", "employer": "", "others": ""}


@dataclass(frozen=True)
class Situation:
    key: str
    title: str
    about: str
    who: list[str]
    left_out: int
    employer: str
    others: str
    is_told: bool
    url: str


@on_case("weekplan", get="read")
def plan_b(request: HttpRequest, case: Case) -> HttpResponse:
    told = facts_for(request, case).told
    say = partial(without_places, told)
    has_teen = any(told.kid(kid)["kind"] == TEEN for kid in told.kids)
    found = []
    for key, (title, about) in HAPPENS.items():
        facts = {**EMPTY, **told.parts.get(("plan_b", key), {})}
        lines = [line.strip() for line in facts["who"].splitlines() if line.strip()]
        who = [say(line) for line in lines if not avoided_in(line, told.avoided)]
        url = url_of(case, "change_plan_b", key)
        said = (say(facts["employer"]), say(facts["others"]), told.has("plan_b", key))
        one = Situation(key, str(title), str(about), who, len(lines) - len(who), *said, url)
        if key != "twaalf" or has_teen or one.is_told:
            found.append(one)
    return render(
        request, "planner/plan_b.html", week_page(request, case, "plan_b", situations=found, leave=LEAVE)
    )


@on_case("weekplan", get="update", post="update")
def change_plan_b(request: HttpRequest, case: Case, situation: str) -> HttpResponse:
    if situation not in HAPPENS:
        raise Http404
    week = facts_for(request, case)
    facts = {**EMPTY, **week.told.parts.get(("plan_b", situation), {})}
    facts = {name: without_places(week.told, facts[name]) for name in EMPTY}
    given: dict[str, Any] = {
        "kind": PartKind.PLAN_B,
        "key": situation,
        "facts": facts,
        "title": str(HAPPENS[situation][0]),
    }
    secret = _t("Dit adres is geheim. Noem hier geen school, opvang, werkgever of straat bij naam.")
    given["intro"] = secret if case.address_is_secret else ""
    make = partial(PlanBForm, avoided=week.told.avoided)
    return told_once(request, case, week, make, page="plan_b", **given)


@on_case("weekplan", get="read")
def year(request: HttpRequest, case: Case) -> HttpResponse:
    told, today = facts_for(request, case).told, timezone.localdate()
    try:
        found, mistake = look(told), ""
    except BadInput as error:
        found, mistake = None, str(error)
    page = {
        "holidays": school_holidays(told.year["region"], today),
        "region": "" if told.places_are_secret else told.year["region"],
        "lines": year_lines(found) if found else None,
        "mistake": mistake,
        "leave": LEAVE,
        "is_told": told.has("year"),
    }
    return render(request, "planner/year.html", week_page(request, case, "year", **page))
