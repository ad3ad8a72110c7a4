"""Bijstand by calendar month: the norm by days, what is taken off, what is left alone, when it is paid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property

from tests.money_oracle import law
from tests.money_oracle.life import Spell, World, day_in, later, month_of
from tests.money_oracle.pay import FIRST, Pay, Row, all_months, before_weekend

NOTHING = (0.0, 0.0, 0.0)


def _birthday(born: dt.date, age: int) -> dt.date:
    return (
        born.replace(year=born.year + age)
        if (born.month, born.day) != (2, 29)
        else dt.date(born.year + age, 3, 1)
    )


@dataclass(kw_only=True)
class Bijstand:
    """What the municipality pays under one world."""

    world: World
    pay: Pay
    nothing_runs: set[dt.date] = field(default_factory=set)

    # The norm.

    def _stretches(self, month: dt.date) -> list[tuple[dt.date, float]]:
        """The days of a month with bijstand, by way of living: a day of each, and its part of the month."""
        days = [month + dt.timedelta(days=n) for n in range((later(month) - month).days)]
        spell = self.spell(month)
        days = [d for d in days if spell and spell.start <= d < spell.end]
        found: dict[tuple[bool, int], list[dt.date]] = {}
        for day in days:
            found.setdefault((self.together(day), self.age(day)), []).append(day)
        whole = (later(month) - month).days
        return [(stretch[0], len(stretch) / whole) for stretch in found.values()]

    def together(self, day: dt.date) -> bool:
        return any(p.start <= day < p.end for p in self.world.partners)

    def _norm_on(self, day: dt.date) -> tuple[float, float]:
        topped = bool(self.world.facts.get("aanvulling_artikel_20"))
        return law.norm(day, couple=self.together(day), age=self.age(day), topped_up=topped)

    def age(self, day: dt.date) -> int:
        born = self.world.facts.get("geboortedatum_ouder")
        if not born:
            return int(self.world.facts["leeftijd_ouder"])
        at = dt.date.fromisoformat(born)
        return next(n for n in range(100) if _birthday(at, n + 1) > day)

    # What is left alone: art. 31 lid 2, and 34a from 2027.

    def _earns(self, month: dt.date) -> bool:
        return self.pay.gross(month) > 0 and self.spell(month) is not None

    def regime(self, day: dt.date) -> str:
        """Which exemption: n for six months with work, then r for thirty months by the calendar, then none."""
        f, of_the_month = self.world.facts, day
        day = max(day, month_of(self.world.start))
        month = month_of(day)
        helps, limited = f["werk_helpt_uitstroom"], f["is_medisch_urenbeperkt"]
        if month.year >= 2027:
            return "34a" if limited or (helps and self._turn_of_34a(month) <= 12) else ""
        grown = self.age(day) >= 27
        before = [m for m in self._months_from_start(month) if self._earns(m)]
        used = f["maanden_algemene_vrijlating"] + len(before)
        if grown and helps and used < 6:
            return "n"
        if limited:
            return "y"
        return (
            "r"
            if grown and helps and self._alone_with_child(of_the_month) and self._turn_of_r(month) <= 30
            else ""
        )

    def _months_from_start(self, month: dt.date) -> list[dt.date]:
        return [m for m in all_months() if month_of(self.world.start) <= m < month]

    def _alone_with_child(self, day: dt.date) -> bool:
        month = month_of(day)
        return any(b <= month < _birthday(b, 12) for b in self.world.children) and not self.together(day)

    def _turn_of_r(self, month: dt.date) -> int:
        """The how manieth of the thirty: they run on without work, from the month after n."""
        used = int(self.world.facts["maanden_vrijlating_alleenstaande_ouder"])
        passed, n_left = 0, 6 - self.world.facts["maanden_algemene_vrijlating"]
        for m in self._months_from_start(month):
            if n_left > 0:
                n_left -= self._earns(m)
            else:
                passed += 1
        return used + passed + 1

    def _turn_of_34a(self, month: dt.date) -> int:
        """Twelve months in a row from the first with work; again with a new job."""
        count, running, job = int(self.world.facts["maanden_vrijlating_artikel_34a"]), False, None
        running = count > 0
        for m in [m for m in all_months() if dt.date(2027, 1, 1) <= m <= month]:
            works = self.pay.works_in(m)
            began = works[-1].began if works else job
            if job is not None and began != job and count >= 12:
                count, running = 0, False
            job = began if works else job
            running = running or self._earns(m)
            count += running
        return count

    def exempt(self, day: dt.date, month: dt.date, net: float) -> float:
        """Of the wage of a month what is left alone: the regime of a day, the maximum of the month."""
        regime = self.regime(day) if net else ""
        if not regime:
            return 0.0
        if regime == "34a":
            return 0.15 * net
        name = {"n": "n_general", "r": "r_single_parent", "y": "y_medisch_urenbeperkt"}[regime]
        row = law.figure(f"vrijlating_{name}", month)
        return min(float(row["percent_of_work_income"]) * net, float(row["max_per_month"]))

    # What is taken off.

    def spell(self, month: dt.date) -> Spell | None:
        return next((s for s in self.world.bijstand if s.days(month)), None)

    def _other_means(self, month: dt.date) -> float:
        others = sum(i.amount for i, on in self.pay.others() if month_of(on) == month)
        return others + sum(row.amount for row in self.pay.ww() if row.period == f"{month:%Y-%m}")

    def _due(self, month: dt.date, *, afterwards: bool) -> tuple[float, float, float]:
        """To pay over a month (of a part of it the part), the holiday allowance reserved, and of both what is his."""
        due = reserved = half = 0.0
        for day, share in self._stretches(month):
            without, holiday = self._norm_on(day)
            net, free = self._month_before(month) if afterwards else self._of_the_month(day, month)
            his = sum(
                self.pay.partner_net(month.year, p.wage)
                for p in self.world.partners
                if p.start <= day < p.end
            )
            part = max(0.0, without - (net - free) - his - self._other_means(month))
            due += share * part
            apart = max(0.0, holiday - 0.08 * (net + his)) if part else 0.0
            reserved += share * apart
            half += share * (part + apart) / 2 if self.together(day) else 0.0
        return law.cents(due), reserved, half

    def _of_the_month(self, day: dt.date, month: dt.date) -> tuple[float, float]:
        """The wage earned on the days with bijstand, as that of a whole month, and what of it is left alone."""
        spell, gross = self.spell(month), self.pay.gross(month)
        if spell and spell.share(month) < 1:
            works = [
                replace(w, start=max(w.start, spell.start), end=min(w.end, spell.end))
                for w in self.world.works
            ]
            gross = sum(w.hours_pay * w.days(month) for w in works) / spell.days(month)
        net = self.pay.net_of(month, gross)
        return net, self.exempt(day, month, net)

    def _month_before(self, month: dt.date) -> tuple[float, float]:
        """With netting afterwards: the wage of the month before, as far as it was earned beside bijstand."""
        before = later(month, -1)
        spell = self.spell(before)
        if spell is None or (before in self.nothing_runs):
            return 0.0, 0.0
        works = self.pay.works_in(before)
        days = sum(w.days(before) for w in works)
        within = sum(
            replace(w, start=max(w.start, spell.start), end=min(w.end, spell.end)).days(before) for w in works
        )
        share = within / days if days else 0.0
        net = self.pay.net(before)
        return share * net, share * self.exempt(max(before, spell.start), before, net)

    @property
    def _afterwards(self) -> bool:
        return self.world.facts.get("verrekening") == "volgende_maand"

    @cached_property
    def months(self) -> dict[dt.date, tuple[float, float, float]]:
        """By month: what is paid over it and what is reserved, until it ends by months of nothing."""
        paid: dict[dt.date, tuple[float, float, float]] = {}
        allowed = 1 if self.world.facts.get("na_een_maand_zonder_bijstand") == "opnieuw_aanvragen" else 2
        ended: Spell | None = None
        nil = 0
        for month in all_months():
            spell = self.spell(month)
            if spell is None or spell is ended:
                self.nothing_runs.add(month)
                continue
            due = self._due(month, afterwards=self._afterwards)
            nil = 0 if due[0] else nil + 1
            if nil == allowed:
                ended = spell
                self.pay.ended[self.world.bijstand.index(spell)] = month
            paid[month] = due
        return paid

    def right(self, month: dt.date) -> float:
        return self._due(month, afterwards=False)[0]

    # Payment.

    def _pay_day(self, month: dt.date) -> dt.date:
        day = self.world.facts.get("betaaldag_bijstand", 28)
        following = self.world.facts.get("betaalmaand_bijstand") == "volgende"
        return before_weekend(day_in(later(month) if following else month, day))

    def _end_of(self, number: int) -> tuple[dt.date, dt.date] | None:
        """The last month with bijstand of a spell, and the day on which what is left is paid."""
        spell = self.world.bijstand[number]
        last = self.pay.ended.get(number) or month_of(spell.end - dt.timedelta(days=1))
        if last > later(FIRST, 12 * 20):
            return None
        day = self.world.facts.get("betaaldag_bijstand", 28)
        return last, before_weekend(day_in(later(last), day))

    @cached_property
    def _rows(self) -> list[Row]:
        """What is paid on what is known on the pay day; the difference on the next one."""
        rows: list[Row] = []
        for month in all_months():
            on, period = self._pay_day(month), f"{month:%Y-%m}"
            paid = self.known(on).months.get(month, NOTHING)[0]
            more = law.cents(self.months.get(month, NOTHING)[0] - paid)
            what = "nabetaling_bijstand" if more > 0 else "terugbetaling_bijstand"
            rows.append(Row(on=on, what="bijstand", period=period, amount=paid))
            rows.append(Row(on=self._pay_day(later(month)), what=what, period=period, amount=more))
        for number, spell in enumerate(self.world.bijstand):
            rows += self._holiday_rows(number, spell)
        return rows

    def _holiday_rows(self, number: int, spell: Spell) -> list[Row]:
        """Holiday allowance in June and at the end, by the calendar year it is of; and what was paid too much."""
        rows: list[Row] = []
        end = self._end_of(number)
        built: dict[int, float] = {}
        for month in [m for m in self.months if spell.days(m)]:
            if month.month == 6 and not (end and month > end[0]):
                day = self.world.facts.get("betaaldag_bijstand", 28)
                rows += self._holiday(before_weekend(day_in(month, day)), built)
                built = {}
            built[month.year] = built.get(month.year, 0.0) + self.months[month][1]
        if end:
            rows += self._holiday(end[1], built)
            for last, amount in self._left[number : number + 1]:
                what = "terugbetaling_bijstand" if amount < 0 else "nabetaling_bijstand"
                rows.append(Row(on=end[1], what=what, period=f"{last:%Y-%m}", amount=amount))
        return rows

    def _paid_too_much(self, spell: Spell, last: dt.date) -> float:
        """With netting afterwards one netting is left at the end: the first month was paid beside the wage."""
        if not self._afterwards:
            return 0.0
        months = [m for m in self.months if spell.days(m) and m <= last]
        first_netting = 0.0
        if spell.start < FIRST:
            means = self._other_means(months[0])
            first_netting = max(0.0, self._norm_on(months[0])[0] - means) - self.months[months[0]][0]
        return first_netting + sum(self.months[m][0] - self.right(m) for m in months)

    @staticmethod
    def _holiday(on: dt.date, built: dict[int, float]) -> list[Row]:
        return [
            Row(on=on, what="vakantietoeslag_bijstand", period=str(year), amount=law.cents(amount))
            for year, amount in built.items()
        ]

    def rows(self) -> list[Row]:
        return self._rows

    def of_year(self, year: int, *, partner: bool = False) -> tuple[float, float]:
        """Net bijstand of one person in a year, and the months in which the municipality applies the credit."""
        mine = total = months = 0.0
        for month in [m for m in self.months if m.year == year]:
            due, holiday, his = self.months[month]
            total += due + holiday
            mine += his if partner else due + holiday - his
            at_employer = self.pay.gross(month) > 0 and self.pay.credit(month)
            for day, share in self._stretches(month):
                without_wage = [p for p in self.world.partners if p.start <= day < p.end and not p.wage]
                months += share if (without_wage if partner else not at_employer) else 0.0
        left = sum(amount for month, amount in self._left if month.year == year)
        return mine + (left * mine / total if total else 0.0), months

    @property
    def _left(self) -> list[tuple[dt.date, float]]:
        """What netting afterwards left open at each end: by the last month paid, below nothing to pay back."""
        found = []
        for number, spell in enumerate(self.world.bijstand):
            end = self._end_of(number)
            too_much = law.cents(self._paid_too_much(spell, end[0])) if end else 0.0
            if end and too_much:
                last = max((m for m in self.months if self.months[m][0] and m <= end[0]), default=end[0])
                found.append((last, -too_much))
        return found

    def known(self, day: dt.date) -> Bijstand:
        """The same under what is known on a day."""
        world = self.world.known_on(day)
        if world is self.world:
            return self
        if len(world.events) not in self._others:
            other = Bijstand(world=world, pay=Pay(world=world))
            self._others[len(world.events)] = other
        return self._others[len(world.events)]

    @cached_property
    def _others(self) -> dict[int, Bijstand]:
        return {}

    def paid_in(self, year: int) -> tuple[int, float]:
        """The months of a year over which bijstand is paid, and all that is paid over them."""
        paid = [
            (due, holiday)
            for month, (due, holiday, _) in self.months.items()
            if month.year == year and due > 0
        ]
        return len(paid), sum(due + holiday for due, holiday in paid)
