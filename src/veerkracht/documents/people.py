"""Who a document is from and for. Plain facts; an address that is secret is simply not given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FormOfAddress(StrEnum):
    """How the document speaks to her: a letter of the municipality says u, her own pages say je."""

    U = "u"
    JE = "je"


class FactMissing(ValueError):
    """A document was asked for without something it cannot do without."""


def require(value: str, missing: str) -> None:
    """`missing` says in Dutch what has to be filled in first, and where."""
    if not value.strip():
        raise FactMissing(missing)


@dataclass(frozen=True, kw_only=True)
class PaperStyle:
    """The municipality's own look; empty where it has none."""

    logo: str = ""
    """An SVG."""
    accent: str = ""
    """The colour of titles, as #rrggbb."""


@dataclass(frozen=True)
class PrintedMunicipality:
    name: str
    address_lines: tuple[str, ...] = ()
    phone: str = ""
    style: PaperStyle = PaperStyle()

    def __post_init__(self) -> None:
        require(self.name, "De naam van de gemeente ontbreekt. Vul die in bij de instellingen.")


@dataclass(frozen=True)
class PrintedKlantmanager:
    name: str
    phone: str
    email: str = ""
    working_days: str = ""
    """As people say it: "maandag, dinsdag en donderdag"."""

    def __post_init__(self) -> None:
        require(self.name, "De naam van de klantmanager ontbreekt. Vul die in bij het account.")
        require(self.phone, "Het telefoonnummer van de klantmanager ontbreekt. Vul dat in bij het account.")


@dataclass(frozen=True)
class Mother:
    name: str
    """The name as she wants it written."""
    address_lines: tuple[str, ...] = ()
    """Empty when her address is secret, or when she takes the document along herself."""

    def __post_init__(self) -> None:
        require(self.name, "Haar naam ontbreekt. Vul in hoe zij genoemd wil worden.")


@dataclass(frozen=True)
class RingMap:
    """The drawing of the people around her, with the same in words for who cannot see it."""

    svg: str
    description: str

    def __post_init__(self) -> None:
        require(self.description, "De kring heeft geen beschrijving in woorden. Geef die erbij.")


def short_mark(plan_hash: str) -> str:
    """The first twelve signs of a plan's hash in groups of four: enough to compare by eye."""
    require(plan_hash, "Het kenmerk van het plan ontbreekt. Stel het plan eerst vast.")
    return " ".join(plan_hash[start : start + 4] for start in range(0, min(len(plan_hash), 12), 4))
