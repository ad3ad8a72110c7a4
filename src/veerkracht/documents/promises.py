"""Promises as they are printed: those of the municipality first, those of the mother last. And what she proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from veerkracht.documents.people import require


class Side(StrEnum):
    """Whose promise it is. The order is the order in which it is printed."""

    MUNICIPALITY = "municipality"
    OTHERS = "others"
    MOTHER = "mother"


class PrintedAnswer(StrEnum):
    """What she said to it. Nothing is agreed without her yes."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    THINKS = "thinks"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class PrintedPromise:
    side: Side
    owner: str
    """Who does it, as it is printed: "Peter Klaassen, klantmanager"."""
    what: str
    due_on: date | None = None
    answer: PrintedAnswer = PrintedAnswer.NOT_YET
    her_words: str = ""
    again: str = ""
    """When it is talked about again, in words: "Opnieuw bespreken in maart 2027"."""
    state: str = ""
    """How it stands, in words: "gedaan", "loopt". Only the plan prints it."""

    def __post_init__(self) -> None:
        require(self.what, "Er is een belofte zonder tekst. Schrijf op wat er gebeurt, of haal hem weg.")
        require(self.owner, f"Bij de belofte “{self.what[:60]}” staat niet wie het doet. Vul dat in.")


@dataclass(frozen=True)
class PrintedProposal:
    """Something she proposed, and the answer it got."""

    what: str
    answer: str = ""
    """As it is printed: "Ja", "Nee", "Een deel ervan". Empty while there is no answer."""
    reason: str = ""
    answered_on: date | None = None
    answer_due_on: date | None = None
    her_answer: PrintedAnswer = PrintedAnswer.NOT_YET
    """What she thinks of that answer."""
    her_words: str = ""
    again: str = ""
    """When it is talked about again, in words: "Opnieuw bespreken in maart 2027"."""


@dataclass(frozen=True)
class PromisesBySide:
    """What a template gets: three lists, and what she has not said yes to."""

    municipality: tuple[PrintedPromise, ...]
    others: tuple[PrintedPromise, ...]
    mother: tuple[PrintedPromise, ...]
    thinks: tuple[PrintedPromise, ...]
    disagrees: tuple[PrintedPromise, ...]
    not_yet: tuple[PrintedPromise, ...]


def by_side(promises: Iterable[PrintedPromise]) -> PromisesBySide:
    """Within a list the promises keep the order in which they were given."""
    in_order = tuple(promises)

    def of(side: Side) -> tuple[PrintedPromise, ...]:
        return tuple(promise for promise in in_order if promise.side is side)

    def answered(answer: PrintedAnswer) -> tuple[PrintedPromise, ...]:
        return tuple(promise for promise in in_order if promise.answer is answer)

    return PromisesBySide(
        municipality=of(Side.MUNICIPALITY),
        others=of(Side.OTHERS),
        mother=of(Side.MOTHER),
        thinks=answered(PrintedAnswer.THINKS),
        disagrees=answered(PrintedAnswer.DISAGREES),
        not_yet=answered(PrintedAnswer.NOT_YET),
    )
