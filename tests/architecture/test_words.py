"""One language: a ring has one name, a promise is a *belofte*, the words of the trade can be found, and sentences that
were changed once do not come back (`words.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE
from veerkracht.method import library

HOUSE = SOURCE / "veerkracht"
LISTS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
TEXTS = (".py", ".html", ".toml", ".typ")
WHERE_PROMISES_ARE = ("web/plan/", "web/today/", "documents/")
APPOINTMENT = re.compile(r"bellen na een afspraak|/plan/afspraken/|afspraken/<path|[Rr]ekenafspraak")
RING_TABLES = (
    "web/policy/words.py",
    "web/signals/forms.py",
    "web/map/choices.py",
    "web/map/domain/words.py",
    "web/guide/forms.py",
    "web/guide/deck.py",
)


def plain(text: str) -> str:
    """A text without the places where a long sentence is broken."""
    return re.sub(r"\s+", " ", re.sub(r'"\s*\n\s*f?"', "", text))


@cache
def sources() -> dict[str, str]:
    files = [file for file in HOUSE.rglob("*") if file.suffix in TEXTS and "tests" not in file.parts]
    return {str(file.relative_to(HOUSE)): plain(file.read_text(encoding="utf-8")) for file in sorted(files)}


@pytest.mark.parametrize("sentence", LISTS["not_any_more"])
def test_a_sentence_that_was_changed_does_not_come_back(sentence: str) -> None:
    assert [name for name, text in sources().items() if f"{sentence}" in text] == []


@pytest.mark.parametrize("term", LISTS["terms"])
def test_a_word_of_the_trade_can_be_found(term: str) -> None:
    assert any(term.lower() in text.lower() for name, text in sources().items() if "config/demo" not in name)


def test_what_somebody_does_by_a_day_is_called_belofte() -> None:
    wrong = [
        f"{name}: {match[0]}"
        for name, text in sources().items()
        if name.startswith(WHERE_PROMISES_ARE)
        for match in re.finditer(r".{0,30}\b[Aa]fspra(?:ak|ken)\b.{0,20}", APPOINTMENT.sub("", text))
    ]
    assert wrong == []


@pytest.mark.parametrize("file", RING_TABLES)
def test_a_ring_has_one_name(file: str) -> None:
    """Each of these says all four by the name of the method; what comes after a colon may differ."""
    names = [ring.name for ring in library.rings()][1:]
    assert [name for name in names if f'"{name}' not in sources()[file]] == []


def test_no_other_name_of_a_ring_is_left() -> None:
    others = (
        "Regels en organisaties",
        "Tussen anderen:",
        "Land en samenleving",
        "De samenleving:",
        "Moeder zelf",
    )
    assert [(name, each) for name, text in sources().items() for each in others if f'"{each}' in text] == []


def test_the_guard_sees_a_broken_sentence() -> None:
    assert "Kom je de maand rond?" in plain('_t(\n    "Kom je de "\n    "maand rond?"\n)')
