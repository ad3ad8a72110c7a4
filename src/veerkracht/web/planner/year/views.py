"""The year with its holidays, and what it counts with."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.week.fields import BadInput
from veerkracht.words.sentences import PAGE, refusal

from ..domain.leave import LEAVE
from ..domain.week_answer import week_answer
from ..frame import week_page
from ..models import PartKind
from ..part_pages import facts_for, told_once
from .calendar import school_holidays
from .forms import YearForm
from .words import year_lines


@on_case("weekplan", get="read")
def year(request: SignedInRequest, case: Case) -> HttpResponse:
    saved, today = facts_for(request, case).saved, timezone.localdate()
    try:
        answer, mistake = week_answer(saved), ""
    except BadInput as error:
        answer, mistake = None, refusal(error, PAGE)
    return render(
        request,
        "planner/year.html",
        week_page(
            request,
            case,
            "year",
            holidays=school_holidays(saved.year["region"], today),
            region="" if saved.places_are_secret else saved.year["region"],
            lines=year_lines(answer) if answer else None,
            mistake=mistake,
            leave=LEAVE,
            is_told=saved.has("year"),
        ),
    )


@on_case("weekplan", get="update", post="update")
def change_year(request: SignedInRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    facts = {**week.saved.year}
    title = _t("Waar het jaar mee rekent")
    return told_once(request, case, week, YearForm, kind=PartKind.YEAR, facts=facts, title=title, page="year")
