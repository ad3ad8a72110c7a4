"""What people read in web goes through gettext, so that it can be said in another language; and it can be gathered
with nothing but Python."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from tests.architecture.source import SOURCE, Module, modules

# Sentences in Python and texts in templates that are not in gettext yet. Both only go down.
MOST_BARE_IN_CODE, MOST_BARE_IN_TEMPLATES = 517, 0

GETTEXT = {
    "_",
    "_t",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "gettext_noop",
}
KEYWORDS = {name: (1, 2) if name.startswith("n") else None for name in GETTEXT} | {
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# Words that make a string Dutch, and that English does not have.
DUTCH = re.compile(
    r"\b(de|het|een|niet|van|je|jij|jouw|uw|zij|haar|voor|met|dat|er|wat|geen|nog|naar|bij|hier|deze|dit|kan|aan|als|uit|om|ook|maar|wordt|zijn)\b",
    re.IGNORECASE,
)


def is_dutch(text: str) -> bool:
    """Two words or more, one of them unmistakable; an address or a pattern has no space or has a backslash."""
    words = re.findall(r"[a-zà-ÿ]{2,}", text, re.IGNORECASE)
    return len(words) >= 2 and " " in text.strip() and "\\" not in text and bool(DUTCH.search(text))


def bare_in_code(module: Module) -> list[str]:
    """Dutch strings of a module that no gettext function gets."""
    aside = {id(each) for node in ast.walk(module.tree) for each in _set_aside(node)}
    return [
        f"{module.at(node)} {node.value[:60]!r}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in aside
        and is_dutch(node.value)
    ]


def _set_aside(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in gettext already, and docstrings."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in GETTEXT:
        yield from ast.walk(node)
    if isinstance(node, ast.Expr):
        yield node.value


def bare_in_template(file: Path) -> list[str]:
    """Dutch text of a template outside of `translate` and `blocktranslate`."""
    text = file.read_text(encoding="utf-8")
    for gone in (
        r"\{% comment %\}.*?\{% endcomment %\}",
        r"\{#.*?#\}",
        r"\{% blocktrans(late)?\b.*?\{% endblocktrans(late)? %\}",
        r"\{% .*?%\}",
        r"\{\{.*?\}\}",
    ):
        text = re.sub(gone, "", text, flags=re.DOTALL)
    said = [
        *re.findall(r">([^<>]+)<", text),
        *re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]+)"', text),
    ]
    return [f"{file.name}: {each.strip()[:60]!r}" for each in said if is_dutch(each)]


def templates(source: Path) -> list[Path]:
    """All but the gallery, which shows how a component looks with words of nobody."""
    every = source.rglob("templates/**/*")
    return sorted(p for p in every if p.suffix in (".html", ".txt", ".svg") and "gallery" not in str(p))


def messages_of(text: str, *, is_template: bool) -> list[str]:
    """Every message in a Python module or a template, gathered with Django's own reader and Babel's."""
    python = re.sub(r"(?m)^[ \t]+", "", templatize(text)) if is_template else text
    gathered = (
        message for _, message, *_ in extract("python", io.BytesIO(python.encode()), keywords=KEYWORDS)
    )
    return [part for each in gathered for part in ((each,) if isinstance(each, str) else each) if part]


def in_web() -> list[Module]:
    return [
        module for module in modules() if module.capability and module.name != "veerkracht.web.ui.gallery"
    ]


def test_every_sentence_of_the_code_is_in_gettext() -> None:
    lines = [line for module in in_web() for line in bare_in_code(module)]
    assert len(lines) <= MOST_BARE_IN_CODE, lines


def test_every_text_of_the_templates_is_in_gettext() -> None:
    lines = [line for file in templates(SOURCE) for line in bare_in_template(file)]
    assert len(lines) <= MOST_BARE_IN_TEMPLATES, lines


def test_everything_people_read_can_be_gathered() -> None:
    """The catalogue for a translator comes out of the sources, every template and module of web, without a mistake."""
    in_code = [m for module in in_web() for m in messages_of(module.text, is_template=False)]
    in_templates = [m for file in templates(SOURCE) for m in messages_of(file.read_text(), is_template=True)]
    assert "Mijn mensen" in in_code and "Wachtwoord wijzigen" in in_templates
    assert len(set(in_code)) > 1000 and len(set(in_templates)) > 500


@pytest.mark.parametrize(
    "planted",
    [
        'raise ValidationError("Vul hier een datum in.")',
        'x = f"Dit is de kaart van {mother}."',
        'x = {"a": "Wat is er nog nodig?"}',
        'x = "Wat is er " + _("nog nodig")',
    ],
)
def test_a_planted_bare_sentence_is_named(planted: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(planted)
    assert len(bare_in_code(modules(tmp_path)[0])) == 1


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Wat is er nog nodig?</p>",
        '<a href="x" aria-label="Terug naar het plan">{% translate "Terug" %}</a>',
    ],
)
def test_a_planted_bare_text_of_a_template_is_named(planted: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(planted)
    assert len(bare_in_template(tmp_path / "a.html")) == 1


def test_what_goes_through_gettext_is_no_hole(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '"""Dit is een docstring."""\nx = _t("Wat is er nog nodig, %(name)s?") % a'
    )
    (tmp_path / "a.html").write_text("<p>{% blocktranslate %}Wat is er nog nodig?{% endblocktranslate %}</p>")
    assert bare_in_code(modules(tmp_path)[0]) == bare_in_template(tmp_path / "a.html") == []
