"""One A4 for an employer: which hours fit, and what both agree on. Worded for any parent; nothing about a family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from veerkracht.documents.people import require
from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True)
class WorkDay:
    day: str
    start: str
    end: str
    break_minutes: int


@dataclass(frozen=True)
class YearHours:
    """A draft of hours over the year: more in some weeks, fewer in others, the same pay each month."""

    school_weeks: int
    """Weeks that are paid: school weeks and the weeks of leave."""
    in_school_weeks: str
    average: str
    in_holidays: str


@dataclass(frozen=True)
class EmployerSheet:
    name: str
    printed_on: date
    days: tuple[WorkDay, ...]
    hours_a_week: str
    start_rule: str = ""
    phone_rule: str = ""
    holiday_rule: str = ""
    roster_rule: str = ""
    year: YearHours | None = None

    def __post_init__(self) -> None:
        require(self.name, "Er staat geen naam op het blad. Vul de naam in.")


@dataclass(frozen=True)
class EmployerSheetData:
    """What `employer_sheet.typ` reads."""

    sheet: EmployerSheet


def employer_sheet_pdf(sheet: EmployerSheet, *, created_at: datetime) -> Pdf:
    return render("employer_sheet", EmployerSheetData(sheet), created_at=created_at)
