"""One promise, five readers. Expected sentences: the table and the forty sentences of the tone sheet for her pages."""

from __future__ import annotations

import pytest

from veerkracht.words.promise import Clause, Owner, Reader, promise_sentence

HER = Owner(name="Samira", is_her=True)
PETER = Owner(name="Peter")
LESSON = [Clause(verb="gaan", rest="op dinsdag en donderdag naar de taalles")]
REPAYING = [Clause(verb="praten", rest="niet over terugbetalen als {je} er niet bij {=zijn}")]
NAME = [Clause(verb="bellen", rest="het wijkteam"), Clause(verb="geven", rest="{jou} een naam")]


@pytest.mark.parametrize(
    ("owner", "clauses", "reader", "sentence"),
    [
        (HER, LESSON, Reader.HERSELF, "Ik ga op dinsdag en donderdag naar de taalles."),
        (HER, LESSON, Reader.ASKED, "Jij gaat op dinsdag en donderdag naar de taalles."),
        (HER, LESSON, Reader.STAFF, "Samira gaat op dinsdag en donderdag naar de taalles."),
        (HER, LESSON, Reader.OWNER, "Samira gaat op dinsdag en donderdag naar de taalles."),
        (HER, LESSON, Reader.LETTER, "U gaat op dinsdag en donderdag naar de taalles."),
        (PETER, NAME, Reader.HERSELF, "Peter belt het wijkteam en geeft jou een naam."),
        (PETER, NAME, Reader.LETTER, "Peter belt het wijkteam en geeft u een naam."),
        (
            PETER,
            REPAYING,
            Reader.HERSELF,
            "Peter praat niet over terugbetalen als jij er niet bij bent.",
        ),
        (PETER, REPAYING, Reader.OWNER, "Ik praat niet over terugbetalen als Samira er niet bij is."),
        (PETER, REPAYING, Reader.STAFF, "Peter praat niet over terugbetalen als Samira er niet bij is."),
        (PETER, REPAYING, Reader.LETTER, "Peter praat niet over terugbetalen als u er niet bij bent."),
    ],
)
def test_each_reader_gets_the_sentence_in_the_right_person(
    owner: Owner, clauses: list[Clause], reader: Reader, sentence: str
) -> None:
    assert promise_sentence(owner=owner, clauses=clauses, her_name="Samira", reader=reader) == sentence


def test_two_people_get_a_plural() -> None:
    together = Owner(name="Oma en Selam", is_plural=True)
    clauses = [Clause(verb="halen", rest="Yara uit school")]
    for reader in (Reader.HERSELF, Reader.STAFF, Reader.LETTER):
        sentence = promise_sentence(owner=together, clauses=clauses, her_name="Samira", reader=reader)
        assert sentence == "Oma en Selam halen Yara uit school."


def test_the_first_bit_of_a_verb_stands_at_the_end_or_where_it_was_put() -> None:
    at_the_end = [Clause(verb="uit|nodigen", rest="{jou}")]
    inside = [
        Clause(verb="in|trekken", rest="de brief {_} waarin staat dat {je} meteen {=moeten} solliciteren")
    ]
    said = [
        promise_sentence(owner=PETER, clauses=clauses, her_name="Samira", reader=Reader.HERSELF)
        for clauses in (at_the_end, inside)
    ]
    assert said == [
        "Peter nodigt jou uit.",
        "Peter trekt de brief in waarin staat dat jij meteen moet solliciteren.",
    ]


@pytest.mark.parametrize(
    ("name", "possessive"),
    [("Samira", "Samira’s"), ("Amber", "Ambers"), ("Inez", "Inez’"), ("Naomi", "Naomi’s")],
)
def test_what_is_hers_is_spelt_as_dutch_spells_it(name: str, possessive: str) -> None:
    clauses = [Clause(verb="houden", rest="{jouw} adres geheim")]
    sentence = promise_sentence(owner=PETER, clauses=clauses, her_name=name, reader=Reader.STAFF)
    assert sentence == f"Peter houdt {possessive} adres geheim."


def test_zich_goes_with_whoever_promised() -> None:
    clauses = [Clause(verb="in|schrijven", rest="{zich} {_} voor de opleiding")]
    said = [
        promise_sentence(owner=owner, clauses=clauses, her_name="Samira", reader=reader)
        for owner, reader in ((HER, Reader.HERSELF), (HER, Reader.LETTER), (PETER, Reader.HERSELF))
    ]
    assert said == [
        "Ik schrijf me in voor de opleiding.",
        "U schrijft zich in voor de opleiding.",
        "Peter schrijft zich in voor de opleiding.",
    ]


def test_a_second_sentence_names_the_owner_again() -> None:
    clauses = [
        Clause(verb="beslissen", rest="over de laptop"),
        Clause(verb="schrijven", rest="erbij waarom", starts_sentence=True),
    ]
    municipality = Owner(name="de gemeente")
    sentence = promise_sentence(owner=municipality, clauses=clauses, her_name="Denise", reader=Reader.HERSELF)
    assert sentence == "De gemeente beslist over de laptop. De gemeente schrijft erbij waarom."


def test_a_brace_of_somebody_stays_what_it_is() -> None:
    clauses = [Clause(verb="schrijven", rest="een brief over {iets}")]
    sentence = promise_sentence(owner=PETER, clauses=clauses, her_name="Samira", reader=Reader.STAFF)
    assert sentence == "Peter schrijft een brief over {iets}."


def test_a_promise_without_a_verb_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one clause"):
        promise_sentence(owner=PETER, clauses=[], her_name="Samira", reader=Reader.STAFF)
