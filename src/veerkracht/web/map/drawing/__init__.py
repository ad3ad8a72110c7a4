"""The map as a picture: records in, an SVG string out."""

from veerkracht.web.map.drawing.layout import MapLayout, lay_out
from veerkracht.web.map.drawing.legend import draw_legend
from veerkracht.web.map.drawing.options import Options
from veerkracht.web.map.drawing.picture import draw_map, draw_side_by_side
from veerkracht.web.map.drawing.style import MapSheet, ring_and_angle

__all__ = [
    "MapLayout",
    "Options",
    "MapSheet",
    "draw_legend",
    "draw_map",
    "draw_side_by_side",
    "lay_out",
    "ring_and_angle",
]
