"""Money in time: every payment with its day, the balance, the gap, and what each year brings afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark
from veerkracht.law.other_income import KINDS as INCOME_KINDS
from veerkracht.law.other_income import remarks_about

from ..situation import known_law
from . import changes
from .allowances import allowances
from .birthdays import own_birthdays
from .book_keeping import Clerk
from .care_grounds import secondary_school_from
from .days import add_months, first_of, name_of
from .events import Event, MistakeInEvents, read_events
from .income import incomes
from .outgoings import outgoings
from .payments import OUT, Payment, Settlement
from .regime_2027 import LOWER_CREDIT, about_34a
from .run import Run
from .settings import split
from .settlement import may_come_back_to_partner, settlements
from .shared_care import ABOUT as ABOUT_SHARED
from .timeline import begin

MOST_MONTHS = 120
LAST_YEAR = 2100
INCOME = ("loon", "bijstand", "overig_inkomen", *(kind for kind in INCOME_KINDS if kind != "anders"))
LONGEST_MONTH = 35
"""Days: a month, with a pay day that moves for a weekend and a holiday."""
TRANSITIONS = ("job_starts", "job_ends", "hours_change", "bijstand_starts", "bijstand_ends")
ALWAYS = tuple(
    map(
        remark,
        (
            "before_the_first_day",
            "counts_from_the_next_month",
            "refund_shared_by_months",
            "own_age_stays",
            "exemption_until_stopped",
            "settlement_days_estimated",
            "by_working_days",
        ),
    )
)
NOT_COMPUTED = tuple(
    map(
        remark,
        (
            "right_to_benefits",
            "benefits_beside_wage",
            "supplements_and_holiday_pay",
            "attachment_and_interest",
            "earlier_income_of_a_partner",
        ),
    )
)


@dataclass(frozen=True)
class Gap:
    """The days between the last payment of the old situation and the first of the new one.

    An open gap has no new payment in these months; it is counted to their end.
    """

    event_on: dt.date
    last_old: dt.date
    first_new: dt.date
    goes_out: float
    lowest_on: dt.date
    lowest: float
    is_open: bool = False

    @property
    def days(self) -> int:
        return (self.first_new - self.last_old).days


@dataclass(frozen=True)
class Months:
    """The ledger of a household. `payments` fall in the window; `settlements` are apart and not among them."""

    run: Run
    start: dt.date
    stop: dt.date
    all_payments: tuple[Payment, ...]
    settlements: tuple[Settlement, ...]
    assumptions: tuple[Remark, ...]

    @cached_property
    def payments(self) -> tuple[Payment, ...]:
        return tuple(p for p in self.all_payments if self.start <= p.on < self.stop)

    @property
    def balance_is_known(self) -> bool:
        """Without it nothing can be said to be too little."""
        return self.run.settings.saldo is not None

    @cached_property
    def balance(self) -> tuple[tuple[dt.date, float], ...]:
        """The balance at the end of each day on which something is paid, settlements included.

        Where the balance is unknown it is what came and went since the first day; see `balance_is_known`.
        """
        moves: dict[dt.date, float] = {self.start: 0.0}
        for payment in self.payments:
            moves[payment.on] = moves.get(payment.on, 0.0) + payment.effect
        for settlement in self.settlements:
            if self.start <= settlement.on < self.stop:
                moves[settlement.on] = moves.get(settlement.on, 0.0) + settlement.amount
        balance, points = self.run.settings.saldo or 0.0, []
        for day in sorted(moves):
            balance += moves[day]
            points.append((day, round(balance, 2)))
        return tuple(points)

    @cached_property
    def lowest(self) -> tuple[dt.date, float]:
        return min(self.balance, key=lambda point: point[1])

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """One for each change of work or bijstand after which income comes from something new, and each longer stretch.

        A stretch without regular income longer than a month counts whatever it comes from.
        """
        all_gaps = []
        for event in self.run.timeline.events:
            if event.kind in TRANSITIONS:
                last, first = self.around(event)
                if last and (first is None or first > last):
                    all_gaps.append(self.gap(event.on, last, first))
        named = {(gap.last_old, gap.first_new) for gap in all_gaps}
        for last, first in self.long_stretches():
            if (last, first or self.stop) not in named:
                happened = [e.on for e in self.run.timeline.events if e.on < (first or self.stop)]
                all_gaps.append(self.gap(max(happened, default=self.start), last, first))
        return tuple(all_gaps)

    def long_stretches(self) -> Iterator[tuple[dt.date, dt.date | None]]:
        """The stretches of the window without regular income that are longer than between two ordinary pay days."""
        days = sorted({p.on for p in self.payments if p.what in INCOME})
        for last, first in zip(days, [*days[1:], None][: len(days)], strict=True):
            if ((first or self.stop) - last).days > LONGEST_MONTH:
                yield last, first

    def around(self, event: Event) -> tuple[dt.date | None, dt.date | None]:
        """The last payment of what was before an event, and the first of what comes after it."""
        main = [p for p in self.all_payments if p.what in INCOME]
        month = name_of(first_of(event.on))
        if event.kind == "job_ends":
            worked = name_of(first_of(event.on - dt.timedelta(days=1)))
            old = [p.on for p in main if p.period <= worked and (p.what == "loon" or p.on < event.on)]
            new = [p.on for p in main if p.on > max(old, default=event.on) and p.on >= event.on]
        else:
            new = [p.on for p in main if p.period >= month and p.on >= event.on]
            old = [p.on for p in main if not new or p.on < min(new)]
        return max(old, default=None), min(new, default=None)

    def gap(self, event_on: dt.date, last: dt.date, first: dt.date | None) -> Gap:
        """What goes out between two payments, and where the balance is lowest."""
        stop = first or self.stop
        out = sum(p.amount for p in self.payments if p.direction == OUT and last < p.on < stop)
        points = [point for point in self.balance if last <= point[0] < stop] or [self.balance[0]]
        lowest = min(points, key=lambda point: point[1])
        return Gap(event_on, last, stop, round(out, 2), *lowest, first is None)

    @property
    def years(self) -> tuple[tuple[int, float, float], ...]:
        """Of each year her own taxable income, and what of it is from present work."""
        run = self.run
        outcomes = [(year, run.year(run.timeline, year)) for year in run.years]
        return tuple((year, one.own_income, one.from_work) for year, one in outcomes)

    @property
    def gap_days(self) -> int:
        return max((gap.days for gap in self.gaps), default=0)

    @cached_property
    def levels(self) -> dict[dt.date, float]:
        """What comes in for each month, without yearly payments, after the bill of childcare."""
        amount_by_month = {}
        due = self.run.incomes(self.run.timeline)
        care = {p.period: p.amount for p in self.all_payments if p.what == "kinderopvang"}
        monthly = dict.fromkeys((name_of(month) for month in self.run.months), 0.0)
        for p in self.all_payments:
            if p.period in monthly and p.what in YEARLY_LEFT_OUT:
                monthly[p.period] += p.amount
        for month in self.run.months:
            income = due[month]
            own = income.net + income.net_partner + income.bijstand + income.other
            amount_by_month[month] = own + monthly[name_of(month)] - care.get(name_of(month), 0.0)
        return amount_by_month

    @cached_property
    def months_below(self) -> tuple[dt.date, ...]:
        """Months in which less comes in than in the first month."""
        here = [month for month in self.levels if first_of(self.start) <= month < self.stop]
        return tuple(month for month in here if self.levels[month] < self.levels[here[0]] - 1)


YEARLY_LEFT_OUT = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")


def months(facts: object, events: object, start: dt.date, number: int, late: int = 0) -> Months:
    """The ledger from a day over a number of months. `late` passes each change on that many months after it."""
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= MOST_MONTHS:
        raise MistakeInEvents(problem("number_of_months", highest=MOST_MONTHS, value=number))
    if start.year > LAST_YEAR:
        raise MistakeInEvents(problem("first_day_too_late", day=start, last=LAST_YEAR))
    stop = add_months(start, number)
    law, settings, remarks = split(facts)
    first = begin(law, settings, start)
    birthdays = own_birthdays(law.get("geboortedatum_ouder"), start, dt.date(stop.year, 12, 31))
    happens = sorted([*read_events(events, start, stop), *birthdays], key=lambda event: event.on)
    timeline = changes.timeline(first, happens)
    run = Run(timeline, settings, start, stop, Clerk(start.year), late)
    refuse_running_bijstand(run)
    return ledger_from(run, remarks)


def refuse_running_bijstand(run: Run) -> None:
    """Bijstand can start where it is not there, or where a wage has brought it to nothing."""
    due = run.incomes(run.timeline)
    for number, event in enumerate(run.timeline.events):
        before = add_months(first_of(event.on), -1)
        runs = run.timeline.states[number].bijstand and (before not in due or due[before].bijstand > 0)
        if event.kind == "bijstand_starts" and runs and due[first_of(event.on)].bijstand > 0:
            raise changes.impossible(event, "bijstand_already")


def ledger_from(run: Run, remarks: tuple[Remark, ...] = ()) -> Months:
    """All payments of a run in order of their days, and the settlement of each year."""
    payments = [*incomes(run), *allowances(run), *outgoings(run)]
    payments.sort(key=lambda p: (p.on, p.direction, p.what))
    after = tuple(settlements(run, payments))
    last = run.stop - dt.timedelta(days=1)
    later = known_law(last)[1]
    kinds = [one for state in run.timeline.states for one in state.incomes]
    shared = any(child.shared for state in run.timeline.states for child in state.children)
    remarks = (
        *remarks,
        *remarks_about(kinds),
        *((ABOUT_SHARED,) if shared else ()),
        *later,
        *about_34a(run.incomes(run.timeline), run.stop),
        *((LOWER_CREDIT,) if later else ()),
        *about_a_partner(run),
        *about_secondary_school(run),
        *ALWAYS,
    )
    ended = tuple(one for one in after if dt.date(one.year, 12, 31) < run.stop or one.year == run.start.year)
    return Months(run, run.start, run.stop, tuple(payments), ended, remarks)


def about_a_partner(run: Run) -> Iterator[Remark]:
    """A refund that may come to a partner of part of a year, whose other income of that year is not known."""
    for year in run.years:
        most = may_come_back_to_partner(run, year)
        if most >= 1:
            yield remark("refund_of_a_partner", year=str(year), most=most)


def about_secondary_school(run: Run) -> Iterator[Remark]:
    """Childcare that ends in the window because a child goes to secondary school."""
    for number, child in enumerate(run.timeline.states[-1].children, 1):
        month = secondary_school_from(child.born) if child.born else run.stop
        had_care = any(
            state.children[number - 1].facts.get("opvangsoort")
            for state in run.timeline.states
            if state.since < month and number <= len(state.children)
        )
        if had_care and run.start < month < run.stop:
            yield remark("care_ends_with_secondary_school", child=str(number), year=str(month.year))
