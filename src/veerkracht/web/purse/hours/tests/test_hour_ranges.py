"""Weet ik niet, in hours: the table becomes ranges around what each answer would give; the question comes along."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from veerkracht.money.unknown import bounds
from veerkracht.web.purse.domain.questions import UNKNOWN
from veerkracht.web.purse.domain.situation import ChildOf, KnownPerson
from veerkracht.web.purse.hours.page import HoursPage, hours_of
from veerkracht.web.purse.now.page import look_of

DAY = dt.date(2026, 11, 2)
PERSON = KnownPerson(dt.date(1992, 3, 1), (ChildOf("1", "Sem", dt.date(2018, 5, 20)),))
TOLD: dict[str, Any] = {
    "huur": 650.0,
    "servicekosten": 0.0,
    "partner": "nee",
    "medebewoners": 0.0,
    "uren": 0.0,
    "bijstand": "ja",
    "vrijlating": "geen",
    "ander_inkomen": 0.0,
    "vermogen": 0.0,
    "uurloon_straks": 16.0,
    "opvang_1": "geen",
}


def page(**changed: Any) -> HoursPage:
    told = {**TOLD, **changed}
    return hours_of(told, PERSON, look_of({}, told, PERSON, DAY), {}, DAY)


def cells(shown: HoursPage) -> list[str]:
    return [cell.words for row in shown.rows for cell in row.cells]


def test_without_an_open_fact_there_is_no_range() -> None:
    shown = page()
    assert not shown.missing and not shown.narrows and shown.tests
    assert not [words for words in cells(shown) if " tot " in words]


@pytest.mark.parametrize("name", ["huur", "vrijlating", "vermogen"])
def test_an_open_fact_makes_ranges_around_what_each_answer_gives(name: str) -> None:
    fact = {"huur": "kale_huur", "vrijlating": "vrijlating_regeling"}.get(name, name)
    shown = page(**{name: UNKNOWN})
    assert not shown.missing
    each = [cells(page(**{name: value})) for value in bounds()[fact][0]]
    for place, words in enumerate(cells(shown)):
        single = {one[place] for one in each}
        if len(single) == 1:
            assert words == single.pop()
        else:
            assert re.fullmatch(r"[\d,]+ tot ([\d,]+ uur|meer dan 40 uur)", words.replace("\u00a0", " ")), (
                words
            )
    differs = any(len(set(column)) > 1 for column in zip(*each, strict=True))
    assert [question.name for _, question, _ in shown.narrows] == ([name] if differs else [])


def test_the_question_that_narrows_most_comes_first() -> None:
    shown = page(huur=UNKNOWN, servicekosten=UNKNOWN, vrijlating=UNKNOWN)
    assert shown.narrows[0][1].name == "vrijlating"
    assert len(shown.narrows) == 3


def test_what_was_not_asked_yet_is_still_named() -> None:
    told = {name: value for name, value in TOLD.items() if name != "partner"}
    shown = hours_of(told, PERSON, look_of({}, told, PERSON, DAY), {}, DAY)
    assert shown.missing and not shown.rows
    open_too = {**told, "huur": UNKNOWN}
    shown = hours_of(open_too, PERSON, look_of({}, open_too, PERSON, DAY), {}, DAY)
    assert shown.missing and not shown.rows


def test_the_head_of_a_range_is_that_of_its_goal() -> None:
    assert page(huur=UNKNOWN).heads == page().heads
