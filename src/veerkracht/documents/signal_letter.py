"""A letter to who can change a rule: what people run into, in words without a person, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from veerkracht.documents.people import PrintedMunicipality, require
from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True, kw_only=True)
class SignalInLetter:
    """One signal: what goes wrong, what it costs in words (empty: not said), what would help."""

    wrong: str
    costs: str
    helps: str


@dataclass(frozen=True, kw_only=True)
class SignalLetter:
    municipality: PrintedMunicipality
    receiver: str
    subject: str
    written_on: date
    since: date
    signals: tuple[SignalInLetter, ...]
    sender: str

    def __post_init__(self) -> None:
        require(
            self.receiver, "De brief heeft geen ontvanger. Stuur het signaal eerst door naar een organisatie."
        )


@dataclass(frozen=True)
class SignalLetterData:
    """What `signal_letter.typ` reads."""

    letter: SignalLetter


def signal_letter_pdf(letter: SignalLetter, *, created_at: datetime) -> Pdf:
    house = letter.municipality.style
    return render("signal_letter", SignalLetterData(letter), created_at=created_at, style=house)
