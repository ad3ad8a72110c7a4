"""The map as SVG: rings, lines, signs and names, each part carrying its facts."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import Ring
from veerkracht.web.map.domain.records import MapNode, SystemMap
from veerkracht.web.map.domain.text import shown
from veerkracht.web.map.drawing.key import draw_key, key_height, key_rows
from veerkracht.web.map.drawing.layout import MapLayout, lay_out
from veerkracht.web.map.drawing.lettering import width_of, wrapped
from veerkracht.web.map.drawing.options import PLAIN, Options
from veerkracht.web.map.drawing.parts import Parts, linked
from veerkracht.web.map.drawing.style import RING_TINT, SOFT_INK, TEAL, TEAL_LINE, WHITE
from veerkracht.web.map.drawing.svg import add, as_text, new_svg, put, say, write

from ..domain.list_and_paragraph import as_paragraph


def draw_map(system_map: SystemMap, options: Options = PLAIN) -> str:
    """One map as an SVG string, to stand in a page or to be placed in a PDF."""
    return _draw(system_map, options, system_map.nodes, None)


def draw_side_by_side(maps: Sequence[tuple[str, SystemMap]], options: Options = PLAIN) -> tuple[str, ...]:
    """Then, now, wished: who stays, stays in place; what is new or changed since the one before is ringed."""
    among = tuple(node for _, one in maps for node in one.nodes)
    drawn, before = [], None
    for count, (caption, system_map) in enumerate(maps, start=1):
        own = options.with_caption(caption, f"{options.id_prefix}-{count}")
        drawn.append(_draw(system_map, own, among, before))
        before = system_map
    return tuple(drawn)


def _draw(system_map: SystemMap, options: Options, among: Sequence[MapNode], before: SystemMap | None) -> str:
    layout = lay_out(system_map, options.sheet, options.focus, among, options.translate)
    rows = key_rows(system_map, layout, options.translate) if options.has_key else []
    frame = layout.frame
    root = new_svg(frame.width, frame.height + (key_height(rows) if rows else 0))
    _describe(root, system_map, options)
    _draw_rings(root, layout, options)
    parts = Parts(system_map, layout, options, before)
    parts.draw_betweens(root)
    parts.draw_ties(root)
    parts.draw_threads(root)
    _draw_mother(root, system_map, layout)
    parts.draw_between_marks(root)
    parts.draw_nodes(root)
    parts.draw_factors(root)
    _draw_ring_names(root, layout, options)
    parts.draw_labels(root)
    draw_key(root, rows, layout)
    if options.caption and options.writes_caption:
        write(root, options.caption, (10, 26), frame.type_size * 1.25, side=1, weight=700, fill=TEAL)
    return as_text(root)


def _describe(root: Element, system_map: SystemMap, options: Options) -> None:
    """Title and description. A picture with links in it is a group: an `img` would hide them."""
    has_links = bool(options.urls or options.ring_urls)
    title_id, desc_id = f"{options.id_prefix}-title", f"{options.id_prefix}-desc"
    put(root, role="group" if has_links else "img", aria_labelledby=title_id, aria_describedby=desc_id)
    put(root, class_="system-map")
    template = words.MAP_TITLE_WITH if options.caption else words.MAP_TITLE
    title = options.translate(template).format(mother=shown(system_map.mother), caption=options.caption)
    say(root, "title", title, id=title_id)
    say(root, "desc", as_paragraph(system_map, options.translate), id=desc_id)


def _draw_rings(root: Element, layout: MapLayout, options: Options) -> None:
    frame = layout.frame
    for ring in reversed(Ring):
        parent = linked(root, options.ring_urls.get(ring), options.translate(words.RING[ring]))
        group = add(parent, "g", class_="map-ring", data_ring_area=ring)
        end = frame.ends[ring]
        add(
            group,
            "ellipse",
            cx=frame.centre[0],
            cy=frame.centre[1],
            rx=end * frame.reach[0],
            ry=end * frame.reach[1],
            fill=RING_TINT[ring],
            stroke=TEAL_LINE,
            stroke_width=1.2,
        )


def _draw_ring_names(root: Element, layout: MapLayout, options: Options) -> None:
    frame = layout.frame
    group = add(root, "g", class_="map-ring-names", pointer_events="none")
    for ring in Ring:
        at = (frame.centre[0], frame.name_boxes[ring].bottom - frame.ring_size * 0.28)
        write(group, options.translate(words.RING[ring]), at, frame.ring_size, fill=SOFT_INK, halo=True)


def _draw_mother(root: Element, system_map: SystemMap, layout: MapLayout) -> None:
    frame = layout.frame
    group = add(root, "g", class_="map-mother")
    say(group, "title", system_map.mother)
    x, y = frame.centre
    add(group, "circle", cx=x, cy=y, r=frame.mother, fill=TEAL, stroke=WHITE, stroke_width=3)
    size, room = frame.type_size * 1.12, frame.mother * 1.72
    widest = max(width_of(word, size, bold=True) for word in shown(system_map.mother).split())
    size = max(12.0, min(size, size * room * 0.98 / widest))
    lines = wrapped(shown(system_map.mother), room, size, 2, bold=True)
    for count, line in enumerate(lines):
        down = (count - (len(lines) - 1) / 2) * size * 1.1 + size * 0.34
        write(group, line, (x, y + down), size, weight=700, fill=WHITE)
