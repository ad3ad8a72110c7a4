"""What the page Maanden shows: the sentence, the line, what to arrange, the months, and what will happen."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic

from veerkracht.money.forecast import Forecast, forecast
from veerkracht.money.ledger.debts import ARRANGEMENT, WITH_MORE_WAGE, debts_on
from veerkracht.money.ledger.months import NOT_COMPUTED
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import filled
from veerkracht.words.forecast import gap_in_words, headline, left_for_the_rest, reclaim_in_words
from veerkracht.words.ledger import debt_sentence
from veerkracht.words.numbers import MONTHS
from veerkracht.words.sentences import say

from ..domain import numbers
from ..domain.event_kinds import WORDING, in_words
from ..domain.ledger import ADULT, SPENT, Ledger, Noted, earliest, ledger_of
from ..domain.outcome import NotEnough
from ..domain.questions import PAYING
from ..domain.situation import KnownPerson, age_on, care_of, first_day_of_work, known, minimum_wage
from ..domain.version import rules_version
from ..queries import KeptFacts, SavedPurse
from .ranges import MonthRanges, month_ranges
from .rows import MonthRow, first_year, rows_of
from .to_arrange import CanBePromised, Promisable, ToArrange, arrangements

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
class Arranged(Generic[CanBePromised]):
    """One thing to arrange: a button that makes it a promise, or where that promise stands."""

    what: CanBePromised
    sends: tuple[Send, ...]
    promise_url: str = ""


@dataclass(frozen=True)
class MonthsPage:
    """The whole page, or what is still missing."""

    events: tuple[ShownEvent, ...]
    missing: NotEnough | None = None
    ledger: Ledger | None = None
    forecast: Forecast | None = None
    headline: str = ""
    left: str = ""
    gaps: tuple[str, ...] = ()
    rows: tuple[MonthRow, ...] = ()
    reclaims: tuple[tuple[str, str], ...] = ()
    debts: tuple[str, ...] = ()
    """Each debt with its last day, and what is not computed about them."""
    asks_days: bool = False
    """Whether nothing was told yet about days and the balance."""
    rules: str = ""
    ranges: MonthRanges | None = None
    left_out: tuple[str, ...] = tuple(say(one, WORDING) for one in NOT_COMPUTED)

    @property
    def first_year(self) -> tuple[MonthRow, ...]:
        return first_year(self.rows)

    @property
    def afterwards(self) -> tuple[MonthRow, ...]:
        return self.rows[len(self.first_year) :]


def months_page(purse: SavedPurse, events: Sequence[Noted], today: dt.date) -> MonthsPage:
    events_listed = shown_events(events, purse.person, today)
    try:
        ledger = ledger_of(purse.answers, purse.person, events, today)
    except NotEnough as missing:
        return without_ledger(MonthsPage(events_listed, missing=missing), purse, events, today)
    months = forecast(ledger.months, today, SPENT, ledger.has_own_balance)
    return MonthsPage(
        events_listed,
        ledger=ledger,
        forecast=months,
        headline=headline(months, ledger.costs_are_known),
        left=left_for_the_rest(months),
        gaps=tuple(gap_in_words(gap) for gap in months.gaps),
        rows=rows_of(months),
        reclaims=tuple(reclaim_in_words(one) for one in months.reclaims),
        debts=tuple(debts_in_words(ledger)),
        asks_days=PAYING.name not in purse.versions,
        rules=rules_version(),
    )


def without_ledger(
    page: MonthsPage, purse: SavedPurse, events: Sequence[Noted], today: dt.date
) -> MonthsPage:
    """Ranges where something is said not to be known; else what is missing."""
    try:
        ranges = month_ranges(purse.answers, purse.person, events, today)
    except NotEnough:
        return page
    return replace(page, missing=None, ranges=ranges) if ranges else page


def debts_in_words(ledger: Ledger) -> Iterator[str]:
    debts = ledger.months.run.timeline.states[-1].debts
    yield from map(debt_sentence, debts_on(ledger.months.start, debts))
    if debts:
        yield say(WITH_MORE_WAGE)
        yield say(ARRANGEMENT)


def shown_events(events: Sequence[Noted], person: KnownPerson, today: dt.date) -> tuple[ShownEvent, ...]:
    names = {child.key: child.name for child in person.children}
    return tuple(
        ShownEvent(one.id, one.on, in_words(one.kind, one.fields, names), number, state_of(one.on, today))
        for number, one in enumerate(events, 1)
    )


def state_of(on: dt.date, today: dt.date) -> str:
    if on < earliest(today):
        return "too_old"
    return "behind" if on < today else "ahead"


def arranged(ledger: Ledger, case: Case, account: Account, today: dt.date) -> list[Arranged[ToArrange]]:
    """What to arrange, each with its button, or with the way to the promise it has become."""
    offers = [(one, sends_of(one, case, account)) for one in arrangements(ledger, case.public_id, today)]
    promise_urls = promises_made([send for _, sends in offers for send in sends], case)
    return [as_arranged(one, sends, promise_urls) for one, sends in offers]


def promises_made(sends: Sequence[Send], case: Case) -> dict[uuid.UUID, str]:
    """The way to what the tokens of these buttons have made; "" when that was taken away again."""
    tokens = [token for send in sends for token in tokens_of(send)]
    return {token: url for ways in filled("made_of", case=case, tokens=tokens) for token, url in ways.items()}


def tokens_of(send: Send) -> list[uuid.UUID]:
    """The token of a button, and the ones that come after it when its promise was taken away again."""
    first = uuid.UUID(dict(send.fields)["once"])
    return [first, *(uuid.uuid5(first, str(time)) for time in range(1, TIMES))]


def as_arranged(
    offer: CanBePromised, sends: tuple[Send, ...], promise_urls: dict[uuid.UUID, str]
) -> Arranged[CanBePromised]:
    for send in sends:
        standing = next((promise_urls[token] for token in tokens_of(send) if promise_urls.get(token)), None)
        if standing:
            return Arranged(offer, (), standing)
    return Arranged(offer, tuple(fresh(send, promise_urls) for send in sends))


def fresh(send: Send, promise_urls: dict[uuid.UUID, str]) -> Send:
    """The button with a token that was not used yet."""
    unused = next((token for token in tokens_of(send) if token not in promise_urls), tokens_of(send)[-1])
    return replace(send, fields=tuple({**dict(send.fields), "once": str(unused)}.items()))


def sends_of(offer: Promisable, case: Case, account: Account) -> tuple[Send, ...]:
    """What upper capabilities can make of it, with the day, and with a token that is the same at each look."""
    owner, name = offer.owner
    buttons = filled("send_to", account=account, case=case, owner=owner, owner_name=name, what=offer.what)
    return tuple(dated(send, offer) for send in buttons)


def dated(send: Any, offer: Promisable) -> Send:
    own = {"once": str(uuid.uuid5(offer.token, send.url)), "due_on": f"{offer.before:%d-%m-%Y}"}
    return Send(send.label, send.icon, send.url, tuple({**dict(send.fields), **own}.items()))


@dataclass(frozen=True)
class Work:
    """Work that was kept or is looked at, ready to be put in the months."""

    key: str
    label: str
    hours: float
    wage: float

    def short(self, starts_on: dt.date) -> str:
        """`26 uur vanaf 1 januari`."""
        return f"{numbers.hours(self.hours)} vanaf {starts_on.day} {MONTHS[starts_on.month - 1]}"


NOW = "nu"
"""The key of the months in which nothing changes."""


@dataclass(frozen=True)
class WorkChoice:
    """With which work the months are shown: a link on top of the page."""

    label: str
    url: str
    is_current: bool


def supposed_events(works: Sequence[Work], purse: SavedPurse, key: str, today: dt.date) -> list[Noted]:
    """The events of work that is only looked at, as if it began on its first possible day."""
    on = first_day_of_work(today)
    events = events_for(works, purse, key, purse.of("betaaldag_loon"))
    return [Noted(on, kind, fields) for kind, fields in events]


def work_choices(
    events: Sequence[Noted], works: Sequence[Work], purse: SavedPurse, chosen: str, url: str, today: dt.date
) -> list[WorkChoice]:
    """What the months can be shown with: what was noted, how it is now, and the work that is looked at."""
    hours = purse.of("uren")
    as_now = f"Zoals nu, {numbers.hours(hours)}" if hours else "Zoals nu"
    if events:
        return [
            WorkChoice("Met wat er verandert", url, chosen != NOW),
            WorkChoice(as_now, f"{url}?met={NOW}", chosen == NOW),
        ]
    if not works:
        return []
    on, keys = first_day_of_work(today), [work.key for work in works]
    return [
        WorkChoice(as_now, url, chosen not in keys),
        *(WorkChoice(work.short(on), f"{url}?met={work.key}", chosen == work.key) for work in works),
    ]


def works_of(purse: SavedPurse, saved_sums: Sequence[KeptFacts], today: dt.date) -> list[Work]:
    """The kept sums first, then the hours that are looked at; each number of hours and wage once."""
    works = [
        Work(f"som-{one.id}", f"{one.label}: {_work(one.hours, one.hourly_wage)}", one.hours, one.hourly_wage)
        for one in saved_sums
    ]
    wage = known(purse.answers, "uurloon_straks") or known(purse.answers, "uurloon")
    if not wage:
        born = purse.person.born_on
        wage = minimum_wage(today, age_on(born, today) if born else ADULT)
    for name in ("uren_1", "uren_2"):
        hours = known(purse.answers, name)
        if hours and (hours, wage) not in [(one.hours, one.wage) for one in works]:
            works.append(Work(name, _work(hours, wage), hours, wage))
    return [one for one in works if one.hours]


def _work(hours: float, wage: float) -> str:
    return f"{numbers.hours(hours)} per week voor {numbers.euro(wage, cents=True)} per uur"


def events_for(
    works: Sequence[Work], purse: SavedPurse, key: str, pay_day: Any
) -> list[tuple[str, dict[str, Any]]]:
    """The chosen work as events: new work or other hours, and the childcare that grows with it."""
    answers, work = purse.answers, next(one for one in works if one.key == key)
    fields: dict[str, Any] = {"hours": work.hours, "hourly_wage": work.wage}
    if pay_day is not None:
        fields["pay_day"] = int(pay_day) if isinstance(pay_day, float) else pay_day
    if known(answers, "reiskosten_straks") is not None:
        fields["travel"] = known(answers, "reiskosten_straks")
    events = [("hours_change" if known(answers, "uren") else "job_starts", fields)]
    return events + list(care_for(work, purse))


def care_for(work: Work, purse: SavedPurse) -> Iterator[tuple[str, dict[str, Any]]]:
    """Childcare with other hours than now, for each child whose care grows with the work."""
    for care in care_of(purse.answers, purse.person):
        key = purse.person.children[care.child].key
        had, hours = known(purse.answers, f"opvanguren_{key}"), round(care.hours_at(work.hours), 1)
        if hours and hours != had:
            kind = "childcare_changes" if had else "childcare_starts"
            rate = {"hours_per_month": hours, "hourly_rate": care.hourly_rate}
            yield kind, {"child": key, "care": care.kind, **rate}
