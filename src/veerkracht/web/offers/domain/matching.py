"""Which offers fit something on the map, a goal or a change of the week. The system first, she herself last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

MOTHER = "mother"


class Offered(Protocol):
    """What matching asks of an offer."""

    @property
    def name(self) -> str: ...
    @property
    def aim(self) -> str: ...
    @property
    def topics(self) -> Sequence[str]: ...


Offer = TypeVar("Offer", bound=Offered)


@dataclass(frozen=True, kw_only=True)
class Fitting(Generic[Offer]):
    """What fits, in two: what changes something around her, and what is for herself."""

    around: tuple[Offer, ...]
    herself: tuple[Offer, ...]


def fitting(offers: Iterable[Offer], *, topics: frozenset[str], ring: str = "") -> Fitting[Offer]:
    """Those about one of these topics, the ring that was asked about first; without a topic those of that ring, and
    without either all of them."""
    chosen = [offer for offer in offers if _is_about(offer, topics, ring)]
    chosen.sort(
        key=lambda offer: (offer.aim != ring, -len(topics & set(offer.topics)), offer.name.casefold())
    )
    return Fitting(
        around=tuple(offer for offer in chosen if offer.aim != MOTHER),
        herself=tuple(offer for offer in chosen if offer.aim == MOTHER),
    )


def _is_about(offer: Offered, topics: frozenset[str], ring: str) -> bool:
    if topics:
        return bool(topics & set(offer.topics))
    return not ring or offer.aim == ring
