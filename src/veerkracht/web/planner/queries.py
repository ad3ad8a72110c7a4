"""Reads of the planner: the whole week in a few queries, and one part of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.map.queries import nodes_of
from veerkracht.web.people.domain import age_on
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import children_of

from .domain.told import Kid, Told
from .models import CareCheck, Part, WorkSheet


@dataclass(frozen=True)
class WeekFacts:
    """What was told about a week, and the version of each part."""

    told: Told
    versions: Mapping[tuple[str, str], int]

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
    parts = {(row.kind, row.key): row.facts for row in rows}
    on_map = nodes_of(case=case, account=account, layer="now")
    avoided = tuple(node.name for node in on_map if node.do_not_contact)
    told = Told(kids, parts, places_are_secret=case.address_is_secret, avoided=avoided)
    return WeekFacts(told, {(row.kind, row.key): row.version for row in rows})


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
