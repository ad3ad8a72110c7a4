"""docs/law.md says what the book says, and the book says where everything comes from."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.document import document, sure

LAW = Path(__file__).parents[1]
PAGE = LAW.parents[2] / "docs" / "law.md"


@pytest.mark.skipif(not PAGE.parent.exists(), reason="the installed program carries no docs")
def test_the_page_is_up_to_date() -> None:
    said = PAGE.read_text(encoding="utf-8")
    assert said == document(book()), "run: python -m veerkracht.law.document > docs/law.md"


def test_every_law_rule_and_parameter_is_on_the_page() -> None:
    page = document(book())
    for law in book().laws:
        assert f"## {law.title}" in page
        assert all(part in page for part in law.not_modelled)
    for rule in book().rules:
        assert f"| `{rule.name}`" in page and rule.article in page
    for name in book().parameters:
        assert f"| `{name.split('.')[1]}` |" in page


def test_every_parameter_has_a_source_a_known_confidence_and_a_use() -> None:
    used = {key for rule in book().rules for key in rule.keys}
    used |= {parameter.year_mean_of for parameter in book().parameters.values()}
    for name, parameter in book().parameters.items():
        assert name in used, f"no rule uses {name}"
        assert parameter.versions or parameter.year_mean_of, name
        for version in parameter.versions:
            assert len(version.source) > 3 and sure(version.confidence), name


def test_nothing_about_2027_but_what_stands_in_the_law() -> None:
    later = {name for name, p in book().parameters.items() for v in p.versions if v.since.year > 2026}
    assert later == {
        f"participatiewet.vrijlating_{r}_maximum"
        for r in ("algemeen", "alleenstaande_ouder", "medisch_urenbeperkt", "loonkostensubsidie")
    }
    assert all(
        book().parameters[name].versions[-1].value != book().parameters[name].versions[-1].value
        for name in later
    )


def test_the_law_stands_on_the_standard_library_and_the_household_alone() -> None:
    import sys

    for file in LAW.rglob("*.py"):
        if "tests" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in names:
                if not name.startswith("veerkracht.household"):
                    assert name.split(".")[0] in sys.stdlib_module_names, f"{file.name} imports {name}"
