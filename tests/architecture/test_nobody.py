"""No code for nobody: what only tests call, or nothing at all, goes; no package stands empty."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, modules

# Called by name from outside: by Django, by a test runner, by import-linter's own reading of the tree.
ASKED_BY_NAME = re.compile(
    r"__\w+__|visit_\w+|clean_\w+|\w+Config|Command|handle|add_arguments|process_(view|exception|request|response)"
    r"|get_prep_lookup|value_to_string"
    r"|db_for_(read|write)|allow_(relation|migrate)|get_by_natural_key|load_config|load"
    r"|format_field|get_value|get_(session_store_class|model_class|help_text)|create_model_instance|validate"
)
# Asked for by migrations, which are not read here: what is stored is turned into its new form once.
ONCE = {"encrypting", "chain_existing_lines"}
# Only tests ask for these, today. The list gets shorter, never longer.
ONLY_TESTS_ASK = {
    "marginal",
    "offered_events",
    "is_agreed",
    "known_kinds",
    "read_date",
    "read_roster",
}
READ = (".py", ".html", ".svg", ".txt", ".toml", ".typ", ".js")


def words_of_the_program(source: Path) -> Counter[str]:
    files = (p for p in source.rglob("*") if p.suffix in READ and not {"tests", "migrations"} & set(p.parts))
    return Counter(word for p in files for word in re.findall(r"\w+", p.read_text(encoding="utf-8")))


def asked_by_nobody(source: Path) -> list[str]:
    """Functions and classes whose name stands nowhere else in the program.

    A function with a decorator that registers it (a view, a rule, a tag, a condition) is asked by what it wears.
    """
    used = words_of_the_program(source)
    return [
        f"{module.at(node)} {node.name}: nothing in the program asks for it"
        for module in modules(source)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and used[node.name] == 1
        and not ASKED_BY_NAME.fullmatch(node.name)
        and node.name not in ONLY_TESTS_ASK | ONCE
        and not any("(" in ast.unparse(worn) for worn in node.decorator_list if not _is_dataclass(worn))
        and not any(ast.unparse(worn).startswith("register.") for worn in node.decorator_list)
    ]


def _is_dataclass(worn: ast.expr) -> bool:
    return ast.unparse(worn).startswith("dataclass")


def empty_packages(source: Path) -> list[str]:
    """Packages with nothing in them but an empty `__init__.py`."""
    return [
        f"{module.name} is an empty package"
        for module in modules(source)
        if module.path.name == "__init__.py"
        and not module.tree.body
        and not [p for p in module.path.parent.iterdir() if p.name not in ("__init__.py", "__pycache__")]
    ]


def test_everything_is_asked_for() -> None:
    assert asked_by_nobody(SOURCE) == []


def test_no_package_is_empty() -> None:
    assert empty_packages(SOURCE) == []


def test_what_only_tests_ask_still_stands_there() -> None:
    """Who takes one away takes its name off the list."""
    names = {n.name for m in modules() for n in ast.walk(m.tree) if isinstance(n, ast.FunctionDef)}
    assert names >= ONLY_TESTS_ASK


@pytest.mark.parametrize(
    "planted",
    [
        "def facts_in_svg():\n    pass",
        "@dataclass(frozen=True)\nclass SaidWords:\n    x: int",
        "class A:\n    @property\n    def is_numbered(self):\n        pass\nA()",
    ],
)
def test_planted_code_for_nobody_is_named(planted: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(planted)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text("facts_in_svg(SaidWords(1).is_numbered)")
    assert len(asked_by_nobody(tmp_path)) == 1


def test_a_planted_empty_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "population").mkdir()
    (tmp_path / "population" / "__init__.py").touch()
    assert empty_packages(tmp_path) == ["population is an empty package"]
