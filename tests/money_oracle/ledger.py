"""Every payment and settlement of a household, worked out apart from the program."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.money_oracle import law
from tests.money_oracle.bijstand import Bijstand
from tests.money_oracle.life import Spell, World, counts_from, day_in, last_day, later, month_of
from tests.money_oracle.pay import Pay, Row, after_weekend

ALLOWANCES = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")


@dataclass(kw_only=True)
class Ledger:
    """What is paid when under one world; `of(day)` is the same for what is known on that day."""

    world: World

    def __post_init__(self) -> None:
        self.pay = Pay(world=self.world)
        self.bijstand = Bijstand(world=self.world, pay=self.pay)
        self.bijstand.months  # noqa: B018  (which stretches end by nothing is known before the wages are)

    @cached_property
    def _others(self) -> dict[int, Ledger]:
        return {}

    def of(self, day: dt.date) -> Ledger:
        world = self.world.known_on(day)
        if world is self.world:
            return self
        if len(world.events) not in self._others:
            self._others[len(world.events)] = Ledger(world=world)
        return self._others[len(world.events)]

    # The year.

    def gross_bijstand(self, year: int, *, partner: bool = False) -> float:
        """Taxable bijstand of one person in a year (formulas_2, 5), the tax on top of what is paid."""
        net, months = self.bijstand.of_year(year, partner=partner)
        credit = law.general_credit(year, 0) * months / 12
        return max(net, (net - credit) / (1 - law.first_rate(year))) if net else 0.0

    def alimony(self, year: int) -> float:
        return sum(
            i.amount for i, on in self.pay.others() if i.kind == "partneralimentatie" and on.year == year
        )

    def income(self, year: int) -> float:
        """Her toetsingsinkomen."""
        if year not in self._incomes:
            self._incomes[year] = self._income(year)
        return self._incomes[year]

    @cached_property
    def _incomes(self) -> dict[int, float]:
        return {}

    def _income(self, year: int) -> float:
        from_ww = sum(row.gross for row in self.pay.ww() if row.on.year == year)
        return self.pay.wage_of(year) + from_ww + self.gross_bijstand(year) + self.alimony(year)

    def partner_income(self, year: int) -> float:
        """His whole year, whatever the months together."""
        wages = [p.wage for p in self.world.partners if p.start.year <= year <= p.end.year]
        return (wages[-1] if wages else 0.0) + self.gross_bijstand(year, partner=True)

    def credits_of_parent(self, year: int) -> float:
        """IACK: a child under twelve on 1 January, and no partner for six months or the lower wage."""
        young = [b for b in self.world.children if b > dt.date(year - 12, 1, 1) and b <= dt.date(year, 7, 1)]
        months = sum(self.has_partner(dt.date(year, m, 1)) for m in range(1, 13))
        earned = self.pay.wage_of(year)
        wages = [p.wage for p in self.world.partners if p.start.year <= year <= p.end.year]
        lower = months <= 6 or earned < wages[-1]
        return law.parent_credit(year, earned) if young and lower else 0.0

    def tax_settled(self, year: int) -> float:
        """What comes back (or is still due, below nothing) after the tax return."""
        income, earned = self.income(year), self.pay.wage_of(year)
        credits = (
            law.general_credit(year, income) + law.work_credit(year, earned) + self.credits_of_parent(year)
        )
        due = max(0.0, law.tax(year, income) - credits) + law.care_contribution(year, self.alimony(year))
        net, _ = self.bijstand.of_year(year)
        paid = self.pay.withheld_in(year) + self.gross_bijstand(year) - net
        paid += sum(row.gross - row.amount for row in self.pay.ww() if row.on.year == year)
        return law.cents(paid - due)

    def partner_settled(self, year: int) -> float:
        """His own settlement: his wage of the whole year and his half of bijstand, taxed apart from hers."""
        firsts = [dt.date(year, m, 1) for m in range(1, 13)]
        months = [m for m in firsts if any(p.start <= m < p.end for p in self.world.partners)]
        if not months:
            return 0.0
        wage = next(p.wage for p in self.world.partners if p.start <= months[-1] < p.end)
        if not wage and len(months) < 12:
            return 0.0  # What he had before is not known: between nothing and all that was held back.
        usual = wage / 12.96
        held = 12 * law.withheld(year, usual, credit=True)
        held += 0.96 * usual * law.special_rate(year, usual, credit=True)
        gross = self.gross_bijstand(year, partner=True)
        net, _ = self.bijstand.of_year(year, partner=True)
        credits = law.general_credit(year, wage + gross) + law.work_credit(year, wage)
        young = [b for b in self.world.children if dt.date(year - 12, 1, 1) < b <= dt.date(year, 7, 1)]
        if young and len(months) > 6 and wage < self.pay.wage_of(year):
            credits += law.parent_credit(year, wage)
        return law.cents(held + gross - net - max(0.0, law.tax(year, wage + gross) - credits))

    # Allowances.

    def has_partner(self, month: dt.date) -> bool:
        return any(counts_from(p.start) <= month < counts_from(p.end) for p in self.world.partners)

    def estimate(self, month: dt.date) -> float:
        """The income that Dienst Toeslagen reckons with."""
        passed = [amount for on, amount in self.world.estimates if on.year == month.year]
        return passed[-1] if passed else self.tested(month)

    def tested(self, month: dt.date) -> float:
        return self.income(month.year) + (self.partner_income(month.year) if self.has_partner(month) else 0.0)

    def persons(self, month: dt.date) -> int:
        return 1 + self.has_partner(month) + sum(counts_from(b) <= month for b in self.world.children)

    def ground(self, month: dt.date) -> bool:
        """Work now, work that ended less than three months ago, or what the facts say; for him as well."""
        f = self.world.facts
        hers = f.get("grond_kinderopvang") in ("traject", "studie", "inburgering")
        hers = hers or any(counts_from(w.began) <= month <= self._runs_on(w) for w in self.world.works)
        his = [p for p in self.world.partners if counts_from(p.start) <= month < counts_from(p.end)]
        return hers and all(
            p.wage > 0 or p.ground in ("werk", "studie", "traject", "inburgering") for p in his
        )

    @staticmethod
    def _runs_on(work: Spell) -> dt.date:
        """The last month of the claim after work that ended: three months from the first day without."""
        three = day_in(later(month_of(work.end), 3), work.end.day)
        return month_of(three - dt.timedelta(days=1))

    def allowance(self, what: str, month: dt.date, income: float) -> float:
        """A month of an allowance at this yearly income, not rounded down."""
        partner = self.has_partner(month)
        if what == "zorgtoeslag":
            return law.care_allowance(month.year, income, partner=partner) / 12
        if what == "kindgebonden_budget":
            return law.child_budget(month, income, self.world.children, partner=partner) / 12
        if what == "huurtoeslag":
            rent = [amount for on, amount in self.world.rents if counts_from(on) <= month][-1]
            return law.rent_allowance(month, income, rent, self.persons(month))
        care = [(c.kind, c.hours, c.rate) for c in self.world.care_in(month)]
        return law.childcare_allowance(month, income, care) if care and self.ground(month) else 0.0

    def paid(self, what: str, month: dt.date) -> Row:
        """On the 20th before the month, on what is known then; whole euros, rounded down."""
        on = after_weekend(later(month, -1).replace(day=20))
        known = self.of(on)
        amount = known.allowance(what, month, known.estimate(month))
        return Row(on=on, what=what, period=f"{month:%Y-%m}", amount=float(int(amount + 1e-6)))

    def settled(self, what: str, year: int) -> float:
        months = [dt.date(year, m, 1) for m in range(1, 13)]
        right = sum(self.allowance(what, m, self.tested(m)) for m in months)
        return law.cents(right - sum(self.paid(what, m).amount for m in months))

    # All together.

    def payments(self, start: dt.date, months: int) -> list[Row]:
        """What is paid in the window, by day and name; nothing that is nil."""
        end = later(start, months)
        rows = [*self.pay.rows(), *self.bijstand.rows(), *self._costs(start, end)]
        for number in range(months + 1):
            rows += [self.paid(what, later(start, number)) for what in ALLOWANCES]
        for number in range(-3, months + 1):
            quarter = later(start, number)
            if quarter.month % 3 == 1:
                amount = law.child_benefit(quarter, [b for b in self.world.children if b <= quarter])
                period = f"{quarter.year}-Q{(quarter.month + 2) // 3}"
                rows.append(
                    Row(
                        on=after_weekend(later(quarter, 3)),
                        what="kinderbijslag",
                        period=period,
                        amount=amount,
                    )
                )
        return sorted(r for r in rows if start <= r.on < end and abs(r.amount) >= 0.005)

    def _costs(self, start: dt.date, end: dt.date) -> list[Row]:
        rows, month = [], start
        while month < end:
            rent = [amount for on, amount in self.world.rents if on <= month][-1]
            care = sum(c.hours * c.rate for c in self.world.care_in(month))
            period = f"{month:%Y-%m}"
            rows.append(Row(on=month, what="huur", period=period, amount=rent))
            rows.append(Row(on=month, what="kinderopvang", period=period, amount=law.cents(care)))
            month = later(month)
        for event in self.world.events:
            if event["kind"] == "one_off":
                on = dt.date.fromisoformat(event["on"])
                name = f"eenmalig: {event['name']}"
                rows.append(Row(on=on, what=name, period=f"{on:%Y-%m}", amount=abs(event["amount"])))
        return rows

    def settlements(self, start: dt.date, months: int) -> dict[tuple[int, str], float]:
        """Of the years that end in the window."""
        last = last_day(later(start, months - 1))
        found: dict[tuple[int, str], float] = {}
        for year in range(start.year, last.year + (last == dt.date(last.year, 12, 31))):
            found |= {(year, what): self.settled(what, year) for what in ALLOWANCES}
            back = self.tax_settled(year)
            found[year, "inkomstenbelasting"] = back
            months_with, received = self.bijstand.paid_in(year)
            his = self.partner_settled(year)
            found[year, "inkomstenbelasting_partner"] = his
            to_municipality = min(max(0.0, back + his) * months_with / 12, received)
            found[year, "terugbetaling_bijstand_na_belastingteruggave"] = -law.cents(to_municipality)
        return {key: amount for key, amount in found.items() if abs(amount) >= 0.005}


def answer(facts: dict[str, Any], events: list[dict[str, Any]], start: dt.date) -> Ledger:
    return Ledger(world=World(facts=facts, events=events, start=start))
