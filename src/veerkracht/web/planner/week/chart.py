"""The week as SVG: a line of time for each day, a lane for everybody. Words in every bar; colour says it twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from veerkracht.week.times import DAY_NAMES, clock

from ..domain.lanes import DayLanes, Lane, LaneBar, frame_of

NAMESPACE = "http://www.w3.org/2000/svg"
ET.register_namespace("", NAMESPACE)
INK, QUIET, LINE, WHITE = "#23211e", "#5c574f", "#d8d2c7", "#ffffff"
# fill, letter, edge, dashed
LOOKS = {
    "work": ("#0f6063", WHITE, "#0f6063", False),
    "course": ("#8a3a1a", WHITE, "#8a3a1a", False),
    "travel": ("#c3e0de", INK, "#8fc4c3", False),
    "school": ("#f3f0eb", INK, "#767068", False),
    "care": ("#fae8de", INK, "#b5522b", False),
    "other": (WHITE, INK, "#767068", True),
    "kept": (WHITE, INK, "#8a3a1a", True),
}
AT_HOME = "thuis"
LETTER = 0.54  # width of an average letter, in parts of its size


@dataclass(frozen=True)
class WeekSheet:
    """Measures of a picture: for a desk or for a phone."""

    width: int
    names: int
    lane: int
    size: float
    hours: int
    head: float
    """Room above the lanes of a day: on a phone its name stands above the hours, else before them."""


DESK = WeekSheet(width=960, names=120, lane=25, size=13, hours=1, head=29)
PHONE = WeekSheet(width=360, names=64, lane=27, size=13, hours=2, head=44)


def draw_week(
    days: Sequence[DayLanes],
    sheet: WeekSheet,
    *,
    title: str,
    description: str,
    prefix: str,
    links: Mapping[str, str] | None = None,
) -> str:
    """One picture; `told` is the same in sentences, for who cannot see it.

    With `links` (of each piece of kept time its page) it can be worked in: those are links on top of the picture, and
    what the element `week-board` needs to know stands in data attributes.
    """
    start, end = frame_of(list(days))
    gap = sheet.size * 1.1
    tall = [sheet.head + len(day.lanes) * sheet.lane + gap for day in days]
    root = ET.Element(f"{{{NAMESPACE}}}svg")
    _put(root, viewBox=f"0 0 {sheet.width} {sum(tall) + sheet.size * 1.2:.0f}")
    picture = _add(root, "g", role="img")
    _put(picture, **{"aria-labelledby": f"{prefix}-title", "aria-describedby": f"{prefix}-desc"})
    _say(picture, "title", title, id=f"{prefix}-title")
    _say(picture, "desc", description, id=f"{prefix}-desc")
    scale = (sheet.width - sheet.names - 8) / (end - start)
    top = 0.0
    places = []
    for day, height in zip(days, tall, strict=True):
        place = BarPlace(sheet, start, end, scale, top + sheet.head)
        places.append((day, place))
        _draw_axis(picture, place, len(day.lanes), DAY_NAMES[day.day].capitalize())
        for number, lane in enumerate(day.lanes):
            _draw_lane(picture, place, number, lane, links)
        top += height
    if links is not None:
        _put(root, data_start=start, data_left=sheet.names, data_scale=f"{scale:.4f}")
        for day, place in places:
            _draw_own_lane(root, place, day, links)
    return ET.tostring(root, encoding="unicode")


def _draw_own_lane(root: ET.Element, place: BarPlace, day: DayLanes, links: Mapping[str, str]) -> None:
    """The first lane once more, to work in: empty time to keep free, and kept time to move."""
    lane = day.lanes[0]
    free = {"class": "week-free", "data-day": day.day, "data-name": DAY_NAMES[day.day], "aria-hidden": "true"}
    _add(
        root,
        "rect",
        x=place.sheet.names,
        y=place.top,
        width=(place.end - place.start) * place.scale,
        height=place.sheet.lane,
        fill="transparent",
        **free,
    )
    for bar in [bar for bar in lane.bars if bar.key in links]:
        name = f"{DAY_NAMES[day.day].capitalize()} {clock(bar.start)}–{clock(bar.end)}, {bar.words}"
        link = _add(root, "a", href=links[bar.key], data_block=bar.key, data_from=bar.start, data_to=bar.end)
        _put(link, **{"class": "week-kept", "aria-label": name})
        _draw_bar(link, place, place.top, bar, lane)


@dataclass(frozen=True)
class BarPlace:
    """Where a day stands on the sheet."""

    sheet: WeekSheet
    start: int
    end: int
    scale: float
    top: float

    def x(self, moment: int) -> float:
        inside = min(max(moment, self.start), self.end)
        return self.sheet.names + (inside - self.start) * self.scale


def _draw_axis(root: ET.Element, place: BarPlace, lanes: int, name: str) -> None:
    sheet, bottom = place.sheet, place.top + lanes * place.sheet.lane
    _say(
        root,
        "text",
        name,
        x=0,
        y=place.top - sheet.head + sheet.size * 1.5,
        **_letters(sheet.size * 1.12, 700),
    )
    for hour in range(-(-place.start // 60), place.end // 60 + 1, sheet.hours):
        x = place.x(hour * 60)
        _add(root, "line", x1=x, x2=x, y1=place.top - 2, y2=bottom, stroke=LINE, **{"stroke-width": 1})
        letters = _letters(sheet.size * 0.84, 400, QUIET)
        _say(
            root,
            "text",
            str(hour),
            x=x,
            y=place.top - sheet.size * 0.5,
            **{**letters, "text-anchor": "middle"},
        )


def _draw_lane(
    root: ET.Element, place: BarPlace, number: int, lane: Lane, links: Mapping[str, str] | None
) -> None:
    sheet = place.sheet
    top = place.top + number * sheet.lane
    weight = 700 if number == 0 else 400
    bars = lane.bars
    fitting = _cut(lane.name, sheet.names - 8, sheet.size)
    _say(root, "text", fitting, x=0, y=top + sheet.lane * 0.66, **_letters(sheet.size, weight))
    for bar in bars:
        if not (links and bar.key):
            _draw_bar(root, place, top, bar, lane)
    if not bars:
        quiet = _letters(sheet.size * 0.94, 400, QUIET)
        _say(root, "text", AT_HOME, x=sheet.names + 5, y=top + sheet.lane * 0.66, **quiet)


def _draw_bar(root: ET.Element, place: BarPlace, top: float, bar: LaneBar, lane: Lane) -> None:
    words = bar.words
    sheet, (fill, letter, edge, dashed) = place.sheet, LOOKS[bar.kind]
    left, right = place.x(bar.start), place.x(bar.end)
    group = _add(root, "g")
    _say(group, "title", f"{words} {clock(bar.start)}–{clock(bar.end)}" if bar.start else words)
    _add(
        group,
        "rect",
        x=left,
        y=top + 2,
        width=max(right - left, 2),
        height=sheet.lane - 4,
        rx=4,
        fill=fill,
        stroke=edge,
        **{"stroke-width": 1.3, "stroke-dasharray": "4 3" if dashed else None},
    )
    times = f"{words} {clock(bar.start)}–{clock(bar.end)}"
    room = right - left - 8
    label = next((t for t in (times if bar.start else words, words) if _width(t, sheet.size) <= room), "")
    free = place.x(min((other.start for other in lane.bars if other.start >= bar.end), default=place.end))
    if not label and bar.kind == "kept" and right + 4 + _width(words, sheet.size) <= free:
        _say(group, "text", words, x=right + 4, y=top + sheet.lane * 0.66, **_letters(sheet.size * 0.94, 400))
    elif not label and bar.kind != "travel" and room > sheet.size * 2:
        label = _cut(words, room, sheet.size)
    if label:
        _say(
            group,
            "text",
            label,
            x=left + 5,
            y=top + sheet.lane * 0.66,
            **_letters(sheet.size * 0.94, 600 if bar.kind in ("work", "course") else 400, letter),
        )


def _letters(size: float, weight: int, fill: str = INK) -> dict[str, object]:
    return {"font-size": round(size, 1), "font-weight": weight, "fill": fill}


def _width(text: str, size: float) -> float:
    return len(text) * size * LETTER


def _cut(text: str, room: float, size: float) -> str:
    fits = int(room / (size * LETTER))
    return text if len(text) <= fits else f"{text[: max(fits - 1, 1)]}…"


def _add(parent: ET.Element, tag: str, **attributes: object) -> ET.Element:
    child = ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    _put(child, **attributes)
    return child


def _say(parent: ET.Element, tag: str, text: str, **attributes: object) -> None:
    # Signs that XML does not know cannot come from a form, but from an older import.
    _add(parent, tag, **attributes).text = "".join(c for c in text if c.isprintable())


def _put(element: ET.Element, **attributes: object) -> None:
    for name, value in attributes.items():
        if value is not None:
            number = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
            element.set(name.replace("_", "-") if name.startswith("data_") else name, number)
