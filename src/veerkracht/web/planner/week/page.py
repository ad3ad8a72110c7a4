"""The week ready to be shown: its sentence, its table and its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES, Kind, clock
from veerkracht.words.sentences import PAGE, refusal
from veerkracht.words.week import hindrance_sentence, spoken

from ..domain import words
from ..domain.lanes import DayLanes, lanes_of
from ..domain.saved_week import SavedWeek
from ..domain.week_answer import week_answer
from . import chart as drawing


@dataclass(frozen=True)
class DayRow:
    """One day in the table: what she does, and where everybody is."""

    name: str
    sentence: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WeekPage:
    """The week ready for its page; `mistake` instead of all the rest when parts contradict each other."""

    kind: Kind
    mistake: str = ""
    sentence: str = ""
    more: str = ""
    why: str = ""
    protected: str = ""
    load: str = ""
    rows: tuple[DayRow, ...] = ()
    desk: SafeString = SafeString("")
    phone: SafeString = SafeString("")
    unknown: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    full: str = ""
    """What the week asks besides work: appointments, places, hours on the way."""


def shown_week(
    saved: SavedWeek, kind: Kind, mother: str, links: Mapping[str, str] | None = None
) -> tuple[WeekPage, WeekAnswer | None]:
    """Compute the week and put it into words and pictures; `links` to kept time for who may move it.

    Nothing is concluded before somebody told something of the children: a week of assumptions is no verdict.
    """
    try:
        answer = week_answer(saved, kind)
    except BadInput as mistake:
        return WeekPage(kind, mistake=refusal(mistake, PAGE)), None
    week, blocks = answer.week, saved.many("block")
    days = lanes_of(week, blocks, mother, hide_travel=saved.places_are_secret)
    rows = tuple(
        DayRow(DAY_NAMES[plan.day].capitalize(), words.day_line(plan, blocks, kind), _cells(lanes))
        for plan, lanes in zip(week.days, days, strict=True)
    )
    desk, phone = pictures(days, " ".join(row.sentence for row in rows), links)
    page = WeekPage(
        kind,
        "",
        words.first_sentence(week),
        _more(saved, kind, answer),
        hindrance_sentence(week.hindrance) if week.hindrance else "",
        words.kept_words(saved, kind),
        spoken(week.load),
        rows,
        desk,
        phone,
        tuple(words.unknown_words(answer.unknown, saved)),
        tuple(words.assumptions(saved)),
    )
    if saved.missing_for_a_verdict:
        return _undecided(page, saved), None
    return replace(page, full=words.full_words(week, saved, kind)), answer


def _undecided(page: WeekPage, saved: SavedWeek) -> WeekPage:
    """The week without a conclusion; its picture only for who keeps time free in it."""
    if not saved.many("block"):
        page = replace(page, rows=(), desk=SafeString(""), phone=SafeString(""))
    return replace(
        page,
        sentence=words.NOT_YET,
        why=words.needed_words(saved),
        more="",
        load="",
        unknown=(),
        assumed=(),
    )


def _more(saved: SavedWeek, kind: Kind, answer: WeekAnswer) -> str:
    sentences = [words.more_sentence(answer), words.holiday_sentence(saved) if kind == "holiday" else ""]
    return " ".join(sentence for sentence in sentences if sentence)


def _cells(lanes: DayLanes) -> tuple[tuple[str, str], ...]:
    """For each person what stands in the lane, in words."""
    return tuple(
        (lane.name, ", ".join(_bar(bar) for bar in lane.bars if bar.kind != "travel") or "thuis")
        for lane in lanes.lanes
    )


def _bar(bar: Any) -> str:
    if not bar.start:
        return str(bar.words)
    return f"{bar.words} {clock(bar.start)}–{clock(bar.end)}"


def pictures(
    days: list[DayLanes], description: str, links: Mapping[str, str] | None
) -> tuple[SafeString, SafeString]:
    """The picture for a desk and the one for a phone. Written as a tree by `drawing`, so escaped already."""
    if not days:
        return SafeString(""), SafeString("")
    title = _t("De week in beeld")
    desk = drawing.draw_week(
        days, drawing.DESK, title=title, description=description, prefix="week-desk", links=links
    )
    phone = drawing.draw_week(
        days, drawing.PHONE, title=title, description=description, prefix="week-phone", links=links
    )
    return mark_safe(desk), mark_safe(phone)  # noqa: S308


def name_of_mother(request: SignedInRequest, case: Case) -> str:
    return _t("Jij") if is_hers(request.user) else case.first_name
