"""Reads about people: the list of cases, one case, and what happened to it in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record import queries as record

from .domain import age_in_words
from .models import (
    PERSONAL_ROLES,
    Account,
    AccountRole,
    Assignment,
    AssignmentKind,
    Case,
    CaseQuerySet,
    Child,
)
from .visible_once import visible_cases


@dataclass(frozen=True)
class ChildFacts:
    id: int
    first_name: str
    born_on: dt.date
    age: str
    version: int


@dataclass(frozen=True)
class Klantmanager:
    """Whom she can call: printed on everything she takes home."""

    id: int
    name: str
    phone: str
    email: str
    working_days: str


def children_in_words(children: Iterable[tuple[str, dt.date]], day: dt.date) -> str:
    """`Yara (6 jaar) en Adam (2 jaar)`."""
    words = [f"{name} ({age_in_words(born_on, day)})" for name, born_on in children]
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 2 else words)


def children_of(*, case: Case, day: dt.date) -> list[ChildFacts]:
    return [
        ChildFacts(c.pk, c.first_name, c.born_on, age_in_words(c.born_on, day), c.version)
        for c in case.household.children.all()
    ]


def klantmanager_of(*, case: Case, day: dt.date) -> Klantmanager | None:
    """Her own klantmanager today; None when nobody is assigned."""
    own = Assignment.objects.active(day).filter(case=case, kind=AssignmentKind.OWN).select_related("account")
    assignment = own.order_by("-starts_on").first()
    if assignment is None:
        return None
    who = assignment.account
    return Klantmanager(who.pk, who.name, who.phone, who.email, who.working_days)


def klantmanager_account(*, case: Case, day: dt.date) -> Account | None:
    """The account of her own klantmanager today."""
    klantmanager = klantmanager_of(case=case, day=day)
    return Account.objects.get(pk=klantmanager.id) if klantmanager else None


def cases_of(*, account: Account) -> CaseQuerySet:
    """Every case this account may see today, not yet read: upper capabilities narrow it or ask within it."""
    return visible_cases(account)


def klantmanager_names(*, case_ids: Iterable[int], day: dt.date) -> dict[int, str]:
    """By case the name of who works with her that day; a case without anybody is absent."""
    rows = Assignment.objects.active(day).filter(case__in=list(case_ids), kind=AssignmentKind.OWN)
    return dict(rows.order_by("pk").values_list("case", "account__name"))


def names_near(*, account: Account) -> list[str]:
    """The names of everybody this account works with, and of their children."""
    cases = cases_of(account=account).order_by("pk")
    names = [name for pair in cases.values_list("first_name", "last_name") for name in pair]
    children = Child.objects.filter(household__in=cases.values("household")).order_by("pk")
    return [*names, *children.values_list("first_name", flat=True)]


def names_of(*, account_ids: Iterable[int | None]) -> dict[int, str]:
    wanted = {i for i in account_ids if i is not None}
    return dict(Account.objects.filter(pk__in=wanted).values_list("pk", "name"))


@dataclass(frozen=True)
class HistoryEntry:
    """One thing that happened, in words."""

    at: dt.datetime
    who: str
    words: str


def history(*, case: Case, limit: int = 200) -> list[HistoryEntry]:
    """What was changed, newest first."""
    events = record.happenings(case_id=case.pk, limit=limit)
    names = names_of(account_ids=[e.actor_id for e in events])
    entries = [
        HistoryEntry(e.at, names.get(e.actor_id or 0, str(_("Veerkracht zelf"))), e.words) for e in events
    ]
    return once_a_day(entries)


def changes_by_others(*, case: Case, since: dt.datetime, limit: int = 50) -> list[HistoryEntry]:
    """What others than who it is about changed since then, newest first."""
    events = [each for each in record.happenings(case_id=case.pk, limit=limit) if each.at > since]
    by_others = [each for each in events if each.actor_id not in (None, case.account_id)]
    names = names_of(account_ids=[each.actor_id for each in by_others])
    return once_a_day(
        HistoryEntry(each.at, names.get(each.actor_id or 0, ""), each.words) for each in by_others
    )


def once_a_day(entries: Iterable[HistoryEntry]) -> list[HistoryEntry]:
    """Somebody who did the same thing several times in a row on one day is one line, at its newest moment."""
    lines: list[HistoryEntry] = []
    for entry in entries:
        same = lines and (lines[-1].who, lines[-1].words) == (entry.who, entry.words)
        if not same or timezone.localdate(lines[-1].at) != timezone.localdate(entry.at):
            lines.append(entry)
    return lines


@dataclass(frozen=True)
class TeamMember:
    account_id: int
    name: str
    cases: int
    standing_in: int
    is_active: bool


def team(*, account: Account, day: dt.date) -> list[TeamMember]:
    """The klantmanagers of the municipality and how many people each has. Numbers of work, not of persons.

    A stopped account stays in sight for as long as somebody is assigned to it.
    """
    running = Q(assignments__in=Assignment.objects.active(day))
    rows = Account.objects.filter(
        municipality=account.municipality_id, role=AccountRole.KLANTMANAGER
    ).annotate(
        own=Count("assignments", filter=running & Q(assignments__kind=AssignmentKind.OWN)),
        stands_in=Count("assignments", filter=running & Q(assignments__kind=AssignmentKind.STAND_IN)),
    )
    in_sight = rows.filter(Q(is_active=True) | Q(own__gt=0) | Q(stands_in__gt=0))
    return [
        TeamMember(a.pk, a.name, a.own, a.stands_in, a.is_active) for a in in_sight.order_by("name", "pk")
    ]


@dataclass(frozen=True, kw_only=True)
class AssignedLine:
    """One case as a team lead sees it: a number and days, no name."""

    public_id: str
    since: dt.date
    is_closed: bool


def assigned_to(*, account_id: int, day: dt.date) -> list[AssignedLine]:
    """Whom this klantmanager guides today as her or his own, longest first."""
    rows = Assignment.objects.active(day).filter(account=account_id, kind=AssignmentKind.OWN)
    rows = rows.filter(case__removed_on=None, case__merged_into=None).select_related("case")
    return [
        AssignedLine(public_id=row.case.public_id, since=row.starts_on, is_closed=row.case.is_closed)
        for row in rows.order_by("starts_on", "pk")
    ]


@dataclass(frozen=True)
class DemoPerson:
    login: str
    name: str
    sub: str


@dataclass(frozen=True)
class DemoGroup:
    title: str
    warm: bool
    people: list[DemoPerson]


def demo_groups() -> list[DemoGroup]:
    """Everybody who can be entered with one click in demo mode: the parents, and everyone else."""
    accounts = Account.objects.filter(is_active=True).select_related("municipality", "case").order_by("pk")
    mothers, others = [], []
    for a in accounts:
        if a.role == AccountRole.MOEDER:
            mothers.append(DemoPerson(a.login, a.name, a.municipality.name))
        else:
            others.append(DemoPerson(a.login, a.name, f"{a.get_role_display()}, {a.municipality.name}"))
    return [
        DemoGroup(str(_("Mensen die voor de gemeente en de regio werken")), False, others),
        DemoGroup(str(_("Ouders")), True, mothers),
    ]


def has_case(*, account: Account, public_id: str) -> bool:
    """Whether the municipality has a case with this number."""
    return Case.objects.filter(municipality=account.municipality_id, public_id=public_id).exists()


def child_of(*, case: Case, child_id: int) -> Child:
    """One child of this case.

    Raises:
        Http404: no such child here.
    """
    child = Child.objects.filter(household=case.household_id, pk=child_id).first()
    if child is None:
        raise Http404
    return child


def accounts(*, account: Account) -> list[Account]:
    """The accounts of those who work for the municipality or the chain, for the functional administrator."""
    rows = Account.objects.filter(municipality=account.municipality_id).exclude(role__in=PERSONAL_ROLES)
    return list(rows.order_by("-is_active", "name", "pk"))


def account_of(*, account: Account, account_id: int) -> Account:
    """One account of the municipality, not the own one and nobody's who is guided.

    Raises:
        Http404: no such account here, or not one an administrator may know of.
    """
    rows = Account.objects.filter(municipality=account.municipality_id).exclude(pk=account.pk)
    rows = rows.exclude(role__in=PERSONAL_ROLES)
    matching = rows.filter(pk=account_id).first()
    if matching is None:
        raise Http404
    return matching


def accounts_with_role(*, municipality_id: int, role: str) -> list[Account]:
    """Everybody of a municipality with this role who can log in, by name."""
    rows = Account.objects.filter(municipality=municipality_id, role=role, is_active=True)
    return list(rows.order_by("name", "pk"))


def assignments_ending(case_ids: list[int], day: dt.date, until: dt.date) -> list[tuple[int, dt.date]]:
    """Who gets another klantmanager or stand-in, and the last day of the one of now."""
    rows = (
        Assignment.objects.active(day).filter(case__in=case_ids, ends_on__lte=until).order_by("ends_on", "pk")
    )
    return [(row.case_id, row.ends_on) for row in rows if row.ends_on]
