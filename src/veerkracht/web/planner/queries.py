"""Reads of the planner: the whole week in a few queries, and one part of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from veerkracht.web.facts.domain.newest_statement import MONEY_WAGE
from veerkracht.web.facts.queries import SavedFacts, facts_of
from veerkracht.web.map.domain import NodeKind
from veerkracht.web.map.queries import hidden_not_to_contact, nodes_of
from veerkracht.web.people.domain import age_on
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import children_of

from .domain.saved_week import Kid, SavedWeek
from .models import CareCheck, Part, WorkSheet
from .saved_facts import ROOTS, parts_of, roots_of


@dataclass(frozen=True)
class WeekFacts:
    """What was told about a week, and the version of each part."""

    saved: SavedWeek
    versions: Mapping[tuple[str, str], int]
    wage_said: float | None = None
    """The wage of new work, where the page of money says one."""
    on_map: tuple[tuple[str, str], ...] = ()
    """Row and name of the people on the map who could be asked, and who are nobody of the week yet."""

    def version(self, kind: str, key: str = "") -> int:
        """0 for a part that nobody told yet."""
        return self.versions.get((kind, key), 0)

    @property
    def is_empty(self) -> bool:
        return not self.versions


def week_of(*, case: Case, account: Account, day: dt.date) -> WeekFacts:
    """The week of this case; the children come from the household, who must not be approached from the map."""
    kids = tuple(
        Kid(str(child.id), child.first_name, age_on(child.born_on, day))
        for child in children_of(case=case, day=day)
    )
    rows = list(Part.objects.filter(case=case).order_by("pk"))
    saved = facts_of(case=case)
    of_household = parts_of(saved)
    parts = {**of_household, **{(row.kind, row.key): row.facts for row in rows}}
    versions = {(kind, key): part_version(saved, kind, key) for kind, key in of_household if kind in ROOTS}
    versions |= {(row.kind, row.key): row.version for row in rows}
    on_map = nodes_of(case=case, account=account, layer="now")
    avoided = tuple(node.name for node in on_map if node.do_not_contact)
    saved_week = SavedWeek(
        kids,
        parts,
        places_are_secret=case.address_is_secret,
        avoided=avoided,
        avoided_in_silence=hidden_not_to_contact(case=case),
        day=day,
    )
    return WeekFacts(saved_week, versions, saved.known(MONEY_WAGE), _could_be_asked(on_map))


def _could_be_asked(nodes: Iterable[Any]) -> tuple[tuple[str, str], ...]:
    free = (n for n in nodes if n.kind == NodeKind.PERSON and not (n.do_not_contact or n.is_wish or n.person))
    return tuple((str(node.pk), node.name) for node in free)


@dataclass(frozen=True)
class WeekPartNow:
    """A part of the household as it stands, to lay beside what somebody typed."""

    version: int
    facts: Mapping[str, Any]


def part_version(saved: SavedFacts, kind: str, key: str) -> int:
    """The version of a part that is of the household; 0 where nobody said anything of it."""
    return saved.revision(roots_of(kind, key))


def part_of(*, case: Case, kind: str, key: str = "") -> Part:
    """One part of this case's week.

    Raises:
        Http404: nobody told it.
    """
    part = Part.objects.filter(case=case, kind=kind, key=key).first()
    if part is None:
        raise Http404
    return part


def care_check_of(*, case: Case) -> CareCheck:
    """The check as it stands; an empty one, of version 0, when nobody began it."""
    return CareCheck.objects.filter(case=case).first() or CareCheck(case=case, version=0)


def profile_of(*, case: Case) -> WorkSheet | None:
    return WorkSheet.objects.filter(case=case).first()
