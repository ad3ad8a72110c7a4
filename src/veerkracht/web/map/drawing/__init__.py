"""The map as a picture: records in, an SVG string out."""

from veerkracht.web.map.drawing.layout import Layout, lay_out
from veerkracht.web.map.drawing.legend import draw_legend
from veerkracht.web.map.drawing.look import Sheet, ring_and_angle
from veerkracht.web.map.drawing.options import Options
from veerkracht.web.map.drawing.picture import draw_map, draw_side_by_side
from veerkracht.web.map.drawing.reading import facts_in_svg

__all__ = [
    "Layout",
    "Options",
    "Sheet",
    "draw_legend",
    "draw_map",
    "draw_side_by_side",
    "facts_in_svg",
    "lay_out",
    "ring_and_angle",
]
