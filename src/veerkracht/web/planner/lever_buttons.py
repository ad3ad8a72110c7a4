"""Each change on a page with its euros, and the one click that gives it an owner: a promise, or a signal on the map."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from veerkracht.levers.worth import Worth
from veerkracht.web.map.queries import map_of
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Link, filled
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.times import Kind
from veerkracht.words.week import capital, lever_words

from .domain.changes import WeekChange, changes_of, of_money, of_week, pairs_to_list
from .domain.saved_week import SavedWeek
from .lever_prices import Priced, euro_words
from .models import PartKind

NETWORK = "network"
LEAST_MINUTES, LEAST_EUROS = 30, 10.0


@dataclass(frozen=True)
class LeverLine:
    """A change on the page. `since` is the day on which it was put on the map, `map_url` where it stands there."""

    change: WeekChange
    euros: str
    notes: list[str]
    sends: list[Any]
    may_put: bool
    since: dt.date | None
    map_url: str
    ways: list[Link]


@dataclass(frozen=True)
class LeverPairLine:
    """Two changes that give something together; `parts` are those that have no line of their own."""

    id: str
    what: str
    more: str
    euros: str
    notes: list[str]
    parts: list[LeverLine]


class LeverButtons:
    """What this reader can do with the changes of this family; reads the map once."""

    def __init__(self, request: SignedInRequest, case: Case, saved: SavedWeek) -> None:
        self.request, self.case, self.saved = request, case, saved
        self.may_put = authorize(request.user, "create", "belemmering_kans", case=case)
        self.put: Mapping[str, Any] = saved.many(PartKind.SIGNAL)
        self.urls = _factor_urls(case, request.user) if self.put else {}

    def way(
        self, change: WeekChange, worth: Worth | None = None, notes: list[str] | None = None
    ) -> LeverLine:
        """The one click of a change: a promise of its owner, or a signal where nobody at this table owns it."""
        sends = (
            signal_buttons(self.request, self.case, change, worth)
            if change.is_signal
            else send_buttons(self.request, self.case, change.party, change.party_words, change.promise)
        )
        put = self.put.get(change.key)
        return LeverLine(
            change,
            euro_words(worth) if worth else "",
            notes or [],
            sends,
            self.may_put and change.is_signal and put is None,
            dt.date.fromisoformat(put["on"]) if put else None,
            self.urls.get(put["factor"], "") if put else "",
            filled("lever_ways", case=self.case, account=self.request.user, party=change.party),
        )

    def ways(self, changes: Iterable[WeekChange], money: Priced | None) -> list[LeverLine]:
        """The changes as one list: the system first, then the most hours, then the most euros; toys left out."""
        worth = {**money.levers, **{lever.id: lever for lever in money.money}} if money else {}
        ordered = sorted(changes, key=lambda change: _place(change, worth.get(change.id)))
        helping = [change for change in ordered if is_worth_a_line(change, worth.get(change.id))]
        return [
            self.way(change, worth.get(change.id), money.notes(worth[change.id]) if money else [])
            for change in helping or ordered
        ]

    def pairs(
        self, week: WeekAnswer, money: Priced | None, listed: Iterable[WeekChange], kind: Kind
    ) -> list[LeverPairLine]:
        """Two changes together, with a way for the ones that give nothing alone."""
        known = {change.id for change in listed}
        lines = []
        for pair in pairs_to_list(week):
            worth = money.pairs.get((pair.a.id, pair.b.id)) if money else None
            both = [of_week(lever, 0, self.saved) for lever in pair.levers]
            together = of_week(pair.a, pair.minutes, self.saved, kind)
            what = " én ".join(lever_words(lever, named=True) for lever in pair.levers)
            lines.append(
                LeverPairLine(
                    f"{pair.a.id} + {pair.b.id}",
                    capital(what),
                    together.more,
                    euro_words(worth) if worth else "",
                    money.notes(worth) if money and worth else [],
                    [self.way(change) for change in both if change.id not in known],
                )
            )
            known |= {change.id for change in both}
        return lines


def _place(change: WeekChange, worth: Worth | None) -> tuple[bool, int, float]:
    return change.group == NETWORK, -change.minutes, -round(worth.euros, 2) if worth else 0.0


def is_worth_a_line(change: WeekChange, worth: Worth | None) -> bool:
    """Half an hour a week or ten euros a month: less than that changes nobody's week."""
    return change.minutes >= LEAST_MINUTES or (worth is not None and abs(worth.euros) >= LEAST_EUROS)


def all_changes(week: WeekAnswer, saved: SavedWeek, kind: Kind, money: Priced | None) -> list[WeekChange]:
    """Every change with a line of its own: those of the week, and those that leave it as it is."""
    return [
        *changes_of(week.gains or (), saved, kind),
        *(of_money(worth) for worth in (money.money if money else ())),
    ]


def signal_by_id(
    week: WeekAnswer, saved: SavedWeek, kind: Kind, money: Priced | None, id_: str
) -> WeekChange | None:
    """The signal of this name, whatever it gives in this week; None when there is no such signal."""
    others = [
        of_week(g.lever, max(g.minutes, 0), saved, kind) for g in week.gains or () if g.lever.group != "own"
    ]
    changes = [*all_changes(week, saved, kind, money), *others]
    return next((change for change in changes if change.id == id_ and change.is_signal), None)


def _factor_urls(case: Case, account: Account) -> dict[int, str]:
    """Where each factor that this reader may see stands on the map, by its row."""
    rows = map_of(case=case, account=account).factors.values()
    return {row.pk: reverse("map:ring", args=[case.public_id, row.ring]) for row in rows}


def send_buttons(request: SignedInRequest, case: Case, owner: str, owner_name: str, what: str) -> list[Any]:
    """What upper capabilities can make of a change somebody else could make: a promise."""
    return filled("send_to", account=request.user, case=case, owner=owner, owner_name=owner_name, what=what)


def signal_buttons(
    request: SignedInRequest, case: Case, change: WeekChange, worth: Worth | None
) -> list[Any]:
    """What upper capabilities make of a change nobody at this table owns: a signal, with what it is worth."""
    euros = worth.euros if worth else 0.0
    known = {"what": change.signal, "minutes": change.minutes, "euros": euros}
    return filled("send_signal", account=request.user, case=case, **known)
