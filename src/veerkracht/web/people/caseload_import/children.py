"""Children in one cell (`Yara 12-03-2020; Adam 01-05-2024`) or in columns of their own."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.domain import is_readable

from .dates import DATE_IN_TEXT, understand

_BETWEEN = re.compile(r"^(?:[\s;,/&+•*)-]|en\s)+", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"(?:[\s,:(*]|\bgeb(?:oren)?\b\.?|\bop\b)+$", re.IGNORECASE)
_SEVERAL = re.compile(r"[\d,;/|\n&+()\"“”]|\s(?:en|and)\s")


@dataclass(frozen=True)
class ChildRow:
    first_name: str
    born_on: dt.date


def read_children(text: str) -> tuple[list[ChildRow], list[str]]:
    """Every child in the cell and what is wrong: a name and a date in turn, whatever stands between the children."""
    children: list[ChildRow] = []
    mistakes: list[str] = []
    end = 0
    for match in re.finditer(DATE_IN_TEXT, text):
        name = _BEFORE_DATE.sub("", _BETWEEN.sub("", text[end : match.start()]))
        more, wrong = read_child(name, match[0])
        children, mistakes, end = children + more, mistakes + wrong, match.end()
    rest = _BETWEEN.sub("", text[end:]).strip()
    if rest:
        mistakes.append(_no_child(rest))
    return children, mistakes


def read_child(name: str, date: str) -> tuple[list[ChildRow], list[str]]:
    """One child, or the sentence that says why not."""
    if not name or not date or _SEVERAL.search(name):
        return [], [_no_child(f"{name} {date}".strip())]
    if not is_readable(name):
        return [], [_t("Bij kinderen ontbreekt een voornaam.")]
    if len(name) > 60:
        return [], [_t("De voornaam van een kind heeft meer dan 60 tekens.")]
    reading = understand(date)
    if reading.day is None:
        return [], [reading.mistake]
    return [ChildRow(name, reading.day)], []


def _no_child(text: str) -> str:
    says = _t("Bij kinderen staat “%(text)s”; schrijf een voornaam en een datum: Yara 12-03-2020.")
    return says % {"text": text[:40]}
