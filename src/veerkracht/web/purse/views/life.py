""" "Als er iets gebeurt": the page, and the form in which she chooses what could happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.money.life.stress import Help
from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save
from veerkracht.web.ui.slots import filled

from .. import actions, queries
from ..domain.life_events import offered_to
from ..domain.situation import situation_of
from ..life import PART, EventShown, Life, life_of
from ..life_forms import LifeForm
from .whole import money_page

OWNERS = {"gemeente": "municipality", "werkgever": "employer", "school": "school", "omgeving": "network"}
NOBODY = ("het kind zelf",)
"""A child owes nobody a promise."""


@dataclass(frozen=True)
class HelpShown:
    """What helps, who does it, and what upper capabilities can make of it."""

    help: Help
    sends: tuple[Any, ...]


@on_case("rekenscenario", get="read")
def life(request: HttpRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    shown = life_of(purse.answers, purse.person, timezone.localdate(), request.GET)
    page = money_page(request, case, life=shown, helps=helps_of(request, case, shown))
    return render(request, "purse/life.html", page)


def helps_of(request: HttpRequest, case: Case, shown: Life) -> list[tuple[EventShown, list[HelpShown]]]:
    """Each event with its help."""
    return [(one, [help_shown(request, case, one, each) for each in one.helps]) for one in shown.events]


def help_shown(request: HttpRequest, case: Case, event: EventShown, one: Help) -> HelpShown:
    if one.owner in NOBODY:
        return HelpShown(one, ())
    kind = OWNERS.get(one.owner, "partner_organisation")
    name = "" if one.owner in OWNERS else one.owner
    what = _t("%(what)s Voor als: %(when)s.") % {"what": one.what, "when": event.offered.label}
    given = {"account": request.user, "case": case, "owner": kind, "owner_name": name, "what": what}
    return HelpShown(one, tuple(filled("send_to", **given)))


@on_case("financieel_beeld", get="update", post="update")
def life_choose(request: HttpRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    situation = situation_of(purse.answers, purse.person, timezone.localdate())
    form = LifeForm(
        request.POST or None,
        groups=offered_to(situation, purse.person),
        initial=purse.answers,
        version=purse.versions.get(PART, 1),
    )
    leave = reverse("purse:life", args=[case.public_id])
    if request.method == "POST":
        given = {"case": case, "part": PART, "said": _t("Opgeslagen.")}
        answer = save(request, form, actions.tell, then=leave, **given)
        if answer:
            return answer
    return render(request, "purse/life_choose.html", money_page(request, case, form=form, leave=leave))
