"""Rules about people that need no database: ages, and reading a caseload from a table."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

COLUMNS = ("voornaam", "achternaam", "geboortedatum", "telefoon", "adres", "kinderen")
REQUIRED = ("voornaam", "achternaam")
MOST_ROWS = 2_000
_LENGTHS = {"voornaam": 60, "achternaam": 80, "telefoon": 30, "adres": 200}
_CHILD = re.compile(r"^(?P<name>.+?)\s+(?P<date>\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4})$")


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Completed years on that day; who was born on 29 February has the birthday on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def age_in_words(born_on: dt.date, day: dt.date) -> str:
    """An age as people say it: weeks for a newborn, months under two, then years."""
    days = (day - born_on).days
    if days < 0:
        return "nog niet geboren"
    if days < 14:
        return f"{days} dagen" if days != 1 else "1 dag"
    if days < 91:
        return f"{days // 7} weken"
    months = (day.year - born_on.year) * 12 + day.month - born_on.month - (day.day < born_on.day)
    return f"{months} maanden" if months < 24 else f"{age_on(born_on, day)} jaar"


@dataclass(frozen=True)
class ChildRow:
    first_name: str
    born_on: dt.date


@dataclass
class PersonRow:
    """One row of a caseload: what was read, and what is wrong with it in sentences."""

    number: int
    first_name: str = ""
    last_name: str = ""
    born_on: dt.date | None = None
    phone: str = ""
    address: str = ""
    children: list[ChildRow] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, dt.date | None]:
        return (self.first_name.casefold(), self.last_name.casefold(), self.born_on)


def is_readable(text: str) -> bool:
    """Whether there is anything to see: a name of invisible signs is no name."""
    return any(c.isprintable() and not c.isspace() for c in text)


def read_date(text: str) -> dt.date | None:
    """A date as people write it in a table; None when it does not exist."""
    for pattern in ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
    return None


def missing_columns(header: Iterable[str]) -> list[str]:
    names = {name.strip().casefold() for name in header}
    return [name for name in REQUIRED if name not in names]


def unknown_columns(header: Iterable[str]) -> list[str]:
    """Names on the first row that mean nothing here: what stands under them is left out."""
    return [name.strip() for name in header if name.strip() and name.strip().casefold() not in COLUMNS]


def read_person(number: int, cells: Mapping[str, str], today: dt.date) -> PersonRow:
    """One row: cells by column name (lower case). Everything that is wrong is named; nothing is guessed."""
    get = {name: cells.get(name, "").strip() for name in COLUMNS}
    row = PersonRow(number, get["voornaam"], get["achternaam"], phone=get["telefoon"], address=get["adres"])
    for name in REQUIRED:
        if not is_readable(get[name]):
            row.mistakes.append(f"De {name} ontbreekt.")
    for name, text in get.items():
        if any(ord(c) < 32 and c not in "\n\r\t" for c in text):
            row.mistakes.append(f"In de kolom {name} staat een onzichtbaar teken. Typ dit opnieuw.")
    for name, most in _LENGTHS.items():
        if len(get[name]) > most:
            row.mistakes.append(f"In de kolom {name} staan {len(get[name])} tekens; er passen er {most}.")
    if get["geboortedatum"]:
        row.born_on = read_date(get["geboortedatum"])
        if row.born_on is None:
            row.mistakes.append(_no_date(get["geboortedatum"]))
        elif not 12 <= age_on(row.born_on, today) <= 110:
            row.mistakes.append(f"De geboortedatum {get['geboortedatum']} kan niet kloppen voor een ouder.")
    for piece in filter(None, (part.strip() for part in get["kinderen"].split(";"))):
        _read_child(piece, row, today)
    return row


def _read_child(piece: str, row: PersonRow, today: dt.date) -> None:
    found = _CHILD.match(piece)
    if not found:
        row.mistakes.append(
            f"Bij kinderen staat “{piece[:40]}”; schrijf een voornaam en een datum: Yara 12-03-2020."
        )
        return
    born_on = read_date(found["date"])
    if not is_readable(found["name"]):
        row.mistakes.append("Bij kinderen ontbreekt een voornaam.")
    elif born_on is None:
        row.mistakes.append(_no_date(found["date"]))
    elif born_on > today:
        row.mistakes.append(f"De geboortedatum van {found['name']} ligt in de toekomst.")
    else:
        row.children.append(ChildRow(found["name"][:60], born_on))


def _no_date(text: str) -> str:
    return f"{text[:20]} is geen datum die bestaat; schrijf dag-maand-jaar, bijvoorbeeld 24-11-1990."


def mark_doubles(rows: Iterable[PersonRow], known: set[tuple[str, str, dt.date | None]]) -> None:
    """Name rows that stand twice in the table, or whom this klantmanager has already."""
    seen: dict[tuple[str, str, dt.date | None], int] = {}
    for row in rows:
        if row.key in known:
            row.mistakes.append("U begeleidt al iemand met deze naam en geboortedatum.")
        elif row.key in seen:
            row.mistakes.append(f"Dezelfde persoon staat ook op rij {seen[row.key]}.")
        seen.setdefault(row.key, row.number)
