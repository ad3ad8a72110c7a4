"""What happened to a case, in words. Each capability supplies the words of its own events."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Model, Q, QuerySet

from .models import Event, Reading

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_words: dict[str, StrOrPromise] = {}


def supply_words(words: Mapping[str, StrOrPromise]) -> None:
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


@dataclass(frozen=True, kw_only=True)
class DayOfLooks:
    """Somebody looked at one kind of thing of a case, so often on one day."""

    day: dt.date
    account_id: int
    what: str
    times: int


def happenings(*, case_id: int, limit: int = 50) -> list[Happening]:
    """The newest events of one case, newest first."""
    rows = Event.objects.filter(case_id=case_id).order_by("-at", "-id")[:limit]
    return [Happening(row.at, row.actor_id, str(_words[row.kind])) for row in rows]


def made_by_tokens(*, case_id: int, tokens: Iterable[uuid.UUID]) -> dict[uuid.UUID, int | None]:
    """Which of these forms' tokens had their effect in this case, and the id of what each made."""
    events = Event.objects.filter(case_id=case_id, once__in=list(tokens)).order_by("pk")
    return {once: pk for once, pk in events.values_list("once", "object_id") if once is not None}


def written_between(
    *, case_id: int, kinds: Iterable[str], since: dt.datetime, until: dt.datetime | None = None
) -> set[int]:
    """The ids of what events of these kinds wrote in this case from one moment on, to another if there is one."""
    events = Event.objects.filter(case_id=case_id, kind__in=list(kinds), at__gte=since)
    if until:
        events = events.filter(at__lte=until)
    return {pk for pk in events.order_by("pk").values_list("object_id", flat=True) if pk is not None}


def only_touched_by(*, account_id: int, object_type: str, object_id: int, since: dt.datetime) -> bool:
    """Whether this account alone wrote this object, all of it since that moment."""
    lines = Event.objects.filter(object_type=object_type, object_id=object_id).order_by("id")
    touched = [(line.actor_id, line.at >= since) for line in lines]
    return bool(touched) and all(by == account_id and is_recent for by, is_recent in touched)


def last_writer(of: Any) -> int | None:
    """The account that made this version of an object; None when no event says so, or it is no object of a table."""
    if not isinstance(of, Model):
        return None
    events = Event.objects.filter(object_type=of._meta.model_name, object_id=of.pk)
    version = getattr(of, "version", None)
    return events.filter(version=version).order_by("-id").values_list("actor_id", flat=True).first()


def last_moments(
    *, case_ids: Iterable[int], kinds: Iterable[str], looks: Iterable[str]
) -> dict[int, dt.datetime]:
    """The last moment, by case, of an event whose kind begins so or of a look at one of these things."""
    ids, begins = list(case_ids), Q()
    for kind in kinds:
        begins |= Q(kind__startswith=kind)
    moments: dict[int, dt.datetime] = {}
    for rows in (
        Event.objects.filter(begins, case_id__in=ids),
        Reading.objects.filter(case_id__in=ids, what__in=list(looks)),
    ):
        for case_id, last in rows.order_by().values_list("case_id").annotate(last=Max("at")):
            moments[case_id] = max(last, moments.get(case_id, last))
    return moments


def days_looked(*, case_id: int, except_account: int | None) -> QuerySet[Reading, dt.date]:
    """The days somebody else looked at this case, newest first: to be cut in pages."""
    rows = Reading.objects.filter(case_id=case_id).exclude(account_id=except_account or 0)
    return rows.order_by("-day").values_list("day", flat=True).distinct()


def looks_on(*, case_id: int, except_account: int | None, days: Iterable[dt.date]) -> list[DayOfLooks]:
    """Who looked at what on these days, each once with how often; the newest day first."""
    rows = Reading.objects.filter(case_id=case_id, day__in=list(days)).exclude(account_id=except_account or 0)
    counted = rows.order_by("-day", "account_id", "what").values_list("day", "account_id", "what")
    return [
        DayOfLooks(day=day, account_id=account_id, what=what, times=times)
        for day, account_id, what, times in counted.annotate(times=Count("id"))
    ]


def last_look_before(*, account_id: int, case_id: int, moment: dt.datetime) -> dt.datetime | None:
    """When this account looked at this case for the last time before that moment; None: never."""
    rows = Reading.objects.filter(account_id=account_id, case_id=case_id, at__lt=moment)
    last: dt.datetime | None = rows.aggregate(last=Max("at"))["last"]
    return last


def log_lines(
    *,
    account_ids: Iterable[int],
    case_id: int | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
) -> QuerySet[Reading]:
    """The reading log of these accounts, newest first, not yet read: to be cut in pages."""
    rows = Reading.objects.filter(account_id__in=list(account_ids))
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    if first:
        rows = rows.filter(day__gte=first)
    if last:
        rows = rows.filter(day__lte=last)
    return rows.order_by("-id")
