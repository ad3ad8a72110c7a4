"""Present tense. Expected forms: the spelling rules of the Groene Boekje, as a schoolbook writes them out."""

from __future__ import annotations

import pytest

from veerkracht.words.verbs import Person, conjugated, infinitive_of, known_verbs, particles


@pytest.mark.parametrize(
    ("infinitive", "ik", "third"),
    [
        ("bellen", "bel", "belt"),
        ("beslissen", "beslis", "beslist"),
        ("schrijven", "schrijf", "schrijft"),
        ("lezen", "lees", "leest"),
        ("nemen", "neem", "neemt"),
        ("laten", "laat", "laat"),
        ("zetten", "zet", "zet"),
        ("houden", "houd", "houdt"),
        ("rijden", "rijd", "rijdt"),
        ("melden", "meld", "meldt"),
        ("antwoorden", "antwoord", "antwoordt"),
        ("regelen", "regel", "regelt"),
        ("ondertekenen", "onderteken", "ondertekent"),
        ("leveren", "lever", "levert"),
        ("weigeren", "weiger", "weigert"),
        ("controleren", "controleer", "controleert"),
        ("solliciteren", "solliciteer", "solliciteert"),
        ("verhuizen", "verhuis", "verhuist"),
        ("bespreken", "bespreek", "bespreekt"),
        ("draaien", "draai", "draait"),
        ("appen", "app", "appt"),
        ("duwen", "duw", "duwt"),
        ("wijzigen", "wijzig", "wijzigt"),
        ("hebben", "heb", "heeft"),
        ("zijn", "ben", "is"),
        ("kunnen", "kan", "kan"),
        ("gaan", "ga", "gaat"),
        ("doen", "doe", "doet"),
        ("bieden", "bied", "biedt"),
    ],
)
def test_the_present_tense(infinitive: str, ik: str, third: str) -> None:
    assert conjugated(infinitive, Person.IK) == ik
    assert conjugated(infinitive, Person.THIRD) == third
    assert conjugated(infinitive, Person.PLURAL) == infinitive


def test_every_form_of_a_known_verb_leads_back_to_a_verb_with_that_form() -> None:
    for infinitive in known_verbs():
        for person in Person:
            form = conjugated(infinitive, person)
            back = infinitive_of(form)
            assert back is not None
            assert form == back or form in {conjugated(back, other) for other in Person}


def test_a_word_that_is_no_verb_stays_unknown() -> None:
    assert infinitive_of("opvang") is None
    assert not known_verbs() & particles()
