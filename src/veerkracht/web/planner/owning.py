"""Each change on a page with its euros, and the one click that gives it an owner: a promise, or a signal on the map."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from veerkracht.levers.owners import ORDER
from veerkracht.levers.worth import Worth
from veerkracht.web.map.queries import map_of
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import filled
from veerkracht.week.times import Kind

from .domain.changes import GROUPS, Change, changes_of, of_money, of_week
from .domain.look import Look
from .domain.told import Told
from .domain.words import what_of
from .models import PartKind
from .money import Priced, euro_words


@dataclass(frozen=True)
class Way:
    """A change on the page. `since` is the day on which it was put on the map, `map_url` where it stands there."""

    change: Change
    euros: str
    notes: list[str]
    sends: list[Any]
    may_put: bool
    since: dt.date | None
    map_url: str


@dataclass(frozen=True)
class Group:
    title: str
    ways: list[Way]


@dataclass(frozen=True)
class PairWay:
    """Two changes that give something together; `parts` are those that have no line of their own."""

    id: str
    what: str
    more: str
    euros: str
    notes: list[str]
    parts: list[Way]


class Owning:
    """What this reader can do with the changes of this family; reads the map once."""

    def __init__(self, request: HttpRequest, case: Case, told: Told) -> None:
        self.request, self.case, self.told = request, case, told
        self.may_put = authorize(request.user, "create", "belemmering_kans", case=case)
        self.put: Mapping[str, Any] = told.many(PartKind.SIGNAL)
        self.urls = _factor_urls(case, request.user) if self.put else {}

    def way(self, change: Change, worth: Worth | None = None, notes: list[str] | None = None) -> Way:
        """The one click of a change: a promise of its owner, or a signal where nobody at this table owns it."""
        sends = (
            []
            if change.is_signal
            else send_buttons(self.request, self.case, change.party, change.party_words, change.promise)
        )
        put = self.put.get(change.key)
        return Way(
            change,
            euro_words(worth) if worth else "",
            notes or [],
            sends,
            self.may_put and change.is_signal and put is None,
            dt.date.fromisoformat(put["on"]) if put else None,
            self.urls.get(put["factor"], "") if put else "",
        )

    def groups(self, changes: Iterable[Change], money: Priced | None) -> list[Group]:
        """The changes under their owners, the system first; the most euros first within one."""
        worth = {**money.levers, **{one.id: one for one in money.money}} if money else {}
        found = sorted(changes, key=lambda c: _place(c, worth.get(c.id)))
        ways = [self.way(c, worth.get(c.id), money.notes(worth[c.id]) if money else []) for c in found]
        return [
            Group(title, [way for way in ways if way.change.group == group])
            for group, title in GROUPS.items()
            if any(way.change.group == group for way in ways)
        ]

    def pairs(self, look: Look, money: Priced | None, listed: Iterable[Change], kind: Kind) -> list[PairWay]:
        """Two changes together, with a way for the ones that give nothing alone."""
        known = {change.id for change in listed}
        found = []
        for pair in look.shown_pairs:
            worth = money.pairs.get((pair.a.id, pair.b.id)) if money else None
            both = [of_week(lever, 0, self.told) for lever in (pair.a, pair.b)]
            together = of_week(pair.a, pair.minutes, self.told, kind)
            what = f"{what_of(pair.a)} én {what_of(pair.b)}"
            found.append(
                PairWay(
                    f"{pair.a.id} + {pair.b.id}",
                    what[0].upper() + what[1:],
                    together.more,
                    euro_words(worth) if worth else "",
                    money.notes(worth) if money and worth else [],
                    [self.way(change) for change in both if change.id not in known],
                )
            )
            known |= {change.id for change in both}
        return found


def _place(change: Change, worth: Worth | None) -> tuple[int, float, int]:
    return ORDER.index(change.group), -round(worth.euros, 2) if worth else 0.0, -change.minutes


def all_changes(look: Look, told: Told, kind: Kind, money: Priced | None) -> list[Change]:
    """Every change with a line of its own: those of the week, and those that leave it as it is."""
    return [
        *changes_of(look.gains, told, kind),
        *(of_money(worth) for worth in (money.money if money else ())),
    ]


def signal_by_id(look: Look, told: Told, kind: Kind, money: Priced | None, id_: str) -> Change | None:
    """The signal of this name, whatever it gives in this week; None when there is no such signal."""
    others = [of_week(g.lever, max(g.minutes, 0), told, kind) for g in look.gains if g.lever.group != "own"]
    found = [*all_changes(look, told, kind, money), *others]
    return next((change for change in found if change.id == id_ and change.is_signal), None)


def _factor_urls(case: Case, account: Account) -> dict[int, str]:
    """Where each factor that this reader may see stands on the map, by its row."""
    rows = map_of(case=case, account=account).factors.values()
    return {row.pk: reverse("map:ring", args=[case.public_id, row.ring]) for row in rows}


def send_buttons(request: HttpRequest, case: Case, owner: str, owner_name: str, what: str) -> list[Any]:
    """What upper capabilities can make of a change somebody else could make: a promise."""
    return filled("send_to", account=request.user, case=case, owner=owner, owner_name=owner_name, what=what)
