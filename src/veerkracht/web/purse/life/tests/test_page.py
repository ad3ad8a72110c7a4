"""Whatever somebody told or left open, both pages have an answer: amounts, or a sentence that says what is missing."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from veerkracht.money.ledger.arrange import MUNICIPALITY
from veerkracht.money.life.stress import HORIZONS, Help, offered_events
from veerkracht.web.purse.choice.page import WHICH, WORDS
from veerkracht.web.purse.domain.questions import PARTS, UNKNOWN
from veerkracht.web.purse.domain.situation import ChildOf, KnownPerson, situation_of
from veerkracht.web.purse.later.page import later_of
from veerkracht.web.purse.later.paths import NUMBERS, path_questions
from veerkracht.web.purse.later.paths import general_questions as later_questions
from veerkracht.web.purse.life.offered_events import CHOSEN, general_questions, offered_to, questions_of
from veerkracht.web.purse.life.page import life_of, municipality_first
from veerkracht.web.purse.life.words import LifeCell, first_sentences, in_a_row, together
from veerkracht.web.purse.templatetags.life import as_cells

DAY = dt.date(2026, 3, 1)
ALL = [event.id for event in offered_events()]
SOME: dict[str, tuple[Any, ...]] = {
    "huur": (450.0, 905.0, UNKNOWN, None),
    "servicekosten": (0.0, 35.0),
    "partner": ("nee", "nee", "ja", UNKNOWN),
    "loon_partner": (0.0, 24600.0, None),
    "medebewoners": (0.0, 0.0, 1.0),
    "kostendelers": (0.0, 1.0),
    "inkomen_medebewoners": (0.0, 12000.0),
    "uren": (0.0, 12.0, 24.0, 36.0, UNKNOWN),
    "uurloon": (15.1, 17.8),
    "bijstand": ("ja", "nee"),
    "vrijlating": ("geen", "alleenstaande_ouder"),
    "ander_inkomen": (0.0, 150.0),
    "ander_inkomen_belast": ("nee", "ja"),
    "traject": ("nee", "ja"),
    "vermogen": (0.0, 2100.0, 90000.0, UNKNOWN),
    "nodig_per_maand": (None, 1900.0, 3200.0),
    "geld_achter_de_hand": (None, 0.0, 2500.0),
    "uren_die_passen": (None, 20.0),
    "dagen_schok": (None, 9.0),
    "aflossing": (None, 75.0),
    "aflossing_maanden": (None, 18.0),
    "pad_jaren": (None, 3.0, 10.0),
}


def household(chance: random.Random) -> tuple[dict[str, Any], KnownPerson]:
    """Answers as they come: complete, half, or with "weet ik niet"; none to four children."""
    answers = {name: chance.choice(values) for name, values in SOME.items()}
    children = tuple(
        ChildOf(str(place), f"Kind {place}", DAY - dt.timedelta(days=chance.randint(0, 19 * 365)))
        for place in range(chance.choice([0, 1, 1, 2, 2, 3, 4]))
    )
    for child in children:
        kind = chance.choice(["geen", "geen", "dagopvang", "bso"])
        answers |= {
            f"opvang_{child.key}": kind,
            f"opvanguren_{child.key}": 40.0,
            f"uurtarief_{child.key}": 10.5,
        }
    for event in ALL:
        for question in questions_of(event):
            if chance.random() < 0.3:
                answers[question.name] = float(chance.randint(0, int(min(question.most, 40))))
    for number in (1, 2, 3):
        path = {"uren": 24.0, "loon": 15.0 + number, "studie_jaren": float(chance.randint(0, 3))}
        path |= {"studie_uren": 12.0, "studie_loon": 15.0, "studie_kosten": 50.0}
        answers |= {f"pad{number}_{name}": value for name, value in path.items() if chance.random() < 0.95}
    born_on = DAY.replace(year=DAY.year - chance.randint(20, 66))
    return {name: value for name, value in answers.items() if value is not None}, KnownPerson(
        born_on, children
    )


def check(seed: int) -> bool:
    """All events and three paths of one household; True where amounts came out."""
    answers, person = household(random.Random(seed))  # noqa: S311  # households, not secrets
    groups = offered_to(situation_of(answers, person, DAY), person)
    answers[CHOSEN] = [one.id for group in groups for one in group.events]
    life, later = life_of(answers, person, DAY, {}), later_of(answers, person, DAY)
    for page in (life, later):
        assert page.missing is None or page.missing.sentence.endswith("."), page.missing
    for event in life.events:
        assert event.story.endswith(".") and 1 <= len(event.helps) <= 3
        assert not event.word or sum(cell.columns for cell in event.beside) == len(HORIZONS)
        assert not event.word or [row.name for row in event.rows] == [f"R{n}" for n in range(1, 10)]
        for row in event.rows:
            assert sum(cell.columns for cell in row.cells) == 1 + len(HORIZONS)
    for row in later.rows:
        assert all(low <= amount <= high for _, amount, low, high, _ in row.cells)
    assert life.missing is not None or life.events
    return life.missing is None and bool(later.paths)


def test_whatever_was_told_both_pages_have_an_answer() -> None:
    assert sum(check(seed) for seed in range(40)) >= 5, "enough of them are complete"


@pytest.mark.long
def test_whatever_was_told_in_four_hundred_ways() -> None:
    assert sum(check(seed) for seed in range(100, 500)) >= 50


def test_neighbours_that_say_the_same_become_one_cell() -> None:
    heads = ("Meteen", "Na 1 maand", "Na 3 maanden", "Na 6 maanden")
    assert together(heads, ["a", "a", "b", "b"]) == (
        LifeCell("Meteen tot en met na 1 maand", "a", 2),
        LifeCell("Na 3 maanden en daarna", "b", 2),
    )
    assert together(heads, ["a", "b", "a", "a"])[0] == LifeCell("Meteen", "a", 1)


def test_no_event_is_blamed_for_what_was_so_already() -> None:
    said = first_sentences(
        [("past niet", "de huur omhoog gaat"), ("past", "het loon omhoog gaat")], "past niet"
    )
    assert said == [
        "Het past nu ook niet.",
        "Het past ook niet als de huur omhoog gaat.",
        "Het past als het loon omhoog gaat.",
    ]
    assert first_sentences([("krap", "de huur omhoog gaat")], "past") == [
        "Het wordt krap als de huur omhoog gaat."
    ]


def offered(**answers: Any) -> set[str]:
    person = KnownPerson(DAY.replace(year=1990), ())
    told = {
        "uren": 24.0,
        "uurloon": 15.1,
        "partner": "nee",
        "bijstand": "ja",
        "vrijlating": "geen",
        **answers,
    }
    groups = offered_to(situation_of(told, person, DAY), person)
    return {one.id for group in groups for one in group.events}


def test_only_what_can_happen_here_is_in_the_list() -> None:
    assert "E05" not in offered() and "E06" in offered()
    assert "E05" in offered(partner="ja") and "E06" not in offered(partner="ja")
    assert {"E05", "E06"} <= offered(partner=UNKNOWN)
    assert {"E01", "E20"} <= offered() and not {"E01", "E20", "E22"} & offered(uren=0.0)
    assert not {"E08", "E10", "E12", "E15", "E17"} & offered(), "no child, no childcare"
    assert "E19" not in offered() and "E19" in offered(vrijlating="algemeen")
    assert "E21" in offered() and "E21" not in offered(bijstand="nee")


def test_no_two_questions_share_a_name() -> None:
    """All answers of a case lie beside each other, whatever form they came from."""
    names = [q.name for part in PARTS.values() for q in part.questions]
    names += [
        CHOSEN,
        *(q.name for q in general_questions()),
        *(q.name for one in ALL for q in questions_of(one)),
    ]
    names += [q.name for number in NUMBERS for q in path_questions(number)]
    names += [*(q.name for q in later_questions()), WHICH, WORDS]
    assert len(names) == len(set(names))


def test_words_in_a_row() -> None:
    assert in_a_row(["de huur omhoog gaat"]) == "de huur omhoog gaat"
    assert in_a_row(["a", "b", "c"]) == "a, b of c"


def test_what_stands_in_a_cell_is_only_text() -> None:
    made = as_cells([LifeCell('Na "1" maand', "<b>3 & 4</b>", 2)])
    assert made == ('<td data-label="Na &quot;1&quot; maand" colspan="2">&lt;b&gt;3 &amp; 4&lt;/b&gt;</td>')


def test_the_municipality_stands_first_among_those_who_could_help() -> None:
    helps = (Help("praat mee", "buurthuis"), Help("betaalt voor", MUNICIPALITY), Help("wacht", "verhuurder"))
    assert [each.owner for each in municipality_first(helps)] == [MUNICIPALITY, "buurthuis", "verhuurder"]
    for event in offered_events():
        owners = [each.owner for each in municipality_first(event.helps)]
        assert MUNICIPALITY not in owners[owners.count(MUNICIPALITY) :], event.id
