"""What people type becomes clauses, or nothing: never a guess about who "haar" is."""

from __future__ import annotations

import pytest

from veerkracht.words.promise import Owner, Reader, promise_sentence
from veerkracht.words.reading_promise import read_promise

PETER = Owner(name="Peter")


@pytest.mark.parametrize(
    ("typed", "her_page"),
    [
        ("Belt het wijkteam en geeft Samira een naam.", "Peter belt het wijkteam en geeft jou een naam."),
        (
            "Praat niet over terugbetalen als Samira er niet bij is",
            "Peter praat niet over terugbetalen als jij er niet bij bent.",
        ),
        ("ik bel Samira's school", "Peter belt jouw school."),
        ("nodigt Samira uit", "Peter nodigt jou uit."),
        ("uitnodigen voor een gesprek", "Peter nodigt voor een gesprek uit."),
        ("beslissen over de opvang", "Peter beslist over de opvang."),
        ("Regelt een tolk en een lokaal", "Peter regelt een tolk en een lokaal."),
        ("Gaat met Samira mee", "Peter gaat met jou mee."),
        ("Schrijft op wat Samira wil", "Peter schrijft op wat jij wilt."),
    ],
)
def test_her_page_says_it_in_her_person(typed: str, her_page: str) -> None:
    reading = read_promise(typed, her_name="Samira")
    sentence = promise_sentence(
        owner=PETER, clauses=reading.clauses, her_name="Samira", reader=Reader.HERSELF
    )
    assert sentence == her_page


def test_her_own_words_keep_what_is_hers() -> None:
    reading = read_promise("Ik bel mijn zus", her_name="Samira", by_her=True)
    her = Owner(name="Samira", is_her=True)
    said = [
        promise_sentence(owner=her, clauses=reading.clauses, her_name="Samira", reader=reader)
        for reader in (Reader.HERSELF, Reader.STAFF, Reader.LETTER)
    ]
    assert said == ["Ik bel mijn zus.", "Samira belt haar zus.", "U belt uw zus."]


def test_a_pronoun_that_may_be_somebody_else_is_left_and_named() -> None:
    reading = read_promise("Vraagt haar zus of zij wil oppassen", her_name="Samira")
    assert [clause.rest for clause in reading.clauses] == ["haar zus of zij wil oppassen"]
    assert reading.pronouns == ("haar", "zij")


@pytest.mark.parametrize("typed", ["", "  ", "De opvang", "xyz doen", "Een brief van de gemeente"])
def test_without_a_verb_there_is_nothing_to_confirm(typed: str) -> None:
    assert read_promise(typed, her_name="Samira").clauses == ()
