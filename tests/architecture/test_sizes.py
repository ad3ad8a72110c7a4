"""Nothing grows past what one person reads in one go: module ≤ 300 lines, function ≤ 30, view ≤ 15, law rule ≤ 15."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "veerkracht"
MODULES = sorted(p for p in SOURCE.rglob("*.py") if not {"migrations", "tests"} & set(p.parts))
ids = [str(p.relative_to(SOURCE)) for p in MODULES]


def length(node: ast.AST) -> int:
    """Lines of a function's own statements: its signature and its docstring are for the reader."""
    body = node.body  # type: ignore[attr-defined]
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("module", MODULES, ids=ids)
def test_module_and_functions_keep_their_size(module: Path) -> None:
    text = module.read_text()
    assert len(text.splitlines()) <= 300, f"{module} has more than 300 lines: the design wants something"
    is_short = module.name == "views.py" or (module.name == "rules.py" and module.parent.name != "engine")
    most = 15 if is_short else 30
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert length(node) <= most, (
                f"{module}:{node.lineno} {node.name} has {length(node)} lines, at most {most}"
            )
