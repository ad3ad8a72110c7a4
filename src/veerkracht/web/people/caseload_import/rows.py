"""One row of a caseload to one person. Everything that is not sure is named in a sentence; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _t

from veerkracht.web.people.domain import age_on, is_readable

from . import columns as c
from .children import ChildRow, read_child, read_children
from .dates import understand
from .doubts import doubts_about, says_nothing

LENGTHS = {"voornaam": 120, "achternaam": 200, "telefoon": 30, "adres": 200}
_NO_NAME = re.compile(r"[\d\"“”„;|<>@]")


@dataclass(frozen=True)
class Ask:
    """A fact somebody typed before that the file says otherwise: nothing changes unless the reader says so."""

    column: str
    label: str
    current: str
    in_file: str


@dataclass(frozen=True, kw_only=True)
class Match:
    """The case this row is about already: what the file adds, and what it would change."""

    case_id: int
    version: int
    fills: dict[str, str]
    asks: list[Ask]
    children: list[ChildRow]

    @property
    def adds(self) -> bool:
        return bool(self.fills or self.children)


@dataclass
class PersonRow:
    """One row: what was read, what was mended in sight of the reader, and what holds it back."""

    number: int
    first_name: str = ""
    last_name: str = ""
    born_on: dt.date | None = None
    phone: str = ""
    address: str = ""
    children: list[ChildRow] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    for_team_lead: bool = False
    match: Match | None = None


def read_person(
    number: int, named: Sequence[tuple[c.ImportColumn, str]], today: dt.date, mistakes: Sequence[str] = ()
) -> PersonRow:
    """One row: its columns with their text. Dates in doubt for their column come in `mistakes`."""
    row = PersonRow(number, mistakes=list(mistakes))
    cells = _one_of_each(named, row)
    row.mistakes += doubts_about(cells)
    row.first_name, row.last_name = cells[c.FIRST], _with_prefix(cells[c.PREFIX], cells[c.LAST])
    row.phone, row.address = _phone(cells[c.PHONE], row), ", ".join(cells[c.ADDRESS].split("\n"))
    _check_texts(row, cells)
    _check_names(row)
    _check_lengths(row)
    _read_born(cells[c.BORN], row, today)
    _read_all_children(cells, row, today)
    row.mistakes = list(dict.fromkeys(row.mistakes))
    return row


def _one_of_each(named: Sequence[tuple[c.ImportColumn, str]], row: PersonRow) -> Mapping[str, str]:
    """The text per meaning; two columns that mean the same and say something else hold the row back."""
    texts: dict[str, list[str]] = defaultdict(list)
    for column, text in named:
        if text and column.means and text not in texts[column.means]:
            texts[column.means].append(text)
    for name, different in texts.items():
        if len(different) > 1:
            says = _t("Voor %(name)s zijn er twee kolommen: “%(one)s” en “%(two)s”. Laat er één staan.")
            row.mistakes.append(says % {"name": name, "one": different[0][:40], "two": different[1][:40]})
    kept = {name: different[0] for name, different in texts.items() if different}
    return defaultdict(str, {name: "" if _is_empty(name, text) else text for name, text in kept.items()})


def _is_empty(name: str, text: str) -> bool:
    """ "Onbekend" under telephone is no telephone; under a name it is asked about."""
    return name not in (c.FIRST, c.LAST) and says_nothing(text)


def _with_prefix(prefix: str, last_name: str) -> str:
    if not prefix or last_name.casefold().startswith(prefix.casefold() + " "):
        return last_name
    return f"{prefix} {last_name}"


def _check_texts(row: PersonRow, cells: Mapping[str, str]) -> None:
    for name, text in cells.items():
        if any(ord(sign) < 32 and sign != "\n" for sign in text) or "\ufffd" in text:
            row.mistakes.append(
                _t("In de kolom %(name)s staat een onzichtbaar teken. Typ dit opnieuw.") % {"name": name}
            )
        if "\n" in text and name not in (c.ADDRESS, c.CHILDREN):
            row.mistakes.append(
                _t("In de kolom %(name)s staan twee regels. Maak er één van.") % {"name": name}
            )


def _check_names(row: PersonRow) -> None:
    """One name is enough: then it is the name she is called by, so that no sentence about her has a hole in it."""
    for name, text in ((c.FIRST, row.first_name), (c.LAST, row.last_name)):
        if text and not is_readable(text):
            row.mistakes.append(_t("De %(name)s ontbreekt.") % {"name": name})
        if _NO_NAME.search(text):
            says = _t(
                "“%(text)s” is geen %(name)s: er staat een cijfer of teken in dat niet in een naam hoort."
            )
            row.mistakes.append(says % {"text": text[:40], "name": name})
    if not row.first_name and not row.last_name:
        row.mistakes.append(_t("Er staat geen naam op deze rij."))
    elif not row.first_name or not row.last_name:
        row.first_name, row.last_name = row.first_name or row.last_name, ""
        row.remarks.append(_t("Er staat één naam; die is genoeg."))


def _check_lengths(row: PersonRow) -> None:
    texts = {
        "voornaam": row.first_name,
        "achternaam": row.last_name,
        "telefoon": row.phone,
        "adres": row.address,
    }
    for name, most in LENGTHS.items():
        if len(texts[name]) > most:
            says = _t("In de kolom %(name)s staan %(count)s tekens; er passen er %(most)s.")
            row.mistakes.append(says % {"name": name, "count": len(texts[name]), "most": most})


def _phone(text: str, row: PersonRow) -> str:
    """A number that lost its nought or its plus in a program that took it for a sum gets it back, and says so."""
    text = text.lstrip("'")
    mended = text
    if re.fullmatch(r"6\d{8}", text):
        mended = f"0{text}"
    elif re.fullmatch(r"316\d{8}", text):
        mended = f"+{text}"
    elif re.fullmatch(r"[1-9]\d{8}", text):
        row.mistakes.append(_t("Mist %(text)s de nul vooraan? Schrijf 0%(text)s.") % {"text": text})
    elif re.fullmatch(r"\d+([.,]\d+)?E\+?\d+", text, re.IGNORECASE):
        row.mistakes.append(
            _t("%(text)s is een afgekort getal. Maak van de kolom telefoon tekst.") % {"text": text}
        )
    if mended != text:
        row.remarks.append(_t("Telefoon gelezen als %(text)s.") % {"text": mended})
    return mended


def _read_born(text: str, row: PersonRow, today: dt.date) -> None:
    if not text:
        return
    reading = understand(text)
    if reading.day is None:
        row.mistakes.append(reading.mistake)
    elif not 12 <= age_on(reading.day, today) <= 110:
        says = _t("De geboortedatum %(date)s kan niet kloppen voor een ouder.")
        row.mistakes.append(says % {"date": text[:20]})
    row.born_on = reading.day


def _read_all_children(cells: Mapping[str, str], row: PersonRow, today: dt.date) -> None:
    children, mistakes = read_children(cells[c.CHILDREN])
    for number in range(10):
        name, date = cells[f"kind {number}"], cells[f"kind {number} datum"]
        if name and not date:
            more, wrong = read_children(name)
        elif name or date:
            more, wrong = read_child(name, date)
        else:
            continue
        children, mistakes = children + more, mistakes + wrong
    for child in children:
        if child.born_on > today:
            says = _t("De geboortedatum van %(name)s ligt in de toekomst.")
            mistakes.append(says % {"name": child.first_name})
        elif row.born_on and age_on(row.born_on, child.born_on) < 12:
            says = _t(
                "%(name)s is geboren op %(day)s; dan was de ouder nog geen twaalf. Welke datum klopt niet?"
            )
            mistakes.append(says % {"name": child.first_name, "day": f"{child.born_on:%d-%m-%Y}"})
    if len({(child.first_name.casefold(), child.born_on) for child in children}) < len(children):
        mistakes.append(_t("Hetzelfde kind staat er twee keer."))
    row.children = children
    row.mistakes += mistakes
