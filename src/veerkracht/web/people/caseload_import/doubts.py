"""What looks like a fact and is none: words that say "nothing", two people in a cell, letters that went wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _t

from . import columns as c

_NOTHING = frozenset(
    ["null", "n.v.t.", "nvt", "n.b.", "onbekend", "unknown", "geen", "none", "-", "--", "–", "?", "#n/a"]
)
_NO_NAME = _NOTHING - {"geen"} | {"true", "false", "waar", "onwaar"}
_TWO_FIRST = re.compile(r"\s(?:en|and)\s|[&+/\\]", re.I)
_TWO_LAST = re.compile(r"[&+/\\]")
_TITLE = re.compile(
    r"(?:mw|mevr|mevrouw|dhr|hr|heer|de heer|drs|dr|mr|ir|ing|fam|familie)(?:\.\s*|\s+)\S", re.I
)
_BRACKETS = re.compile(r"[()\[\]{}]")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")
_DECIMALS = re.compile(r"\d+[.,]\d{1,2}")
_MOST_DIGITS = 15
"""Of one telephone number: ITU-T E.164."""


def says_nothing(text: str) -> bool:
    return text.casefold() in _NOTHING


def doubts_about(cells: Mapping[str, str]) -> list[str]:
    """Sentences for what no program may take for a name or a number."""
    found = [doubt for name in (c.FIRST, c.LAST) for doubt in _about_name(name, cells.get(name, ""))]
    found += _about_phone(cells.get(c.PHONE, ""))
    for name, text in cells.items():
        if _UNSEEN.search(text):
            found.append(
                _t("In de kolom %(name)s staat een onzichtbaar teken. Typ dit opnieuw.") % {"name": name}
            )
        if went_wrong_before(text):
            found.append(
                _t("“%(text)s” is eerder verkeerd bewaard. Typ de letters opnieuw.") % {"text": text[:40]}
            )
    return found


def _about_name(name: str, text: str) -> list[str]:
    if text.casefold() in _NO_NAME:
        return [
            _t("“%(text)s” is geen %(name)s. Maak de cel leeg of typ de naam.") % {"text": text, "name": name}
        ]
    found = []
    if (_TWO_FIRST if name == c.FIRST else _TWO_LAST).search(text):
        found.append(
            _t("Staan er twee mensen in “%(text)s”? Geef ieder een eigen rij.") % {"text": text[:40]}
        )
    if _TITLE.match(text):
        found.append(_t("Haal de aanhef weg bij “%(text)s”.") % {"text": text[:40]})
    if _BRACKETS.search(text):
        found.append(
            _t("Hoort wat tussen haakjes staat bij de naam “%(text)s”? Typ de naam zonder haakjes.")
            % {"text": text[:40]}
        )
    return found


def _about_phone(text: str) -> list[str]:
    if not text or re.fullmatch(r"\d+([.,]\d+)?E\+?\d+", text, re.I):
        return []  # an abbreviated number has a sentence of its own
    longest = max((len(re.sub(r"\D", "", part)) for part in re.split(r"[/;,]", text)), default=0)
    if _LETTER.search(text) or _DECIMALS.fullmatch(text) or not longest or longest > _MOST_DIGITS:
        return [_t("“%(text)s” is geen telefoonnummer. Laat alleen het nummer staan.") % {"text": text[:30]}]
    return []


def went_wrong_before(text: str) -> bool:
    """UTF-8 that was once taken for Windows letters and saved so: RenÃ©e."""
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False
