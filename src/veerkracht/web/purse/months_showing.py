"""What the page Maanden shows: the sentence, the line, what to arrange, the months, and what will happen."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from veerkracht.money.ledger.debts import ARRANGEMENT, WITH_MORE_WAGE, debt_view
from veerkracht.money.ledger.months import NOT_COMPUTED
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import filled

from .domain import numbers
from .domain.balance_chart import BalanceChart, chart_of
from .domain.event_kinds import in_words, mistake_in_words
from .domain.month_rows import MonthRow, about_gap, gaps_ahead, rows_of, sentence
from .domain.outcome import NotEnough
from .domain.paying import ADULT, Ledger, Noted, earliest, first_shown, ledger_of
from .domain.payment_words import neutral
from .domain.promised import ToArrange, arrangements
from .domain.questions import PAYING
from .domain.situation import Person, age_on, care_of, known, minimum_wage
from .domain.version import rules_version
from .queries import KeptFacts, Purse, made_with

TIMES = 4
"""How often a promise may be taken away again and still be made from here."""


@dataclass(frozen=True)
class ShownEvent:
    """What happens on a day, with its number in the drawing."""

    id: int
    on: dt.date
    words: str
    number: int
    state: str
    """`ahead`, `behind` (it counts, the day is past) or `too_old` (it no longer counts)."""


@dataclass(frozen=True)
class Send:
    """A button that posts `fields` to a page of an upper capability."""

    label: str
    icon: str
    url: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Arranged:
    """One thing to arrange: a button that makes it a promise, or where that promise stands."""

    what: ToArrange
    sends: tuple[Send, ...]
    promise_url: str = ""


@dataclass(frozen=True)
class MonthsPage:
    """The whole page, or what is still missing."""

    events: tuple[ShownEvent, ...]
    missing: NotEnough | None = None
    ledger: Ledger | None = None
    sentence: str = ""
    gaps: tuple[str, ...] = ()
    chart: BalanceChart | None = None
    rows: tuple[MonthRow, ...] = ()
    debts: tuple[str, ...] = ()
    """Each debt with its last day, and what is not computed about them."""
    asks_days: bool = False
    """Whether nothing was told yet about days and the balance."""
    rules: str = ""
    left_out: tuple[str, ...] = tuple(mistake_in_words(one) for one in NOT_COMPUTED)


def months_page(purse: Purse, events: Sequence[Noted], today: dt.date) -> MonthsPage:
    shown = shown_events(events, purse.person, today)
    try:
        ledger = ledger_of(purse.answers, purse.person, events, today)
    except NotEnough as missing:
        return MonthsPage(shown, missing=missing)
    return MonthsPage(
        shown,
        None,
        ledger,
        sentence(ledger),
        tuple(about_gap(gap) for gap in gaps_ahead(ledger.months)),
        chart_of(ledger, events),
        rows_of(ledger),
        tuple(debts_in_words(ledger)),
        PAYING.name not in purse.versions,
        rules_version(),
    )


def debts_in_words(ledger: Ledger) -> Iterator[str]:
    debts = ledger.months.run.timeline.states[-1].debts
    for since, debt in debts:
        yield debt_view(debt, since).sentence
    if debts:
        yield neutral(WITH_MORE_WAGE)
        yield neutral(ARRANGEMENT)


def shown_events(events: Sequence[Noted], person: Person, today: dt.date) -> tuple[ShownEvent, ...]:
    names = {child.key: child.name for child in person.children}
    return tuple(
        ShownEvent(one.id, one.on, in_words(one.kind, one.fields, names), number, state_of(one.on, today))
        for number, one in enumerate(events, 1)
    )


def state_of(on: dt.date, today: dt.date) -> str:
    if on < earliest(today):
        return "too_old"
    return "behind" if on < first_shown(today) else "ahead"


def arranged(ledger: Ledger, case: Case, account: Account, today: dt.date) -> list[Arranged]:
    """What to arrange, each with its button, or with the way to the promise it has become."""
    found = [(one, sends_of(one, case, account)) for one in arrangements(ledger, case.public_id, today)]
    made = promises_made([send for _, sends in found for send in sends], case)
    return [as_arranged(one, sends, made, case) for one, sends in found]


def promises_made(sends: Sequence[Send], case: Case) -> dict[uuid.UUID, int | None]:
    """What the tokens of these buttons have made."""
    return made_with(case=case, tokens=[token for send in sends for token in tokens_of(send)])


def tokens_of(send: Send) -> list[uuid.UUID]:
    """The token of a button, and the ones that come after it when its promise was taken away again."""
    first = uuid.UUID(dict(send.fields)["once"])
    return [first, *(uuid.uuid5(first, str(time)) for time in range(1, TIMES))]


def as_arranged(
    one: ToArrange, sends: tuple[Send, ...], made: dict[uuid.UUID, int | None], case: Case
) -> Arranged:
    for send in sends:
        standing = next((made[token] for token in tokens_of(send) if made.get(token)), None)
        if standing:
            return Arranged(one, (), f"{reverse('plan:plan', args=[case.public_id])}#afspraak-{standing}")
    return Arranged(one, tuple(fresh(send, made) for send in sends))


def fresh(send: Send, made: dict[uuid.UUID, int | None]) -> Send:
    """The button with a token that was not used yet."""
    unused = next((token for token in tokens_of(send) if token not in made), tokens_of(send)[-1])
    return replace(send, fields=tuple({**dict(send.fields), "once": str(unused)}.items()))


def sends_of(one: ToArrange, case: Case, account: Account) -> tuple[Send, ...]:
    """What upper capabilities can make of it, with the day, and with a token that is the same at each look."""
    owner, name = one.owner
    found = filled("send_to", account=account, case=case, owner=owner, owner_name=name, what=one.about.what)
    return tuple(dated(send, one) for send in found)


def dated(send: Any, one: ToArrange) -> Send:
    own = {"once": str(uuid.uuid5(one.token, send.url)), "due_on": f"{one.before:%d-%m-%Y}"}
    return Send(send.label, send.icon, send.url, tuple({**dict(send.fields), **own}.items()))


@dataclass(frozen=True)
class Work:
    """Work that was kept or is looked at, ready to be put in the months."""

    key: str
    label: str
    hours: float
    wage: float


def works_of(purse: Purse, kept: Sequence[KeptFacts], today: dt.date) -> list[Work]:
    """The kept sums first, then the hours that are looked at; each number of hours and wage once."""
    found = [
        Work(f"som-{one.id}", f"{one.label}: {_work(one.hours, one.hourly_wage)}", one.hours, one.hourly_wage)
        for one in kept
    ]
    wage = known(purse.answers, "uurloon_straks") or known(purse.answers, "uurloon")
    if not wage:
        born = purse.person.born_on
        wage = minimum_wage(today, age_on(born, today) if born else ADULT)
    for name in ("uren_1", "uren_2"):
        hours = known(purse.answers, name)
        if hours and (hours, wage) not in [(one.hours, one.wage) for one in found]:
            found.append(Work(name, _work(hours, wage), hours, wage))
    return [one for one in found if one.hours]


def _work(hours: float, wage: float) -> str:
    return f"{numbers.hours(hours)} per week voor {numbers.euro(wage, cents=True)} per uur"


def events_for(
    works: Sequence[Work], purse: Purse, key: str, pay_day: Any
) -> list[tuple[str, dict[str, Any]]]:
    """The chosen work as events: new work or other hours, and the childcare that grows with it."""
    answers, work = purse.answers, next(one for one in works if one.key == key)
    fields: dict[str, Any] = {"hours": work.hours, "hourly_wage": work.wage}
    if pay_day is not None:
        fields["pay_day"] = int(pay_day) if isinstance(pay_day, float) else pay_day
    if known(answers, "reiskosten_straks") is not None:
        fields["travel"] = known(answers, "reiskosten_straks")
    found = [("hours_change" if known(answers, "uren") else "job_starts", fields)]
    return found + list(care_for(work, purse))


def care_for(work: Work, purse: Purse) -> Iterator[tuple[str, dict[str, Any]]]:
    """Childcare with other hours than now, for each child whose care grows with the work."""
    for one in care_of(purse.answers, purse.person):
        key = purse.person.children[one.child].key
        had, hours = known(purse.answers, f"opvanguren_{key}"), round(one.hours_at(work.hours), 1)
        if hours and hours != had:
            kind = "childcare_changes" if had else "childcare_starts"
            rate = {"hours_per_month": hours, "hourly_rate": one.hourly_rate}
            yield kind, {"child": key, "care": one.kind, **rate}
