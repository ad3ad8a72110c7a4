"""Every item of the two documents stands in the method, once, in the file and ring where it belongs."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from veerkracht.method.items import KINDS, Item
from veerkracht.method.library import FOLDER, all_items, item, items, read_items

IDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("seed_ids.toml").read_text(encoding="utf-8")
)
# The numbers of the two documents, counted apart from the list above.
COUNTED = {"F": 31, "M": 6, "BF": 7, "BR": 5, "BT": 6, "BK": 9, "B": 33, "Q": 42, "U": 10, "A": 20, "P": 39}
COUNTED |= {"S": 9, "L": 3, "PM": 4, "D": 9, "E": 61, "H": 29, "K": 5}
SENSITIVE = {
    "health": {"Q3", "Q4"},
    "beliefs": {"Q12", "Q13", "Q14", "Q15", "Q32", "Q33"},
    "ask alone": {"Q19", "Q20", "Q21"},
    "children": {"Q25", "Q26", "Q27", "Q28", "Q29"},
}


def missing_or_extra(wanted: list[str], found: list[Item]) -> list[str]:
    """Ids that do not stand there exactly once."""
    difference = Counter(wanted)
    difference.subtract(seed for one in found for seed in one.seed)
    return sorted(seed for seed, count in difference.items() if count)


@pytest.mark.parametrize("name", IDS)
def test_every_id_stands_exactly_once_in_its_file(name: str) -> None:
    wanted = [seed for ids in IDS[name].values() for seed in ids]
    assert missing_or_extra(wanted, read_items(FOLDER / "items" / f"{name}.toml")) == []


def test_there_is_no_file_beside_the_listed_ones() -> None:
    assert {path.stem for path in (FOLDER / "items").glob("*.toml")} == set(IDS)


def test_the_numbers_are_those_of_the_documents() -> None:
    assert Counter(one.kind for one in all_items().values()) == COUNTED
    assert set(COUNTED) == set(KINDS)


def test_a_removed_item_is_noticed() -> None:
    wanted = [seed for ids in IDS["questions"].values() for seed in ids]
    kept = [one for one in items("Q") if one.id != "Q31"]
    assert missing_or_extra(wanted, kept) == ["Q31"]


def test_items_stand_in_the_ring_of_the_documents() -> None:
    wrong = [
        seed
        for by_ring in IDS.values()
        for ring, seeds in by_ring.items()
        for seed in seeds
        if ring and item(seed).ring != ring
    ]
    assert wrong == []


def test_a_kind_is_the_letter_of_its_id() -> None:
    assert [one.id for one in items() if one.id.rstrip("0123456789") != one.kind] == []


@pytest.mark.parametrize("sensitivity", SENSITIVE)
def test_sensitive_questions_are_marked_as_such(sensitivity: str) -> None:
    assert {one.id for one in items("Q") if one.sensitivity == sensitivity} == SENSITIVE[sensitivity]


def test_a_sensitive_question_says_why_and_no_other_does() -> None:
    for one in items("Q", "U"):
        assert bool(one.why_sensitive) == bool(one.sensitivity), one.id
