"""The picture itself: nothing overlaps, everything fits, nothing can be smuggled in."""

import itertools
import random
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from veerkracht.web.map.domain import (
    BetweenState,
    Closeness,
    Direction,
    Effect,
    FactorGroup,
    FactorOwner,
    MapBetween,
    MapFactor,
    MapNode,
    NodeKind,
    Ring,
    Strength,
    SupportKind,
    SystemMap,
    Tie,
    TieKind,
)
from veerkracht.web.map.drawing import (
    MapSheet,
    Options,
    draw_legend,
    draw_map,
    draw_side_by_side,
    lay_out,
    ring_and_angle,
)
from veerkracht.web.map.drawing.boxes import Box, around
from veerkracht.web.map.drawing.lettering import cut, width_of, wrapped

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "Ali",
    "Els",
    "Buurvrouw Willemijn van der Meulen-Bakker",
    "Juf Anne",
    "Wijkteam",
    "Woningcorporatie",
    "الجدة فاطمة",
    "👩🏽‍🍳 kok",
    "<b>Jan</b>",
    "Regionaalwerkgeversservicepuntmiddenbrabant",
    "ኣበባ",
    "IB'er van school",
)
TEXTS = (
    "De bus rijdt niet na zes uur",
    "Brief niet te begrijpen",
    "Wachtlijst van acht maanden",
    "Baas " * 30,
)
HOSTILE = "<script>alert('x')</script>\x00\u202e&\"'"


