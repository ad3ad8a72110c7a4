"""What the demo families told about money fits the questions, and gives each of them a page with amounts."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from veerkracht.web.config.demo import purse as loader
from veerkracht.web.config.demo.clock import born
from veerkracht.web.purse.domain.questions import PARTS, UNKNOWN
from veerkracht.web.purse.domain.situation import ChildOf, KnownPerson
from veerkracht.web.purse.forms import fields_of
from veerkracht.web.purse.now.page import look_of, money_of

FAMILIES = Path(loader.__file__).parent / "families"
PURSES = sorted(loader.HERE.glob("*.toml"))
TODAY = dt.date(2026, 11, 21)


def family_of(login: str) -> tuple[dict[str, Any], dict[str, Any]]:
    for file in FAMILIES.glob("*.toml"):
        family = tomllib.loads(file.read_text())
        for person in family["people"]:
            if person["login"] == login:
                return family, person
    raise AssertionError(f"nobody logs in as {login}")


def told(file: Path) -> tuple[dict[str, Any], KnownPerson]:
    """The answers and the person, as the database will hold them."""
    family, person = family_of(file.stem)
    children = tuple(
        ChildOf(str(place), child["first_name"], born(child["age"], TODAY))
        for place, child in enumerate(family.get("children", []))
    )
    keys = {child.name: child.key for child in children}
    answers: dict[str, Any] = {}
    for part, raw in tomllib.loads(file.read_text()).items():
        if part in PARTS:
            for name, value in raw.items():
                if isinstance(value, dict):
                    answers |= {f"{question}_{keys[name]}": one for question, one in value.items()}
                else:
                    answers[name] = value
    return answers, KnownPerson(born(person["age"], TODAY), children)


def test_twelve_people_told_about_money():
    assert len(PURSES) == 12


@pytest.mark.parametrize("file", PURSES, ids=lambda file: file.stem)
def test_each_answer_fits_its_question(file):
    answers, person = told(file)
    fields = {
        name: field for part in PARTS.values() for name, field in fields_of(part, person.children).items()
    }
    for name, value in answers.items():
        assert name in fields, f"{file.name}: nobody asks {name}"
        typed = (
            value if isinstance(value, list) else str(value).replace(".", ",") if value != UNKNOWN else value
        )
        fields[name].clean(typed)


@pytest.mark.parametrize("file", PURSES, ids=lambda file: file.stem)
@pytest.mark.parametrize(
    "day", [TODAY, dt.date(2027, 6, 1)], ids=["today", "a day without published amounts"]
)
def test_each_family_has_a_page_with_amounts(file, day):
    answers, person = told(file)
    money = money_of(answers, person, look_of({}, answers, person, day), day)
    assert money.missing is None, money.missing
    assert money.outcome or money.ranges
    if day != TODAY and money.outcome:
        assert any("nog niet bekend" in sentence for sentence in money.outcome.assumptions)


def test_wendy_has_less_with_20_hours_and_more_with_26_after_all_that_stops():
    answers, person = told(loader.HERE / "wendy.toml")
    outcome = money_of(answers, person, look_of({}, answers, person, TODAY), TODAY).outcome
    assert outcome is not None
    few, more = outcome.later
    assert [few.hours, more.hours] == [20, 26] and few.more < 0 < more.more
    assert outcome.local_loss(more) > outcome.local_loss(few) > 0
