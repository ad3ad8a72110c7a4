"""A checked file between its two pages: signed, carried by the browser and not by the server."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account

from .domain.topics import topics
from .forms import CatalogueOfferForm, CentreForm
from .models import Aim, CareKind, InCatalogue
from .queries import centres_of, offers_of
from .sheet import CellDifference, SheetFile, SheetRow, bare, hold_doubles, read_sheet
from .sheet_columns import centre_columns, offer_columns, to_day

_SALT = "offers.file"
_MAX_AGE = 3600  # seconds
OFFERS, CENTRES = "aanbod", "opvang"
_KEYS = {OFFERS: ("name", "organisation"), CENTRES: ("name", "kind")}


def headings(kind: str) -> tuple[list[str], list[str]]:
    """The columns a file must have, and those it may have."""
    columns = offer_columns() if kind == OFFERS else centre_columns()
    return [c.heading for c in columns if c.is_needed], [c.heading for c in columns if not c.is_needed]


def words_to_use(kind: str) -> list[tuple[str, str]]:
    """For the columns with fixed words: which words."""
    if kind == OFFERS:
        aims, about = [str(label) for label in Aim.labels], [topic.title for topic in topics()]
        return [(_t("gericht op"), "; ".join(aims)), (_t("onderwerp"), "; ".join(about))]
    kinds = "; ".join(str(label) for label in CareKind.labels)
    return [(_t("soort"), kinds), (_t("dagen"), _t("ma, di, do; of: ma t/m vr"))]


def checked_file(account: Account, kind: str, content: bytes) -> SheetFile:
    """The rows of a file with what is wrong in each, and what each would change.

    Raises:
        UnreadableFile: it is no table of offers or centres.
    """
    file = read_sheet(content, offer_columns() if kind == OFFERS else centre_columns())
    hold_doubles(file.rows, _KEYS[kind])
    compare(account, kind, file.rows)
    for row in file.rows:
        _check_as_typed(kind, row)
    return file


def _check_as_typed(kind: str, row: SheetRow) -> None:
    """What the page would refuse, the file is refused as well, with the same sentence."""
    if row.mistakes:
        return
    values = {name: _typed(value) for name, value in row.values.items() if value not in (None, "", False)}
    form = (CatalogueOfferForm if kind == OFFERS else CentreForm)(_Data(values))
    for name, says in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        row.mistakes += [f"{label} {sentence}".strip() for sentence in says]


class _Data(dict[str, Any]):
    """Values as a form gets them from a browser."""

    def copy(self) -> _Data:
        return _Data(self)

    def getlist(self, name: str) -> list[str]:
        return [self[name]]


def _typed(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(value)
    if isinstance(value, bool):
        return "on"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def compare(account: Account, kind: str, rows: Sequence[SheetRow]) -> None:
    """Lay each row beside what stands in the catalogue already."""
    there: Sequence[InCatalogue] = (
        offers_of(account=account) if kind == OFFERS else centres_of(account=account)
    )
    by_key = {_key(kind, vars(each)): each for each in there}
    labels = (CatalogueOfferForm if kind == OFFERS else CentreForm).base_fields
    for row in rows:
        known = by_key.get(_key(kind, row.values))
        if known is None:
            continue
        row.known = (known.pk, known.version)
        now = {name: getattr(known, name) for name in row.values}
        row.differences = [
            CellDifference(
                label=str(labels[name].label), current=_in_words(now[name]), in_file=_in_words(value)
            )
            for name, value in to_day(row.values).items()
            if value != now[name]
        ]


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return _t("ja") if value else _t("nee")
    return _t("leeg") if value in (None, "") else str(value)


def _key(kind: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(bare(str(values.get(name, ""))) for name in _KEYS[kind])


def token_of(account: Account, kind: str, file: SheetFile) -> str:
    """The rows that may go in, for this account alone."""
    rows = [[row.number, row.values, row.known] for row in file.rows if not row.mistakes]
    content = {"rows": rows, "once": str(uuid.uuid4())}
    return signing.dumps(content, salt=f"{_SALT}.{kind}.{account.pk}", compress=True)


def rows_from_token(
    account: Account, kind: str, token: str, replace: frozenset[int]
) -> tuple[list[tuple[dict[str, Any], tuple[int, int] | None]], uuid.UUID]:
    """What is new, and what stood there already and was ticked.

    Raises:
        signing.BadSignature: changed on the way, of another account, or older than an hour.
    """
    held = signing.loads(token, salt=f"{_SALT}.{kind}.{account.pk}", max_age=_MAX_AGE)
    rows = [
        (to_day(values), tuple(known) if known else None)
        for number, values, known in held["rows"]
        if not known or number in replace
    ]
    return rows, uuid.UUID(held["once"])
