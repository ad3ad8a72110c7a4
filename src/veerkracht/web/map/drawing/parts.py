"""The parts of the picture that stand for records: each group carries its facts as data attributes."""

from xml.etree.ElementTree import Element

from veerkracht.web.map.domain.kinds import Effect
from veerkracht.web.map.domain.records import MapNode, SystemMap
from veerkracht.web.map.domain.sentences import Teller
from veerkracht.web.map.domain.text import shown
from veerkracht.web.map.drawing.labels import LINE, Label
from veerkracht.web.map.drawing.layout import MapLayout, factor_key, node_key
from veerkracht.web.map.drawing.lines import draw_between, draw_between_mark, draw_thread, draw_tie
from veerkracht.web.map.drawing.options import Options
from veerkracht.web.map.drawing.strokes import trimmed
from veerkracht.web.map.drawing.style import INK, SOFT_INK, TEAL, TERRACOTTA
from veerkracht.web.map.drawing.svg import add, put, say, write
from veerkracht.web.map.drawing.symbols import draw_change, draw_dot, draw_factor, draw_node

_TOUCH = 22
_PALE = "0.3"


def linked(parent: Element, url: str | None, name: str) -> Element:
    """The parent itself, or a link in it that can be reached with the keyboard."""
    if not url:
        return parent
    link = add(parent, "a", class_="map-link", href=url)
    put(link, aria_label=name)
    return link


def _clickable(parent: Element, url: str | None) -> Element:
    """A name leads where its sign leads; the keyboard meets the sign only."""
    if not url:
        return parent
    return add(parent, "a", href=url, tabindex="-1", aria_hidden="true")


