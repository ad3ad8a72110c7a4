"""Writes of what comes after the start. A relapse is written down as a day, never as a fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .domain import CHOSEN, TalkMoment, day_of, next_working_day
from .models import AftercareTalk, GoodEnd, RealWeek, RelapsePlan, WorkStart
from .queries import good_end_of, relapse_of, start_of, talk_of


@action("aftercare.start_written", allow=("create", "nazorg"))
def write_start(*, by: Account, case: Case, **values: Any) -> WorkStart:
    return WorkStart.objects.create(case=case, made_by=by, **values)


@action("aftercare.start_changed", allow=("update", "nazorg"))
def change_start(*, by: Account, case: Case, start_id: int, seen_version: int, **values: Any) -> WorkStart:
    """Another first day moves the talks that were not held yet along with it."""
    start = start_of(case=case, start_id=start_id).change(seen_version, **values)
    for talk in AftercareTalk.objects.filter(start=start, held_on=None).exclude(moment=TalkMoment.RELAPSE):
        talk.change(talk.version, due_on=day_of(TalkMoment(talk.moment), start.starts_on))
    return start


@action("aftercare.moments_chosen", allow=("approve", "nazorg"))
def choose_moments(*, by: Account, case: Case, start_id: int, moments: Sequence[str]) -> WorkStart:
    """When she wants to be rung. What was held stays; what she no longer wants is gone."""
    start = start_of(case=case, start_id=start_id)
    wanted = [TalkMoment(each) for each in moments if TalkMoment(each) in CHOSEN]
    open_rows = AftercareTalk.objects.filter(start=start, held_on=None).exclude(moment=TalkMoment.RELAPSE)
    open_rows.exclude(moment__in=wanted).delete()
    there = set(AftercareTalk.objects.filter(start=start).order_by("pk").values_list("moment", flat=True))
    for moment in wanted:
        if moment not in there:
            due_on = day_of(moment, start.starts_on)
            AftercareTalk.objects.create(start=start, moment=moment, due_on=due_on)
    return start


@action("aftercare.relapse_planned", allow=("update", "nazorg"))
def plan_relapse(
    *, by: Account, case: Case, start_id: int, seen_version: int | None = None, **values: Any
) -> RelapsePlan:
    """Beforehand, and with her."""
    start, today = start_of(case=case, start_id=start_id), timezone.localdate()
    row = relapse_of(start=start)
    if row is None:
        return RelapsePlan.objects.create(start=start, made_on=today, made_by=by, **values)
    return row.change(seen_version or 0, made_on=today, made_by=by, **values)


@action("aftercare.talk_held", allow=("update", "nazorg"))
def hold_talk(
    *, by: Account, case: Case, talk_id: int, seen_version: int, held_on: dt.date, words: str = ""
) -> AftercareTalk:
    return talk_of(case=case, talk_id=talk_id).change(seen_version, held_on=held_on, words=words, noted_by=by)


@action("aftercare.week_noted", allow=("create", "nazorg"))
def note_week(
    *,
    by: Account,
    case: Case,
    start_id: int,
    how_it_was: str,
    what_changes: str = "",
    is_agreed: bool = False,
) -> RealWeek:
    """How it was in earnest, and what is agreed differently."""
    return RealWeek.objects.create(
        start=start_of(case=case, start_id=start_id),
        on=timezone.localdate(),
        how_it_was=how_it_was,
        what_changes=what_changes,
        is_agreed=is_agreed,
        noted_by=by,
    )


@action("aftercare.stopped", allow=("update", "nazorg"))
def stop(
    *, by: Account, case: Case, start_id: int, seen_version: int, stopped_on: dt.date, reported_on: dt.date
) -> WorkStart:
    """It stopped. Somebody rings her on the next working day; talks that were still to come fall away.

    Raises:
        Http404: it had stopped already.
    """
    start = start_of(case=case, start_id=start_id)
    if start.stopped_on:
        raise Http404
    stopped = start.change(seen_version, stopped_on=stopped_on, reported_on=reported_on)
    AftercareTalk.objects.filter(start=start, held_on=None).delete()
    due_on = next_working_day(timezone.localdate())
    AftercareTalk.objects.create(start=start, moment=TalkMoment.RELAPSE, due_on=due_on)
    return stopped


@action("aftercare.goes_on", allow=("update", "nazorg"))
def go_on(*, by: Account, case: Case, start_id: int, seen_version: int) -> WorkStart:
    """It goes on after all: the day it stopped is taken back."""
    start = start_of(case=case, start_id=start_id)
    if not start.stopped_on:
        raise Http404
    AftercareTalk.objects.filter(start=start, held_on=None, moment=TalkMoment.RELAPSE).delete()
    return start.change(seen_version, stopped_on=None, reported_on=None)


@action("aftercare.end_written", allow=("update", "goed_einde"))
def write_end(*, by: Account, case: Case, seen_version: int | None = None, **values: str) -> GoodEnd:
    row, today = good_end_of(case=case), timezone.localdate()
    if row is None:
        return GoodEnd.objects.create(case=case, written_on=today, written_by=by, **values)
    return row.change(seen_version or 0, written_on=today, written_by=by, **values)