def random_map(seed: int, most: int = 30) -> SystemMap:
    dice = random.Random(seed)
    nodes = tuple(random_node(f"n{count}", dice) for count in range(dice.randint(0, most)))
    ids = [node.id for node in nodes]
    ties = tuple(random_tie(item, dice) for item in ids if dice.random() < 0.7)
    betweens = tuple(
        MapBetween(f"b{count}", *dice.sample(ids, 2), dice.choice(list(BetweenState)))
        for count in range(min(5, len(ids) // 3))
    )
    factors = tuple(
        MapFactor(
            f"f{count}",
            dice.choice(list(Ring)),
            dice.choice(TEXTS),
            dice.choice(list(Effect)),
            tuple(dice.sample(ids, min(len(ids), dice.randint(0, 2)))),
        )
        for count in range(dice.randint(0, 3))
    )
    return SystemMap("Samira", nodes, ties, betweens, factors)


def random_node(item: str, dice: random.Random) -> MapNode:
    return MapNode(
        item,
        dice.choice(NAMES),
        dice.choices(list(Ring), (6, 1, 4, 2))[0],
        dice.choice(list(NodeKind)),
        dice.choice(list(FactorGroup)),
        dice.choice(list(Closeness)),
        dice.choice([None, None, None, dice.uniform(0, 360)]),
        is_wish=dice.random() < 0.1,
        role_model=dice.random() < 0.1,
        do_not_contact=dice.random() < 0.1,
    )


def random_tie(item: str, dice: random.Random) -> Tie:
    kinds = (dice.choice(list(TieKind)), dice.choice(list(Strength)), dice.choice(list(Direction)))
    codes = tuple(dice.sample(list(SupportKind), dice.randint(0, 2)))
    return Tie(item, *kinds, codes, dice.choice(["", "", "donderdag misschien"]))


def text_boxes(svg: str) -> list[tuple[str, Box]]:
    """Where each written line stands, by the same estimate of width that the layout uses."""
    boxes = []
    for text in ET.fromstring(svg).iter(f"{SVG}text"):
        size, words = float(text.attrib["font-size"]), text.text or ""
        width = width_of(words, size, bold=int(text.attrib["font-weight"]) >= 600)
        x, y, turned = float(text.attrib["x"]), float(text.attrib["y"]), text.get("direction") == "rtl"
        share = {"middle": 0.5, "start": 1.0 if turned else 0.0, "end": 0.0 if turned else 1.0}
        left = x - width * share[text.attrib["text-anchor"]]
        boxes.append((words, Box(left, y - size * 0.78, left + width, y + size * 0.22)))
    return boxes


def view_box(svg: str) -> Box:
    return Box(*map(float, ET.fromstring(svg).attrib["viewBox"].split()))


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_no_words_overlap_and_everything_is_on_the_sheet(start: int) -> None:
    for seed in range(start, start + 20):
        svg = draw_map(random_map(seed), Options(MapSheet.NARROW if seed % 4 == 0 else MapSheet.WIDE))
        boxes, sheet = text_boxes(svg), view_box(svg)
        for (one, first), (other, second) in itertools.combinations(boxes, 2):
            assert not first.touches(second), f"map {seed}: {one!r} over {other!r}"
        for words, box in boxes:
            assert box.lies_within(sheet), f"map {seed}: {words!r} runs off the sheet"


@pytest.mark.parametrize("sheet", list(MapSheet))
def test_every_sign_is_on_the_sheet_apart_from_the_others_and_from_all_names(sheet: MapSheet) -> None:
    for seed in range(25):
        system_map = random_map(seed, 24)
        layout = lay_out(system_map, sheet)
        frame = layout.frame
        for node in system_map.nodes:
            spot = layout.spots[node.id]
            own = around(spot.point, frame.node)
            assert own.lies_within(Box(0, 0, frame.width, frame.height))
            assert not any(own.touches(label.box) for label in layout.labels.values())
            ring, _ = ring_and_angle(spot.x, spot.y, sheet)
            assert ring is node.ring
        for key, label in layout.labels.items():
            assert not any(label.box.touches(o.box) for k, o in layout.labels.items() if k != key)


@pytest.mark.parametrize("sheet", list(MapSheet))
def test_signs_of_people_who_were_not_dragged_stand_apart(sheet: MapSheet) -> None:
    for seed in range(25):
        nodes = tuple(replace(node, angle=None) for node in random_map(seed, 24).nodes)
        layout = lay_out(SystemMap("Samira", nodes), sheet)
        for one, other in itertools.combinations(layout.spots.values(), 2):
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (1.8 * layout.frame.node) ** 2


def test_the_same_map_is_drawn_the_same() -> None:
    assert draw_map(random_map(7)) == draw_map(random_map(7))


def test_nobody_moves_when_someone_is_added() -> None:
    for seed in range(10):
        nodes = random_map(seed).nodes
        before = lay_out(SystemMap("Samira", nodes))
        after = lay_out(SystemMap("Samira", (*nodes, MapNode("new", "Nieuwe buur", Ring.MICRO))))
        assert {item: after.spots[item] for item in before.spots} == before.spots


def test_who_was_placed_by_her_stays_there() -> None:
    layout = lay_out(SystemMap("Samira", (MapNode("oma", "Oma", Ring.MICRO, angle=203),)))
    assert layout.spots["oma"].angle == 203
    spot = layout.spots["oma"]
    assert ring_and_angle(spot.x, spot.y, MapSheet.WIDE) == (Ring.MICRO, 203.0)


def test_hostile_text_stays_text() -> None:
    node = MapNode("x", HOSTILE, Ring.MICRO)
    factor = MapFactor("f", Ring.EXO, HOSTILE, Effect.HINDERS, ("x",), wish=HOSTILE)
    system_map = SystemMap(HOSTILE, (node,), (Tie("x", TieKind.SUPPORT, note=HOSTILE),), (), (factor,))
    svg = draw_map(system_map, Options(caption=HOSTILE, urls={"x": "/kaart/x"}))
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}
    assert tags <= {"svg", "title", "desc", "g", "a", "path", "circle", "ellipse", "rect", "text"}
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert "\x00" not in svg


@pytest.mark.parametrize("svg", [draw_map(random_map(3)), draw_legend(), draw_legend(MapSheet.NARROW)])
def test_only_presentation_attributes(svg: str) -> None:
    """A page with a strict content security policy and a PDF show the same picture."""
    for element in ET.fromstring(svg).iter():
        assert not {name for name in element.attrib if name == "style" or name.startswith("on")}
    assert "url(" not in svg


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http://elders.example"])
def test_a_link_that_leads_elsewhere_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="must begin with"):
        Options(urls={"x": url})


def test_links_can_be_reached_and_have_a_name() -> None:
    system_map = SystemMap("Samira", (MapNode("oma", "Oma", Ring.MICRO),))
    root = ET.fromstring(
        draw_map(system_map, Options(urls={"oma": "/oma"}, ring_urls={Ring.EXO: "?ring=exo"}))
    )
    reached = [link for link in root.iter(f"{SVG}a") if link.get("tabindex") != "-1"]
    links = {link.attrib["href"]: link.attrib["aria-label"] for link in reached}
    assert links == {"/oma": "Oma", "?ring=exo": "Organisaties en regels"}
    assert root.attrib["role"] == "group"
    assert ET.fromstring(draw_map(system_map)).attrib["role"] == "img"


def test_no_letter_is_smaller_than_twelve_on_a_phone() -> None:
    for svg in (draw_map(random_map(5), Options(MapSheet.NARROW)), draw_legend(MapSheet.NARROW)):
        sizes = [
            float(t.attrib["font-size"])
            for t in ET.fromstring(svg).iter(f"{SVG}text")
            if len(t.text or "") > 3
        ]
        assert view_box(svg).right == 360
        assert min(sizes) >= 12


