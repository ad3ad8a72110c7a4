"""Everything that is held of one person, on paper: part after part, each line with its word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True)
class PrintedLine:
    label: str
    text: str


@dataclass(frozen=True)
class PrintedEntry:
    """One thing, such as one promise or one talk."""

    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True)
class PrintedPart:
    title: str
    entries: tuple[PrintedEntry, ...]
    notes: tuple[str, ...] = ()
    """What is not printed, how often, and why."""


@dataclass(frozen=True)
class Everything:
    title: str
    municipality: str
    printed_on: str
    """A day in words: "29 november 2026"."""
    parts: tuple[PrintedPart, ...]


@dataclass(frozen=True)
class EverythingData:
    """What `everything.typ` reads."""

    paper: Everything


def everything_pdf(paper: Everything, *, created_at: datetime) -> Pdf:
    return render("everything", EverythingData(paper), created_at=created_at)
