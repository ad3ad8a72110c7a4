"""Sentences are made in `words`: below it an input is refused with a code, and nobody edits or reads a sentence.

Each guard runs over the house, and over a small folder in which a hole was planted.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from tests.architecture.source import SOURCE, Module, modules
from veerkracht.household.fields import CHILD_FIELDS, FIELDS
from veerkracht.money.ledger.events import KINDS
from veerkracht.words.sentences import BY_FUNCTION, templates

BELOW = ("household", "law", "money", "week", "levers", "population", "commands")
SENTENCE = re.compile(r"\w+ \w+ .*[.;:]|[A-Z]\w+ \w+ \w+")
FOR_WHOEVER_MAINTAINS = {
    "TypeError",
    "KeyError",
    "LookupError",
    "RuntimeError",
    "AssertionError",
    "MethodError",
}
# Names that travel in one call with the code, and what they are called in its sentence.
ALWAYS_THERE = {"field", "day", "place", "at"}
MADE_BY = ("problem", "remark", "mistake", "impossible")
HANDED_ON = {
    *("hours_below_zero", "wage_below_zero", "travel_below_zero", "child_twice", "service_twice"),
    *("course_keeps_from_bringing", "course_keeps_from_fetching"),
}
# A database and a library have no codes: their own English is all there is to tell one error from another.
WITHOUT_CODES = {"IntegrityError", "csv.Error"}


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def strings(node: ast.AST) -> Iterator[str]:
    return (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def below(source: Path) -> Iterator[Module]:
    return (module for module in modules(source) if module.rooms[:1] and module.rooms[0] in BELOW)


def raised_sentences(source: Path) -> list[str]:
    """Exceptions below `words` that carry a sentence instead of a code with values."""
    return [
        f"{module.at(node)}: {called(node.exc)} is raised with a sentence; give it a problem with a code"
        for module in below(source)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        if called(node.exc) not in FOR_WHOEVER_MAINTAINS
        if any(SENTENCE.search(text) for text in strings(node.exc))
    ]


def codes(source: Path) -> dict[str, str]:
    """Every code that is made, and where. A code chosen between two stands in a name `code`."""
    found = {}
    for module in below(source):
        for node in ast.walk(module.tree):
            for text in _codes_at(node):
                found[text] = module.at(node)
    return found


def _codes_at(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and called(node) in MADE_BY:
        at = 1 if called(node) == "impossible" else 0
        yield from (strings(node.args[at]) if len(node.args) > at else ())
    if isinstance(node, ast.Call) and called(node) == "map" and ast.unparse(node.args[0]) == "remark":
        yield from strings(node.args[1])
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("code", "CODES"):
        chosen = node.value
        branches = [chosen.body, chosen.orelse] if isinstance(chosen, ast.IfExp) else [chosen]
        branches = chosen.values if isinstance(chosen, ast.Dict) else branches
        yield from (text for branch in branches for text in strings(branch))
    if isinstance(node, ast.Tuple | ast.Call):  # handed to a function that makes the problem
        elements = node.elts if isinstance(node, ast.Tuple) else node.args
        yield from (text for text in map(_text, elements[:1]) if text in HANDED_ON)


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def unsaid(source: Path, sentences: set[str]) -> list[str]:
    """Codes without a sentence."""
    known = sentences | set(BY_FUNCTION)
    return [f"{at}: no sentence for {code!r}" for code, at in codes(source).items() if code not in known]


def read_errors(source: Path) -> list[str]:
    """Places that take the text of an error apart, or look for words in it."""
    found = []
    for module in modules(source):
        for handler in (n for n in ast.walk(module.tree) if isinstance(n, ast.ExceptHandler) and n.type):
            text = f"str({handler.name})"
            for node in ast.walk(handler):
                takes_apart = isinstance(node, ast.Attribute) and ast.unparse(node.value) == text
                looks_in = isinstance(node, ast.Compare) and text in map(ast.unparse, node.comparators)
                if (takes_apart or looks_in) and ast.unparse(handler.type) not in WITHOUT_CODES:
                    found.append(f"{module.at(node)}: reads the text of an error; ask for its code")
    return found


def edited_sentences(source: Path) -> list[str]:
    """`replace` with words in it: whoever reads a sentence in other words gets another sentence."""
    words = re.compile(r"[a-zA-Zë]{2,} [a-zA-Zë]{2,}")
    found = []
    for module in modules(source):
        tables = {
            ast.unparse(node.targets[0])
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Assign) and any(words.search(text) for text in strings(node.value))
        }
        for node in ast.walk(module.tree):
            if isinstance(node, ast.For) and ast.unparse(node.iter).removesuffix(".items()") in tables:
                inside = [n for n in ast.walk(node) if isinstance(n, ast.Call)]
            elif isinstance(node, ast.Call) and any(
                words.search(text) for a in node.args for text in strings(a)
            ):
                inside = [node]
            else:
                continue
            found += [
                f"{module.at(call)}: edits a finished sentence; make it in words"
                for call in inside
                if called(call) in ("replace", "sub") and len(call.args) >= 2
            ]
    return found


def test_no_package_below_words_raises_a_sentence() -> None:
    assert not raised_sentences(SOURCE)


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert not unsaid(SOURCE, set(templates()))
    assert set(templates()) <= set(codes(SOURCE)), "sentences that nothing asks for"


def test_nobody_reads_the_text_of_an_error_or_edits_a_sentence() -> None:
    assert not read_errors(SOURCE)
    assert not edited_sentences(SOURCE)


@pytest.mark.parametrize("code", sorted(templates()))
def test_a_sentence_names_only_what_travels_with_its_code(code: str) -> None:
    """A value, or a name of a file that a page calls by its label."""
    sentence = templates()[code]
    names = {*FIELDS, *CHILD_FIELDS, *KINDS, *(name for kind in KINDS.values() for name in kind.fields)}
    for text in sentence.values() if isinstance(sentence, dict) else [sentence]:
        asked = {key for _, key, _, _ in Formatter().parse(text) if key}
        assert asked <= ALWAYS_THERE | values_by_code()[code] | names, (
            f"{code}: {asked - values_by_code()[code]}"
        )


@cache
def values_by_code() -> dict[str, set[str]]:
    """The names of the values that any place gives with a code."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in below(SOURCE):
        chosen = {text for n in ast.walk(module.tree) for text in _codes_at(n)}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and called(node) in MADE_BY:
                names = {keyword.arg for keyword in node.keywords if keyword.arg}
                names |= {"event", "kind"} if called(node) == "mistake" else set()
                for code in _codes_or_chosen(node, chosen):
                    found[code] |= names
    return found