def marks(tie: Tie) -> set[tuple[str, ...]]:
    """What the line consists of, colours left out."""
    svg = draw_map(SystemMap("Samira", (MapNode("x", "X", Ring.EXO),), (tie,)))
    group = next(g for g in ET.fromstring(svg).iter(f"{SVG}g") if g.get("data-fact") == "tie")
    kept = ("stroke-width", "stroke-dasharray", "r")
    return {
        (part.tag, *(part.get(name, "") for name in kept), str(len(re.findall("L", part.get("d", ""))) > 2))
        for part in group
    }


def test_lines_are_told_apart_without_colour() -> None:
    looks = [marks(Tie("x", TieKind.SUPPORT, strength)) for strength in Strength]
    looks += [marks(Tie("x", kind)) for kind in TieKind if kind is not TieKind.SUPPORT]
    assert all(one != other for one, other in itertools.combinations(looks, 2))


def test_an_arrow_points_at_whoever_receives() -> None:
    def arrows(direction: Direction) -> int:
        svg = draw_map(
            SystemMap("S", (MapNode("x", "X", Ring.EXO),), (Tie("x", TieKind.SUPPORT, direction=direction),))
        )
        group = next(g for g in ET.fromstring(svg).iter(f"{SVG}g") if g.get("data-fact") == "tie")
        return sum(part.get("d", "").endswith("Z") for part in group)

    assert [arrows(direction) for direction in Direction] == [1, 1, 2]


def test_then_and_now_keep_their_places_and_ring_what_changed() -> None:
    oma, juf = MapNode("oma", "Oma", Ring.MICRO), MapNode("juf", "Juf", Ring.MICRO)
    then = SystemMap("Samira", (oma,), (Tie("oma", TieKind.POSSIBLE),))
    now = SystemMap("Samira", (oma, juf), (Tie("oma", TieKind.SUPPORT),))
    wished = replace(now, nodes=(replace(juf, role_model=True), oma))
    drawn = [
        ET.fromstring(svg) for svg in draw_side_by_side([("Toen", then), ("Nu", now), ("Straks", wished)])
    ]
    groups = [
        {g.get("data-id"): g for g in root.iter(f"{SVG}g") if g.get("data-fact") == "node"} for root in drawn
    ]
    changed = [{item for item, g in found.items() if g.get("data-change")} for found in groups]
    assert changed == [set(), {"oma", "juf"}, {"juf"}]
    places = [[(c.get("cx"), c.get("cy")) for c in g["oma"].iter(f"{SVG}circle")][-1] for g in groups]
    assert len(set(places)) == 1
    assert len({root.attrib["aria-labelledby"] for root in drawn}) == 3


@pytest.mark.parametrize("sheet", list(MapSheet))
@pytest.mark.parametrize("focus", list(Ring))
def test_one_ring_enlarged_names_only_what_belongs_there(focus: Ring, sheet: MapSheet) -> None:
    system_map = random_map(11)
    layout = lay_out(system_map, sheet, focus)
    named = set(layout.labels) | {f"node {item}" for item in layout.numbers}
    inside = {f"node {node.id}" for node in system_map.nodes if node.ring is focus}
    assert inside <= named
    share = layout.frame.ends[focus] - layout.frame.begin(focus)
    assert share > lay_out(system_map, sheet).frame.ends[focus] - lay_out(system_map, sheet).frame.begin(
        focus
    )


def test_long_words_break_and_emoji_stay_whole() -> None:
    assert all(width_of(line, 15) <= 80 for line in wrapped("Regionaalwerkgeversservicepunt", 80, 15, 3))
    assert wrapped("oma Tirza", 200, 15, 2) == ("oma Tirza",)
    family = "👩🏽‍🍳👩🏽‍🍳👩🏽‍🍳"
    assert cut(family, 60, 15).rstrip("…") in ("👩🏽‍🍳", "👩🏽‍🍳👩🏽‍🍳")
    assert cut("Anna", 100, 15) == "Anna"


def test_a_long_sentence_of_hers_is_shown_in_full() -> None:
    text = "De opvang begint pas om acht uur en mijn dienst begint om half zeven, dat lukt nooit"
    svg = draw_map(
        SystemMap(
            "Kelly", factors=(MapFactor("f", Ring.EXO, text, Effect.HINDERS, owner=FactorOwner.SCHOOL),)
        )
    )
    assert text in " ".join(words for words, _ in text_boxes(svg))
