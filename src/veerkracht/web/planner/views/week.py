"""The week itself: the sentence, who could give more, the picture, the table; and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES, DAYS, Kind

from .. import actions
from ..domain import words
from ..domain.changes import Change
from ..domain.family import service_ids
from ..domain.look import Look, look, school_week
from ..domain.names import course_name
from ..domain.told import PER_LEG, Told
from ..models import PartKind
from ..money import independence_words, priced_levers
from ..owning import Owning, all_changes, signal_by_id
from ..showing import name_of_mother, shown_week, url_of, week_page
from .blocks import blocks_of, undo_of
from .parts import facts_for

KINDS: dict[str, Kind] = {"": "school", "school": "school", "vakantie": "holiday"}
STEP = 15


@dataclass(frozen=True)
class Entry:
    """One line of what the week is made of, with the page where it is told."""

    label: str
    words: str
    url: str
    told: bool


@on_case("weekplan", get="read")
def week(request: HttpRequest, case: Case) -> HttpResponse:
    kind = KINDS.get(request.GET.get("week", ""), "school")
    facts = facts_for(request, case)
    may_write = authorize(request.user, "update", "weekplan", case=case)
    links = {key: url_of(case, "block", key) for key in facts.told.many("block")} if may_write else None
    shown, found = shown_week(facts.told, kind, name_of_mother(request, case), links)
    page = {
        "week": shown,
        "may_write": may_write,
        "undo": undo_of(request, facts) if may_write else None,
        **(
            _ways(request, case, facts.told, found, kind)
            if found
            else {"groups": [], "pairs": [], "money": None}
        ),
        "entries": _entries(facts.told, case),
        "blocks": blocks_of(facts, case),
    }
    modes = _modes(facts.told) if found else []
    return render(request, "planner/week.html", week_page(request, case, "week", modes=modes, **page))


def _ways(request: HttpRequest, case: Case, told: Told, found: Look, kind: Kind) -> dict[str, Any]:
    """What others could change, with the click that gives it an owner."""
    money = priced_levers(case, request.user, found, kind, timezone.localdate())
    owning, changes = Owning(request, case, told), all_changes(found, told, kind, money)
    return {
        "groups": owning.groups(changes, money),
        "pairs": owning.pairs(found, money, changes, kind),
        "money": money,
        "independence": independence_words(money) if money else "",
    }


@on_case("weekplan", post="update")
def put_on_map(request: HttpRequest, case: Case) -> HttpResponse:
    """What nobody at this table owns, on the map as a signal, with one click."""
    kind = KINDS.get(request.POST.get("week", ""), "school")
    told = facts_for(request, case).told
    change = _change(request, case, told, kind, request.POST.get("change", ""))
    if change is None:
        messages.info(request, _t("Deze verandering staat niet meer in de week. Zo staat het er nu."))
    else:
        given = {"key": change.key, "on": timezone.localdate(), "signal": change.signal}
        actions.put_on_map(by=request.user, case=case, **given)
        messages.success(request, _t("Dit staat nu als signaal op de kaart."))
    return redirect(f"{url_of(case, 'week')}?week={request.POST.get('week', '')}#ruimer")


def _change(request: HttpRequest, case: Case, told: Told, kind: Kind, id_: str) -> Change | None:
    try:
        found = look(told, kind)
    except BadInput:
        return None
    money = priced_levers(case, request.user, found, kind, timezone.localdate())
    return signal_by_id(found, told, kind, money, id_)


def _modes(told: Told) -> list[tuple[str, str]]:
    """The same week with each way of travelling that was told; nothing when there is one."""
    modes = [mode for mode in told.many("travel") if mode != PER_LEG]
    if len(modes) < 2:
        return []
    return [(words.MODES[mode], words.first_sentence(school_week(told, mode))) for mode in modes]


def _entries(told: Told, case: Case) -> list[Entry]:
    ids = service_ids(told)
    kids = [
        Entry(kid.name, _child_words(told, kid), url_of(case, "child", kid.key), told.has("child", kid.key))
        for kid in told.kids
    ]
    services = [
        Entry(ids[key], _service_words(told, service), url_of(case, "service", key), True)
        for key, service in told.services().items()
    ]
    limits = told.limits
    own = _t("van huis na %(first)s, thuis om %(last)s") % {
        "first": limits["leave_after"],
        "last": limits["home_by"],
    }
    travel = Entry(
        _t("Reistijden"),
        _travel_words(told),
        url_of(case, "travel", told.mode),
        told.has("travel", told.mode),
    )
    rest = [Entry(_t("Grenzen"), own, url_of(case, "limits"), told.has("limits")), travel]
    lesson = ", ".join(DAY_NAMES[day] for day in DAYS if day in told.course["times"])
    if lesson:
        rest.append(Entry(capfirst(course_name(told)), lesson, url_of(case, "course"), True))
    return [*kids, *services, *rest]


def _travel_words(told: Told) -> str:
    others = len(told.parts.get((PartKind.TRAVEL, PER_LEG), {}))
    usual = words.MODES[told.mode]
    return usual if not others else _t("%(mode)s, en %(n)s anders") % {"mode": usual, "n": others}


def _child_words(told: Told, kid: Any) -> str:
    facts = told.kid(kid)
    if not facts["school"]:
        return _t("nog niet naar school")
    times = {"–".join(block) for block in facts["school"].values()}
    return _t("school %(times)s") % {"times": " of ".join(sorted(times))}


def _service_words(told: Told, service: Any) -> str:
    if told.is_avoided(service):
        return _t("telt niet mee: op de kaart staat “niet benaderen”")
    in_holidays = service["type"] == "vakantieopvang"
    days = words.days_words(service["days_holiday" if in_holidays else "days_school"])
    if service["state"] != "agreed":
        return _t("zou kunnen, %(days)s") % {"days": days}
    said = _t("%(days)s in een vakantieweek") if in_holidays else _t("%(days)s in een schoolweek")
    return said % {"days": days}
