"""Records, ownership and words of the map; the sentences expected here were written by hand."""

import pytest

from veerkracht.web.map.domain import (
    BetweenState,
    Closeness,
    Direction,
    Effect,
    FactorOwner,
    MapBetween,
    MapError,
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
    owner_is_allowed,
)

OMA = MapNode("oma", "oma Tirza", Ring.MICRO)
JUF = MapNode("juf", "juf Anne", Ring.MICRO)
GEMEENTE = MapNode("gemeente", "Gemeente", Ring.EXO, NodeKind.ORGANISATION)


@pytest.mark.parametrize("ring", [Ring.EXO, Ring.MACRO])
def test_what_lies_in_the_outer_rings_is_never_her_homework(ring: Ring) -> None:
    assert FactorOwner.MOTHER not in allowed_owners(ring)
    assert FactorOwner.NETWORK not in allowed_owners(ring)
    assert not owner_is_allowed(ring, FactorOwner.MOTHER)
    assert owner_is_allowed(ring, FactorOwner.MUNICIPALITY)
    assert owner_is_allowed(ring, FactorOwner.SIGNAL)
    with pytest.raises(MapError, match="kan dus niet haar taak zijn"):
        SystemMap(
            "Samira",
            factors=(MapFactor("f", ring, "Opvang stopt", Effect.HINDERS, owner=FactorOwner.MOTHER),),
        )


@pytest.mark.parametrize("ring", [Ring.MICRO, Ring.MESO])
def test_close_by_anybody_may_own_a_change(ring: Ring) -> None:
    assert set(allowed_owners(ring)) == set(FactorOwner)


@pytest.mark.parametrize("ring", list(Ring))
def test_a_factor_may_wait_for_an_owner(ring: Ring) -> None:
    assert owner_is_allowed(ring, None)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"mother": " "}, "naam in het midden"),
        ({"nodes": (OMA, OMA)}, "hetzelfde kenmerk"),
        ({"nodes": (MapNode("x", "\u202e ", Ring.MICRO),)}, "heeft geen naam"),
        ({"nodes": (MapNode("a b", "An", Ring.MICRO),)}, "geen spatie"),
        ({"ties": (Tie("oma", TieKind.SUPPORT),)}, "die er niet op staat: oma"),
        ({"nodes": (OMA,), "ties": (Tie("oma", TieKind.SUPPORT), Tie("oma", TieKind.BOTH))}, "twee lijnen"),
        (
            {"nodes": (OMA,), "betweens": (MapBetween("b", "oma", "oma", BetweenState.SILENT),)},
            "twee verschillende",
        ),
        ({"factors": (MapFactor("f", Ring.MICRO, "", Effect.HELPS),)}, "geen tekst"),
        ({"factors": (MapFactor("f", Ring.MICRO, "Bus", Effect.HELPS, ("oma",)),)}, "die er niet op staat"),
        (
            {
                "nodes": (OMA,),
                "factors": (MapFactor("f", Ring.MICRO, "Bus", Effect.HELPS, owner_node="oma"),),
            },
            "Kies eerst welke partij",
        ),
    ],
)
def test_a_map_that_cannot_be_says_what_is_wrong(parts: dict[str, object], message: str) -> None:
    with pytest.raises(MapError, match=message):
        SystemMap(**{"mother": "Samira", **parts})  # type: ignore[arg-type]


SAMIRA = SystemMap(
    "Samira",
    (OMA, JUF, GEMEENTE),
    (
        Tie(
            "oma",
            TieKind.SUPPORT,
            Strength.WEAK,
            support=(SupportKind.CHILDCARE,),
            note="donderdag misschien",
        ),
        Tie("gemeente", TieKind.PRESSURE, Strength.STRONG),
    ),
    (
        MapBetween(
            "b", "juf", "gemeente", BetweenState.INFORMATION_LOST, "de brief", FactorOwner.KLANTMANAGER
        ),
    ),
    (
        MapFactor(
            "f",
            Ring.EXO,
            "De opvang stopt.",
            Effect.HINDERS,
            ("gemeente",),
            Speaker.MOTHER,
            FactorOwner.MUNICIPALITY,
            wish="Opvang tot de les klaar is",
        ),
    ),
)


def test_samira_in_words() -> None:
    assert as_paragraph(SAMIRA) == (
        "Dit is de kaart van Samira. Dichtbij staan oma Tirza en juf Anne. "
        "Oma Tirza steunt Samira. Het gaat om oppas. Dat contact is dun of onzeker. "
        "Daarbij hoort: “donderdag misschien”. Over het contact met juf Anne is nog niets gezegd. "
        "Tussen juf Anne en Gemeente raakt informatie kwijt. Wat verloren gaat: “de brief”. "
        "De klantmanager pakt dit op. "
        "Bij de organisaties en regels staat Gemeente (organisatie). Samira voelt druk van Gemeente. "
        "Dat contact is sterk. Bij de organisaties en regels houdt iets tegen: “De opvang stopt.” "
        "Dat hoort bij Gemeente. Dat zegt Samira. De gemeente kan dit veranderen. "
        "Gewenst: “Opvang tot de les klaar is”."
    )


def test_who_does_the_same_is_told_together() -> None:
    samira = SystemMap("Samira", (OMA, JUF), (Tie("oma", TieKind.SUPPORT), Tie("juf", TieKind.SUPPORT)))
    assert as_paragraph(samira).endswith("Oma Tirza en juf Anne steunen Samira.")


def test_an_empty_map_has_words_too() -> None:
    empty = SystemMap("Samira")
    assert as_paragraph(empty) == "Dit is de kaart van Samira. Er staat nog niemand op."
    assert [ring.entries for ring in as_list(empty)] == [(), (), (), ()]


def test_the_list_stands_per_ring_with_what_is_particular() -> None:
    cook = MapNode(
        "kok",
        "een kok",
        Ring.MICRO,
        closeness=Closeness.FAR,
        is_wish=True,
        role_model=True,
        do_not_contact=True,
    )
    micro, meso, exo, macro = as_list(
        SystemMap("Samira", (cook, GEMEENTE), (Tie("gemeente", TieKind.BOTH, direction=Direction.GIVES),))
    )
    assert micro.title == "Dichtbij"
    assert micro.entries[0].tags == (
        "verder van haar af",
        "nog een lege plek",
        "een voorbeeld voor haar",
        "niet benaderen",
    )
    assert micro.entries[0].sentences == ("Wie zou je erbij willen?",)
    assert exo.entries[0].sentences == ("Gemeente krijgt steun en ook druk van Samira.",)
    assert meso.entries == macro.entries == ()


def test_every_word_passes_through_the_translator() -> None:
    shouted = as_paragraph(
        SystemMap("Samira", (OMA,), (Tie("oma", TieKind.BROKEN),)), lambda text: f"~{text}"
    )
    assert shouted.count("~") >= 4


def test_a_name_cannot_turn_the_sentence_round() -> None:
    told = as_paragraph(SystemMap("Samira", (MapNode("x", "\u202eevil\n\x00فاطمة", Ring.MICRO),)))
    assert "\u202e" not in told
    assert "\x00" not in told
    assert "\u2068evil فاطمة\u2069" in told
