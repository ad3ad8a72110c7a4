"""The side of an employer: her sheet as it was shared, the answer, and how proposed times lie over her week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _t

from veerkracht.documents.employer_sheet import EmployerSheet
from veerkracht.web.people.models import Account, Case
from veerkracht.web.planner.domain.saved_week import SavedWeek
from veerkracht.web.planner.domain.week_answer import family_of
from veerkracht.web.planner.domain.words import place_names
from veerkracht.web.planner.employer.page import contract_of, sheet_of
from veerkracht.web.planner.offer.rosters import Fit, lay_over
from veerkracht.web.planner.queries import profile_of, week_of
from veerkracht.week.family import HOME, WORK, Family, Leg
from veerkracht.week.fields import BadInput

from .domain.share import ShareState
from .domain.work_times import DAYS, is_time_to_adjust
from .models import Helper, Share, SheetReply
from .pieces import SHEET
from .share_queries import open_shares


@dataclass(frozen=True, kw_only=True)
class SharedSheet:
    """What the employer reads: the sheet and the draft of hours over the year."""

    sheet: EmployerSheet
    contract: list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class ReplyLine:
    """What she sees of it. `fit`: his times over her week; None without times or while too little is known."""

    reply: SheetReply
    who: str
    fit: Fit | None
    is_travel_assumed: bool
    is_time_to_adjust: bool


def shared_sheet(*, case: Case, account: Account, day: dt.date) -> SharedSheet | None:
    """None while she made no sheet, or no hour fits."""
    profile = profile_of(case=case)
    if profile is None:
        return None
    sheet = sheet_of(case, week_of(case=case, account=account, day=day).saved, profile, day)
    return SharedSheet(sheet=sheet, contract=contract_of(sheet)) if sheet else None


def replies_of(*, case: Case, account: Account, day: dt.date) -> list[ReplyLine]:
    """The answers of employers, the newest first, each laid over the week as it is now."""
    rows = (
        SheetReply.objects.filter(share__case=case)
        .select_related("share__helper")
        .order_by("-said_on", "-pk")
    )
    return [_line(row, case, account, day) for row in rows]


def _line(reply: SheetReply, case: Case, account: Account, day: dt.date) -> ReplyLine:
    saved = week_of(case=case, account=account, day=day).saved
    return ReplyLine(
        reply=reply,
        who=reply.share.helper.name,
        fit=_laid_over(reply, saved),
        is_travel_assumed=saved.said_minutes(HOME, WORK) is None,
        is_time_to_adjust=is_time_to_adjust(reply.starts_on, reply.said_on, day),
    )


def _laid_over(reply: SheetReply, saved: SavedWeek) -> Fit | None:
    if not reply.times or saved.missing_for_a_verdict:
        return None
    try:
        family = family_of(saved)
    except BadInput:
        return None
    journeys = {leg.start if leg.end == WORK else leg.end: leg.minutes for leg in _to_work(family)}
    if HOME not in journeys:
        return None
    offer: dict[str, Any] = {
        "name": _t("Dit werk"),
        "sort": "job",
        "days": [
            {"day": each, "from": start, "to": end}
            for each, start, end in sorted(reply.times, key=lambda time: DAYS.index(time[0]))
        ],
        "home": journeys[HOME],
        "travel": journeys,
        "wage": None,
    }
    return lay_over(family, "school", offer, own_limits=saved.has("limits"), places=place_names(saved))


def _to_work(family: Family) -> list[Leg]:
    return [leg for leg in family.travel if WORK in (leg.start, leg.end)]


def asked_again(*, day: dt.date) -> list[SheetReply]:
    """Answers of employers where the work runs six weeks and nobody was asked yet whether it still fits."""
    rows = SheetReply.objects.filter(
        share__case__closed_on=None,
        share__case__removed_on=None,
        share__case__merged_into=None,
        share__state=ShareState.GIVEN,
        share__until__gte=day,
        adjust_asked_on=None,
    )
    rows = rows.select_related("share__helper", "share__case__account").order_by("pk")
    return [row for row in rows if is_time_to_adjust(row.starts_on, row.said_on, day)]


def sheet_share(*, helper: Helper, share_id: int, day: dt.date) -> Share:
    """A share with her sheet in it that this helper sees today.

    Raises:
        Http404: there is none (any more).
    """
    for each in open_shares(helper=helper, day=day):
        if each.share.pk == share_id and SHEET in each.share.pieces:
            return each.share
    raise Http404
