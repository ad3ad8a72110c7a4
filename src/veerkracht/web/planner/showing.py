"""What the pages of the week share: the frame, the row of links between them, and the week ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.ui.slots import Link
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES, Kind

from . import drawing
from .domain import words
from .domain.lanes import DayLanes, lanes_of
from .domain.look import Look, look
from .domain.told import Told

PAGES = (
    ("week", _("De week"), "calendar-week", "weekplan"),
    ("offers", _("Werk of les erover"), "briefcase", "weekplan"),
    ("plan_b", _("Plan B"), "phone", "weekplan"),
    ("year", _("Het jaar"), "calendar", "weekplan"),
    ("care", _("Opvang en betaling"), "home-heart", "opvang_bij_scholing_check"),
    ("sheet", _("Blad voor werkgever"), "file-text", "werktijdprofiel"),
)


def week_page(request: HttpRequest, case: Case, current: str, **context: Any) -> dict[str, Any]:
    """The frame of a page of the week; `current` is its name in the row of links."""
    links = [
        Link(str(label), url_of(case, name), icon, name == current)
        for name, label, icon, kind in PAGES
        if authorize(request.user, "read", kind, case=case)
    ]
    back = url_of(case, current)
    return case_page(
        request, case, tab="planner:week", **{"week_links": links, "back": back, "modes": [], **context}
    )


def url_of(case: Case, name: str, *more: str) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])


@dataclass(frozen=True)
class Row:
    """One day in the table: what she does, and where everybody is."""

    name: str
    sentence: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shown:
    """The week ready for its page; `mistake` instead of all the rest when parts contradict each other."""

    kind: Kind
    mistake: str = ""
    sentence: str = ""
    more: str = ""
    why: str = ""
    kept: str = ""
    load: str = ""
    rows: tuple[Row, ...] = ()
    desk: SafeString = SafeString("")
    phone: SafeString = SafeString("")
    unknown: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def shown_week(
    told: Told, kind: Kind, mother: str, links: Mapping[str, str] | None = None
) -> tuple[Shown, Look | None]:
    """Compute the week and put it into words and pictures; `links` to kept time for who may move it."""
    try:
        found = look(told, kind)
    except BadInput as mistake:
        return Shown(kind, mistake=str(mistake)), None
    week, blocks = found.week(kind), told.many("block")
    days = lanes_of(week, blocks, mother, hide_travel=told.places_are_secret)
    rows = tuple(
        Row(DAY_NAMES[plan.day].capitalize(), words.day_line(plan, blocks, kind), _cells(lanes))
        for plan, lanes in zip(week.days, days, strict=True)
    )
    desk, phone = pictures(days, " ".join(row.sentence for row in rows), links)
    shown = Shown(
        kind,
        "",
        words.first_sentence(week),
        _more(told, kind, found),
        week.reason or "",
        words.kept_words(told, kind),
        words.spoken(week.load),
        rows,
        desk,
        phone,
        tuple(words.unknown_words(found.unknown, told)),
        tuple(words.assumptions(told)),
    )
    return shown, found


def _more(told: Told, kind: Kind, found: Look) -> str:
    said = [words.more_sentence(found), words.holiday_sentence(told) if kind == "holiday" else ""]
    return " ".join(sentence for sentence in said if sentence)


def _cells(lanes: DayLanes) -> tuple[tuple[str, str], ...]:
    """For each person what stands in the lane, in words."""
    return tuple(
        (lane.name, ", ".join(_bar(bar) for bar in lane.bars if bar.kind != "travel") or "thuis")
        for lane in lanes.lanes
    )


def _bar(bar: Any) -> str:
    if not bar.start:
        return str(bar.words)
    return f"{bar.words} {drawing.clock(bar.start)}–{drawing.clock(bar.end)}"


def pictures(
    days: list[DayLanes], told: str, links: Mapping[str, str] | None
) -> tuple[SafeString, SafeString]:
    """The picture for a desk and the one for a phone. Written as a tree by `drawing`, so escaped already."""
    if not days:
        return SafeString(""), SafeString("")
    title = _t("De week in beeld")
    desk = drawing.draw_week(days, drawing.DESK, title=title, told=told, prefix="week-desk", links=links)
    phone = drawing.draw_week(days, drawing.PHONE, title=title, told=told, prefix="week-phone", links=links)
    return mark_safe(desk), mark_safe(phone)  # noqa: S308


def name_of_mother(request: HttpRequest, case: Case) -> str:
    return _t("Jij") if is_hers(request.user) else case.first_name
