"""Her own budget in whole cents: a list of entries that only grows, and what follows from it.

Nothing is spent before a decision. What is left is never below nothing, unless the decision that stands says that it
may be: then somebody decided that the municipality carries the shortage.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from veerkracht.words.numbers import SPACE

MOST_CENTS = 10_000_000
"""A hundred thousand euros: above it somebody mistyped."""


class EntryKind(StrEnum):
    GRANTED = "granted"
    SPENT = "spent"
    CORRECTED = "corrected"


class Reason(StrEnum):
    """Why an entry is refused."""

    NOT_DECIDED = "not_decided"
    MORE_THAN_LEFT = "more_than_left"
    GRANT_BELOW_SPENT = "grant_below_spent"
    NOTHING_TO_CORRECT = "nothing_to_correct"
    NO_AMOUNT = "no_amount"


class EntryRefused(Exception):
    """An entry that does not follow on what is there; `left` is what is still there to spend, in cents."""

    def __init__(self, why: Reason, left: int) -> None:
        super().__init__(str(why))
        self.why, self.left = why, left


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry for one wish. A correction gives the right amount of an earlier spending: `corrects` is its number."""

    number: int
    kind: EntryKind
    cents: int
    corrects: int = 0
    allows_shortage: bool = False


@dataclass(frozen=True, kw_only=True)
class WishBalance:
    """What was granted and spent; `granted` is None as long as nothing was decided."""

    granted: int | None = None
    spendings: tuple[tuple[int, int], ...] = ()

    @property
    def spent(self) -> int:
        return sum(cents for _, cents in self.spendings)

    @property
    def left(self) -> int:
        return (self.granted or 0) - self.spent

    def cents_of(self, number: int) -> int | None:
        """What a spending comes to after its corrections; None where there is no such spending."""
        return dict(self.spendings).get(number)


NOTHING = WishBalance()


def after(balance: WishBalance, entry: Entry) -> WishBalance:
    """The balance with this entry.

    Raises:
        EntryRefused: it does not follow on what is there.
    """
    if not 0 <= entry.cents <= MOST_CENTS or (entry.kind == EntryKind.SPENT and entry.cents == 0):
        raise EntryRefused(Reason.NO_AMOUNT, balance.left)
    following, why = _with(balance, entry)
    if following.left < 0 and not _is_said_so(balance, entry, following):
        raise EntryRefused(why, balance.left)
    return following


def _is_said_so(balance: WishBalance, entry: Entry, following: WishBalance) -> bool:
    """Below nothing: only by a decision that says so, and after that only by an entry that makes it no worse."""
    if entry.kind == EntryKind.GRANTED:
        return entry.allows_shortage
    return following.left >= balance.left


def _with(balance: WishBalance, entry: Entry) -> tuple[WishBalance, Reason]:
    """The balance with the entry, not yet weighed; and why it would be refused."""
    spendings = dict(balance.spendings)
    if entry.kind == EntryKind.GRANTED:
        return WishBalance(granted=entry.cents, spendings=balance.spendings), Reason.GRANT_BELOW_SPENT
    if balance.granted is None:
        raise EntryRefused(Reason.NOT_DECIDED, balance.left)
    if entry.kind == EntryKind.CORRECTED and entry.corrects not in spendings:
        raise EntryRefused(Reason.NOTHING_TO_CORRECT, balance.left)
    number = entry.corrects if entry.kind == EntryKind.CORRECTED else entry.number
    spendings[number] = entry.cents
    following = WishBalance(granted=balance.granted, spendings=tuple(spendings.items()))
    return following, Reason.MORE_THAN_LEFT


def balance_of(entries: Iterable[Entry]) -> WishBalance:
    """What stands after all of them, in their order."""
    balance = NOTHING
    for entry in entries:
        balance = after(balance, entry)
    return balance


def euros(cents: int) -> str:
    """`€ 1.234,50`, exactly."""
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"{sign}€{SPACE}{whole:,}".replace(",", ".") + f",{rest:02d}"
