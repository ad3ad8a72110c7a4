"""One run over the months: what was due for each month, and what each office knew when it paid."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from veerkracht.household.household import OtherIncome

from .book_keeping import Clerk, Taken
from .days import add_months, days_in, first_of, months_from
from .events import Event
from .exemptions import MonthsUsed
from .month_income import Income, Year
from .netting import settled_at_the_end
from .other_income import Net, WwRight, pay_day_of, taxed_in, with_ww
from .settings import ASK_AGAIN, NEXT_MONTH, Settings
from .shared_care import HALF_A_YEAR, at_home_for_six_months
from .timeline import State, Timeline
from .wages import WagePaid, wages_paid
from .working_time import part_worked

FIRST_LAW = dt.date(2025, 1, 1)
"""From this month on the law book holds amounts."""
MAKES_ANOTHER_NORM = ("heeft_partner", "loon_partner", "leeftijd_ouder", "leeftijd_partner")
OF_BIJSTAND = ("bijstand", "reserved", "right", "credited", "credited_partner", "own_support")
OF_THE_HOUSEHOLD = ("net_partner", *OF_BIJSTAND)
"""What of a month goes by days when the household changes within it."""


@dataclass
class Run:
    """A household over whole calendar years; `late` is how many months later than at once a change is passed on."""

    timeline: Timeline
    settings: Settings
    start: dt.date
    stop: dt.date
    clerk: Clerk
    late: int = 0
    incomes_of: dict[int, dict[dt.date, Income]] = field(default_factory=dict)
    wages_of: dict[int, list[WagePaid]] = field(default_factory=dict)
    years_of: dict[tuple[int, int], Year] = field(default_factory=dict)
    states_of: dict[tuple[State, tuple[tuple[str, Any], ...]], State] = field(default_factory=dict)
    counted: dict[tuple[int, dt.date], State] = field(default_factory=dict)
    """By how much is known and by month: the state with the months of its exemptions counted."""

    @cached_property
    def months(self) -> list[dt.date]:
        """Whole years, so that each year can be settled."""
        last = self.stop - dt.timedelta(days=1)
        stop = dt.date(last.year + 1, 1, 1)
        first_allowances_are_paid = last.month == 12
        return list(
            months_from(self.start.replace(month=1, day=1), add_months(stop, 12 * first_allowances_are_paid))
        )

    @property
    def years(self) -> list[int]:
        """The calendar years of the window."""
        return list(range(self.start.year, (self.stop - dt.timedelta(days=1)).year + 1))

    def incomes(self, timeline: Timeline) -> dict[dt.date, Income]:
        """Wage and bijstand due for each month, when only the events of this timeline happen."""
        number = len(timeline.states)
        if number not in self.incomes_of:
            self.incomes_of[number] = self.find_incomes(timeline)
        return self.incomes_of[number]

    def find_incomes(self, timeline: Timeline) -> dict[dt.date, Income]:
        """Month after month: bijstand that a wage has brought to nothing starts again only when asked for.

        One such month does not end it, unless the municipality has it asked for again (Participatiewet, art. 45, 54).
        """
        income_by_month: dict[dt.date, Income] = {}
        stopped_in: dt.date | None = None
        most = 1 if self.settings.na_een_maand_zonder_bijstand == ASK_AGAIN else 2
        nothing = 0
        used = MonthsUsed()
        ended: set[WwRight] = set()
        for month in [
            *self.months,
            add_months(self.months[-1], 1),
        ]:  # One more: bijstand may end with the last.
            if stopped_in and asked_again(timeline.events, stopped_in, month):
                stopped_in = None
            income = self.income_of(timeline, month, not stopped_in, used, ended, income_by_month)
            nothing = nothing + 1 if income.runs and income.bijstand == 0 else 0
            if nothing == most:
                stopped_in, nothing = month, 0
            if month >= first_of(self.start):
                used.count(self.counted[len(timeline.states), month], income, month)
            income_by_month[month] = income
        return income_by_month

    def income_of(
        self,
        timeline: Timeline,
        month: dt.date,
        runs: bool,
        used: MonthsUsed,
        ended: set[WwRight],
        earlier: Mapping[dt.date, Income],
    ) -> Income:
        """The income of a month: of a whole one, or by the days on which bijstand runs or somebody lives there."""
        state, share = supported(timeline, month)
        state = self.with_months_used(state, used, month)
        self.counted[len(timeline.states), month] = state
        gross, extra = gross_in(timeline, month), self.extra_in(timeline, month, ended)
        bijstand = runs and share > 0
        taken = self.taken_off(timeline, state, month, gross, earlier) if bijstand else None
        income = self.clerk.income(state, month, gross, bijstand, extra, taken)
        households = household_by_days(timeline, month)
        if len(households) == 1:
            return income
        parts = []
        for household, part in households:
            counted = self.with_months_used(household, used, month)
            beside = gross if share == 1 else gross_beside_bijstand(timeline, month)
            parts.append(
                (self.clerk.income(counted, month, beside, runs and household.bijstand, extra, taken), part)
            )
        by_days: dict[str, Any] = {
            name: sum(part * float(getattr(one, name)) for one, part in parts) for name in OF_THE_HOUSEHOLD
        }
        return replace(income, **by_days)

    def extra_in(self, timeline: Timeline, month: dt.date, ended: set[WwRight]) -> tuple[OtherIncome, ...]:
        """The other incomes of a month, each where it is there on its own pay day; WW until a wage ends it."""
        gross = gross_in(timeline, month)
        last = timeline.on(add_months(month, 1) - dt.timedelta(days=1))
        right = last.ww
        if right is not None and right not in ended and right.ends_at(gross, month):
            ended.add(right)
        there = dict.fromkeys(one for state, _ in pieces(timeline, month) for one in state.incomes)
        ordinary = self.settings.betaaldag_overig_inkomen
        coming = [one for one in there if one in timeline.on(pay_day_of(one, month, ordinary)).incomes]
        return with_ww(tuple(coming), None if right in ended else right, gross, month)

    def taken_off(
        self, timeline: Timeline, state: State, month: dt.date, gross: float, past: Mapping[dt.date, Income]
    ) -> Taken | None:
        """With netting afterwards the wage of the month before, as far as bijstand ran beside it; else nothing else."""
        if self.settings.verrekening != NEXT_MONTH:
            return None
        earlier = add_months(month, -1)
        if earlier not in past:
            before = self.clerk.income(state, max(earlier, FIRST_LAW), gross, True)
            return before.net, before.free
        before = past[earlier]
        if not before.runs:
            return 0.0, 0.0
        share = part_beside_bijstand(timeline, earlier)
        return share * before.net, share * before.free

    def with_months_used(self, state: State, used: MonthsUsed, month: dt.date) -> State:
        """The state with the months of an exemption counted on, where the facts count them; a given regime stays."""
        counted = used.facts(state, month)
        return self.with_facts(state, counted) if counted else state

    def net_of(self, timeline: Timeline, month: dt.date, on: dt.date, gross: float | None = None) -> float:
        """The net wage of a month that is paid on a day: by the tables of the year of that day."""
        due = self.incomes(timeline)[month]
        if gross is None and on.year == month.year:
            return due.net
        extra = tuple(one for one, _ in due.extra)
        state, by_table = (
            self.counted[len(timeline.states), month],
            month if on.year == month.year else first_of(on),
        )
        wage = due.gross if gross is None else gross
        return self.clerk.income(state, by_table, round(wage, 6), due.runs, extra).net

    def special_rate(self, timeline: Timeline, month: dt.date, usual: float) -> float:
        """What wage tax takes of holiday pay paid in a month, beside a usual wage a month."""
        month = min(month, self.months[-1])
        due = self.incomes(timeline)[month]
        extra = tuple(one for one, _ in due.extra)
        return self.clerk.special_rate(
            self.counted[len(timeline.states), month], month, usual, due.runs, extra
        )

    def wages(self, timeline: Timeline) -> list[WagePaid]:
        """Every wage with its pay day, when only the events of this timeline happen."""
        number = len(timeline.states)
        if number not in self.wages_of:
            self.wages_of[number] = wages_paid(self, timeline)
        return self.wages_of[number]

    def with_facts(self, state: State, changed: Mapping[str, Any]) -> State:
        """The same state object for the same facts, so that nothing is asked twice."""
        key = (state, tuple(changed.items()))
        if key not in self.states_of:
            self.states_of[key] = replace(state, facts={**state.facts, **changed})
        return self.states_of[key]

    def year(self, timeline: Timeline, year: int) -> Year:
        """A calendar year when only the events of this timeline happen."""
        key = (len(timeline.states), year)
        if key not in self.years_of:
            months = [month for month in self.months if month.year == year]
            incomes = self.incomes(timeline)
            states = [timeline.on(month) for month in months]
            together = [state for state in states if state.facts.get("heeft_partner")]
            wage = sum(one.gross for one in self.wages(timeline) if one.on.year == year)
            longest = len(together) > HALF_A_YEAR
            alike = [state for state in states if bool(state.facts.get("heeft_partner")) == longest]
            state = self.with_children_of_the_year(Counter(alike).most_common(1)[0][0], timeline, year)
            due = [incomes[month] for month in months]
            extra = taxed_in([income.extra for income in due], self.extra_before(timeline, months[0]))
            partner = together[-1] if together else None
            open_at_the_end = sum(
                one.amount for one in settled_at_the_end(self, timeline) if one.month.year == year
            )
            self.years_of[key] = self.clerk.year(state, year, wage, partner, due, extra, open_at_the_end)
        return self.years_of[key]

    def with_children_of_the_year(self, state: State, timeline: Timeline, year: int) -> State:
        """The state with the children who give combination credit in this year."""
        states = [timeline.before(add_months(month, 1)) for month in self.months if month.year == year]
        return replace(state, children=at_home_for_six_months(states, year))

    def extra_before(self, timeline: Timeline, first: dt.date) -> tuple[Net, ...]:
        """The other incomes of the month before a year; before the first month what there was on the first day."""
        incomes, before = self.incomes(timeline), add_months(first, -1)
        if before in incomes:
            return incomes[before].extra
        return tuple(net for net in incomes[first].extra if net[0] in timeline.states[0].incomes)


def asked_again(events: tuple[Event, ...], stopped_in: dt.date, month: dt.date) -> bool:
    return any(e.kind == "bijstand_starts" and stopped_in < e.on < add_months(month, 1) for e in events)


def gross_in(timeline: Timeline, month: dt.date) -> float:
    """The gross wage of a month, by the working days that each job held."""
    total, start = 0.0, month
    for state, days in pieces(timeline, month):
        stop = start + dt.timedelta(days=days)
        total += state.job.gross * part_worked(start, stop, month) if state.job else 0.0
        start = stop
    return round(total, 6)


def part_beside_bijstand(timeline: Timeline, month: dt.date) -> float:
    """Of the days with work the part on which bijstand ran."""
    worked = [(state.bijstand, days) for state, days in pieces(timeline, month) if state.job]
    return sum(days for runs, days in worked if runs) / (sum(days for _, days in worked) or 1)


def gross_beside_bijstand(timeline: Timeline, month: dt.date) -> float:
    """The gross wage of the days with bijstand, as an amount for a whole month."""
    parts = [(state, days) for state, days in pieces(timeline, month) if state.bijstand]
    earned = sum(state.job.gross * days for state, days in parts if state.job)
    return round(earned / (sum(days for _, days in parts) or 1), 6)


def supported(timeline: Timeline, month: dt.date) -> tuple[State, float]:
    """The state whose bijstand counts in this month, and for which part of the month."""
    parts = [(state, days) for state, days in pieces(timeline, month) if state.bijstand]
    first = timeline.on(month)
    if not parts:
        return first, 0.0
    share = sum(days for _, days in parts) / days_in(month)
    return (first if first.bijstand else parts[0][0]), share


def household_by_days(timeline: Timeline, month: dt.date) -> list[tuple[State, float]]:
    """The households of a month with their part of its days: who lives there, or her own age, makes another one."""
    parts: list[tuple[State, float]] = []
    for state, days in pieces(timeline, month):
        part = days / days_in(month)
        if parts and who_counts(parts[-1][0]) == who_counts(state):
            parts[-1] = parts[-1][0], parts[-1][1] + part
        else:
            parts.append((state, part))
    return parts


def who_counts(state: State) -> tuple[object, ...]:
    return state.bijstand, *(state.facts.get(name) for name in MAKES_ANOTHER_NORM)


def pieces(timeline: Timeline, month: dt.date) -> list[tuple[State, int]]:
    """The states within a month, with their days."""
    stop = add_months(month, 1)
    cuts = [month, *(state.since for state in timeline.states[1:] if month < state.since < stop), stop]
    states = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        if end > start:
            states.append((timeline.on(start), (end - start).days))
    return states
