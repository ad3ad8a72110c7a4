"""A list that people see has an order: two visits never show it differently."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src" / "veerkracht" / "web"
QUERIES = sorted(p for p in WEB.rglob("queries*.py") if "tests" not in p.parts) + sorted(
    p for p in WEB.glob("*/queries/*.py")
)


def read_as_list(node: ast.AST) -> ast.AST | None:
    """What a loop, a comprehension, `list(…)` or `tuple(…)` runs over."""
    if isinstance(node, ast.For | ast.comprehension):
        return node.iter
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("list", "tuple"):
        return node.args[0] if node.args else None
    return None


def unordered(tree: ast.AST) -> list[int]:
    """Lines where rows are read as a list and nobody said in which order."""
    found = []
    for node in ast.walk(tree):
        over = read_as_list(node)
        if isinstance(over, ast.Call):
            names = {n.attr for n in ast.walk(over) if isinstance(n, ast.Attribute)}
            if "objects" in names and "order_by" not in names:
                found.append(over.lineno)
    return found


@pytest.mark.parametrize("module", QUERIES, ids=lambda p: p.parent.name)
def test_no_list_is_read_without_an_order(module: Path) -> None:
    lines = unordered(ast.parse(module.read_text()))
    assert not lines, f"{module}: an unordered list query on line {lines}"


def test_a_planted_unordered_query_is_found() -> None:
    assert unordered(ast.parse("x = [c.name for c in Case.objects.filter(open=True)]")) == [1]
    assert unordered(ast.parse("x = list(Case.objects.all())")) == [1]
    assert not unordered(ast.parse("x = list(Case.objects.all().order_by('pk'))"))
