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
from .models import PERSONAL_ROLES, Account, AccountRole, Assignment, AssignmentKind, Case, Child


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
    found = own.order_by("-starts_on").first()
    if found is None:
        return None
    who = found.account
    return Klantmanager(who.pk, who.name, who.phone, who.email, who.working_days)


def names_of(*, account_ids: Iterable[int | None]) -> dict[int, str]:
    wanted = {i for i in account_ids if i is not None}
    return dict(Account.objects.filter(pk__in=wanted).values_list("pk", "name"))


@dataclass(frozen=True)
class Told:
    """One thing that happened, in words."""

    at: dt.datetime
    who: str
    words: str


def history(*, case: Case, limit: int = 200) -> list[Told]:
    """What was changed, newest first."""
    events = record.happenings(case_id=case.pk, limit=limit)
    names = names_of(account_ids=[e.actor_id for e in events])
    told = [Told(e.at, names.get(e.actor_id or 0, str(_("Veerkracht zelf"))), e.words) for e in events]
    return once_a_day(told)


def once_a_day(told: Iterable[Told]) -> list[Told]:
    """Somebody who did the same thing several times in a row on one day is one line, at its newest moment."""
    lines: list[Told] = []
    for one in told:
        same = lines and (lines[-1].who, lines[-1].words) == (one.who, one.words)
        if not same or timezone.localdate(lines[-1].at) != timezone.localdate(one.at):
            lines.append(one)
    return lines


LOOKED_AT = {
    "persoonsgegevens_kern": _("keek op de eerste bladzijde"),
    "huishouden_kinderen": _("keek naar de kinderen"),
    "systeemkaart": _("keek naar de kaart"),
    "systeemkaart_naaste": _("keek naar iemand op de kaart"),
    "belemmering_kans": _("keek wat er op de kaart tegenhoudt of helpt"),
    "gespreksverslag": _("keek naar een gesprek"),
    "reactie_moeder_op_verslag": _("keek naar de reactie op een verslag"),
    "werkaantekening_professional": _("keek naar een aantekening"),
    "afspraak": _("keek naar een afspraak"),
    "gehoord": _("keek naar het antwoord op: werd je gehoord"),
    "gemeentedeel_plan": _("keek naar wat de gemeente afweegt"),
    "voorstel": _("keek naar een voorstel"),
    "doelschaal_gas": _("keek naar de doelen"),
    "financieel_beeld": _("keek naar het geld"),
    "rekenscenario": _("keek naar een berekening"),
    "weekplan": _("keek naar de week"),
    "werktijdprofiel": _("keek naar de werktijden die passen"),
    "opvang_bij_scholing_check": _("keek naar de opvang"),
    "trajectplan_concept": _("keek naar het plan"),
    "trajectplan_vastgesteld": _("keek naar het vastgestelde plan"),
    "actie": _("keek naar de afspraken"),
    "zaakverloop": _("keek wat er veranderd is"),
    "uitnodiging": _("keek naar de code om zelf in te loggen"),
    "auditlog": _("keek wie er gekeken heeft"),
}


def who_looked(*, case: Case, limit: int = 200) -> list[Told]:
    """Who looked and at what, newest first. Hers to see."""
    looks = record.looks(case_id=case.pk, limit=limit)
    names = names_of(account_ids=[look.account_id for look in looks])
    told = [
        Told(x.at, names.get(x.account_id, ""), str(LOOKED_AT.get(x.what, _("keek in het dossier"))))
        for x in looks
    ]
    return once_a_day(told)


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
    found = rows.filter(pk=account_id).first()
    if found is None:
        raise Http404
    return found
