"""When it goes otherwise: plan B."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case

from ..domain.leave import LEAVE
from ..domain.names import without_places
from ..domain.not_approached import avoided_in
from ..domain.saved_week import TEEN
from ..frame import url_of, week_page
from ..models import PartKind
from ..part_pages import facts_for, told_once
from .forms import PlanBForm

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
class PlanBSituation:
    key: str
    title: str
    explanation: str
    who: list[str]
    left_out: int
    employer: str
    others: str
    is_told: bool
    url: str


@on_case("weekplan", get="read")
def plan_b(request: SignedInRequest, case: Case) -> HttpResponse:
    saved = facts_for(request, case).saved
    say = partial(without_places, saved)
    has_teen = any(saved.kid(kid)["kind"] == TEEN for kid in saved.kids)
    situations = []
    for key, (title, explanation) in HAPPENS.items():
        facts = {**EMPTY, **saved.parts.get(("plan_b", key), {})}
        lines = [line.strip() for line in facts["who"].splitlines() if line.strip()]
        who = [say(line) for line in lines if not avoided_in(line, saved.avoided)]
        url = url_of(case, "change_plan_b", key)
        agreed = (say(facts["employer"]), say(facts["others"]), saved.has("plan_b", key))
        plan_b_situation = PlanBSituation(
            key, str(title), str(explanation), who, len(lines) - len(who), *agreed, url
        )
        if key != "twaalf" or has_teen or plan_b_situation.is_told:
            situations.append(plan_b_situation)
    return render(
        request, "planner/plan_b.html", week_page(request, case, "plan_b", situations=situations, leave=LEAVE)
    )


@on_case("weekplan", get="update", post="update")
def change_plan_b(request: SignedInRequest, case: Case, situation: str) -> HttpResponse:
    if situation not in HAPPENS:
        raise Http404
    week = facts_for(request, case)
    facts = {**EMPTY, **week.saved.parts.get(("plan_b", situation), {})}
    facts = {name: without_places(week.saved, facts[name]) for name in EMPTY}
    given: dict[str, Any] = {
        "kind": PartKind.PLAN_B,
        "key": situation,
        "facts": facts,
        "title": str(HAPPENS[situation][0]),
    }
    secret = _t("Dit adres is geheim. Noem hier geen school, opvang, werkgever of straat bij naam.")
    given["intro"] = secret if case.address_is_secret else ""
    make = partial(PlanBForm, avoided=week.saved.avoided)
    return told_once(request, case, week, make, page="plan_b", **given)
