"""What comes in: wage, bijstand with its netting, both holiday allowances, other income."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from veerkracht.household.household import OtherIncome
from veerkracht.household.unknown import known
from veerkracht.household.working_days import working_day_before, working_day_from

from ..situation import parameter
from .book_keeping import holiday
from .days import add_months, days_in, months_from, name_of, on_day
from .netting import settled_at_the_end
from .other_income import WW, is_gross_benefit, pay_day_of
from .payments import Payment, pay
from .run import FIRST_LAW, Run
from .settings import PAID_NEXT
from .taxes import law_half, marginal_rate

WW_PAY_DAY = 10
"""UWV pays some working days after the form about the past month; the day is an assumption."""


def incomes(run: Run) -> Iterator[Payment]:
    """All income of her own and of a partner, from work, bijstand and what she typed in."""
    yield from wages(run)
    yield from bijstand(run)
    yield from holiday_of_bijstand(run)
    due = run.incomes(run.timeline)
    yield from of_a_partner(run)
    for month in run.months:
        state, pay_on = run.timeline.on(month), run.settings
        if round(due[month].typed, 2):
            day = state.other_pay_day or pay_on.betaaldag_overig_inkomen
            yield pay(on_day(month, day), "overig_inkomen", due[month].typed, name_of(month))
        for income, net in due[month].extra:
            yield of_a_kind(run, month, income, net)


def of_a_kind(run: Run, month: dt.date, income: OtherIncome, net: float) -> Payment:
    """A benefit or alimony; WW comes in the month after, once she has passed on what she earned."""
    what = "overig_inkomen" if income.kind == "anders" else income.kind
    gross = known(income.euros) if is_gross_benefit(income) else None
    if income.kind == WW:
        on = working_day_from(pay_day_of(income, add_months(month, 1), WW_PAY_DAY))
    else:
        on = pay_day_of(income, month, run.settings.betaaldag_overig_inkomen)
    return pay(on, what, net, name_of(month), gross=gross)


def of_a_partner(run: Run) -> Iterator[Payment]:
    """The wage of a partner who lives there on its pay day."""
    pay_on = run.settings
    for month in run.months:
        state = run.timeline.on(on_day(month, days_in(month)))
        for possible in (state, run.timeline.on(month)):
            day = on_day(month, possible.partner_pay_day or pay_on.betaaldag_loon_partner)
            if run.timeline.on(day).facts.get("heeft_partner"):
                break
        else:
            continue
        net = run.clerk.income(run.timeline.on(day), month, 0.0, False).net_partner
        if net:
            yield pay(day, "loon_partner", net, name_of(month))
        if net and month.month == pay_on.vakantiegeld_maand:
            usual = float(run.timeline.on(day).facts["loon_partner"]) / (12 * (1 + holiday(month)))
            rest = 1 - partner_rate(month, usual, net)
            yield pay(day, "vakantiegeld_partner", 12 * holiday(month) * usual * rest, name_of(month))


def partner_rate(month: dt.date, usual: float, net: float) -> float:
    """What wage tax takes of the holiday pay of a partner, whose employer applies the credit."""
    return 0.0 if abs(net - usual) < 0.005 else marginal_rate(law_half(month), 12 * usual, True)


def wages(run: Run) -> Iterator[Payment]:
    """Wages and holiday pay, net, on their pay days."""
    for wage in run.wages(run.timeline):
        if round(wage.net, 2):
            yield pay(wage.on, wage.what, wage.net, wage.period)


def paid_on(run: Run, month: dt.date) -> dt.date:
    """The day on which the bijstand of a month comes."""
    paid_in = add_months(month, 1) if run.settings.betaalmaand_bijstand == PAID_NEXT else month
    return pay_day_in(run, paid_in)


def pay_day_in(run: Run, month: dt.date) -> dt.date:
    """The municipality's pay day in a month: before a weekend, not after it."""
    return working_day_before(on_day(month, run.settings.betaaldag_bijstand))


def bijstand(run: Run) -> Iterator[Payment]:
    """What is paid each month from what is known on the pay day, and the correction once more is known."""
    due = run.incomes(run.timeline)
    yield from of_the_month_before(run)
    for month in run.months:
        known = run.timeline.known_by(paid_on(run, month), run.late)
        paid = run.incomes(known)[month].bijstand
        if paid:
            yield pay(paid_on(run, month), "bijstand", paid, name_of(month))
        difference = round(due[month].bijstand - round(paid, 2), 2)
        if difference:
            yield from correction(run, month, difference)
    yield from left_open(run)


def of_the_month_before(run: Run) -> Iterator[Payment]:
    """Bijstand paid in the next month: that of December comes in the first January, as in the first month."""
    first, state = run.months[0], run.timeline.states[0]
    before = add_months(first, -1)
    if run.settings.betaalmaand_bijstand != PAID_NEXT or not state.bijstand or before < FIRST_LAW:
        return
    gross = state.job.gross if state.job else 0.0
    paid = run.clerk.income(state, before, round(gross, 6), True, state.incomes).bijstand
    if paid:
        yield pay(paid_on(run, before), "bijstand", paid, name_of(before))


def left_open(run: Run) -> Iterator[Payment]:
    """What netting afterwards leaves open at the end of bijstand, settled in the month after."""
    for settled in settled_at_the_end(run, run.timeline):
        what = "nabetaling_bijstand" if settled.amount > 0 else "terugbetaling_bijstand"
        yield pay(pay_day_in(run, settled.settled_in), what, settled.amount, name_of(settled.month))


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
    apart: dict[int, float] = {}
    for month in [*before_january(run), *run.months]:
        previous = due.get(add_months(month, -1))
        ended = month in due and previous is not None and previous.runs and not due[month].runs
        if month in due and (month.month == run.settings.vakantietoeslag_maand or ended):
            for year, amount in apart.items():
                if amount:
                    yield pay(pay_day_in(run, month), "vakantietoeslag_bijstand", amount, str(year))
            apart = {}
        apart[month.year] = apart.get(month.year, 0.0) + set_apart(run, month)


def before_january(run: Run) -> list[dt.date]:
    """The months before the first one whose holiday allowance is still to be paid."""
    first, pays_in = run.months[0], run.settings.vakantietoeslag_maand
    return list(months_from(dt.date(first.year - 1, pays_in, 1), first))


def set_apart(run: Run, month: dt.date) -> float:
    """The holiday allowance of a month; before the first month as on the first day, by the amounts of its time."""
    due, first = run.incomes(run.timeline), run.months[0]
    if month >= first:
        return due[month].reserved
    state = run.timeline.states[0]
    gross = state.job.gross if state.job else 0.0
    by_law = max(month, FIRST_LAW)
    return run.clerk.income(state, by_law, round(gross, 6), state.bijstand, state.incomes).reserved
