"""From her week to the sheet an employer reads: times and agreements, not one word about who needs her."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _t

from veerkracht.documents.employer_sheet import EmployerSheet, WorkDay, YearHours
from veerkracht.web.people.models import Case
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES, clock

from ..domain.names import without_places
from ..domain.saved_week import SavedWeek
from ..domain.week_answer import week_answer
from ..models import WorkSheet
from ..year.words import hours

SCHOOL_WEEKS = 40


def sheet_of(case: Case, saved: SavedWeek, profile: WorkSheet, day: dt.date) -> EmployerSheet | None:
    """None while no hour fits, or while parts of the week contradict each other: then there is nothing to offer."""
    try:
        week = week_answer(saved)
    except BadInput:
        return None
    if not week.weeks["school"].paid or week.annual is None:
        return None
    return EmployerSheet(
        name=case.full_name,
        printed_on=day,
        days=_days(week),
        hours_a_week=hours(week.annual.contract_h),
        start_rule=_start_rule(profile.start_tolerance),
        phone_rule=without_places(saved, profile.phone_rule),
        holiday_rule=without_places(saved, profile.holiday_rule),
        roster_rule=without_places(saved, profile.roster_rule),
        year=YearHours(
            school_weeks=SCHOOL_WEEKS + saved.year["leave_weeks"],
            in_school_weeks=hours(week.annual.contract_h),
            average=hours(week.annual.schoolweeks_contract_avg_h),
            in_holidays=hours(week.weeks["holiday"].paid / 60),
        ),
    )


def contract_of(sheet: EmployerSheet | None) -> list[tuple[str, str]]:
    """The draft of a contract over the year, line by line. Worded for anybody: no reason is given for it."""
    if sheet is None or sheet.year is None:
        return []
    year = sheet.year
    return [
        (_t("In schoolweken"), _t("%(hours)s per week") % {"hours": year.in_school_weeks}),
        (_t("In vakantieweken"), _t("%(hours)s per week, of verlof") % {"hours": year.in_holidays}),
        (_t("Betaalde weken in een jaar"), _t("%(n)s, verlof meegeteld") % {"n": year.school_weeks}),
        (
            _t("Gemiddeld over het jaar"),
            _t("%(hours)s per week, elke maand gelijk") % {"hours": year.average},
        ),
    ]


def _days(week: WeekAnswer) -> tuple[WorkDay, ...]:
    return tuple(
        WorkDay(DAY_NAMES[plan.day], clock(plan.work.start), clock(plan.work.end), plan.break_minutes)
        for plan in week.weeks["school"].days
        if plan.work is not None
    )


def _start_rule(minutes: int) -> str:
    if not minutes:
        return ""
    return _t("Beginnen mag tot %(n)s minuten later, dezelfde dag ingehaald.") % {"n": minutes}
