"""One run over the months: what was due for each month, and what each office knew when it paid."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from veerkracht.law.choices import ALGEMEEN, ALLEENSTAANDE_OUDER, ARTIKEL_34A

from .book_keeping import Clerk, Income, Year, holiday
from .days import add_months, days_in, first_of, months_from
from .events import Event
from .settings import ASK_AGAIN, Settings
from .timeline import State, Timeline

COUNTED: dict[str, float] = {
    "maanden_algemene_vrijlating": ALGEMEEN,
    "maanden_vrijlating_alleenstaande_ouder": ALLEENSTAANDE_OUDER,
    "maanden_vrijlating_artikel_34a": ARTIKEL_34A,
}


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
    years_of: dict[tuple[int, int], Year] = field(default_factory=dict)
    states_of: dict[tuple[State, tuple[tuple[str, float], ...]], State] = field(default_factory=dict)

    @cached_property
    def months(self) -> list[dt.date]:
        """Whole years, so that each year can be settled."""
        last = self.stop - dt.timedelta(days=1)
        return list(months_from(self.start.replace(month=1, day=1), dt.date(last.year + 1, 1, 1)))

    @property
    def years(self) -> list[int]:
        return sorted({month.year for month in self.months})

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
        found: dict[dt.date, Income] = {}
        stopped_in: dt.date | None = None
        nothing_since: dt.date | None = None
        used: Counter[float] = Counter()
        for month in self.months:
            if stopped_in and asked_again(timeline.events, stopped_in, month):
                stopped_in = None
            state, share = supported(timeline, month)
            state = self.with_months_used(state, used)
            income = self.clerk.income(state, month, gross_in(timeline, month), share > 0 and not stopped_in)
            nothing = share > 0 and not stopped_in and income.bijstand == 0 and income.gross > 0
            if nothing and (nothing_since or self.settings.na_een_maand_zonder_bijstand == ASK_AGAIN):
                stopped_in = nothing_since or month
            nothing_since = (nothing_since or month) if nothing else None
            if month >= first_of(self.start):
                self.count_exemption(state, income, used)
            found[month] = part_of(income, share) if 0 < share < 1 else income
        return found

    def count_exemption(self, state: State, income: Income, used: Counter[float]) -> None:
        """One month more: by months with wage, but for lone parents by calendar months once it has begun.

        Those 30 months are consecutive (Participatiewet, art. 31 lid 2 r).
        """
        applied = bool(income.bijstand and income.gross)
        begun = bool(used[ALLEENSTAANDE_OUDER] or state.facts.get("maanden_vrijlating_alleenstaande_ouder"))
        if begun or (applied and income.exemption == ALLEENSTAANDE_OUDER):
            used[ALLEENSTAANDE_OUDER] += 1
        if applied and income.exemption != ALLEENSTAANDE_OUDER:
            used[income.exemption] += 1

    def with_months_used(self, state: State, used: Counter[float]) -> State:
        """The state with the months of an exemption counted on, where the facts count them; a given regime stays."""
        counted = {
            name: state.facts[name] + used[regime]
            for name, regime in COUNTED.items()
            if state.facts.get(name) is not None and used[regime]
        }
        if not counted or state.facts.get("vrijlating_regeling") is not None:
            return state
        key = (state, tuple(counted.items()))
        if key not in self.states_of:
            self.states_of[key] = replace(state, facts={**state.facts, **counted})
        return self.states_of[key]

    def year(self, timeline: Timeline, year: int) -> Year:
        """A calendar year when only the events of this timeline happen."""
        key = (len(timeline.states), year)
        if key not in self.years_of:
            months = [month for month in self.months if month.year == year]
            incomes = self.incomes(timeline)
            states = [timeline.on(month) for month in months]
            together = [state for state in states if state.facts.get("heeft_partner")]
            wage = sum(incomes[month].gross for month in months)
            wage += sum(gross for _, gross in self.holiday_pay(timeline, year))
            state = Counter(states).most_common(1)[0][0]
            due = [incomes[month] for month in months]
            self.years_of[key] = self.clerk.year(state, year, wage, together[-1] if together else None, due)
        return self.years_of[key]

    def holiday_pay(self, timeline: Timeline, year: int) -> list[tuple[dt.date, float]]:
        """The gross holiday allowance on wages paid in a year: in one month, and at the end of a job.

        What was built up before the first month is taken to be as in that month.
        """
        incomes = self.incomes(timeline)
        paid = []
        for month in (m for m in self.months if m.year == year):
            ends = [e.on for e in timeline.events if e.kind == "job_ends" and first_of(e.on) == month]
            if month.month == self.settings.vakantiegeld_maand or ends:
                built = self.built_up(timeline, month, bool(ends))
                gross = sum(incomes[max(m, self.months[0])].gross for m in built)
                if gross:
                    paid.append((month, holiday(month) * gross))
        return paid

    def built_up(self, timeline: Timeline, month: dt.date, job_ends: bool) -> list[dt.date]:
        """The months whose holiday allowance is paid in this month: those since it was last paid."""
        last = self.settings.vakantiegeld_maand
        since = dt.date(month.year - (month.month <= last), last, 1)
        ended = [first_of(e.on) for e in timeline.events if e.kind == "job_ends" and first_of(e.on) < month]
        since = max([since, *ended])
        stop = month if job_ends or month.month == last else add_months(month, -1)
        return list(months_from(add_months(since, 1), add_months(stop, 1)))


def asked_again(events: tuple[Event, ...], stopped_in: dt.date, month: dt.date) -> bool:
    return any(e.kind == "bijstand_starts" and stopped_in < e.on < add_months(month, 1) for e in events)


def gross_in(timeline: Timeline, month: dt.date) -> float:
    """The gross wage of a month, by the days that each job held."""
    total = 0.0
    for state, days in pieces(timeline, month):
        total += state.job.gross * days / days_in(month) if state.job else 0.0
    return round(total, 6)


def supported(timeline: Timeline, month: dt.date) -> tuple[State, float]:
    """The state whose bijstand counts in this month, and for which part of the month."""
    parts = [(state, days) for state, days in pieces(timeline, month) if state.bijstand]
    first = timeline.on(month)
    if not parts:
        return first, 0.0
    share = sum(days for _, days in parts) / days_in(month)
    return (first if first.bijstand else parts[0][0]), share


def pieces(timeline: Timeline, month: dt.date) -> list[tuple[State, int]]:
    """The states within a month, with their days."""
    stop = add_months(month, 1)
    cuts = [month, *(state.since for state in timeline.states[1:] if month < state.since < stop), stop]
    found = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        if end > start:
            found.append((timeline.on(start), (end - start).days))
    return found


def part_of(income: Income, share: float) -> Income:
    """Bijstand for a part of the month."""
    return Income(
        income.gross,
        income.net,
        income.net_partner,
        share * income.bijstand,
        share * income.reserved,
        share * income.gross_bijstand,
        share * income.gross_bijstand_partner,
        income.other,
    )
