"""Labels in English: the buttons, headings and names of fields that the English catalogue does not have yet."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.architecture.source import SOURCE, modules
from tests.architecture.test_wording import GETTEXT, templates

CATALOGUE = SOURCE / "veerkracht" / "web" / "config" / "locale" / "en" / "LC_MESSAGES" / "django.po"
# Staff pages are shown in Dutch alone; what is missing only goes down, but for the room of a new page.
MOST_WITHOUT_ENGLISH = 1100
HEADS = re.compile(r"<(?:h[1-4]|summary|legend|th|title|caption|button|label|dt)\b[^>]*>(.*?)</", re.DOTALL)
TRANSLATED = re.compile(r"""\{% translate ["'](.*?)["'] %\}""")
NAMED = re.compile(r"""\{% translate ["']([^"']*)["'] as (\w+) %\}""")
FIELDS = {"label", "title", "heading", "legend"}


def labels_of_template(text: str) -> set[str]:
    """What stands in a heading or a button, also where it was given a name first."""
    labels = {label for head in HEADS.findall(text) for label in TRANSLATED.findall(head)}
    used = re.compile(r"\{% (?:button|button_link|card)\b[^%]*\b(\w+)\b")
    return labels | {
        words
        for words, name in NAMED.findall(text)
        if any(name in each.group() for each in used.finditer(text))
    }


def labels_of_module(tree: ast.Module) -> set[str]:
    """What is handed over as a label or a title, in gettext."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    values = (k.value for call in calls for k in call.keywords if k.arg in FIELDS)
    return {
        value.args[0].value
        for value in values
        if isinstance(value, ast.Call)
        and ast.unparse(value.func).rpartition(".")[2] in GETTEXT
        and value.args
        if isinstance(value.args[0], ast.Constant) and isinstance(value.args[0].value, str)
    }


def without_english(source: Path) -> list[str]:
    with CATALOGUE.open("rb") as words:
        english = {m.id if isinstance(m.id, str) else m.id[0] for m in read_po(words) if m.id and m.string}
    labels = {each for file in templates(source) for each in labels_of_template(file.read_text())}
    labels |= {each for module in modules(source) for each in labels_of_module(module.tree)}
    return sorted(labels - english)


def test_fewer_and_fewer_labels_are_without_english() -> None:
    missing = without_english(SOURCE)
    assert len(missing) <= MOST_WITHOUT_ENGLISH, missing


@pytest.mark.parametrize(
    "planted",
    [
        '<h2>{% translate "Zeepaardje" %}</h2>',
        '{% translate "Zeepaardje" as x %}{% button x icon="plus" %}',
    ],
)
def test_a_planted_label_is_seen(planted: str, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.html").write_text(planted)
    assert without_english(tmp_path) == ["Zeepaardje"]


def test_a_label_of_a_form_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('x = CharField(label=_t("Zeepaardje"))')
    assert without_english(tmp_path) == ["Zeepaardje"]
