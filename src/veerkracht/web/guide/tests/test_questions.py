"""Which questions may be asked, in which order; none is required and a skipped one leaves nothing behind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from veerkracht.method.library import item
from veerkracht.web.guide.domain import questions

PARTNER = {"Q19", "Q20", "Q21"}  # the three about a partner, by their ids in the documents
ALL = sorted(questions.askable(alone=True))


def test_questions_about_a_partner_are_only_for_the_two_of_them():
    assert set(questions.askable(alone=True)) - set(questions.askable(alone=False)) == PARTNER


def test_a_chosen_partner_question_leaves_the_screen_when_somebody_comes_in():
    chosen = ["Q17", "Q20"]
    assert [q.id for q in questions.shown(chosen, alone=False)] == ["Q17"]
    assert [q.id for q in questions.shown(chosen, alone=True)] == ["Q17", "Q20"]


def test_three_to_begin_with_and_nothing_sensitive_among_them():
    start = questions.default_questions(())
    assert len(start) == 3
    assert start == ["G1", "G2", "G3"], "a first talk begins with the three ground questions"
    later = [seed for seed in questions.TO_BEGIN_WITH if seed not in start]
    assert all(item(seed).sensitivity is None and item(seed).to == "moeder" for seed in later)


def test_what_was_asked_before_is_not_asked_first_again():
    first = questions.default_questions(())
    assert not set(first) & set(questions.default_questions(first))
    assert len(questions.default_questions(questions.TO_BEGIN_WITH)) == 3


def test_up_and_down_move_one_place():
    assert questions.rearranged(["Q1", "Q2", "Q5"], "up", "Q5", alone=False) == ["Q1", "Q5", "Q2"]
    assert questions.rearranged(["Q1", "Q2", "Q5"], "down", "Q1", alone=False) == ["Q2", "Q1", "Q5"]
    assert questions.rearranged(["Q1", "Q2"], "up", "Q1", alone=False) == ["Q1", "Q2"]


def test_a_question_for_the_professional_cannot_be_put_to_her():
    assert questions.rearranged([], "add", "U5", alone=True) == []


@given(
    st.lists(st.sampled_from(ALL), unique=True, max_size=8),
    st.lists(st.tuples(st.sampled_from(["add", "skip", "up", "down"]), st.sampled_from(ALL)), max_size=20),
)
def test_any_row_of_buttons_keeps_every_question_once(chosen, buttons):
    for do, seed in buttons:
        before, chosen = chosen, questions.rearranged(chosen, do, seed, alone=True)
        assert len(set(chosen)) == len(chosen)
        assert (seed in chosen) == (do != "skip" and (do == "add" or seed in before))
        assert [one for one in chosen if one != seed] == [one for one in before if one != seed]


def test_every_question_can_be_found_by_ring_and_by_words():
    found = {
        q.id
        for ring in ("individu", "micro", "meso", "macro")
        for t in questions.library(alone=True, ring=ring)
        for q in t.questions
    }
    assert found == set(ALL)
    assert "Q6" in {q.id for t in questions.library(alone=False, words="schuld") for q in t.questions}
