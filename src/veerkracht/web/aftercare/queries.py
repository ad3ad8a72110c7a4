"""Reads of what comes after the start: the start of now, its talks, the end, and what is due for a klantmanager."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import cases_of
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.queries import plan_of

from .domain import TalkMoment, week_number
from .models import AftercareTalk, GoodEnd, RealWeek, RelapsePlan, WorkStart

MOST = 40


@dataclass(frozen=True, kw_only=True)
class StartLine:
    """A start with everything that hangs on it. `week` counts from the first working day; 0 before it."""

    start: WorkStart
    relapse: RelapsePlan | None
    talks: list[AftercareTalk]
    real_weeks: list[RealWeek]
    week: int

    @property
    def open_talks(self) -> list[AftercareTalk]:
        return [talk for talk in self.talks if talk.held_on is None]


def starts_of(*, case: Case, day: dt.date) -> list[StartLine]:
    """The newest first; a fixed number of queries."""
    rows = WorkStart.objects.filter(case=case).prefetch_related("talks", "real_weeks")
    plans = {
        plan.start_id: plan
        for plan in RelapsePlan.objects.filter(start__case=case).select_related("made_by").order_by("pk")
    }
    return [_line(row, plans.get(row.pk), day) for row in rows.order_by("-starts_on", "-pk")]


def _line(row: WorkStart, relapse: RelapsePlan | None, day: dt.date) -> StartLine:
    return StartLine(
        start=row,
        relapse=relapse,
        talks=list(row.talks.all()),
        real_weeks=list(row.real_weeks.all()),
        week=week_number(row.starts_on, day) if day >= row.starts_on else 0,
    )


def start_of(*, case: Case, start_id: int) -> WorkStart:
    """One start of this case.

    Raises:
        Http404: there is none.
    """
    row = WorkStart.objects.filter(case=case, pk=start_id).first()
    if row is None:
        raise Http404
    return row


def relapse_of(*, start: WorkStart) -> RelapsePlan | None:
    return RelapsePlan.objects.filter(start=start).first()


def chosen_moments(*, start: WorkStart) -> list[str]:
    rows = (
        AftercareTalk.objects.filter(start=start).exclude(moment=TalkMoment.RELAPSE).order_by("due_on", "pk")
    )
    return list(rows.values_list("moment", flat=True))


def talk_of(*, case: Case, talk_id: int) -> AftercareTalk:
    """One talk of this case.

    Raises:
        Http404: there is none.
    """
    row = AftercareTalk.objects.filter(start__case=case, pk=talk_id).select_related("start").first()
    if row is None:
        raise Http404
    return row


@dataclass(frozen=True, kw_only=True)
class AftercareDue:
    """A talk on Vandaag: with whom, after what, and since when it should have been held."""

    public_id: str
    name: str
    talk_id: int
    moment: str
    what: str
    due_on: dt.date
    is_late: bool


def aftercare_due(*, account: Account, day: dt.date, until: dt.date) -> list[AftercareDue]:
    """The talks that are due with one's own people until and with this day, the longest waiting first."""
    rows = AftercareTalk.objects.filter(
        start__case__in=cases_of(account=account).guided_now(day), held_on=None, due_on__lte=until
    )
    return [
        AftercareDue(
            public_id=row.start.case.public_id,
            name=row.start.case.full_name,
            talk_id=row.pk,
            moment=row.get_moment_display(),
            what=row.start.what,
            due_on=row.due_on,
            is_late=row.due_on < day,
        )
        for row in rows.select_related("start__case").order_by("due_on", "pk")[:MOST]
    ]


def good_end_of(*, case: Case) -> GoodEnd | None:
    return GoodEnd.objects.filter(case=case).select_related("written_by").first()


def what_stays(*, case: Case, day: dt.date) -> list[PromiseFacts]:
    """What is agreed and still open when the guidance ends, on every side."""
    return [promise for promise in plan_of(case=case, day=day).promises if promise.done_on is None]


def open_talks_of(*, case: Case) -> int:
    return AftercareTalk.objects.filter(start__case=case, held_on=None).count()
