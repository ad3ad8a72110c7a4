"""Who asks the law for amounts: `money` alone, for everybody above it; its door is `money.answer`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, modules

# What asks the law, by the module it stands in.
ASKS = {
    "veerkracht.law.engine.calculate": {"calculate"},
    "veerkracht.law.engine.line": {"along"},
    "veerkracht.law.prepare": {"prepare"},
    "veerkracht.money.asking": {"ask_month", "ask_only", "ask_along"},
}
# `law` and `money` themselves; a population is computed by kernels, and says in prepared columns who lives there.
MAY_ASK = ("law", "money", "population")


def past_the_door(source: Path) -> list[str]:
    """Modules above money that ask the law, or money's own way of asking, for themselves."""
    return [
        f"{module.at(node)} imports {alias.name} of {node.module}: ask money.answer"
        for module in modules(source)
        if module.rooms and module.rooms[0] not in MAY_ASK
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in ASKS.get(node.module or "", ()) or f"{node.module}.{alias.name}" in ASKS
    ]


def test_pages_commands_and_levers_come_in_at_the_front_door() -> None:
    assert past_the_door(SOURCE) == []


@pytest.mark.parametrize(
    "planted",
    [
        "from veerkracht.money.asking import ask_month",
        "from veerkracht.law.engine.calculate import Answer, calculate",
        "from veerkracht.law.engine.line import along",
        "def late():\n    from veerkracht.law.prepare import prepare",
        "from veerkracht.money import asking",
    ],
)
@pytest.mark.parametrize("room", ["web/purse/now", "levers", "commands", "words"])
def test_a_planted_back_door_is_named(planted: str, room: str, tmp_path: Path) -> None:
    file = tmp_path / "veerkracht" / room / "a.py"
    file.parent.mkdir(parents=True)
    file.write_text(planted)
    assert len(past_the_door(tmp_path)) == 1


def test_the_types_of_the_law_are_no_back_door(tmp_path: Path) -> None:
    file = tmp_path / "veerkracht" / "web" / "a.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "from veerkracht.law.engine.calculate import Answer\nfrom veerkracht.money.answer import answer"
    )
    assert past_the_door(tmp_path) == []
