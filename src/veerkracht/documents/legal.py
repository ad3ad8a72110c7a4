"""What the law says about a plan, as dated text: stated once, plainly, with the way to object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from veerkracht.documents.people import require


@dataclass(frozen=True)
class LegalBlock:
    title: str
    text: str
    article: str
    """"Participatiewet, artikel 44a"."""
    as_of: date
    """The day on which the text was compared with the law."""
    objection: str = ""
    """How she can object, in one or two sentences; empty where there is no decision to object to."""

    def __post_init__(self) -> None:
        require(self.article, f"Bij het wetsblok “{self.title}” ontbreekt het artikel. Vul dat in.")
