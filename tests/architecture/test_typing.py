"""Everything is typed, strictly, with Django's types, and no module is excepted."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import ROOT, Module, modules


def settings(root: Path = ROOT) -> dict[str, Any]:
    mypy: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["mypy"]
    return mypy


def test_mypy_reads_everything_strictly() -> None:
    mypy = settings()
    assert mypy["strict"] and mypy["packages"] == ["veerkracht"]
    assert mypy["exclude"] == ["/tests/", "/migrations/"]
    assert "mypy_django_plugin.main" in mypy["plugins"]
    for each in mypy["overrides"]:
        loosened = set(each) - {"module", "ignore_missing_imports"}
        assert not loosened, f"{each['module']} is looser than the rest: {loosened}"
        if "ignore_missing_imports" in each:
            assert not [name for name in each["module"] if name.startswith("veerkracht")]


def about_on_a_write(module: Module) -> list[str]:
    """Calls of an action that hand over a dictionary made in the same function: mypy cannot look inside.

    A form's own values (`**form.values`) are what the form says they are.
    """
    found: set[str] = set()
    for function in (n for n in ast.walk(module.tree) if isinstance(n, ast.FunctionDef)):
        made = {
            target.id
            for node in ast.walk(function)
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for call in (n for n in ast.walk(function) if isinstance(n, ast.Call) and writes(n)):
            found |= {
                f"{module.at(call)} hands over **{keyword.value.id}: write the arguments out"
                for keyword in call.keywords
                if keyword.arg is None and isinstance(keyword.value, ast.Name) and keyword.value.id in made
            }
    return sorted(found)


def writes(call: ast.Call) -> bool:
    """`actions.x(…)`, or a call that is given `actions.x`: `save`, `edit`, `short`."""
    asked = [call.func, *call.args]
    return any(isinstance(a, ast.Attribute) and "actions" in ast.unparse(a.value) for a in asked)


# What came in with the newest rooms; the number only goes down.
MOST_ABOUT = 12


def test_no_write_is_handed_a_dictionary_of_its_own_making() -> None:
    rooms = [m for m in modules() if m.capability and "demo" not in m.name]
    lines = [line for module in rooms for line in about_on_a_write(module)]
    assert len(lines) <= MOST_ABOUT, lines


@pytest.mark.parametrize(
    "planted",
    [
        'about = {"said": "x"}\n    return edit(request, case, form, actions.change_promise, **about)',
        'given: dict[str, Any] = {"by": 1}\n    actions.remove(case=case, **given)',
        'given = {"by": 1}\n    plan_actions.remove(case=case, **given)',
    ],
)
def test_a_planted_about_is_named(planted: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"def view(request, case):\n    {planted}\n")
    assert len(about_on_a_write(modules(tmp_path)[0])) == 1


def test_the_values_of_a_form_are_no_hole(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def view(form):\n    actions.change(**form.values)\n")
    assert about_on_a_write(modules(tmp_path)[0]) == []
