"""Nothing grows past what one person reads in one go. Statements are counted, so folding lines together pays nothing.

A view is what wears a door, a rule is what wears an article: wherever they stand, and whatever their file is called.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, Module, modules

MOST_IN_A_MODULE, MOST_IN_A_FUNCTION, MOST_IN_A_VIEW, MOST_IN_A_RULE = 200, 25, 15, 15
MOST_LINES = 300
DOORS = {"public", "signed_in", "on_case"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def statements(node: ast.AST) -> int:
    """How many things are said in it, those of inner functions too; docstrings are for the reader."""
    return sum(not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)) for n in inside(node))


def inside(node: ast.AST) -> Iterator[ast.stmt]:
    """Every statement in it, at any depth; expressions are not entered, which makes this ten times faster."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for each in getattr(node, part, ()):
            if isinstance(each, ast.stmt):
                yield each
            yield from inside(each)


def decorators(node: Function) -> set[str]:
    """The last word of each decorator: `door` of `@doors.door(…)`."""
    called = (d.func if isinstance(d, ast.Call) else d for d in node.decorator_list)
    return {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in called}


def most_in(node: Function) -> int:
    worn = decorators(node)
    if worn & DOORS:
        return MOST_IN_A_VIEW
    return MOST_IN_A_RULE if "article" in worn else MOST_IN_A_FUNCTION


def too_long(source: Path) -> list[str]:
    return [line for module in modules(source) for line in _too_long(module)]


def _too_long(module: Module) -> list[str]:
    found = []
    lines, count = len(module.text.splitlines()), statements(module.tree)
    if lines > MOST_LINES or count > MOST_IN_A_MODULE:
        found.append(
            f"{module.name} has {count} statements on {lines} lines, at most {MOST_IN_A_MODULE} on "
            f"{MOST_LINES}: the design wants something"
        )
    for node in inside(module.tree):
        if isinstance(node, Function) and statements(node) > most_in(node):
            found.append(
                f"{module.at(node)} {node.name} has {statements(node)} statements, at most {most_in(node)}"
            )
    return found


def test_nothing_is_too_long() -> None:
    assert too_long(SOURCE) == []


BODY = "    x = 1\n"
A_CASE, A_PUBLIC, AN_ARTICLE = (
    '@on_case("week", get="read")\n',
    '@doors.public("why")\n',
    '@wet.article("21")\n',
)
PLANTED = {
    "a view in a folder": ("web/planner/views/care.py", f"{A_CASE}def care(request):\n" + BODY * 16),
    "a view in another file": ("web/people/entry.py", f"{A_PUBLIC}def log_in(request):\n" + BODY * 16),
    "an async view": ("web/people/a.py", f"{A_PUBLIC}async def log_in(request):\n" + BODY * 16),
    "a rule outside rules.py": ("law/participatiewet/norm.py", f"{AN_ARTICLE}def norm():\n" + BODY * 16),
    "a folded function": ("week/a.py", "def f():\n" + "    x = 1; y = 2\n" * 13),
    "a function with functions in it": ("week/a.py", "def f():\n" + "    def g():\n        x = 1\n" * 13),
    "a function of branches": (
        "week/a.py",
        "def f():\n" + "    if x:\n        x = 1\n    else:\n        y = 1\n" * 9,
    ),
    "a method": ("week/a.py", "class A:\n    def f(self):\n" + f"    {BODY}" * 26),
    "a module": ("words/a.py", "x = 1\n" * 201),
    "a long module": ("words/a.py", "# why\n" * 301),
}


@pytest.mark.parametrize("hole", PLANTED)
def test_a_planted_one_is_named(hole: str, tmp_path: Path) -> None:
    name, text = PLANTED[hole]
    file = tmp_path / "veerkracht" / name
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert file.stem in too_long(tmp_path)[0]


def test_a_long_docstring_is_no_length(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('def f():\n    """' + "Why.\n" * 90 + '"""\n' + BODY * 25)
    assert too_long(tmp_path) == []
