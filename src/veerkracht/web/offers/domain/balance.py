"""At whom a catalogue aims: how much of it asks the mother to change, and how much changes something around her."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .matching import MOTHER

AIMS = (MOTHER, "micro", "meso", "exo", "macro")


@dataclass(frozen=True, kw_only=True)
class CatalogueBalance:
    """Offers that run, by whom they aim at. `gender_unknown`: nobody looked yet whether it sees women and men apart."""

    total: int
    by_aim: tuple[tuple[str, int], ...]
    gender_sensitive: int
    gender_unknown: int
    examples: int

    @property
    def mother_alone(self) -> int:
        return dict(self.by_aim)[MOTHER]

    @property
    def around_her(self) -> int:
        return self.total - self.mother_alone

    @property
    def empty_rings(self) -> tuple[str, ...]:
        """The rings at which nothing aims."""
        return tuple(aim for aim, count in self.by_aim if aim != MOTHER and not count)

    @property
    def is_only_example(self) -> bool:
        return bool(self.total) and self.examples == self.total


@dataclass(frozen=True, kw_only=True)
class CountedOffer:
    aim: str
    gender_sensitive: str
    is_example: bool


def balance_of(offers: Iterable[CountedOffer]) -> CatalogueBalance:
    counted = list(offers)
    by_aim = Counter(offer.aim for offer in counted)
    return CatalogueBalance(
        total=len(counted),
        by_aim=tuple((aim, by_aim[aim]) for aim in AIMS),
        gender_sensitive=sum(offer.gender_sensitive == "yes" for offer in counted),
        gender_unknown=sum(offer.gender_sensitive == "" for offer in counted),
        examples=sum(offer.is_example for offer in counted),
    )
