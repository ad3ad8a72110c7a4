"""docs/money.md says what the program does."""

from __future__ import annotations

from pathlib import Path

import pytest

from veerkracht.commands.money_document import document
from veerkracht.money.ledger.events import KINDS
from veerkracht.money.ledger.settings import Settings
from veerkracht.money.life.stress import life_events

PAGE = Path(__file__).parents[4] / "docs" / "money.md"


@pytest.mark.skipif(not PAGE.exists(), reason="the installed program carries no docs")
def test_the_page_is_up_to_date() -> None:
    said = PAGE.read_text(encoding="utf-8")
    assert said == document(), "run: python -m veerkracht.commands.money_document > docs/money.md"


def test_every_kind_setting_and_life_event_is_on_the_page() -> None:
    page = document()
    assert all(f"| `{name}` |" in page for name in (*KINDS, *Settings.__dataclass_fields__))
    for event in life_events().values():
        assert (f"| {event.id} |" in page) == event.offered
