"""Cards of what no sum counts: each says what, who decides, what to ask, the article; and stands where it matters."""

from __future__ import annotations

from typing import Any

import pytest

from veerkracht.money.not_in_the_sum import all_cards, cards_for


@pytest.mark.parametrize("card", all_cards(), ids=lambda card: card.name)
def test_a_card_is_whole_and_names_no_amount(card: Any) -> None:
    assert all((card.title, card.what, card.decides, card.ask, card.article))
    assert "\u20ac" not in card.what and "euro" not in card.what


@pytest.mark.parametrize(
    ("facts", "has_debts", "there", "absent"),
    [
        ({"maanden_bijstand": 12, "overig_netto_inkomen": 0}, False, {"uitstroompremie"}, {"toeslagenwet"}),
        ({"maanden_bijstand": 0, "overig_netto_inkomen": 0}, True, {"schuldregeling"}, {"uitstroompremie"}),
        (
            {"maanden_bijstand": 0, "inkomen": [{"soort": "zw"}]},
            False,
            {"toeslagenwet", "ioaw", "anw"},
            {"schuldregeling"},
        ),
        (
            {"maanden_bijstand": 0, "overig_netto_inkomen": 300, "overig_inkomen_is_belast": False},
            False,
            set(),
            {"anw"},
        ),
        ({}, False, {"uitstroompremie", "vrijwilligersvergoeding", "stagevergoeding", "toeslagenwet"}, set()),
    ],
)
def test_a_card_stands_where_it_can_matter(
    facts: dict[str, Any], has_debts: bool, there: set[str], absent: set[str]
) -> None:
    names = {card.name for card in cards_for(facts, has_debts=has_debts)}
    assert there | {"bijzondere_bijstand"} <= names
    assert not absent & names
