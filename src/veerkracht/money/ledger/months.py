"""Money in time: every payment with its day, the balance, the gap, and what each year brings afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..situation import known_law
from . import changes
from .allowances import allowances
from .book_keeping import Clerk
from .days import add_months, first_of, name_of
from .events import Event, MistakeInEvents, read_events
from .income import incomes
from .outgoings import outgoings
from .payments import OUT, Payment, Settlement
from .run import Run
from .settings import split
from .settlement import settlements
from .timeline import begin

MOST_MONTHS = 120
LAST_YEAR = 2100
INCOME = ("loon", "bijstand", "overig_inkomen")
TRANSITIONS = ("job_starts", "job_ends", "hours_change", "bijstand_starts", "bijstand_ends")
ALWAYS = (
    "Wat er voor de eerste dag was, is gerekend als de situatie op die dag.",
    "Een verandering na de eerste van een maand telt voor toeslagen en opvang vanaf de maand erna.",
    "Een belastingteruggave gaat naar de gemeente naar rato van de maanden met bijstand in dat jaar.",
    "Je eigen leeftijd blijft in dit overzicht gelijk.",
    "Een opgegeven vrijlating_regeling geldt tot een gebeurtenis haar stopt; opgegeven maanden tellen door.",
    "De dagen van de afrekening achteraf zijn een schatting; kleine bedragen worden soms niet teruggevraagd.",
)
NEW_EXEMPTION = (
    "Vanaf 1 januari 2027 komt er één vrijlating van 15 procent (Participatiewet, art. 34a; ingangsdatum uit één "
    "bron). Daar is hier nog niet mee gerekend."
)
NOT_COMPUTED = (
    "WW, ZW, WIA en toeslag van UWV: geef zelf een bedrag op met other_income_changes.",
    "De beslagvrije voet, rente en kosten van schulden.",
    "Het bijzondere tarief op vakantiegeld: dat is geschat.",
    "Dat bijstand die te veel is betaald meetelt voor het jaarinkomen tot ze is terugbetaald.",
    "De belasting van een partner over een jaar waarin die komt of gaat; die van jezelf is dan een schatting.",
    "Feestdagen: een betaling kan dan een dag later komen.",
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
    assumptions: tuple[str, ...]

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
        for one in self.settlements:
            if self.start <= one.on < self.stop:
                moves[one.on] = moves.get(one.on, 0.0) + one.amount
        balance, found = self.run.settings.saldo or 0.0, []
        for day in sorted(moves):
            balance += moves[day]
            found.append((day, round(balance, 2)))
        return tuple(found)

    @cached_property
    def lowest(self) -> tuple[dt.date, float]:
        return min(self.balance, key=lambda point: point[1])

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """One for each change of work or bijstand after which income comes from something new."""
        found = []
        for event in self.run.timeline.events:
            if event.kind in TRANSITIONS:
                last, first = self.around(event)
                if last and (first is None or first > last):
                    found.append(self.gap(event.on, last, first))
        return tuple(found)

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
    def gap_days(self) -> int:
        return max((gap.days for gap in self.gaps), default=0)

    @cached_property
    def levels(self) -> dict[dt.date, float]:
        """What comes in for each month, without yearly payments, after the bill of childcare."""
        found = {}
        due = self.run.incomes(self.run.timeline)
        care = {p.period: p.amount for p in self.all_payments if p.what == "kinderopvang"}
        monthly = dict.fromkeys((name_of(month) for month in self.run.months), 0.0)
        for p in self.all_payments:
            if p.period in monthly and p.what in YEARLY_LEFT_OUT:
                monthly[p.period] += p.amount
        for month in self.run.months:
            income = due[month]
            own = income.net + income.net_partner + income.bijstand + income.other
            found[month] = own + monthly[name_of(month)] - care.get(name_of(month), 0.0)
        return found

    @cached_property
    def months_below(self) -> tuple[dt.date, ...]:
        """Months in which less comes in than in the first month."""
        here = [month for month in self.levels if first_of(self.start) <= month < self.stop]
        return tuple(month for month in here if self.levels[month] < self.levels[here[0]] - 1)


YEARLY_LEFT_OUT = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")


def months(facts: object, events: object, start: dt.date, number: int, late: int = 0) -> Months:
    """The ledger from a day over a number of months. `late` passes each change on that many months after it."""
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= MOST_MONTHS:
        raise MistakeInEvents(
            f"Het aantal maanden hoort tussen 1 en {MOST_MONTHS} te liggen, niet {number!r}."
        )
    if start.year > LAST_YEAR:
        raise MistakeInEvents(
            f"De eerste dag ({start}) ligt te ver weg; kies een dag tot en met {LAST_YEAR}."
        )
    stop = add_months(start, number)
    law, settings, said = split(facts)
    first = begin(law, settings, start)
    timeline = changes.timeline(first, read_events(events, start, stop))
    run = Run(timeline, settings, start, stop, Clerk(start.year), late)
    refuse_running_bijstand(run)
    return kept(run, said)


def refuse_running_bijstand(run: Run) -> None:
    """Bijstand can start where it is not there, or where a wage has brought it to nothing."""
    due = run.incomes(run.timeline)
    for number, event in enumerate(run.timeline.events):
        before = add_months(first_of(event.on), -1)
        runs = run.timeline.states[number].bijstand and (before not in due or due[before].bijstand > 0)
        if event.kind == "bijstand_starts" and runs and due[first_of(event.on)].bijstand > 0:
            raise changes.impossible(event, "er is op die dag al bijstand; laat deze gebeurtenis weg.")


def kept(run: Run, said: tuple[str, ...] = ()) -> Months:
    """All payments of a run in order of their days, and the settlement of each year."""
    found = [*incomes(run), *allowances(run), *outgoings(run)]
    found.sort(key=lambda p: (p.on, p.direction, p.what))
    after = tuple(settlements(run, found))
    last = run.stop - dt.timedelta(days=1)
    later = known_law(last)[1]
    said = (*said, *later, *((NEW_EXEMPTION,) if later else ()), *ALWAYS)
    ended = tuple(one for one in after if dt.date(one.year, 12, 31) < run.stop or one.year == run.start.year)
    return Months(run, run.start, run.stop, tuple(found), ended, said)


def as_data(found: Months, to_arrange: list[dict[str, Any]]) -> dict[str, Any]:
    """The ledger in the form that other programs read."""
    day, amount = found.lowest
    return {
        "payments": [
            {
                "on": p.on.isoformat(),
                "what": p.what,
                "amount": p.amount,
                "for": p.period,
                "certainty": p.certainty,
                "article": p.article,
                "direction": p.direction,
            }
            for p in found.payments
        ],
        "balance": [{"on": day.isoformat(), "amount": amount} for day, amount in found.balance],
        "lowest": {"on": day.isoformat(), "amount": amount},
        "gap_days": found.gap_days,
        "gaps": [gap_as_data(gap) for gap in found.gaps],
        "months_below": [name_of(month) for month in found.months_below],
        "settlements": [
            {"year": s.year, "what": s.what, "amount": s.amount, "on": s.on.isoformat(), "article": s.article}
            for s in found.settlements
        ],
        "to_arrange": to_arrange,
        "assumptions": list(found.assumptions),
        "not_computed": list(NOT_COMPUTED),
    }


def gap_as_data(gap: Gap) -> dict[str, Any]:
    days = {
        name: getattr(gap, name).isoformat() for name in ("event_on", "last_old", "first_new", "lowest_on")
    }
    return {**days, "days": gap.days, "goes_out": gap.goes_out, "lowest": gap.lowest, "is_open": gap.is_open}
