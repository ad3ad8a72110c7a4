"""Picture, list and paragraph say the same, for any map."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from veerkracht.web.map.domain import (
    BetweenState,
    Closeness,
    Direction,
    Effect,
    FactorGroup,
    MapBetween,
    MapFactor,
    MapNode,
    NodeKind,
    Ring,
    Speaker,
    Strength,
    SupportKind,
    SystemMap,
    Tie,
    TieKind,
    allowed_owners,
    as_list,
    as_paragraph,
)
from veerkracht.web.map.domain.text import shown
from veerkracht.web.map.drawing import MapSheet, Options, draw_map
from veerkracht.web.map.tests.read_back import facts_in_list, facts_in_paragraph, facts_of
from veerkracht.web.map.tests.read_back_svg import facts_in_svg

LETTERS = string.ascii_letters + "éïçșاةبሀለ王🍲'-&<>"
NAMES = st.text(LETTERS, min_size=1, max_size=14).filter(lambda name: shown(name).casefold() != "samira")
SAID = st.one_of(st.just(""), st.text(LETTERS + ' .,;:()"“”{}\n', max_size=60))


@st.composite
def maps(draw: st.DrawFn) -> SystemMap:
    names = draw(st.lists(NAMES, max_size=9))
    nodes = tuple(
        MapNode(
            str(count),
            name,
            draw(st.sampled_from(Ring)),
            draw(st.sampled_from(NodeKind)),
            draw(st.sampled_from(FactorGroup)),
            draw(st.sampled_from(Closeness)),
            None,
            *draw(st.tuples(st.booleans(), st.booleans(), st.booleans())),
        )
        for count, name in enumerate(names)
    )
    ids = [node.id for node in nodes]
    ties = tuple(draw(_tie(item)) for item in ids if draw(st.booleans()))
    betweens = tuple(draw(_between(str(count), ids)) for count in range(3 if len(ids) > 1 else 0))
    factors = tuple(draw(_factor(str(count), ids)) for count in range(draw(st.integers(0, 3))))
    return SystemMap("Samira", nodes, ties, betweens, factors)


def _tie(node: str) -> st.SearchStrategy[Tie]:
    codes = st.lists(st.sampled_from(SupportKind), unique=True, max_size=4).map(tuple)
    kinds = (st.sampled_from(TieKind), st.sampled_from(Strength), st.sampled_from(Direction))
    return st.builds(Tie, st.just(node), *kinds, codes, SAID)


@st.composite
def _between(draw: st.DrawFn, item: str, ids: list[str]) -> MapBetween:
    first, second = draw(st.permutations(ids))[:2]
    owner = draw(st.sampled_from([None, *allowed_owners(Ring.MESO)]))
    return MapBetween(item, first, second, draw(st.sampled_from(BetweenState)), draw(SAID), owner)


@st.composite
def _factor(draw: st.DrawFn, item: str, ids: list[str]) -> MapFactor:
    ring = draw(st.sampled_from(Ring))
    owner = draw(st.sampled_from([None, *allowed_owners(ring)]))
    named = ids and owner not in (None, "mother", "signal") and draw(st.booleans())
    return MapFactor(
        item,
        ring,
        draw(SAID.filter(lambda text: bool(shown(text)))),
        draw(st.sampled_from(Effect)),
        tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))) if ids else (),
        draw(st.sampled_from([None, *Speaker])),
        owner,
        draw(st.sampled_from(ids)) if named else None,
        draw(SAID),
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from(MapSheet))
def test_picture_list_and_paragraph_say_the_same(system_map: SystemMap, sheet: MapSheet) -> None:
    facts = facts_of(system_map)
    assert facts_in_svg(draw_map(system_map, Options(sheet))) == facts
    assert facts_in_list(as_list(system_map), system_map) == facts
    assert facts_in_paragraph(as_paragraph(system_map), system_map) == facts


def test_the_reading_notices_a_difference() -> None:
    oma = MapNode("oma", "Oma", Ring.MICRO)
    weak = SystemMap("Samira", (oma,), (Tie("oma", TieKind.SUPPORT, Strength.WEAK),))
    strong = SystemMap("Samira", (oma,), (Tie("oma", TieKind.SUPPORT, Strength.STRONG),))
    assert facts_in_paragraph(as_paragraph(weak), weak) != facts_of(strong)
    assert facts_in_svg(draw_map(weak)) != facts_of(strong)
    assert facts_in_list(as_list(weak), weak) != facts_of(strong)
