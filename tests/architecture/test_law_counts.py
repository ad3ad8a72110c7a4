"""A law that stands in the tree counts: its folder is in the catalogue, its rules in the book, its examples read."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, modules
from veerkracht.law.catalogue import book
from veerkracht.law.tests.examples import examples_of

NO_LAW = {"engine", "tests", "__pycache__"}
FILES_OF_A_LAW = ("rules.py", "parameters.toml", "examples.toml", "__init__.py")


def folders_without_a_line(source: Path) -> list[str]:
    """Folders under `law/` that the catalogue does not import and list in LAWS."""
    law = source / "veerkracht" / "law"
    tree = ast.parse((law / "catalogue.py").read_text())
    listed = {
        getattr(name, "id", "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and [ast.unparse(t) for t in node.targets] == ["LAWS"]
        for name in ast.walk(node.value)
    }
    named = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
        if (alias.asname or alias.name) in listed
    }
    there = {p.name for p in law.iterdir() if p.is_dir()} - NO_LAW
    return [
        f"law/{name} is in no line of law/catalogue.py: its rules and examples would not count"
        for name in sorted(there - named)
        if any((law / name).glob("*"))
    ]


def rules_outside_the_book(source: Path) -> list[str]:
    """Functions with an article that the book does not know, because no `rules.py` imports their file."""
    in_book = {f"{rule.function.__module__}.{rule.function.__name__}" for rule in book().rules}
    return [
        f"{module.at(node)} {node.name} wears an article and is in no book: import its file in rules.py"
        for module in modules(source)
        if module.rooms[:1] == ["law"]
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
        and any(".article(" in ast.unparse(each) for each in node.decorator_list)
        and f"{module.name}.{node.name}" not in in_book
    ]


def test_every_folder_of_a_law_is_in_the_catalogue() -> None:
    assert folders_without_a_line(SOURCE) == []


def test_every_rule_with_an_article_is_in_the_book() -> None:
    assert rules_outside_the_book(SOURCE) == []


@pytest.mark.parametrize("file", FILES_OF_A_LAW)
def test_a_law_nobody_listed_is_named(file: str, tmp_path: Path) -> None:
    law = tmp_path / "veerkracht" / "law"
    (law / "kwijtschelding").mkdir(parents=True)
    (law / "kwijtschelding" / file).write_text("")
    catalogue = "from .zorgtoeslag import rules as zorg\nfrom .kwijtschelding import rules\nLAWS = (zorg,)"
    (law / "catalogue.py").write_text(catalogue)
    assert "law/kwijtschelding" in folders_without_a_line(tmp_path)[0]
    (law / "catalogue.py").write_text(catalogue.replace("(zorg,)", "(zorg, rules)"))
    assert folders_without_a_line(tmp_path) == []


def test_a_rule_in_a_file_nobody_imports_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "veerkracht" / "law" / "zorgtoeslag"
    folder.mkdir(parents=True)
    (folder / "extra.py").write_text('@wet.article("art. 9")\ndef vergeten() -> Flag:\n    return True\n')
    assert "extra:2 vergeten" in rules_outside_the_book(tmp_path)[0]


@pytest.mark.parametrize("forgotten", ["tolerance", "source", "expect", "facts", "date", "name"])
def test_an_example_that_forgets_something_says_which_file_and_which_example(
    forgotten: str, tmp_path: Path
) -> None:
    lines = {
        "name": 'name = "Twee kinderen"',
        "date": "date = 2026-01-01",
        "source": 'source = "Rijksoverheid, 1 januari 2026"',
        "tolerance": "tolerance = 0.01",
        "facts": "facts = { leeftijd = 30 }",
        "expect": "expect = { bedrag = 1 }",
    }
    folder = tmp_path / "zorgtoeslag"
    folder.mkdir()
    text = "\n".join(["[[example]]", *(line for name, line in lines.items() if name != forgotten)])
    (folder / "examples.toml").write_text(text)
    with pytest.raises(ValueError) as refused:
        examples_of(folder)
    said = str(refused.value)
    assert "zorgtoeslag/examples.toml" in said and f"{forgotten} is missing" in said
    assert "example 1" in said and (forgotten == "name" or "Twee kinderen" in said)


def test_an_example_with_a_word_nobody_reads_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "zorgtoeslag"
    folder.mkdir()
    (folder / "examples.toml").write_text('[[example]]\nname = "A"\ntolerence = 1\n')
    with pytest.raises(ValueError, match="tolerance is missing, nobody reads tolerence"):
        examples_of(folder)
