"""Ten thousand random budgets against an independent sum: exact, and never below nothing without a decision."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from veerkracht.web.budget.domain import (
    MOST_CENTS,
    NOTHING,
    Entry,
    EntryKind,
    EntryRefused,
    Reason,
    WishBalance,
    after,
    balance_of,
    euros,
)

SEQUENCES = 10_000
SEED = 20261129


def random_entry(dice: random.Random, number: int, balance: WishBalance) -> Entry:
    """Any entry, also one that does not fit: amounts around what is left, corrections of what is not there."""
    kind = dice.choice((EntryKind.GRANTED, EntryKind.SPENT, EntryKind.SPENT, EntryKind.CORRECTED))
    around = max(0, balance.left) + dice.randint(-5, 5)
    cents = dice.choice((dice.randint(-1, 200_000), around, dice.randint(1, 99), 0))
    known = [each for each, _ in balance.spendings]
    corrects = dice.choice([*known, number + 7]) if kind == EntryKind.CORRECTED else 0
    allows = kind == EntryKind.GRANTED and dice.random() < 0.3
    return Entry(number=number, kind=kind, cents=cents, corrects=corrects, allows_shortage=allows)


class Ledger:
    """The same told otherwise: euros as decimals, each spending with all its amounts."""

    def __init__(self) -> None:
        self.granted: list[tuple[Decimal, bool]] = []
        self.spent: dict[int, list[Decimal]] = {}

    def take(self, entry: Entry) -> None:
        euro = Decimal(entry.cents) / 100
        if entry.kind == EntryKind.GRANTED:
            self.granted.append((euro, entry.allows_shortage))
        else:
            self.spent.setdefault(entry.corrects or entry.number, []).append(euro)

    @property
    def left(self) -> Decimal:
        granted = self.granted[-1][0] if self.granted else Decimal(0)
        return granted - sum((amounts[-1] for amounts in self.spent.values()), Decimal(0))


def test_ten_thousand_random_sequences_are_exact_and_never_below_nothing_unsaid() -> None:
    dice, refused, short = random.Random(SEED), 0, 0
    for _ in range(SEQUENCES):
        balance, ledger, taken = NOTHING, Ledger(), []
        for number in range(1, dice.randint(2, 14)):
            entry = random_entry(dice, number, balance)
            before = balance
            try:
                balance = after(balance, entry)
            except EntryRefused as error:
                refused += 1
                assert error.left == before.left and balance is before
                continue
            ledger.take(entry)
            taken.append(entry)
            assert Decimal(balance.left) / 100 == ledger.left
            if balance.left < 0:
                short += 1
                said = entry.kind == EntryKind.GRANTED and entry.allows_shortage
                assert said or (before.left < 0 and balance.left >= before.left)
                assert any(allows for _euro, allows in ledger.granted)
            if entry.kind != EntryKind.GRANTED:
                assert ledger.granted, "spent before anything was decided"
        assert balance_of(taken) == balance
    assert refused > SEQUENCES and short > 100, "the generator must also try what does not fit"


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ([Entry(number=1, kind=EntryKind.SPENT, cents=100)], Reason.NOT_DECIDED),
        (
            [
                Entry(number=1, kind=EntryKind.GRANTED, cents=5000),
                Entry(number=2, kind=EntryKind.SPENT, cents=5001),
            ],
            Reason.MORE_THAN_LEFT,
        ),
        (
            [
                Entry(number=1, kind=EntryKind.GRANTED, cents=5000),
                Entry(number=2, kind=EntryKind.SPENT, cents=5000),
                Entry(number=3, kind=EntryKind.GRANTED, cents=4999),
            ],
            Reason.GRANT_BELOW_SPENT,
        ),
        (
            [
                Entry(number=1, kind=EntryKind.GRANTED, cents=5000),
                Entry(number=2, kind=EntryKind.CORRECTED, cents=1, corrects=9),
            ],
            Reason.NOTHING_TO_CORRECT,
        ),
        ([Entry(number=1, kind=EntryKind.GRANTED, cents=MOST_CENTS + 1)], Reason.NO_AMOUNT),
        ([Entry(number=1, kind=EntryKind.GRANTED, cents=-1)], Reason.NO_AMOUNT),
    ],
)
def test_what_does_not_follow_is_refused_with_its_reason(entries: list[Entry], why: Reason) -> None:
    with pytest.raises(EntryRefused) as caught:
        balance_of(entries)
    assert caught.value.why == why


def test_a_decision_that_says_so_leaves_a_shortage_that_only_shrinks() -> None:
    entries = [
        Entry(number=1, kind=EntryKind.GRANTED, cents=10_000),
        Entry(number=2, kind=EntryKind.SPENT, cents=8_000),
        Entry(number=3, kind=EntryKind.GRANTED, cents=5_000, allows_shortage=True),
    ]
    balance = balance_of(entries)
    assert balance.left == -3_000
    with pytest.raises(EntryRefused):
        after(balance, Entry(number=4, kind=EntryKind.SPENT, cents=1))
    assert after(balance, Entry(number=4, kind=EntryKind.CORRECTED, cents=7_000, corrects=2)).left == -2_000
    with pytest.raises(EntryRefused):
        after(balance, Entry(number=4, kind=EntryKind.CORRECTED, cents=8_001, corrects=2))


@pytest.mark.parametrize(
    ("cents", "words"),
    [(0, "€\u00a00,00"), (5, "€\u00a00,05"), (123450, "€\u00a01.234,50"), (-30, "-€\u00a00,30")],
)
def test_cents_are_said_exactly(cents: int, words: str) -> None:
    assert euros(cents) == words
