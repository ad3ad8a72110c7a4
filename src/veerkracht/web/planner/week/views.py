"""The week itself: the sentence, who could give more, the picture, the table; and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.ui.slots import filled
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES, DAYS, Kind

from .. import actions
from ..domain import words
from ..domain.changes import WeekChange
from ..domain.family import service_ids
from ..domain.names import course_name
from ..domain.saved_week import PER_LEG, SavedWeek
from ..domain.week_answer import school_week, week_answer
from ..frame import url_of, week_page
from ..lever_buttons import LeverButtons, all_changes, signal_by_id
from ..lever_prices import independence_words, priced_levers
from ..models import PartKind
from ..part_pages import facts_for
from .block_views import blocks_of, undo_of
from .page import name_of_mother, shown_week

KINDS: dict[str, Kind] = {"": "school", "school": "school", "vakantie": "holiday"}
STEP = 15


@dataclass(frozen=True)
class PartLink:
    """One line of what the week is made of, with the page where it is told."""

    label: str
    words: str
    url: str
    is_told: bool


@on_case("weekplan", get="read")
def week(request: SignedInRequest, case: Case) -> HttpResponse:
    kind = KINDS.get(request.GET.get("week", ""), "school")
    facts = facts_for(request, case)
    may_write = authorize(request.user, "update", "weekplan", case=case)
    links = {key: url_of(case, "block", key) for key in facts.saved.many("block")} if may_write else None
    shown_page, answer = shown_week(facts.saved, kind, name_of_mother(request, case), links)
    modes = _modes(facts.saved) if answer else []
    return render(
        request,
        "planner/week.html",
        week_page(
            request,
            case,
            "week",
            modes=modes,
            week=shown_page,
            may_write=may_write,
            undo=undo_of(request, facts) if may_write else None,
            **(
                _ways(request, case, facts.saved, answer, kind)
                if answer
                else {"ways": [], "pairs": [], "money": None}
            ),
            entries=_entries(facts.saved, case),
            blocks=blocks_of(facts, case),
            replies=filled("week_replies", case=case, account=request.user, day=timezone.localdate()),
        ),
    )


def _ways(
    request: SignedInRequest, case: Case, saved: SavedWeek, answer: WeekAnswer, kind: Kind
) -> dict[str, Any]:
    """What others could change, with the click that gives it an owner."""
    money = priced_levers(case, request.user, answer, kind, timezone.localdate())
    owning, changes = LeverButtons(request, case, saved), all_changes(answer, saved, kind, money)
    return {
        "ways": owning.ways(changes, money),
        "pairs": owning.pairs(answer, money, changes, kind),
        "money": money,
        "independence": independence_words(money) if money else "",
    }


@on_case("weekplan", post="update")
def put_on_map(request: SignedInRequest, case: Case) -> HttpResponse:
    """What nobody at this table owns, on the map as a signal, with one click."""
    kind = KINDS.get(request.POST.get("week", ""), "school")
    saved = facts_for(request, case).saved
    change = _change(request, case, saved, kind, request.POST.get("change", ""))
    if change is None:
        messages.info(request, _t("Deze verandering staat niet meer in de week. Zo staat het er nu."))
    else:
        actions.put_on_map(
            by=request.user, case=case, key=change.key, on=timezone.localdate(), signal=change.signal
        )
        messages.success(request, _t("Dit staat nu als signaal op de kaart."))
    return redirect(f"{url_of(case, 'week')}?week={request.POST.get('week', '')}#ruimer")


def _change(
    request: SignedInRequest, case: Case, saved: SavedWeek, kind: Kind, id_: str
) -> WeekChange | None:
    try:
        answer = week_answer(saved, kind)
    except BadInput:
        return None
    money = priced_levers(case, request.user, answer, kind, timezone.localdate())
    return signal_by_id(answer, saved, kind, money, id_)


def _modes(saved: SavedWeek) -> list[tuple[str, str]]:
    """The same week with each way of travelling that was told; nothing when there is one."""
    modes = [mode for mode in saved.many("travel") if mode != PER_LEG]
    if len(modes) < 2:
        return []
    return [(words.MODES[mode], words.first_sentence(school_week(saved, mode))) for mode in modes]


def _entries(saved: SavedWeek, case: Case) -> list[PartLink]:
    ids = service_ids(saved)
    kids = [
        PartLink(
            kid.name, _child_words(saved, kid), url_of(case, "child", kid.key), saved.has("child", kid.key)
        )
        for kid in saved.kids
    ]
    services = [
        PartLink(ids[key], _service_words(saved, service), url_of(case, "service", key), True)
        for key, service in saved.services().items()
    ]
    limits = saved.limits
    own = _t("van huis na %(first)s, thuis om %(last)s") % {
        "first": limits["leave_after"],
        "last": limits["home_by"],
    }
    travel = PartLink(
        _t("Reistijden"),
        _travel_words(saved),
        url_of(case, "travel", saved.mode),
        saved.has("travel", saved.mode),
    )
    able = PartLink(
        _t("Wat kan wel"),
        words.able_words(saved.able) or (_t("in eigen woorden") if saved.able else _t("alles")),
        url_of(case, "able"),
        bool(saved.able),
    )
    rest = [able, PartLink(_t("Grenzen"), own, url_of(case, "limits"), saved.has("limits")), travel]
    lesson = ", ".join(DAY_NAMES[day] for day in DAYS if day in saved.course["times"])
    if lesson:
        rest.append(PartLink(capfirst(course_name(saved)), lesson, url_of(case, "course"), True))
    return [entry if entry.is_told else _as_assumed(entry) for entry in (*kids, *services, *rest)]


def _as_assumed(entry: PartLink) -> PartLink:
    """What nobody said is called an assumption."""
    return replace(entry, words=_t("aangenomen: %(words)s") % {"words": entry.words})


def _travel_words(saved: SavedWeek) -> str:
    others = len(saved.parts.get((PartKind.TRAVEL, PER_LEG), {}))
    usual = words.MODES[saved.mode]
    return usual if not others else _t("%(mode)s, en %(n)s anders") % {"mode": usual, "n": others}


def _child_words(saved: SavedWeek, kid: Any) -> str:
    facts = saved.kid(kid)
    if not facts["school"]:
        return _t("nog niet naar school")
    times = {"–".join(block) for block in facts["school"].values()}
    return _t("school %(times)s") % {"times": " of ".join(sorted(times))}


def _service_words(saved: SavedWeek, service: Any) -> str:
    if saved.is_openly_avoided(service):
        return _t("telt niet mee: op de kaart staat “niet benaderen”")
    in_holidays = service["type"] == "vakantieopvang"
    days = words.days_words(service["days_holiday" if in_holidays else "days_school"])
    if service["state"] != "agreed":
        return _t("zou kunnen, %(days)s") % {"days": days}
    sentence = _t("%(days)s in een vakantieweek") if in_holidays else _t("%(days)s in een schoolweek")
    return sentence % {"days": days}
