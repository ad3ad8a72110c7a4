"""The records say what is unknown, the table points into them, and what cannot be so is named by code and field."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing

import pytest

from veerkracht.household import events as event_kinds
from veerkracht.household import household as records
from veerkracht.household.checking import problems
from veerkracht.household.events import EVENTS, Event
from veerkracht.household.fields import CHILD_FIELDS, FIELDS
from veerkracht.household.household import (
    Adult,
    Ages,
    Block,
    Care,
    Child,
    Debt,
    Household,
    Job,
    Limits,
    Protected,
)
from veerkracht.household.unknown import NOT_ASKED, NOT_KNOWN, Between, OneOf, known

DAY = dt.date(2026, 3, 1)
MORNING = Block(day="za", start=390, end=510)


def codes(**parts: object) -> list[tuple[str, str]]:
    return [(one.code, one.field) for one in problems(Household(day=DAY, **parts))]  # type: ignore[arg-type]


def test_a_household_nobody_was_asked_about_knows_nothing() -> None:
    household = Household(day=DAY)
    assert known(household.children) is None and known(household.adult.jobs) is None
    assert problems(household) == ()
    assert not Limits().said_by_her


def test_no_children_is_something_else_than_not_asked() -> None:
    assert known(Household(day=DAY, children=()).children) == ()
    assert Household(day=DAY, children=()) != Household(day=DAY)


@pytest.mark.parametrize("value", [NOT_ASKED, NOT_KNOWN, Between(1, 2), OneOf((True, False))])
def test_what_is_open_is_not_known(value: object) -> None:
    assert known(value) is None


def test_nothing_is_a_value() -> None:
    assert known(0) == 0 and known(False) is False


def test_a_range_that_holds_nothing_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="above"):
        Between(3, 2)
    with pytest.raises(ValueError, match="two values"):
        OneOf((True,))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {
                "adult": Adult(
                    jobs=(
                        Job(
                            key="a",
                            state="present",
                            starts_on=dt.date(2026, 5, 1),
                            ends_on=dt.date(2026, 4, 1),
                        ),
                    )
                )
            },
            ("job_ends_before_it_starts", "adult.jobs[0].ends_on"),
        ),
        (
            {"adult": Adult(jobs=(Job(key="a", state="present", hours_per_week=200.0),))},
            ("hours_exceed_the_week", "adult.jobs[0].hours_per_week"),
        ),
        (
            {"adult": Adult(jobs=(Job(key="a", state="offered", blocks=(MORNING, MORNING)),))},
            ("blocks_overlap", "adult.jobs[0].blocks[1]"),
        ),
        (
            {"course": (Block(day="ma", start=600, end=540),)},
            ("block_ends_before_it_starts", "course[0]"),
        ),
        ({"course": (Block(day="ma", start=600, end=1500),)}, ("block_outside_the_day", "course[0]")),
        (
            {"protected": (Protected(day="zo", start=600, end=600, with_children=True),)},
            ("block_ends_before_it_starts", "protected[0]"),
        ),
        (
            {"children": (Child(key="a", born=dt.date(2026, 3, 2)),)},
            ("born_after_the_day", "children[0].born"),
        ),
        (
            {"children": (Child(key="a", born=dt.date(1890, 1, 1)),)},
            ("born_too_long_ago", "children[0].born"),
        ),
        (
            {"children": (Child(key="a", born=Ages(on_the_day=13, on_1_january=5)),)},
            ("ages_disagree", "children[0].born"),
        ),
        (
            {"children": (Child(key="a", born=Ages(on_the_day=5, on_1_january=6)),)},
            ("ages_disagree", "children[0].born"),
        ),
        ({"children": (Child(key="a"), Child(key="a"))}, ("key_used_twice", "children[1].key")),
        (
            {"children": (Child(key="a", cares=(Care(key="c", situation="bakery"),)),)},
            ("situation_names_no_job", "children[0].cares[0].situation"),
        ),
    ],
)
def test_what_cannot_be_so_is_named_by_code_and_field(
    parts: dict[str, object], expected: tuple[str, str]
) -> None:
    assert codes(**parts) == [expected]
    assert not problems(Household(day=DAY, **parts))[0].is_question  # type: ignore[arg-type]


def test_a_mother_hardly_older_than_her_child_is_a_question() -> None:
    household = Household(
        day=DAY,
        adult=Adult(born=Ages(on_the_day=20)),
        children=(Child(key="a", born=dt.date(2001, 1, 1)),),
    )
    (question,) = problems(household)
    assert (question.code, dict(question.values)) == (
        "parent_hardly_older",
        {"parent": 20, "child": 25, "years": -5},
    )
    assert question.is_question


def test_work_of_a_partner_who_does_not_live_here_is_a_question() -> None:
    """He may be her husband still, on another address."""
    partner = Adult(jobs=(Job(key="a", state="present"),))
    (question,) = problems(Household(day=DAY, lives_with_partner=False, partner=partner))
    assert question.is_question and question.field == "partner.jobs"


def test_a_debt_that_should_be_paid_is_a_question() -> None:
    debt = Debt(key="a", creditor="energie", open=200.0, ends_on=dt.date(2026, 1, 1))
    (question,) = problems(Household(day=DAY, debts=(debt,)))
    assert question.is_question and question.field == "debts[0].ends_on"


def test_two_blocks_a_day_and_a_saturday_are_fine() -> None:
    blocks = (MORNING, Block(day="za", start=900, end=1020), Block(day="ma", start=390, end=510))
    assert not codes(adult=Adult(jobs=(Job(key="a", state="offered", blocks=blocks),)))


def test_an_age_that_is_open_contradicts_nothing() -> None:
    assert not codes(children=(Child(key="a", born=Ages(on_the_day=Between(3, 5), on_1_january=9)),))


def resolves(record: type, path: str) -> bool:
    name, _, rest = path.partition(".")
    hints = typing.get_type_hints(record)
    return name in hints and (not rest or resolves(hints[name], rest))


def test_every_field_of_the_table_has_its_place_in_the_records() -> None:
    for name, field in FIELDS.items():
        assert field.path is None or resolves(Household, field.path), name
        assert field.lowest < field.highest, name
    for name, field in CHILD_FIELDS.items():
        assert field.path is not None and resolves(Child, field.path), name


@pytest.mark.parametrize("module", [records, event_kinds])
def test_every_record_is_frozen_and_takes_keywords_only(module: types.ModuleType) -> None:
    made_here = [
        one
        for one in vars(module).values()
        if dataclasses.is_dataclass(one) and one.__module__ == module.__name__
    ]
    assert len(made_here) > 15
    for record in made_here:
        parameters = record.__dataclass_params__  # type: ignore[union-attr]
        assert parameters.frozen and all(field.kw_only for field in dataclasses.fields(record)), record


def test_every_kind_of_event_has_its_name() -> None:
    kinds = {
        kind for kind in vars(event_kinds).values() if isinstance(kind, type) and issubclass(kind, Event)
    }
    assert kinds - {Event} == set(EVENTS.values())
