"""The rules of the plan, without a database."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from veerkracht.web.plan.domain import (
    FORMAT,
    LADDER,
    LAWS,
    ActivityFacts,
    Balance,
    GoalFacts,
    LadderMoment,
    LawFacts,
    PlanText,
    PromiseFacts,
    ProposalFacts,
    Rhythm,
    UnknownFormat,
    WeighedFacts,
    balance_of,
    changes,
    exemption_card,
    hints,
    in_order,
    law,
    laws_for,
    needs_weighing,
    pieces,
    silent_since,
)
from veerkracht.web.plan.domain.laws import _laws

DAY = dt.date(2026, 11, 21)
# A version as the first program wrote it: it must stay readable for as long as the plan is kept.
FIRST_FORM = (
    '{"klantmanager":"Peter van Dongen","municipality":"Gemeente Voorbeeld","name":"Samira Haddad",'
    '"promises":[{"answer":"agree","answer_words":"Graag.","due_on":"2026-12-01","id":7,"owner":"municipality",'
    '"owner_name":"","what":"Beslist over de opvang."}],"wish":"Koken."}'
)


def promise(number: int = 1, owner: str = "municipality", **more: object) -> PromiseFacts:
    given = {"owner_name": "", "what": "Beslist.", "due_on": None, "answer": "none", "answer_words": ""}
    return PromiseFacts(id=number, owner=owner, **{**given, **more})  # type: ignore[arg-type]


def full_text(**more: object) -> PlanText:
    given: dict[str, object] = {
        "municipality": "Gemeente Voorbeeld",
        "klantmanager": "Peter van Dongen",
        "name": "Samira Haddad",
        "wish": "Koken.",
        "story": "Ik kookte voor de klas.",
        "rhythm": Rhythm(weeks=8, words="eerst een bericht"),
        "promises": (promise(1, due_on=DAY, again_on=DAY),),
        "goals": (GoalFacts(id=3, title="Taal", ladder=("", "Nu.", "Gelukt.", "", "Mooi.")),),
        "proposals": (
            ProposalFacts(
                id=4,
                kind="own",
                what="Meelopen",
                proposed_on=DAY,
                reply_due_on=DAY,
                reply="no",
                reason="Vol.",
                replied_on=DAY,
                her_answer="disagree",
                her_words="Jammer.",
                again_on=DAY,
            ),
        ),
        "activities": (ActivityFacts(id=5, what="Samen koken"),),
        "weighing": (WeighedFacts(question="load", answer="no", reason="De nachten zijn kort."),),
        "laws": (LawFacts(id="x", title="T", text="t", owed="o", objection="", article="a", as_of=DAY),),
    }
    return PlanText(**{**given, **more})  # type: ignore[arg-type]


def test_a_fixed_text_comes_back_whole():
    text = full_text()
    again = PlanText.from_json(text.as_json())
    assert again == text and again.hash == text.hash
    assert json.loads(text.as_json())["format"] == FORMAT


def test_every_part_of_the_plan_is_in_the_hash():
    text = full_text()
    for name in (
        "wish",
        "story",
        "rhythm",
        "promises",
        "goals",
        "proposals",
        "activities",
        "weighing",
        "laws",
    ):
        empty = {"wish": "", "story": "", "rhythm": Rhythm()}.get(name, ())
        assert full_text(**{name: empty}).hash != text.hash, name


def test_what_is_not_agreed_is_not_in_the_hash():
    moved = GoalFacts(
        id=3,
        title="Taal",
        ladder=("", "Nu.", "Gelukt.", "", "Mooi."),
        version=9,
        moments=(LadderMoment(DAY, "less", ""),),
    )
    kept = promise(1, due_on=DAY, again_on=DAY, version=5, done_on=DAY)
    assert full_text(goals=(moved,), promises=(kept,)).hash == full_text().hash


def test_a_version_of_the_first_form_stays_readable():
    text = PlanText.from_json(FIRST_FORM)
    assert (text.wish, text.promises[0].what) == ("Koken.", "Beslist over de opvang.")
    assert text.promises[0].due_on == dt.date(2026, 12, 1)
    assert text.goals == text.laws == () and text.rhythm.weeks is None


def test_a_version_of_a_newer_program_is_refused_in_a_sentence():
    with pytest.raises(UnknownFormat, match="nieuwere Veerkracht"):
        PlanText.from_json('{"format": 99}')


def test_the_municipality_comes_first_and_she_last():
    owners = [p.owner for p in in_order([promise(1, "mother"), promise(2, "network"), promise(3)])]
    assert owners == ["municipality", "network", "mother"]


# The share of the open actions that lies with her, and whether it leans on her: above 60%, not at it (ring_rules).
@pytest.mark.parametrize(
    ("ours", "others", "hers", "leans"),
    [
        (0, 0, 0, False),
        (4, 0, 6, False),
        (3, 1, 6, False),
        (3, 0, 6, True),
        (0, 0, 1, True),
        (2, 2, 1, False),
    ],
)
def test_a_gentle_remark_above_sixty_percent(ours, others, hers, leans):
    assert Balance(ours, others, hers).leans_on_her is leans


def test_done_and_refused_are_not_open():
    found = balance_of(
        [promise(1), promise(2, "mother", done_on=DAY), promise(3, "mother", answer="disagree")]
    )
    assert (found.ours, found.others, found.hers, found.open) == (1, 0, 0, 1)


def test_changes_are_added_changed_or_removed():
    old = {"Beloften": {"p1": "Belt.", "p2": "Schrijft."}, "Wens": {"wish": "Koken."}}
    new = {"Beloften": {"p1": "Belt op maandag.", "p3": "Beslist."}, "Wens": {"wish": "Koken."}}
    found = [(c.kind, c.was, c.now) for c in changes(old, new)]
    assert found == [
        ("changed", "Belt.", "Belt op maandag."),
        ("added", "", "Beslist."),
        ("removed", "Schrijft.", ""),
    ]


def test_two_texts_are_cut_where_they_differ():
    was, now = pieces("Beslist over de opvang.", "Beslist over de reiskosten.")
    assert "".join(p.words for p in was) == "Beslist over de opvang."
    assert [p.words for p in was if p.kind == "gone"] == ["opvang."]
    assert [p.words for p in now if p.kind == "new"] == ["reiskosten."]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Peter belt op maandag.", []),
        ("", []),
        ("Middels een brief.", ["officialese"]),
        ("MET BETREKKING TOT de opvang.", ["officialese"]),
        ("Er wordt beslist over de opvang.", ["passive"]),
        ("Adam wordt vier.", []),
        ("Kijkt naar het arbeidsmarktperspectief.", ["long_word"]),
        ("Vraagt kinderopvangtoeslag aan.", []),
        (" ".join(["ja"] * 18) + ".", []),
        (" ".join(["ja"] * 19) + ".", ["long_sentence"]),
    ],
)
def test_suggestions_about_how_a_text_reads(text, kinds):
    assert [hint.kind for hint in hints(text)] == kinds


def test_suggestions_stay_few_and_quick():
    assert len(hints("Middels conform inzake derhalve teneinde tevens thans reeds. " * 100)) <= 6
    assert all(len(hint.words) <= 40 for hint in hints("𐀀" * 5000 + " 😀 " * 500))


def test_laws_are_dated_and_say_what_the_municipality_owes():
    assert LAWS[0] == "artikel-44a"
    for one in _laws():
        facts = one.facts
        assert one.reread, "not one of them was read beside the law by a lawyer yet"
        assert facts.article.startswith("Participatiewet, artikel") and facts.owed and facts.objection
        assert not re.search(r"\b(u|uw|je|jij|jouw)\b", f"{facts.text} {facts.owed}"), facts.id
        assert facts.as_of <= DAY
    assert law("weg") is None


def test_which_laws_fit_which_family():
    young = [one.facts.id for one in laws_for([3, 9])]
    older = [one.facts.id for one in laws_for([13])]
    assert "artikel-9a" in young and "artikel-9-zorg-en-werk" in young
    assert "artikel-9a" not in older and "artikel-9-zorg-en-werk" not in older
    assert needs_weighing([11]) and not needs_weighing([12]) and not needs_weighing([])


def test_the_exemption_card_says_what_it_does_and_does_not():
    card = exemption_card()
    assert card.does and card.does_not and card.ends and card.decide_within_weeks == 8


def test_a_ladder_has_names_and_no_numbers():
    assert all(place.replace("_", "").isalpha() for place in LADDER)


@pytest.mark.parametrize(("days", "late"), [(55, False), (56, False), (57, True)])
def test_silence_counts_from_the_day_after(days, late):
    assert (silent_since(weeks=8, last=DAY - dt.timedelta(days=days), day=DAY) is not None) is late
