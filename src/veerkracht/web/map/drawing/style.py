"""How the map looks: colours, type and the two sheets it is drawn on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import Closeness, Ring
from veerkracht.web.map.drawing.boxes import Box, around
from veerkracht.web.map.drawing.lettering import width_of

INK = "#1f2a2c"
SOFT_INK = "#4a5759"
TEAL = "#0f6063"
TEAL_LINE = "#8fc4c3"
TERRACOTTA = "#b5522b"
WHITE = "#ffffff"
# From the inside out.
RING_TINT = {Ring.MICRO: "#e8f3f2", Ring.MESO: "#eff7f6", Ring.EXO: "#f6fafa", Ring.MACRO: "#fbfdfd"}
FONT = "'Source Sans 3', 'Veerkracht Tekst', 'Noto Sans', 'Noto Sans Arabic', 'Noto Emoji', sans-serif"

# Where each ring ends, as a share of the whole; a chosen ring gets the room.
_ENDS = {
    None: (0.53, 0.7, 0.86, 1.0),
    Ring.MICRO: (0.76, 0.84, 0.92, 1.0),
    Ring.MESO: (0.46, 0.82, 0.91, 1.0),
    Ring.EXO: (0.36, 0.46, 0.88, 1.0),
    Ring.MACRO: (0.34, 0.43, 0.56, 1.0),
}
_WITHIN_MICRO = {Closeness.CLOSE: 0.42, Closeness.NORMAL: 0.64, Closeness.FAR: 0.84}


class MapSheet(StrEnum):
    """Wide for a desk, a print or a letter; narrow for a phone."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True)
class SheetFrame:
    """The measures of one sheet. `rho` is the share of the way from the middle to the outer edge."""

    width: float
    height: float
    centre: tuple[float, float]
    reach: tuple[float, float]
    ends: Mapping[Ring, float]
    mother: float
    node: float
    mark: float
    type_size: float
    small_size: float
    ring_size: float
    room: tuple[float, float]
    line_length: float
    columns: int
    pen: float
    breaks_words: bool

    def at(self, rho: float, angle: float) -> tuple[float, float]:
        """A point, by share of the way out and degrees clockwise from the top."""
        turn = math.radians(angle)
        x = self.centre[0] + rho * self.reach[0] * math.sin(turn)
        return x, self.centre[1] - rho * self.reach[1] * math.cos(turn)

    @cached_property
    def name_boxes(self) -> dict[Ring, Box]:
        """The room the names of the rings take: at the top of each, just inside its edge."""
        boxes = {}
        for ring in Ring:
            x, y = self.at(self.ends[ring], 0)
            half = width_of(words.RING[ring], self.ring_size) / 2
            boxes[ring] = around((x, y + self.ring_size * 0.95), half, self.ring_size * 0.62)
        return boxes

    def begin(self, ring: Ring) -> float:
        rings = list(Ring)
        return self.mother / self.reach[1] if ring is Ring.MICRO else self.ends[rings[rings.index(ring) - 1]]

    def rho(self, ring: Ring, closeness: Closeness = Closeness.NORMAL) -> float:
        begin, end = self.begin(ring), self.ends[ring]
        share = _WITHIN_MICRO[closeness] if ring is Ring.MICRO else 0.5
        return begin + share * (end - begin)


def frame_for(sheet: MapSheet, focus: Ring | None = None) -> SheetFrame:
    """The measures for a desk or a phone, with one ring enlarged when asked."""
    ends = dict(zip(Ring, _ENDS[focus], strict=True))
    if sheet is MapSheet.WIDE:
        return SheetFrame(
            width=1080,
            height=868,
            centre=(540, 434),
            reach=(505, 418),
            ends=ends,
            mother=48,
            node=18,
            mark=11,
            type_size=16.5,
            small_size=14,
            ring_size=14,
            room=(120, 74),
            line_length=132,
            columns=3,
            pen=1,
            breaks_words=True,
        )
    return SheetFrame(
        width=360,
        height=548,
        centre=(180, 274),
        reach=(175, 267),
        ends=ends,
        mother=26,
        node=13,
        mark=8.5,
        type_size=13,
        small_size=12,
        ring_size=12,
        room=(58, 48),
        line_length=74,
        columns=1,
        pen=0.72,
        breaks_words=False,
    )


def ring_and_angle(x: float, y: float, sheet: MapSheet, focus: Ring | None = None) -> tuple[Ring, float]:
    """The ring and angle under a point of the sheet, for a node that is dragged there."""
    frame = frame_for(sheet, focus)
    across, down = (x - frame.centre[0]) / frame.reach[0], (y - frame.centre[1]) / frame.reach[1]
    rho = math.hypot(across, down)
    ring = next((ring for ring in Ring if rho <= frame.ends[ring]), Ring.MACRO)
    return ring, round(math.degrees(math.atan2(across, -down)) % 360, 1)
