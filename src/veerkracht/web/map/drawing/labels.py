"""Where names go: beside their spot, over nothing else. When that fails the map falls back on numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from veerkracht.web.map.drawing.boxes import Box, Point
from veerkracht.web.map.drawing.lettering import width_of, wrapped
from veerkracht.web.map.drawing.style import SheetFrame

LINE = 1.2
_MARGIN = 3.0


@dataclass(frozen=True, slots=True)
class Text:
    """What a label says: the name, and smaller under it what she said or what the tie is about."""

    name: str
    under: tuple[str, ...] = ()
    is_factor: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label. `side` is -1 when it ends at the spot, 1 when it begins there, 0 when centred."""

    id: str
    box: Box
    side: int
    lines: tuple[str, ...]
    under: tuple[str, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What a label may never touch, and what it had rather not cross."""

    sheet: Box
    solid: tuple[Box, ...]
    lines: tuple[tuple[Point, Point], ...]


def place_labels(
    texts: dict[str, Text], points: dict[str, Point], frame: SheetFrame, obstacles: Obstacles
) -> dict[str, Label] | None:
    """A free place for every label, or None when there is none for one of them."""
    choices = {
        item: sorted(_candidates(item, text, points[item], frame, obstacles), key=lambda label: label.cost)
        for item, text in texts.items()
    }
    placed: dict[str, Label] = {}
    for key in sorted(choices, key=lambda key: len(choices[key])):
        label = _free_choice(choices[key], placed.values()) or _make_way(choices, key, placed)
        if label is None:
            return None
        placed[key] = label
    return placed


def _free_choice(choices: Iterable[Label], placed: Iterable[Label]) -> Label | None:
    taken = [label.box for label in placed]
    return next((c for c in choices if not any(c.box.touches(box) for box in taken)), None)


def _make_way(choices: dict[str, list[Label]], key: str, placed: dict[str, Label]) -> Label | None:
    """Move one label that is in the way to another free place, if that makes room."""
    for label in choices[key]:
        in_the_way = [other for other in placed.values() if other.box.touches(label.box)]
        if len(in_the_way) > 1:
            continue
        other = in_the_way[0].id
        rest = [placed[key] for key in placed if key != other]
        moved = _free_choice(choices[other], [*rest, label])
        if moved:
            placed[other] = moved
            return label
    return None


def _candidates(
    key: str, text: Text, point: Point, frame: SheetFrame, obstacles: Obstacles
) -> Iterable[Label]:
    for extra, (lines, under) in _shapes(text, frame):
        width, height = _measure(lines, under, text, frame)
        for order, (box, side) in enumerate(_sides(point, width, height, frame)):
            grown = Box(box.left - _MARGIN, box.top - 1, box.right + _MARGIN, box.bottom + 1)
            if not grown.lies_within(obstacles.sheet) or any(grown.touches(s) for s in obstacles.solid):
                continue
            crossed = sum(grown.is_crossed_by(*piece) for piece in obstacles.lines)
            yield Label(key, grown, side, lines, under, extra + order * 0.6 + 4.0 * crossed)


def _shapes(text: Text, frame: SheetFrame) -> Iterable[tuple[float, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The same words over one, two or three lines."""
    size = frame.small_size if text.is_factor else frame.type_size
    most = 4 if text.is_factor else 2
    seen = set()
    for extra, share in ((0.0, 1.0), (1.2, 0.74), (1.6, 1.4)):
        length = frame.line_length * share
        lines = wrapped(text.name, length, size, most, bold=not text.is_factor)
        under = tuple(
            line for part in text.under for line in wrapped(part, length * 1.1, frame.small_size, 2)
        )
        if (lines, under) in seen or any(line.endswith("…") for line in under):
            continue
        if (share < 1 or not frame.breaks_words) and any(line.endswith(("-", "…")) for line in lines):
            continue
        seen.add((lines, under))
        ugly = sum(line.endswith("-") for line in lines) + 2 * lines[-1].endswith("…")
        yield extra + 6.0 * ugly, (lines, under)


def _measure(
    lines: Sequence[str], under: Sequence[str], text: Text, frame: SheetFrame
) -> tuple[float, float]:
    size = frame.small_size if text.is_factor else frame.type_size
    widths = [width_of(line, size, not text.is_factor) for line in lines]
    widths += [width_of(line, frame.small_size) for line in under]
    return max(widths), (len(lines) * size + len(under) * frame.small_size) * LINE


def _sides(point: Point, width: float, height: float, frame: SheetFrame) -> Iterable[tuple[Box, int]]:
    """Around the spot, the best place first: under, right, left, above, then the corners."""
    x, y = point
    gap = frame.node + 4
    low, high = y + gap, y - gap - height
    for left, top, side in (
        (x - width / 2, low, 0),
        (x + gap + 2, y - height / 2, 1),
        (x - gap - 2 - width, y - height / 2, -1),
        (x - width / 2, high, 0),
        (x + gap * 0.6, y + gap * 0.6, 1),
        (x - gap * 0.6 - width, y + gap * 0.6, -1),
        (x + gap * 0.6, y - gap * 0.6 - height, 1),
        (x - gap * 0.6 - width, y - gap * 0.6 - height, -1),
        (x - width * 0.22, low, 1),
        (x - width * 0.78, low, -1),
        (x - width * 0.22, high, 1),
        (x - width * 0.78, high, -1),
    ):
        yield Box(left, top, left + width, top + height), side
