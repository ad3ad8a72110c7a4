"""What happened to a case, in words. Each capability supplies the words of its own events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from .models import Event, Reading

_words: dict[str, str] = {}


def supply_words(words: Mapping[str, str]) -> None:
    """Register how events read: `{"map.node_added": _("zette iemand op de kaart")}`. Called from an app's `ready`.

    Raises:
        ValueError: when two capabilities claim the same kind.
    """
    for kind, sentence in words.items():
        if _words.setdefault(kind, sentence) is not sentence:
            raise ValueError(f"the event kind {kind!r} has words already")


def known_kinds() -> frozenset[str]:
    return frozenset(_words)


@dataclass(frozen=True)
class Happening:
    at: dt.datetime
    actor_id: int | None
    words: str


@dataclass(frozen=True)
class Look:
    at: dt.datetime
    account_id: int
    what: str
    role: str


def happenings(*, case_id: int, limit: int = 50) -> list[Happening]:
    """The newest events of one case, newest first."""
    rows = Event.objects.filter(case_id=case_id).order_by("-at", "-id")[:limit]
    return [Happening(row.at, row.actor_id, str(_words[row.kind])) for row in rows]


def looks(*, case_id: int, limit: int = 50) -> list[Look]:
    """Who looked at one case, newest first."""
    rows = Reading.objects.filter(case_id=case_id).order_by("-at", "-id")[:limit]
    return [Look(row.at, row.account_id, row.what, row.role) for row in rows]
