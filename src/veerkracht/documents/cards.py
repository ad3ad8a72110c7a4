"""Conversation cards to print and cut: one question a card, with the ring it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from veerkracht.documents.people import require
from veerkracht.documents.render import Pdf, render

LONGEST_QUESTION = 320
LONGEST_NOTE = 160
RINGS = 5


class DoesNotFit(ValueError):
    """A card has one size; a text that is too long for it is named."""


def require_fit(text: str, longest: int, what: str) -> None:
    if len(text) > longest:
        raise DoesNotFit(
            f"{what} “{text[:40]}…” is te lang voor een kaart. Maak hem korter dan {longest} tekens."
        )


@dataclass(frozen=True)
class Card:
    ring: str
    """The title of the card: "Directe contacten"."""
    question: str
    note: str = ""
    """Small under the question, such as why it may be skipped."""
    ring_number: int = 0
    """1 for herself up to 5 for society: that ring is filled in the drawing. 0: no drawing."""

    def __post_init__(self) -> None:
        require(self.ring, "Er is een kaart zonder ring. Vul de titel van de ring in.")
        require(self.question, "Er is een kaart zonder vraag. Schrijf de vraag op, of haal de kaart weg.")
        require_fit(self.ring, 60, "De titel")
        require_fit(self.question, LONGEST_QUESTION, "De vraag")
        require_fit(self.note, LONGEST_NOTE, "De opmerking")
        if not 0 <= self.ring_number <= RINGS:
            raise ValueError(f"Ring {self.ring_number} bestaat niet. Kies een ring van 1 tot en met {RINGS}.")


@dataclass(frozen=True)
class Deck:
    title: str
    cards: tuple[Card, ...]
    author: str
    """Who hands it out: the municipality."""
    introduction: str = "Kies de kaarten die nu passen. Overslaan mag altijd."

    def __post_init__(self) -> None:
        require(self.title, "De kaarten hebben geen titel. Vul die in.")
        require_fit(self.title, 60, "De titel")
        require_fit(self.introduction, LONGEST_QUESTION, "De inleiding")
        if not self.cards:
            raise ValueError("Er zijn geen kaarten gekozen. Kies er minstens één.")


@dataclass(frozen=True)
class DeckData:
    """What `cards.typ` reads."""

    deck: Deck


def cards_pdf(deck: Deck, *, created_at: datetime) -> Pdf:
    return render("cards", DeckData(deck), created_at=created_at)
