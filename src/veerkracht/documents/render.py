"""The one place that runs typst: a template and plain data in, a tagged PDF out.

The data travel as JSON beside the template, never inside its text: whatever someone typed is printed, and
nothing of it is read as an instruction. The result is PDF/UA-1 and PDF/A-2a, the same bytes each time.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import typst

from veerkracht.documents.characters import FONTS, coverage, printable
from veerkracht.documents.dates import day_in_words, weekday
from veerkracht.documents.people import PaperStyle

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

TEMPLATES = Path(__file__).parent
NOTE = "Een teken kon niet worden afgedrukt. Op die plek staat een vierkantje."

# A typst compiler refuses a second caller while it works; one document takes a few milliseconds.
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Pdf:
    """A finished document, and what its reader was told about what could not be printed."""

    content: bytes
    notes: tuple[str, ...] = ()


def render(
    template: str, data: DataclassInstance, *, created_at: datetime, style: PaperStyle | None = None
) -> Pdf:
    """Print `data` with the template of that name, for example "letter", in the look of a municipality."""
    coverage()  # fails with a clear sentence when the fonts were not built
    if created_at.tzinfo is None:
        raise ValueError("created_at has no time zone. Give a moment with one, such as timezone.now().")
    cleaned = Cleaned()
    values = cleaned.value(asdict(data))
    notes = () if cleaned.complete else (NOTE,)
    inputs = {"data": json.dumps({**values, "notes": list(notes)}), **asdict(style or PaperStyle())}
    with _one_at_a_time:
        content = compiler().compile(
            input=str(TEMPLATES / f"{template}.typ"),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(created_at.timestamp()),
        )
    assert isinstance(content, bytes)  # a list only for pictures, one a page
    return Pdf(content, notes)


@cache
def compiler() -> typst.Compiler:
    """Made once: finding and reading the fonts takes longer than a document."""
    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(FONTS)], ignore_system_fonts=True)


class Cleaned:
    """Walks through the data and keeps every text printable; remembers whether one lost a character."""

    def __init__(self) -> None:
        self.complete = True

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            cleaned = printable(value)
            self.complete = self.complete and cleaned.complete
            return cleaned.text
        if isinstance(value, date):
            return {"day": day_in_words(value), "weekday": weekday(value)}
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(item) for item in value]
        return value
