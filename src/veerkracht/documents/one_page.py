"""One A4 with pictures and few words: what they do, what I do, who I can call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from veerkracht.documents.people import PrintedKlantmanager, PrintedMunicipality, require
from veerkracht.documents.render import Pdf, render


class PrintedPicture(StrEnum):
    """A sign of the emoji font, drawn in one colour. It decorates: the words beside it say everything."""

    CALL = "📞"
    CARE = "🧸"
    CHILD = "🧒"
    DATE = "📅"
    DOCTOR = "🩺"
    FAMILY = "👵"
    FORM = "📝"
    HOME = "🏠"
    LEARN = "📖"
    LETTER = "✉️"
    MONEY = "💶"
    PEOPLE = "👥"
    REST = "☕"
    SCHOOL = "🏫"
    TALK = "💬"
    TRAVEL = "🚌"
    WORK = "💼"


@dataclass(frozen=True)
class Task:
    picture: PrintedPicture
    what: str
    """A few words: "De gemeente beslist over de opvang"."""
    due_on: date | None = None
    who: str = ""

    def __post_init__(self) -> None:
        require(self.what, "Er is een regel zonder tekst. Schrijf op wat er gebeurt, of haal hem weg.")


@dataclass(frozen=True)
class Term:
    dutch: str
    translated: str


@dataclass(frozen=True)
class OnePage:
    municipality: PrintedMunicipality
    klantmanager: PrintedKlantmanager
    name: str
    """Her name as she wants it; empty to leave it off the paper."""
    printed_on: date
    they_do: tuple[Task, ...]
    i_do: tuple[Task, ...]
    terms: tuple[Term, ...] = ()
    terms_language: str = ""
    """"Tigrinya"; the heading of the word list."""
    more: int = 0
    """How many open promises of the plan did not fit on the paper."""


@dataclass(frozen=True)
class OnePageData:
    """What `one_page.typ` reads."""

    page: OnePage


def one_page_pdf(page: OnePage, *, created_at: datetime) -> Pdf:
    return render("one_page", OnePageData(page), created_at=created_at)
