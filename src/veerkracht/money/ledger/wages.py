"""Wages as they are paid: by the month or by four weeks, with holiday pay; the day decides in which year they count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from .book_keeping import holiday
from .days import add_months, first_of, months_from, name_of, on_day
from .timeline import Job, Timeline
from .worked_out import WorkedOut
from .working_time import FOUR_WEEKS, SATURDAY

WAGE, HOLIDAY_PAY = "loon", "vakantiegeld"


@dataclass(frozen=True)
class WagePaid:
    """A wage on its pay day, in EUR. It is income of the year in which it is paid (Wet IB 2001, art. 3.146)."""

    on: dt.date
    what: str
    month: dt.date
    gross: float
    net: float

    @property
    def period(self) -> str:
        return name_of(self.month)


def wages_paid(run: WorkedOut, timeline: Timeline) -> list[WagePaid]:
    """All wages and holiday pay, when only the events of this timeline happen."""
    return [*by_the_month(run, timeline), *by_four_weeks(run, timeline), *holiday_pay(run, timeline)]


def by_the_month(run: WorkedOut, timeline: Timeline) -> Iterator[WagePaid]:
    due = run.incomes(timeline)
    for month in run.months:
        job = job_in(timeline, month)
        if job is not None and job.first_pay_on is None and due[month].gross:
            on = wage_day(run, job, month)
            yield WagePaid(on, WAGE, month, due[month].gross, run.net_of(timeline, month, on))


def wage_day(run: WorkedOut, job: Job, month: dt.date) -> dt.date:
    """The day on which the wage of a month comes: never before the first working day."""
    day = job.pay_day or run.settings.betaaldag_loon
    paid_in = add_months(month, 1) if job.pays_next_month else month
    on = on_day(paid_in, day)
    return on if on >= job.since else on_day(add_months(paid_in, 1), day)


def job_in(timeline: Timeline, month: dt.date) -> Job | None:
    """The last job of a month: on its pay day the wage of the whole month comes."""
    states = [timeline.on(month)]
    states += [s for s in timeline.states[1:] if month < s.since < add_months(month, 1)]
    jobs = [state.job for state in states if state.job]
    return jobs[-1] if jobs else None


def by_four_weeks(run: WorkedOut, timeline: Timeline) -> Iterator[WagePaid]:
    """Twelve thirteenths of a month every four weeks, by the days worked in the four weeks that end on the pay day.

    The tax is that of the month table for a month of this wage: the steps of the four-week table are not published
    with it; the difference is under a euro.
    """
    stop = add_months(run.months[-1], 1)
    jobs = {s.job.first_pay_on: s.job for s in timeline.states if s.job and s.job.first_pay_on}
    for on in jobs:
        while on < stop:
            gross = worked_in_four_weeks(timeline, on)
            if gross:
                month = first_of(on)
                net = run.net_of(timeline, month, on, gross * 13 / 12) * 12 / 13
                yield WagePaid(on, WAGE, month, gross, net)
            on += dt.timedelta(days=FOUR_WEEKS)


def worked_in_four_weeks(timeline: Timeline, on: dt.date) -> float:
    """What was earned in the four weeks up to a pay day, gross."""
    total = 0.0
    for back in range(FOUR_WEEKS):
        day = on - dt.timedelta(days=back)
        job = timeline.on(day).job if day.weekday() < SATURDAY else None
        total += job.gross * 12 / 13 / 20 if job and job.first_pay_on else 0.0
    return round(total, 6)


def holiday_pay(run: WorkedOut, timeline: Timeline) -> Iterator[WagePaid]:
    """Holiday allowance on the wages of a year, once a year and at the end of a job; taxed at the special rate.

    What was built up before the first month is taken to be as in that month.
    """
    due = run.incomes(timeline)
    for month in run.months:
        ends = [e.on for e in timeline.events if e.kind == "job_ends" and first_of(e.on) == month]
        if month.month != run.settings.vakantiegeld_maand and not ends:
            continue
        built = built_up(run, timeline, month, bool(ends))
        gross = holiday(month) * sum(due[max(m, run.months[0])].gross for m in built)
        if gross:
            job = job_in(timeline, month) or job_in(timeline, add_months(month, -1))
            on = on_day(month, (job.pay_day if job else None) or run.settings.betaaldag_loon)
            if ends and on < max(ends):
                on = on_day(add_months(month, 1), on.day)
            rate = run.special_rate(timeline, first_of(on), job.gross) if job else 0.0
            yield WagePaid(on, HOLIDAY_PAY, first_of(on), gross, gross * (1 - rate))


def built_up(run: WorkedOut, timeline: Timeline, month: dt.date, job_ends: bool) -> list[dt.date]:
    """The months whose holiday allowance is paid in this month: those since it was last paid."""
    last = run.settings.vakantiegeld_maand
    since = dt.date(month.year - (month.month <= last), last, 1)
    ended = [first_of(e.on) for e in timeline.events if e.kind == "job_ends" and first_of(e.on) < month]
    since = max([since, *ended])
    stop = month if job_ends or month.month == last else add_months(month, -1)
    return list(months_from(add_months(since, 1), add_months(stop, 1)))