def _codes_or_chosen(node: ast.Call, chosen: set[str]) -> set[str]:
    """The code of a call; of one that was chosen just before, any code of its module."""
    at = 1 if called(node) == "impossible" else 0
    given = node.args[at] if len(node.args) > at else None
    return chosen if isinstance(given, ast.Name) else set(strings(given)) if given is not None else set()


PLANTED = {
    "raised_sentences": 'def f():\n    raise MistakeInFacts("Geef de feiten als een lijst.")\n',
    "read_errors": "try:\n    g()\nexcept ValueError as error:\n    said = str(error).partition(':')\n",
    "edited_sentences": 'NEUTRAL = (("je werkgever", "de werkgever"),)\ndef f(text):\n    for hers, ours in NEUTRAL:\n'
    "        text = text.replace(hers, ours)\n    return text\n",
}


@pytest.mark.parametrize("guard", [raised_sentences, read_errors, edited_sentences], ids=lambda g: g.__name__)
def test_a_planted_hole_is_seen(guard: object, tmp_path: Path) -> None:
    folder = tmp_path / "veerkracht" / "money"
    folder.mkdir(parents=True)
    (folder / "hole.py").write_text(PLANTED[guard.__name__], encoding="utf-8")  # type: ignore[attr-defined]
    assert len(guard(tmp_path)) == 1  # type: ignore[operator]


def test_a_code_without_a_sentence_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "veerkracht" / "law"
    folder.mkdir(parents=True)
    (folder / "hole.py").write_text('def f():\n    raise Refused(problem("never_said"))\n', encoding="utf-8")
    assert unsaid(tmp_path, {"said_elsewhere"}) == ["veerkracht.law.hole:2: no sentence for 'never_said'"]
