"""What changed between two versions: which parts came, went or read differently, and in which words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TextChange:
    """One part of the plan that differs. `kind`: added, changed or removed."""

    section: str
    kind: str
    was: str
    now: str


@dataclass(frozen=True)
class Piece:
    """A few words of a text: `same`, `gone` (only in the old one) or `new`."""

    kind: str
    words: str


Told = Mapping[str, Mapping[str, str]]


def changes(old: Told, new: Told) -> list[TextChange]:
    """Compare two plans told in words: section → key → text. The order is that of the new plan, then of the old."""
    all_changes = []
    for section in dict.fromkeys([*new, *old]):
        was, now = old.get(section, {}), new.get(section, {})
        for key in dict.fromkeys([*now, *was]):
            before, after = was.get(key, ""), now.get(key, "")
            if before != after:
                kind = "added" if not before else "changed" if after else "removed"
                all_changes.append(TextChange(section, kind, before, after))
    return all_changes


def pieces(was: str, now: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut where they differ, word by word."""
    old, new = _words(was), _words(now)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i, j, k, n in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left += _piece("same" if tag == "equal" else "gone", old[i:j])
        right += _piece("same" if tag == "equal" else "new", new[k:n])
    return left, right


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


def _piece(kind: str, words: Iterable[str]) -> list[Piece]:
    text = "".join(words)
    return [Piece(kind, text)] if text else []
