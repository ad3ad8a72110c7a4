"""The sheet for an employer: one page, the hours and the agreements, and nothing about a family."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from veerkracht.documents.employer_sheet import EmployerSheet, WorkDay, YearHours, employer_sheet_pdf
from veerkracht.documents.people import FactMissing
from veerkracht.documents.render import Pdf

TextOf = Callable[[Pdf], str]
PageCount = Callable[[Pdf], int]

DAYS = tuple(
    WorkDay(day, "08:45", "14:00", 0) for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
)


def sheet(**more: object) -> EmployerSheet:
    facts: dict[str, object] = {
        "name": "Roos Willemsen",
        "printed_on": date(2026, 11, 21),
        "days": DAYS,
        "hours_a_week": "26,25 uur",
        "start_rule": "Beginnen mag tot 10 minuten later.",
        "phone_rule": "Op stil, behalve bij nood.",
        "holiday_rule": "Twee weken verlof in de zomer.",
        "roster_rule": "Vaste dagen.",
        "year": YearHours(44, "26,25 uur", "22,21 uur", "12 uur"),
    }
    return EmployerSheet(**{**facts, **more})  # type: ignore[arg-type]


def test_it_fits_one_page_and_loses_nothing(noon: datetime, text_of: TextOf, page_count: PageCount) -> None:
    rules = {name: f"{name} " + "lang " * 50 for name in ("phone_rule", "holiday_rule", "roster_rule")}
    pdf = employer_sheet_pdf(sheet(**rules), created_at=noon)
    text = text_of(pdf)
    assert page_count(pdf) == 1
    assert all(words in text for words in ("Roos Willemsen", "26,25 uur", "Woensdag", "08:45", *rules))


def test_it_speaks_of_no_family(noon: datetime, text_of: TextOf) -> None:
    text = text_of(employer_sheet_pdf(sheet(), created_at=noon)).casefold()
    for word in ("kind", "moeder", "vader", "gezin", "opvang", "uitkering", "bijstand", "gemeente"):
        assert word not in text, word


def test_a_rule_left_empty_has_no_heading(noon: datetime, text_of: TextOf) -> None:
    text = text_of(employer_sheet_pdf(sheet(phone_rule="", year=None), created_at=noon))
    assert "Telefoon" not in text and "Voorstel" not in text


def test_a_sheet_without_a_name_is_refused() -> None:
    with pytest.raises(FactMissing, match="geen naam"):
        sheet(name=" ")
