"""What today asks of one klantmanager. A fixed number of queries, each of them only about her or his own people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from veerkracht.web.guide.queries import TalkFacts, last_contact_on, todays_talks
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import queries as plan
from veerkracht.web.plan.domain import Rhythm, silent_since
from veerkracht.web.plan.queries import Due, Overdue
from veerkracht.web.plan.telling import rhythm_in_words

from .domain import birthdays, born_between, changes_at

SOON, AHEAD = dt.timedelta(weeks=6), dt.timedelta(days=365)
MOST = 40


@dataclass(frozen=True)
class PersonOwed:
    """Somebody to whom we did not do what we said, with the oldest first."""

    public_id: str
    name: str
    things: list[Overdue]


@dataclass(frozen=True)
class Silent:
    """Somebody we were not in touch with as agreed."""

    public_id: str
    name: str
    agreed: str
    last: dt.date
    expected: dt.date


@dataclass(frozen=True)
class ComingDate:
    """A date that changes something for somebody, and what."""

    public_id: str
    name: str
    on: dt.date
    title: str
    text: str
    age: int | None = None


@dataclass(frozen=True)
class Today:
    talks: list[TalkFacts]
    owed: list[PersonOwed]
    silent: list[Silent]
    soon: list[ComingDate]
    ahead: list[ComingDate]

    @property
    def is_quiet(self) -> bool:
        return not (self.owed or self.silent)


def today(*, account: Account, day: dt.date) -> Today:
    dates = coming_dates(account=account, day=day)
    return Today(
        talks=todays_talks(account=account, day=day),
        owed=owed(account=account, day=day),
        silent=silent(account=account, day=day),
        soon=[one for one in dates if one.on <= day + SOON],
        ahead=[one for one in dates if one.on > day + SOON],
    )


def owed(*, account: Account, day: dt.date) -> list[PersonOwed]:
    """What is late on our side, by person; who has waited longest comes first."""
    people: dict[str, PersonOwed] = {}
    for thing in plan.overdue(account=account, day=day):
        person = people.setdefault(thing.public_id, PersonOwed(thing.public_id, thing.name, []))
        person.things.append(thing)
    return list(people.values())


def silent(*, account: Account, day: dt.date) -> list[Silent]:
    """With whom it has been silent longer than agreed with them, the longest first."""
    agreed = plan.rhythms(account=account)
    ids = [one.case_id for one in agreed]
    signs, talks = plan.last_signs(case_ids=ids), last_contact_on(case_ids=ids)
    found = []
    for one in agreed:
        last = max(one.since, signs.get(one.case_id, one.since), talks.get(one.case_id, one.since))
        expected = silent_since(weeks=one.weeks, last=last, day=day)
        if expected:
            words = rhythm_in_words(Rhythm(weeks=one.weeks, words=one.words))
            found.append(Silent(one.public_id, one.name, words, last, expected))
    return sorted(found, key=lambda one: (one.expected, one.name))[:MOST]


def coming_dates(*, account: Account, day: dt.date) -> list[ComingDate]:
    """What changes from today up to a year ahead: birthdays of children, and what is to be talked about again."""
    until = day + AHEAD
    again = [_again(one) for one in plan.again_in(account=account, day=day, until=until)]
    return sorted([*again, *_birthdays(account, day, until)], key=lambda one: (one.on, one.name))


def _again(due: Due) -> ComingDate:
    return ComingDate(due.public_id, due.name, due.on, "", due.what)


def _birthdays(account: Account, day: dt.date, until: dt.date) -> list[ComingDate]:
    texts = changes_at()
    born = Q()
    for age in texts:
        born |= Q(household__children__born_on__range=born_between(day, until, age))
    rows = (
        Case.objects.visible_to(account)
        .filter(born)
        .order_by("household__children__born_on", "pk")
        .values_list(
            "public_id",
            "first_name",
            "last_name",
            "household__children__first_name",
            "household__children__born_on",
        )
    )
    return [
        ComingDate(public_id, f"{first} {last}", one.on, child, texts[one.age], one.age)
        for public_id, first, last, child, born_on in rows
        for one in birthdays(born_on, day, until, texts)
    ]
