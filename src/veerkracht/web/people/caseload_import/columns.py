"""What each column of a caseload means, by its heading; the heading is looked for in the first ten rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.web.people.models import plain

FIRST, PREFIX, LAST, BORN, PHONE, ADDRESS, CHILDREN, KLANTMANAGER = (
    "voornaam",
    "voorvoegsel",
    "achternaam",
    "geboortedatum",
    "telefoon",
    "adres",
    "kinderen",
    "klantmanager",
)
REQUIRED = (FIRST, LAST)
_OTHER_NAMES = {
    FIRST: "voornamen roepnaam",
    PREFIX: "voorvoegsels tussenvoegsel tussenvoegsels",
    LAST: "familienaam geslachtsnaam",
    BORN: "geboren geborenop gebdatum geboortedag",
    PHONE: "telefoonnummer tel telnr mobiel mobielnummer telefoonmobiel",
    ADDRESS: "woonadres",
    CHILDREN: "kind",
    KLANTMANAGER: "consulent begeleider",
}
_MEANS = {other: name for name, others in _OTHER_NAMES.items() for other in (name, *others.split())}
_CHILD = re.compile(
    r"(voornaam|naam|geboortedatum|gebdatum|geboren|datum)?kind(\d)(voornaam|naam|geboortedatum|gebdatum|geboren|datum)?"
)


@dataclass(frozen=True)
class ImportColumn:
    """One column: its heading as typed and what it means; "" is nothing to us, "kind 2" and "kind 2 datum" a child."""

    heading: str
    means: str

    @property
    def in_words(self) -> str:
        return self.means.replace(" datum", ", geboortedatum")


def read_column(heading: str) -> ImportColumn:
    bare = re.sub(r"[^a-z0-9]", "", plain(heading))
    match = _CHILD.fullmatch(bare)
    if match:
        kinds = (match[1] or "") + (match[3] or "")
        return ImportColumn(heading, f"kind {match[2]}" + (" datum" if "naam" not in kinds and kinds else ""))
    return ImportColumn(heading, _MEANS.get(bare, ""))


def read_header(cells: Sequence[str]) -> list[ImportColumn]:
    return [read_column(" ".join(cell.split())) for cell in cells]


def missing(columns: Sequence[ImportColumn]) -> list[str]:
    means = {column.means for column in columns}
    return [name for name in REQUIRED if name not in means]
