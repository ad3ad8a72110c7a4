"""Rules keep to the part of Python that can be compiled as one loop; the line that does not is named."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from veerkracht.law.catalogue import book

LIBRARY = {"naar_beneden", "naar_boven", "rekenkundig", "opzoeken"}
BUILTINS = {"min", "max", "sum", "abs", "len", "range"}
NODES = (
    ast.Return,
    ast.If,
    ast.IfExp,
    ast.Assign,
    ast.AugAssign,
    ast.For,
    ast.ListComp,
    ast.comprehension,
    ast.Compare,
    ast.BoolOp,
    ast.UnaryOp,
    ast.BinOp,
    ast.Name,
    ast.Call,
    ast.Subscript,
    ast.Tuple,
    ast.Constant,
    ast.And,
    ast.Or,
    ast.Not,
    ast.USub,
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.Div,
    ast.Load,
    ast.Store,
    ast.Lt,
    ast.LtE,
    ast.Gt,
    ast.GtE,
    ast.Eq,
    ast.NotEq,
)


def outside(source: str, file: str) -> list[str]:
    """Every place where a function of a rules module steps outside the subset."""
    module = ast.parse(source)
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef)]
    imported = {
        alias.name
        for node in module.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("rules")
        for alias in node.names
    }
    callable_here = LIBRARY | BUILTINS | imported | {function.name for function in functions}
    found = []
    for function in functions:
        body = function.body[1:] if ast.get_docstring(function) else function.body
        for statement in body:
            for node in ast.walk(statement):
                if why := trouble(node, callable_here):
                    found.append(f"{file}:{getattr(node, 'lineno', function.lineno)}: {function.name}: {why}")
    return found


def trouble(node: ast.AST, callable_here: set[str]) -> str:
    if not isinstance(node, NODES):
        return f"{type(node).__name__} can not be compiled"
    if isinstance(node, ast.Constant) and not isinstance(node.value, int | float | bool):
        return f"{node.value!r} is not a number or a claim"
    if isinstance(node, ast.Call):
        if not isinstance(node.func, ast.Name) or node.func.id not in callable_here:
            return f"{ast.unparse(node.func)} is not in the library of rules"
        if node.keywords:
            return "arguments go by position"
    return ""


def modules() -> list[Path]:
    return sorted(
        file for law in book().laws for file in law.folder.glob("*.py") if file.name != "__init__.py"
    )


@pytest.mark.parametrize("file", modules(), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_rules_keep_to_the_subset(file: Path) -> None:
    assert outside(file.read_text(encoding="utf-8"), f"{file.parent.name}/{file.name}") == []


@pytest.mark.parametrize(
    "body",
    [
        "return round(loon)",
        "return {1: loon}[1]",
        "return any([loon > 0])",
        "return sum(x for x in loon)",
        "return 1.0 if soort == 'bso' else 0.0",
        "while loon > 0:\n        loon = loon - 1",
        "return loon.bit_length()",
        "return f'{loon}'",
        "return 1 < loon in loon",
        "raise ValueError",
        "return max(loon, key=abs)",
    ],
)
def test_a_step_outside_names_its_line(body: str) -> None:
    said = outside(f"def regel(loon):\n    {body}\n", "proef.py")
    assert said
    assert said[0].startswith("proef.py:")
    assert ": regel: " in said[0]


def test_rules_are_short_and_typed_in_words() -> None:
    for file in modules():
        for function in ast.parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(function, ast.FunctionDef):
                continue
            body = function.body[1:] if ast.get_docstring(function) else function.body
            lines = body[-1].end_lineno - body[0].lineno + 1  # type: ignore[operator]
            assert lines <= 15, f"{file.parent.name}: {function.name} is {lines} lines"
            if function.decorator_list:
                said = ast.get_docstring(function) or ""
                assert said.endswith(".") and len(said) > 20, f"{function.name} has no sentence for her"
                assert "!" not in said


def test_a_rule_that_may_not_know_says_why() -> None:
    doubtful = {rule.name for rule in book().rules if rule.unknown}
    for file in modules():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        unsure = {name for name, node in functions.items() if "UNKNOWN" in ast.unparse(node)}
        for name, node in functions.items():
            called = {
                call.func.id
                for call in ast.walk(node)
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
            }
            if node.decorator_list and (name in unsure or called & unsure):
                assert name.removesuffix("_2025") in doubtful, f"{name} may answer UNKNOWN without a reason"
