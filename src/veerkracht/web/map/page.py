"""The map as a page shows it: a picture for a desk and one for a phone, the list, the paragraph, all with links."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Case

from .domain import Ring, SystemMap, as_list, as_paragraph
from .drawing import MapLayout, MapSheet, Options, draw_legend, draw_map, draw_side_by_side, lay_out
from .models import Layer
from .queries import MapFacts


@dataclass(frozen=True)
class MapLine:
    """One line of the list. `url` opens what it is about; empty on a map that was kept."""

    about: str
    title: str
    tags: tuple[str, ...]
    sentences: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class RingShown:
    ring: Ring
    title: str
    url: str
    lines: list[MapLine]


@dataclass(frozen=True)
class Movable:
    """A node that can be pushed about: where to send it, and the version that was seen."""

    key: str
    name: str
    url: str
    version: int


@dataclass(frozen=True)
class MapShown:
    wide: SafeString
    narrow: SafeString
    rings: list[RingShown]
    paragraph: str
    movables: list[Movable]


def url_of(case: Case, layer: str, name: str, *more: object) -> str:
    """The address of a page that both the present and the wished map have."""
    return reverse(f"map:{'wished_' if layer == Layer.WISHED else ''}{name}", args=[case.public_id, *more])


def shown_map(facts: MapFacts, case: Case, focus: Ring | None = None) -> MapShown:
    urls = _urls(facts, case)
    ring_urls = {ring: url_of(case, facts.layer, "ring", ring.value) for ring in Ring}
    if focus:
        ring_urls[focus] = url_of(case, facts.layer, "map")

    rings = [
        RingShown(
            one.ring,
            one.title,
            ring_urls[one.ring],
            [MapLine(e.about, e.title, e.tags, e.sentences, _url(urls, e)) for e in one.entries],
        )
        for one in as_list(facts.map, _t)
        if focus in (None, one.ring)
    ]
    movables = [
        Movable(key, row.name, reverse("map:move_node", args=[case.public_id, row.pk]), row.version)
        for key, row in facts.nodes.items()
    ]
    paragraph = as_paragraph(facts.map, _t)
    links = (tuple(urls.items()), tuple(ring_urls.items()))
    wide, narrow = (_drawn(facts.map, sheet, focus, *links) for sheet in (MapSheet.WIDE, MapSheet.NARROW))
    return MapShown(wide, narrow, rings, paragraph, movables)


@functools.lru_cache(maxsize=128)
def _drawn(
    system_map: SystemMap,
    sheet: MapSheet,
    focus: Ring | None,
    urls: tuple[tuple[str, str], ...],
    ring_urls: tuple[tuple[Ring, str], ...],
) -> SafeString:
    """One picture, kept as long as nothing on it changes: everything that is drawn is in the arguments."""
    options = Options(sheet, focus, dict(urls), dict(ring_urls), id_prefix=sheet.value, translate=_t)
    return mark_safe(draw_map(system_map, options))  # noqa: S308 - escaped by construction


def small_picture(system_map: SystemMap, key: str) -> SafeString:
    """The map on a phone's sheet, with one node marked, to stand beside a form."""
    options = Options(MapSheet.NARROW, id_prefix="small", translate=_t, current=key, has_key=False)
    return mark_safe(draw_map(system_map, options))  # noqa: S308 - escaped by construction


@dataclass(frozen=True)
class Beside:
    """One of two maps: what it is called, the picture, and who its numbers and letters are."""

    label: str
    picture: SafeString
    key: list[tuple[str, str]]


def beside_each_other(maps: Sequence[tuple[str, SystemMap]]) -> list[Beside]:
    """Maps in one look: who stayed stands in the same place, what changed is ringed."""
    sheet = MapSheet.NARROW
    options = Options(sheet, id_prefix="beside", translate=_t, writes_caption=False, has_key=False)
    among = tuple(node for _, one in maps for node in one.nodes)
    drawn = draw_side_by_side(maps, options)
    return [
        Beside(label, mark_safe(svg), _key(one, lay_out(one, sheet, None, among, _t)))  # noqa: S308 - escaped
        for (label, one), svg in zip(maps, drawn, strict=True)
    ]


def _key(system_map: SystemMap, layout: MapLayout) -> list[tuple[str, str]]:
    nodes = [(layout.numbers[node.id], node.name) for node in system_map.nodes if node.id in layout.numbers]
    factors = [
        (layout.letters[each.id], each.text) for each in system_map.factors if each.id in layout.letters
    ]
    return sorted(nodes, key=lambda pair: int(pair[0])) + factors


def legend() -> tuple[SafeString, SafeString]:
    pictures = [draw_legend(sheet, _t, id_prefix=f"legend-{sheet}") for sheet in MapSheet]
    return mark_safe(pictures[0]), mark_safe(pictures[1])  # noqa: S308 - escaped by construction


def _urls(facts: MapFacts, case: Case) -> dict[str, str]:
    """By the key the drawing uses: a node's own key, or "between …" and "factor …"."""
    urls = {key: reverse("map:node", args=[case.public_id, row.pk]) for key, row in facts.nodes.items()}
    for key, between in facts.betweens.items():
        urls[f"between {key}"] = reverse("map:between", args=[case.public_id, between.pk])
    for key, factor in facts.factors.items():
        urls[f"factor {key}"] = reverse("map:factor", args=[case.public_id, factor.pk])
    return urls


def _url(urls: dict[str, str], entry: object) -> str:
    subject, key = entry.about, entry.id  # type: ignore[attr-defined]
    return urls[key if subject == "node" else f"{subject} {key}"]
