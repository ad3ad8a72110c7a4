"""What today asks of one klantmanager. A fixed number of queries, each of them only about her or his own people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from veerkracht.web.aftercare.queries import AftercareDue, aftercare_due
from veerkracht.web.budget.queries import wishes_again
from veerkracht.web.chain.caseload_queries import waiting_for
from veerkracht.web.chain.silence_queries import OutOfSight, RiskAhead, out_of_sight, risks_ahead
from veerkracht.web.guide.queries import (
    FollowUp,
    TalkFacts,
    asked_to_talk_about,
    follow_ups,
    last_contact_on,
    todays_talks,
)
from veerkracht.web.people.models import Account
from veerkracht.web.people.queries import cases_of
from veerkracht.web.plan import queries as plan
from veerkracht.web.plan.domain import Rhythm, silent_since
from veerkracht.web.plan.queries import Due, HerWord, PromiseLine
from veerkracht.web.plan.words import rhythm_in_words
from veerkracht.web.training.queries import routes_again

from .domain import LawDay, birthdays, born_between, changes_at, law_days

SOON, AHEAD = dt.timedelta(weeks=6), dt.timedelta(days=365)
THIS_WEEK = dt.timedelta(days=7)
MOST, SHOWN = 40, 12


@dataclass(frozen=True)
class TodayGroup:
    """Promises with one heading; `kind` is late, today, week, others or done."""

    kind: str
    lines: list[PromiseLine]


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
    groups: list[TodayGroup]
    follow_ups: list[FollowUp]
    words: list[HerWord]
    silent: list[Silent]
    soon: list[ComingDate]
    ahead: list[ComingDate]
    laws: list[LawDay]
    out_of_sight: list[OutOfSight]
    risks: list[RiskAhead]
    aftercare: list[AftercareDue]
    offered: int
    """How many people colleagues or others would like to hand over to this klantmanager."""

    @property
    def is_quiet(self) -> bool:
        return not (
            self.groups
            or self.silent
            or self.follow_ups
            or self.out_of_sight
            or self.aftercare
            or self.offered
        )


def today(*, account: Account, day: dt.date) -> Today:
    dates = coming_dates(account=account, day=day)
    return Today(
        talks=todays_talks(account=account, day=day),
        groups=[group for group in _groups(account, day) if group.lines],
        follow_ups=follow_ups(account=account, day=day, until=day + THIS_WEEK),
        words=_words(account, day),
        silent=silent(account=account, day=day),
        soon=[one for one in dates if one.on <= day + SOON],
        ahead=[one for one in dates if one.on > day + SOON],
        laws=law_days(day, day + SOON),
        out_of_sight=out_of_sight(account=account, day=day),
        risks=risks_ahead(account=account, day=day),
        aftercare=aftercare_due(account=account, day=day, until=day + THIS_WEEK),
        offered=waiting_for(account),
    )


def _groups(account: Account, day: dt.date) -> list[TodayGroup]:
    """Our lateness first, then today, this week and what others are late with; what was ticked today stays in sight."""
    due = plan.due_lines(account=account, day=day, until=day + THIS_WEEK)
    return [
        TodayGroup("late", plan.late_lines(account=account, day=day)),
        TodayGroup("today", [line for line in due if line.due_on == day]),
        TodayGroup("week", [line for line in due if line.due_on > day]),
        TodayGroup("others", plan.late_of_others(account=account, day=day)),
        TodayGroup("done", plan.done_lines(account=account, day=day)),
    ]


def _words(account: Account, day: dt.date) -> list[HerWord]:
    """What she answered, proposed, or wants to talk about."""
    points = [
        HerWord(
            public_id=point.case.public_id, name=point.case.full_name, what=point.words, on=point.noted_on
        )
        for point in asked_to_talk_about(account=account)
    ]
    return sorted([*points, *plan.her_words(account=account, day=day)], key=lambda w: w.on, reverse=True)[
        :SHOWN
    ]


def silent(*, account: Account, day: dt.date) -> list[Silent]:
    """With whom it has been silent longer than agreed with them, the longest first."""
    agreed = plan.rhythms(account=account, day=day)
    ids = [one.case_id for one in agreed]
    signs, talks = plan.last_signs(case_ids=ids), last_contact_on(case_ids=ids)
    silent_cases = []
    for case_row in agreed:
        last = max(
            case_row.since,
            signs.get(case_row.case_id, case_row.since),
            talks.get(case_row.case_id, case_row.since),
        )
        expected = silent_since(weeks=case_row.weeks, last=last, day=day)
        if expected:
            words = rhythm_in_words(Rhythm(weeks=case_row.weeks, words=case_row.words))
            silent_cases.append(Silent(case_row.public_id, case_row.name, words, last, expected))
    return sorted(silent_cases, key=lambda silent_case: (silent_case.expected, silent_case.name))[:MOST]


def coming_dates(*, account: Account, day: dt.date) -> list[ComingDate]:
    """What changes from today up to a year ahead: birthdays of children, and what is to be talked about again."""
    until = day + AHEAD
    again = [_again(one) for one in plan.again_in(account=account, day=day, until=until)]
    again += [
        ComingDate(wish.case.public_id, wish.case.full_name, wish.again_on, "", wish.what)
        for wish in wishes_again(account=account, day=day, until=until)
        if wish.again_on
    ]
    again += [
        ComingDate(route.case.public_id, route.case.full_name, route.again_on, "", route.name)
        for route in routes_again(account=account, day=day, until=until)
        if route.again_on
    ]
    return sorted([*again, *_birthdays(account, day, until)], key=lambda date: (date.on, date.name))


def _again(due: Due) -> ComingDate:
    return ComingDate(due.public_id, due.name, due.on, "", due.what)


def _birthdays(account: Account, day: dt.date, until: dt.date) -> list[ComingDate]:
    texts = changes_at()
    born = Q()
    for age in texts:
        born |= Q(household__children__born_on__range=born_between(day, until, age))
    rows = (
        cases_of(account=account)
        .guided_now(day)
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
