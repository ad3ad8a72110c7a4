"""The library answers by id, ring, theme and capability; a mistake in a file is named in one sentence."""

from pathlib import Path

import pytest

from veerkracht.method.items import NEVER_HERS, RINGS
from veerkracht.method.library import (
    MethodError,
    actions,
    actors,
    all_items,
    evidence,
    factors,
    item,
    items,
    questions,
    read_items,
    ring,
    rings,
    themes,
)

# From the groups of features in the documents' inventory: which capability shows which group.
SHOWN_BY = {
    "SM": {"map", "rings"},
    "CO": {"guide"},
    "MO": {"purse"},
    "CW": {"planner"},
    "KO": {"planner"},
    "TR": {"strengths"},
    "PL": {"plan", "offers"},
    "CH": {"chain"},
    "SP": {"signals", "policy"},
    "OW": {"mine"},
    "RE": {"plan", "policy", "today", "guide"},
}
# The private reflection of the talk holds all system questions; a step of learning is a step of the plan.
SHOWN_ELSEWHERE = {"A2": "plan"} | {f"S{number}": "guide" for number in range(1, 10)}


def test_an_item_is_found_by_its_id() -> None:
    assert item("Q1").ring == "individu"
    assert item("P14").node == "contact"


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(MethodError, match="'Q99'"):
        item("Q99")


def test_nobody_can_change_the_method_while_it_runs() -> None:
    with pytest.raises(TypeError):
        all_items()["Q1"] = item("Q2")  # type: ignore[index]


def test_samira_finds_questions_in_every_ring() -> None:
    for one in RINGS:
        assert questions(ring=one), one
    assert {one.theme for one in questions(ring="individu", theme="Geld")} == {"Geld"}
    assert "Geld" in themes("Q", ring="individu")


def test_kinds_come_in_the_order_they_are_asked_for() -> None:
    assert [one.id for one in (*questions()[:1], *questions()[-1:])] == ["Q1", "U10"]
    assert [one.id for one in items("U", "Q")[:1]] == ["U1"]


def test_a_ring_offers_its_own_actions_and_those_for_all_rings() -> None:
    assert [one.id for one in actions(ring="exo")] == ["A13", "A14", "A15", "A19", "A20"]
    assert len(actions()) == 20


def test_a_ring_offers_actors_and_factors() -> None:
    for one in RINGS:
        assert actors(ring=one) and factors(ring=one), one


def test_what_can_be_drawn_says_how() -> None:
    assert [one.id for one in items() if (one.node is None) == (one.kind == "P")] == []


def test_the_outer_rings_are_never_her_homework() -> None:
    assert {"exo", "macro"} == NEVER_HERS
    assert [one.id for one in rings() if one.never_hers] == ["exo", "macro"]


def test_a_ring_starts_with_questions_and_actions_of_its_own() -> None:
    for one in rings():
        assert {item(seed).ring for seed in one.ask_first} == {one.id}
        assert {item(seed).ring for seed in one.do_first} == {one.id}
        assert {item(seed).kind for seed in one.ask_first} <= {"Q", "U"}


def test_nobody_is_asked_about_a_partner_as_a_first_question() -> None:
    assert [
        seed for one in RINGS for seed in ring(one).ask_first if item(seed).sensitivity == "ask alone"
    ] == []


def test_an_item_lives_where_one_of_its_features_is_shown() -> None:
    wrong = [
        one.id
        for one in items()
        if one.features
        and one.id not in SHOWN_ELSEWHERE
        and one.lives not in set().union(*(SHOWN_BY[feature[:2]] for feature in one.features))
    ]
    assert wrong == []
    assert {seed: item(seed).lives for seed in SHOWN_ELSEWHERE} == SHOWN_ELSEWHERE


def test_every_question_for_the_talk_lives_in_the_talk() -> None:
    assert {one.lives for one in questions()} == {"guide"}


def test_the_mirror_of_the_klantmanager_holds_all_success_factors() -> None:
    assert {one.lives for one in items("F")} == {"guide"}
    assert all("CO7" in one.features for one in items("F"))


def test_the_two_reviews_stand_on_cards_of_their_own() -> None:
    cards = {one.id: one for one in evidence()}
    trials, interviews = cards["gibson_2018"], cards["campbell_2016"]
    # Numbers of the two abstracts: 12 trials, 27,482 participants; 16 studies, 724 participants.
    assert "27.482" in trials.studied and "724" in interviews.studied
    assert "724" not in trials.studied and "27.482" not in interviews.studied
    assert trials.source != interviews.source


HEAD = 'kind = "Q"\nto = "moeder"\n\n[[items]]\nseed = ["Q1"]\n'
GOOD = 'text = "Hoe gaat het?"\ngloss = "How are you?"\nlives = "guide"\n'


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (GOOD.replace("lives", "livs"), "livs"),
        (GOOD.replace('lives = "guide"\n', ""), "lives"),
        (GOOD.replace("guide", "gids"), "gids"),
        (GOOD + 'ring = "mikro"\n', "mikro"),
        (GOOD + 'features = "CO1"\n', "features"),
        (GOOD.replace("Hoe gaat het?", " "), "text"),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_place(lines: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "vragen.toml"
    path.write_text(HEAD + lines, encoding="utf-8")
    with pytest.raises(MethodError, match=rf"vragen\.toml, Q1.*{named}"):
        read_items(path)
