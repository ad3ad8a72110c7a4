"""The letter she takes home after a talk: who promised what, by when, and who to call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from veerkracht.documents.legal import LegalBlock
from veerkracht.documents.people import (
    FormOfAddress,
    Mother,
    PrintedKlantmanager,
    PrintedMunicipality,
    RingMap,
    require,
    short_mark,
)
from veerkracht.documents.promises import PrintedPromise, PrintedProposal, PromisesBySide, by_side
from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True)
class Letter:
    municipality: PrintedMunicipality
    klantmanager: PrintedKlantmanager
    mother: Mother
    written_on: date
    salutation: str
    """Without the comma: "Beste mevrouw Haddad"."""
    opening: str
    """One or two sentences; an empty line starts a new paragraph."""
    wish: str
    """In her own words; empty when she has not said one yet."""
    promises: tuple[PrintedPromise, ...]
    plan_version: int
    """0: no version was fixed yet, and then the letter names none."""
    plan_hash: str
    proposals: tuple[PrintedProposal, ...] = ()
    legal_blocks: tuple[LegalBlock, ...] = ()
    next_talk: str = ""
    """In words: "dinsdag 1 december 2026 om 10.00 uur, in het wijkcentrum". Empty: none agreed."""
    ring_map: RingMap | None = None
    form: FormOfAddress = FormOfAddress.U

    def __post_init__(self) -> None:
        require(self.salutation, "De aanhef ontbreekt. Vul in hoe de brief begint.")


@dataclass(frozen=True)
class LetterData:
    """What `letter.typ` reads."""

    letter: Letter
    promises: PromisesBySide
    mark: str


def letter_pdf(letter: Letter, *, created_at: datetime) -> Pdf:
    letter_data = LetterData(letter, by_side(letter.promises), short_mark(letter.plan_hash))
    return render("letter", letter_data, created_at=created_at, style=letter.municipality.style)
