"""Names the next person would search for.

Words that fit everything are counted where they outlive their line: assignments, loops, arguments and fields, not
comprehensions. A class name means one thing in the whole house. Both numbers only go down.
"""

from __future__ import annotations

import ast
import collections
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, Module, modules

VAGUE = set(
    "found one told shown kept said given look made way about result item data info thing".split()  # noqa: SIM905
)
# Under 3 per thousand lines, and under 40 places.
MOST_VAGUE, MOST_SHARED = 3.0, 39
# Django and the rules ask for these names; what they mean is said by the place they stand in.
ASKED_FOR = {"Meta", "Media", "Command"}


def vague_names(module: Module) -> list[str]:
    """The vague names a module gives, one entry for each time it gives it."""
    return [name for node in ast.walk(module.tree) for name in _given(node) if name in VAGUE]


def _given(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _names(target)
    elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.For | ast.AsyncFor | ast.NamedExpr):
        yield from _names(node.target)
    elif isinstance(node, ast.withitem) and node.optional_vars:
        yield from _names(node.optional_vars)
    elif isinstance(node, ast.arguments):
        extra = [a for a in (node.vararg, node.kwarg) if a]
        yield from (a.arg for a in [*node.posonlyargs, *node.args, *node.kwonlyargs, *extra])


def _names(target: ast.expr) -> Iterator[str]:
    return (n.id for n in ast.walk(target) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))


def per_thousand(source: Path) -> float:
    every = modules(source)
    lines = sum(len(module.text.splitlines()) for module in every)
    return 1000 * sum(len(vague_names(module)) for module in every) / max(lines, 1)


def shared_class_names(source: Path) -> dict[str, list[str]]:
    """Class names that two modules or more define."""
    where: dict[str, list[str]] = collections.defaultdict(list)
    for module in modules(source):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and node.name not in ASKED_FOR:
                where[node.name].append(module.at(node))
    return {name: places for name, places in sorted(where.items()) if len(places) > 1}


def test_names_say_what_they_name() -> None:
    assert per_thousand(SOURCE) <= MOST_VAGUE, "a name the next person would search for"


def test_a_class_name_means_one_thing() -> None:
    shared = shared_class_names(SOURCE)
    count = sum(len(places) for places in shared.values())
    assert count <= MOST_SHARED, shared


@pytest.mark.parametrize(
    "planted",
    [
        "found = 1",
        "for one in range(3):\n    pass",
        "def f(*, given):\n    pass",
        "class A:\n    told: str",
        "a, shown = 1, 2",
        "with open() as data:\n    pass",
        "def f(**info):\n    pass",
        "if (result := 1):\n    pass",
    ],
)
def test_a_planted_vague_name_is_counted(planted: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(planted)
    assert per_thousand(tmp_path) > 300


def test_a_comprehension_is_no_hole(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("stress_by_event = {one.id: one for one in events}")
    assert per_thousand(tmp_path) == 0


def test_a_planted_second_meaning_is_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.py").write_text("class Place:\n    class Meta:\n        pass")
    assert shared_class_names(tmp_path) == {"Place": ["a:1", "b:1"]}
