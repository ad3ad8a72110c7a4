"""Two maps in words: who came, who went, what became different, what stayed."""

from veerkracht.web.map.comparing import ABSENT, compared
from veerkracht.web.map.domain import (
    BetweenState,
    Direction,
    Effect,
    FactorOwner,
    MapBetween,
    MapFactor,
    MapNode,
    Ring,
    SupportKind,
    SystemMap,
    Tie,
    TieKind,
)
from veerkracht.web.map.domain.words import identity
from veerkracht.web.map.serializer import as_json, from_json

THEN = SystemMap(
    "Samira",
    (
        MapNode("1", "Yara", Ring.MICRO),
        MapNode("2", "Oma", Ring.MICRO),
        MapNode("3", "Re-integratiebureau", Ring.EXO),
    ),
    (Tie("1", TieKind.SUPPORT, direction=Direction.BOTH), Tie("2", TieKind.BOTH)),
)
NOW = SystemMap(
    "Samira",
    (
        MapNode("1", "Yara", Ring.MICRO),
        MapNode("2", "Oma", Ring.MICRO),
        MapNode("4", "Juf van Yara", Ring.MICRO),
    ),
    (
        Tie("1", TieKind.SUPPORT, direction=Direction.BOTH),
        Tie("2", TieKind.SUPPORT, support=(SupportKind.CHILDCARE,), note="Donderdag misschien."),
    ),
    (MapBetween("1", "2", "4", BetweenState.SILENT, "Wie haalt.", FactorOwner.SCHOOL),),
    (
        MapFactor(
            "1",
            Ring.EXO,
            "De opvang stopt.",
            Effect.HINDERS,
            ("4",),
            owner=FactorOwner.SCHOOL,
            owner_node="4",
        ),
    ),
)


def test_each_difference_says_how_it_stood_on_either_map():
    found = {row.title: (row.left, row.right) for row in compared(THEN, NOW, identity).differences}
    assert found["Oma"] == (
        "Dichtbij. Samira krijgt steun en ook druk van Oma.",
        "Dichtbij. Oma steunt Samira. Het gaat om oppas. Daarbij hoort: “Donderdag misschien.”",
    )
    assert found["Re-integratiebureau"] == ("Organisaties en regels.", ABSENT)
    assert (
        found["Juf van Yara"][0] == found["Oma – Juf van Yara"][0] == found["De opvang stopt."][0] == ABSENT
    )
    assert "is het stil" in found["Oma – Juf van Yara"][1]


def test_what_stayed_is_named_once():
    assert compared(THEN, NOW, identity).unchanged == ["Yara"]
    assert compared(NOW, NOW, identity).differences == []


def test_a_kept_map_comes_back_as_it_was():
    for one in (THEN, NOW):
        assert from_json(as_json(one, [])) == one