class Parts:
    """Draws the records of one map over one layout."""

    def __init__(
        self, system_map: SystemMap, layout: MapLayout, options: Options, before: SystemMap | None
    ) -> None:
        self.map, self.layout, self.options, self.before = system_map, layout, options, before
        self.teller = Teller(system_map, options.translate)

    def draw_ties(self, root: Element) -> None:
        frame = self.layout.frame
        for tie in self.map.ties:
            spot = self.layout.spots[tie.node]
            start, end = trimmed(
                frame.centre, spot.point, frame.mother + 4 * frame.pen, frame.node + 4 * frame.pen
            )
            group = add(root, "g", class_="map-tie", data_fact="tie", data_node=tie.node, data_kind=tie.kind)
            if tie.is_alive:
                put(group, data_strength=tie.strength, data_direction=tie.direction)
            put(group, data_support="".join(tie.support), data_note=tie.note)
            put(group, opacity=self._opacity(node_key(tie.node)))
            say(group, "title", " ".join(self.teller.ties([self.map.node(tie.node)], tie)))
            draw_tie(group, tie, start, end, frame.pen)

    def draw_betweens(self, root: Element) -> None:
        for between in self.map.betweens:
            group = add(root, "g", class_="map-between", data_fact="between", data_id=between.id)
            put(group, data_first=between.first, data_second=between.second, data_state=between.state)
            put(group, data_lost=between.lost, data_mended_by=between.mended_by)
            put(group, opacity=self._opacity(node_key(between.first), node_key(between.second)))
            say(group, "title", " ".join(self.teller.between(between)))
            draw_between(group, between.state, self.layout.arcs[between.id].points)

    def draw_between_marks(self, root: Element) -> None:
        for between in self.map.betweens:
            sentence = " ".join(self.teller.between(between))
            parent = linked(root, self.options.urls.get(f"between {between.id}"), sentence)
            group = add(parent, "g", class_="map-mark", data_state=between.state)
            put(group, opacity=self._opacity(node_key(between.first), node_key(between.second)))
            say(group, "title", sentence)
            draw_between_mark(group, between.state, self.layout.arcs[between.id].mark, self.layout.frame.mark)

    def draw_threads(self, root: Element) -> None:
        group = add(root, "g", class_="map-threads")
        for factor in self.map.factors:
            if factor_key(factor.id) in self.layout.in_focus:
                colour = TEAL if factor.effect is Effect.HELPS else TERRACOTTA
                for node_id in factor.nodes:
                    ends = (self.layout.factor_spots[factor.id].point, self.layout.spots[node_id].point)
                    draw_thread(group, *ends, colour)

    def draw_nodes(self, root: Element) -> None:
        for node in self.map.nodes:
            parent = linked(root, self.options.urls.get(node.id), self._told(node))
            group = add(parent, "g", class_="map-node", data_fact="node", data_id=node.id)
            put(group, data_name=node.name, data_ring=node.ring, data_kind=node.kind)
            put(group, data_closeness=node.closeness, data_wish=_yes(node.is_wish))
            put(group, data_role_model=_yes(node.role_model), data_do_not_contact=_yes(node.do_not_contact))
            put(group, data_current=_yes(node.id == self.options.current))
            say(group, "title", self._told(node))
            self._draw_node(group, node)

    def draw_factors(self, root: Element) -> None:
        for factor in self.map.factors:
            sentence = " ".join(self.teller.factor(factor))
            parent = linked(root, self.options.urls.get(f"factor {factor.id}"), sentence)
            group = add(parent, "g", class_="map-factor", data_fact="factor", data_id=factor.id)
            put(group, data_ring=factor.ring, data_effect=factor.effect, data_text=factor.text)
            put(group, data_nodes=" ".join(factor.nodes), data_said_by=factor.said_by)
            put(group, data_owner=factor.owner, data_owner_node=factor.owner_node, data_wish=factor.wish)
            say(group, "title", sentence)
            at, size = self.layout.factor_spots[factor.id].point, self.layout.frame.node * 0.86
            if factor_key(factor.id) in self.layout.in_focus:
                letter = self.layout.letters.get(factor.id, "")
                draw_factor(group, factor.effect, at, size + 2 * bool(letter), letter)
            else:
                draw_dot(group, at, 4)

    def draw_labels(self, root: Element) -> None:
        group = add(root, "g", class_="map-labels")
        for key, label in self.layout.labels.items():
            kind, item_id = key.split(" ", 1)
            url = self.options.urls.get(item_id if kind == "node" else key)
            self._draw_label(_clickable(group, url), label, is_factor=kind == "factor")

    def _draw_label(self, group: Element, label: Label, is_factor: bool) -> None:
        frame, box = self.layout.frame, label.box
        x = {0: (box.left + box.right) / 2, 1: box.left + 3, -1: box.right - 3}[label.side]
        size = frame.small_size if is_factor else frame.type_size
        y = box.top + 1 + size * 0.92
        for line in label.lines:
            weight = 400 if is_factor else 600
            write(
                group,
                line,
                (x, y),
                size,
                side=label.side,
                weight=weight,
                fill=INK,
                halo=True,
                slanted=is_factor,
            )
            y += size * LINE
        y -= (size - frame.small_size) * 0.6
        for line in label.under:
            write(group, line, (x, y), frame.small_size, side=label.side, fill=SOFT_INK, halo=True)
            y += frame.small_size * LINE

    def _draw_node(self, group: Element, node: MapNode) -> None:
        at, size = self.layout.spots[node.id].point, self.layout.frame.node
        if node_key(node.id) not in self.layout.in_focus:
            draw_dot(group, at, 6)
            return
        if node.id in self.options.urls:
            add(group, "circle", cx=at[0], cy=at[1], r=_TOUCH, fill="none", pointer_events="all")
        if self._is_changed(node):
            put(group, data_change="changed")
            draw_change(group, at, size)
        draw_node(group, node, at, size, self.layout.numbers.get(node.id, ""))

    def _is_changed(self, node: MapNode) -> bool:
        if self.before is None:
            return False
        return node not in self.before.nodes or self.before.tie(node.id) != self.map.tie(node.id)

    def _told(self, node: MapNode) -> str:
        tags = self.teller.tags(node)
        return shown(node.name) + (f" ({', '.join(tags)})" if tags else "")

    def _opacity(self, *keys: str) -> str | None:
        return None if all(key in self.layout.in_focus for key in keys) else _PALE


def _yes(claim: bool) -> str | None:
    return "yes" if claim else None
