"""Wages, holiday pay, WW and alimony: what is earned in a month, what is paid on a day, what tax is taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache, cached_property

import holidays

from tests.money_oracle import law
from tests.money_oracle.life import NEVER, Income, Spell, Work, World, day_in, later, month_of

FIRST, LAST = dt.date(2024, 6, 1), dt.date(2029, 1, 1)
FREE = {dt.date(2025, 4, 18), dt.date(2026, 4, 3), dt.date(2027, 3, 26), dt.date(2028, 4, 14)}
FREE |= set(holidays.country_holidays("NL", years=range(2024, 2031)))
"""Days on which offices are closed, Good Friday too (Algemene termijnenwet, art. 3)."""


def after_weekend(on: dt.date) -> dt.date:
    while on.weekday() >= 5 or on in FREE:
        on += dt.timedelta(days=1)
    return on


def before_weekend(on: dt.date) -> dt.date:
    while on.weekday() >= 5 or on in FREE:
        on -= dt.timedelta(days=1)
    return on


@dataclass(frozen=True, order=True, kw_only=True)
class Row:
    """One payment. `gross` where tax was taken from it."""

    on: dt.date
    what: str
    period: str
    amount: float
    gross: float = 0.0


@cache
def all_months() -> list[dt.date]:
    return [later(FIRST, n) for n in range((LAST.year - FIRST.year) * 12 - 5)]


@dataclass(kw_only=True)
class Pay:
    """The income of the household that is not from the municipality or Dienst Toeslagen."""

    world: World
    ended: dict[int, dt.date] = field(default_factory=dict)
    """By number of a stretch of bijstand: its last month, where months of nothing ended it."""

    def works_in(self, month: dt.date) -> list[Work]:
        return [w for w in self.world.works if w.start < later(month) and w.end > month]

    def gross(self, month: dt.date) -> float:
        """Earned in a month; of a broken month the working days (formulas_2, 6)."""
        if month not in self._gross:
            self._gross[month] = sum(w.hours_pay * w.work_share(month) for w in self.works_in(month))
        return self._gross[month]

    @cached_property
    def _gross(self) -> dict[dt.date, float]:
        return {}

    def credit(self, day: dt.date) -> bool:
        """Whether her employer applies the tax credit: where she says, as long as that payer pays."""
        place = self.world.facts.get("loonheffingskorting_bij", "werkgever")
        if place == "bijstand":
            return not any(
                s.days(month_of(day)) and month_of(day) <= self.ended.get(n, NEVER)
                for n, s in enumerate(self.world.bijstand)
            )
        return place == "werkgever" or (place == "uwv" and not self._uwv_pays(month_of(day)))

    def _uwv_pays(self, month: dt.date) -> bool:
        """Whether there is WW over a month: what ended (WW art. 20) is no payer any more, and applies no credit."""
        return f"{month:%Y-%m}" in self._months_with_ww

    @cached_property
    def _months_with_ww(self) -> set[str]:
        ww = self.world.ww
        months = [m for m in all_months() if ww and m >= month_of(ww.start)]
        found = set()
        for number, month in enumerate(months, 1):
            if not (ww and law.unemployment(month, ww.amount, number, self.gross(month))):
                break
            found.add(f"{month:%Y-%m}")
        return found

    def net(self, month: dt.date) -> float:
        return self.net_of(month, self.gross(month))

    def net_of(self, month: dt.date, gross: float) -> float:
        credit = self.credit(later(month) - dt.timedelta(days=1))
        return law.cents(gross - law.withheld(month.year, gross, credit=credit))

    @cached_property
    def _wages(self) -> list[Row]:
        rows = []
        for month in all_months():
            works = [w for w in self.works_in(month) if not w.four_weekly]
            if not works or not self.gross(month):
                continue
            on = day_in(later(month) if works[-1].next_month else month, works[-1].pay_day)
            if on < works[-1].began:
                on = day_in(later(month_of(on)), works[-1].pay_day)
            gross = self.gross(month)
            taken = law.withheld(on.year, gross, credit=self.credit(later(month) - dt.timedelta(days=1)))
            rows.append(self._row(on, "loon", month, gross, taken))
        return rows + self._by_four_weeks() + self._holiday_pay()

    def wages(self) -> list[Row]:
        return self._wages

    @staticmethod
    def _row(on: dt.date, what: str, month: dt.date, gross: float, taken: float) -> Row:
        net = law.cents(gross - taken)
        return Row(on=on, what=what, period=f"{month:%Y-%m}", amount=net, gross=gross)

    def _by_four_weeks(self) -> list[Row]:
        """Every 28 days from the first pay day, over the 28 days that end on it."""
        rows = []
        first = next((w.first_pay for w in self.world.works if w.four_weekly and w.first_pay), None)
        for number in range(80 if first else 0):
            on = (first or FIRST) + dt.timedelta(days=28 * number)
            begin, end = on - dt.timedelta(days=27), on + dt.timedelta(days=1)
            works = [w for w in self.world.works if w.four_weekly]
            gross = sum(w.hours_pay * 12 / 13 * w.work_days(begin, end) / 20 for w in works)
            if gross:
                month = gross * 13 / 12
                taken = law.withheld(on.year, month, credit=self.credit(on)) * 12 / 13
                rows.append(self._row(on, "loon", on, gross, taken))
        return rows

    def _holiday_pay(self) -> list[Row]:
        """8 percent over June to May, in May; of a job that ends, on its next pay day."""
        rows = []
        for began in sorted({w.began for w in self.world.works}):
            job = [w for w in self.world.works if w.began == began]
            built = 0.0
            for month in all_months():
                built += 0.08 * sum(w.hours_pay * w.work_share(month) for w in job)
                ends = job[-1].end != NEVER and month_of(job[-1].end) == month
                if built and (ends or month.month == 5):
                    on = day_in(month, job[-1].pay_day)
                    if ends and on < job[-1].end:
                        on = day_in(later(month), job[-1].pay_day)
                    rate = law.special_rate(on.year, self._usual(job, month), credit=self.credit(on))
                    rows.append(self._row(on, "vakantiegeld", on, built, built * rate))
                    built = 0.0
        return rows

    @staticmethod
    def _usual(job: list[Work], month: dt.date) -> float:
        return [w for w in job if w.start < later(month)][-1].hours_pay

    def wage_of(self, year: int) -> float:
        """Wage paid in a calendar year, holiday pay included."""
        return sum(row.gross for row in self._wages if row.on.year == year)

    def withheld_in(self, year: int) -> float:
        return sum(row.gross - row.amount for row in self._wages if row.on.year == year)

    # WW and alimony.

    @cached_property
    def _ww(self) -> list[Row]:
        ww = self.world.ww
        if not ww:
            return []
        rows = []
        for number, month in enumerate((m for m in all_months() if m >= month_of(ww.start)), 1):
            gross = law.unemployment(month, ww.amount, number, self.gross(month))
            if not gross:
                break
            on = after_weekend(day_in(later(month), ww.pay_day))
            at_uwv = self.world.facts.get("loonheffingskorting_bij") == "uwv"
            taken = law.withheld(on.year, gross, credit=at_uwv, from_work=False)
            rows.append(self._row(on, "ww", month, gross, taken))
        return rows

    def ww(self) -> list[Row]:
        return self._ww

    def others(self) -> list[tuple[Income, dt.date]]:
        """Alimony, with the days on which it comes."""
        days = [(i, day_in(m, i.pay_day)) for i in self.world.incomes for m in all_months()]
        return [(i, on) for i, on in days if i.start <= on < i.end]

    # Him.

    def partner_net(self, year: int, wage: float) -> float:
        month = wage / 12.96
        return law.cents(month - law.withheld(year, month, credit=True))

    def _partner_rows(self) -> list[Row]:
        rows = []
        for p in self.world.partners:
            for month in all_months():
                on = day_in(month, p.pay_day)
                if not p.wage or not p.start <= on < p.end:
                    continue
                period = f"{month:%Y-%m}"
                rows.append(
                    Row(on=on, what="loon_partner", period=period, amount=self.partner_net(on.year, p.wage))
                )
                if month.month == 5:
                    gross = 0.96 * p.wage / 12.96
                    rate = law.special_rate(on.year, p.wage / 12.96, credit=True)
                    net = law.cents(gross * (1 - rate))
                    rows.append(Row(on=on, what="vakantiegeld_partner", period=period, amount=net))
        return rows

    def rows(self) -> list[Row]:
        others = [Row(on=on, what=i.kind, period=f"{on:%Y-%m}", amount=i.amount) for i, on in self.others()]
        return [*self._wages, *self._ww, *others, *self._partner_rows()]


__all__ = ["Pay", "Row", "Spell", "after_weekend", "before_weekend"]
