"""What comes in: wage, bijstand with its netting, both holiday allowances, other income."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..situation import parameter
from .book_keeping import Income, holiday
from .days import add_months, days_in, first_of, months_from, name_of, on_day
from .payments import Payment, pay
from .run import Run, gross_in, supported
from .settings import NEXT_MONTH, PAID_NEXT, RUNS_ON
from .timeline import Job

FOUR_WEEKS = dt.timedelta(days=28)


def incomes(run: Run) -> Iterator[Payment]:
    """All income of her own and of a partner, from work, bijstand and what she typed in."""
    yield from wages(run)
    yield from holiday_pay(run)
    yield from bijstand(run)
    yield from holiday_of_bijstand(run)
    due = run.incomes(run.timeline)
    for month in run.months:
        state, pay_on = run.timeline.on(month), run.settings
        if due[month].net_partner:
            net, day = due[month].net_partner, state.partner_pay_day or pay_on.betaaldag_loon_partner
            yield pay(on_day(month, day), "loon_partner", net, name_of(month))
            if month.month == pay_on.vakantiegeld_maand:
                amount = 12 * holiday(month) * net
                yield pay(on_day(month, day), "vakantiegeld_partner", amount, name_of(month))
        if due[month].other:
            day = state.other_pay_day or pay_on.betaaldag_overig_inkomen
            yield pay(on_day(month, day), "overig_inkomen", due[month].other, name_of(month))


def wages(run: Run) -> Iterator[Payment]:
    """The net wage of each month on its pay day, or every four weeks."""
    due = run.incomes(run.timeline)
    for month in run.months:
        job = job_in(run, month)
        if job is None or due[month].net == 0:
            continue
        if job.first_pay_on is None:
            yield pay(wage_day(run, job, month), "loon", due[month].net, name_of(month))
    yield from four_weekly(run)


def wage_day(run: Run, job: Job, month: dt.date) -> dt.date:
    """The day on which the wage of a month comes: never before the first working day."""
    day = job.pay_day or run.settings.betaaldag_loon
    paid_in = add_months(month, 1) if job.pays_next_month else month
    on = on_day(paid_in, day)
    return on if on >= job.since else on_day(add_months(paid_in, 1), day)


def job_in(run: Run, month: dt.date) -> Job | None:
    """The last job of a month: on its pay day the wage of the whole month comes."""
    states = [run.timeline.on(month)]
    states += [s for s in run.timeline.states[1:] if month < s.since < add_months(month, 1)]
    jobs = [state.job for state in states if state.job]
    return jobs[-1] if jobs else None


def four_weekly(run: Run) -> Iterator[Payment]:
    """Twelve thirteenths of a net month every four weeks; the first and last time for the days worked."""
    due = run.incomes(run.timeline)
    jobs = {id(s.job): s.job for s in run.timeline.states if s.job and s.job.first_pay_on}
    for job in list({job.first_pay_on: job for job in jobs.values()}.values()):
        on = job.first_pay_on
        while on is not None and on < dt.date(run.years[-1] + 1, 1, 1):
            month = first_of(on)
            worked = worked_days(run, on)
            if worked and due[month].net:
                full = due[month].net / share_worked(run, month)
                yield pay(on, "loon", full * 12 / 13 * worked / 28, name_of(month))
            on += FOUR_WEEKS


def worked_days(run: Run, on: dt.date) -> int:
    """How many of the four weeks up to a pay day there was work."""
    days = (on - dt.timedelta(days=back) for back in range(28))
    return sum(1 for day in days if run.timeline.on(day).job)


def share_worked(run: Run, month: dt.date) -> float:
    states = (run.timeline.on(month + dt.timedelta(days=day)) for day in range(days_in(month)))
    return sum(1 for state in states if state.job) / days_in(month) or 1.0


def holiday_pay(run: Run) -> Iterator[Payment]:
    """Holiday allowance on the wage, net by about what a wage that much higher would be taxed more."""
    due = run.incomes(run.timeline)
    for year in run.years:
        for month, gross in run.holiday_pay(run.timeline, year):
            job = job_in(run, month) or job_in(run, add_months(month, -1))
            rate = net_rate(run, month, due[month])
            day = on_day(month, (job.pay_day if job else None) or run.settings.betaaldag_loon)
            yield pay(day, "vakantiegeld", gross * rate, name_of(month))


def net_rate(run: Run, month: dt.date, income: Income) -> float:
    """What is left of a little more wage in this month."""
    if not income.gross:
        return 1.0
    state = run.timeline.on(month)
    more = run.clerk.income(state, month, round((1 + holiday(month)) * income.gross, 6), False)
    same = run.clerk.income(state, month, income.gross, False)
    return (more.net - same.net) / (holiday(month) * income.gross)


def paid_on(run: Run, month: dt.date) -> dt.date:
    """The day on which the bijstand of a month comes."""
    paid_in = add_months(month, 1) if run.settings.betaalmaand_bijstand == PAID_NEXT else month
    return on_day(paid_in, run.settings.betaaldag_bijstand)


def provisional(run: Run, month: dt.date) -> float:
    """The bijstand that the municipality pays, from what it knows on the pay day."""
    known = run.timeline.known_by(paid_on(run, month), run.late)
    income = run.incomes(known)[month]
    if run.settings.verrekening != NEXT_MONTH or month == run.months[0]:
        return income.bijstand
    state, share = supported(known, month)
    before = add_months(month, -1)
    if not share or (not run.incomes(known)[before].bijstand and state.since < month):
        return income.bijstand
    return share * run.clerk.income(state, month, gross_in(known, before), True).bijstand


def bijstand(run: Run) -> Iterator[Payment]:
    """What is paid each month, and the correction once the municipality knows better."""
    due = run.incomes(run.timeline)
    for month in run.months:
        paid = provisional(run, month)
        if paid:
            yield pay(paid_on(run, month), "bijstand", paid, name_of(month))
        difference = round(due[month].bijstand - round(paid, 2), 2)
        if difference:
            yield from correction(run, month, difference)


def correction(run: Run, month: dt.date, difference: float) -> Iterator[Payment]:
    """Too little is paid after; too much is paid back, and in a later year with the tax on it."""
    in_month = {event.on for event in run.timeline.events if event.on < add_months(month, 1)}
    later = add_months(month, 1)
    while len(run.timeline.known_by(paid_on(run, later), run.late).events) < len(
        [event for event in run.timeline.events if event.on in in_month]
    ):
        later = add_months(later, 1)
    what = "nabetaling_bijstand" if difference > 0 else "terugbetaling_bijstand"
    yield pay(paid_on(run, later), what, difference, name_of(month))
    if difference < 0 and later.year > month.year and run.late:
        rate = parameter("inkomstenbelasting.tarief_eerste_schijf", month)
        extra = difference * rate / (1 - rate)
        yield pay(paid_on(run, later), "terugbetaling_bijstand_belasting", extra, name_of(month))


def holiday_of_bijstand(run: Run) -> Iterator[Payment]:
    """What was set apart, paid once a year, or in the month after bijstand has stopped.

    A payment for each calendar year it was set apart in, so that a year adds up.
    """
    due = run.incomes(run.timeline)
    first = run.months[0]
    if due[first].reserved and first.month <= run.settings.vakantietoeslag_maand:
        since = dt.date(first.year - 1, run.settings.vakantietoeslag_maand, 1)
    else:
        since = first
    for month in run.months:
        previous = add_months(month, -1)
        ended = month > first and due[previous].bijstand > 0 and due[month].bijstand == 0
        ended = ended and not runs_on(run, month)
        if month.month == run.settings.vakantietoeslag_maand or ended:
            amounts: dict[int, float] = {}
            for one in months_from(since, month):
                amounts[one.year] = amounts.get(one.year, 0.0) + due[max(one, first)].reserved
            for year, amount in amounts.items():
                if amount:
                    day = on_day(month, run.settings.betaaldag_bijstand)
                    yield pay(day, "vakantietoeslag_bijstand", amount, str(year))
            since = month


def runs_on(run: Run, month: dt.date) -> bool:
    """A single month in which a wage left no bijstand, after which it goes on: nothing is paid out then."""
    due, after = run.incomes(run.timeline), add_months(month, 1)
    return (
        run.settings.na_een_maand_zonder_bijstand == RUNS_ON
        and run.timeline.on(month).bijstand
        and after in due
        and due[after].bijstand > 0
    )
