"""What a municipality can change, as a page shows it: the largest first, and per change its districts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.words.simulation import opened_sentence

WIDEST = 100
SHOWN = 3
KINDS = {
    "place_for_all": _("Een plek in de opvang op elke dag dat zij werkt"),
    "open_at_seven": _("Opvang vóór school vanaf 7.00 uur, met een plek"),
    "opens_earlier": _("Opvang die een half uur eerder opengaat"),
    "closes_later": _("Opvang die een half uur later sluit"),
    "one_more_day": _("Eén dag meer plek in de opvang"),
    "employer": _("Wat werkgevers kunnen doen"),
}


@dataclass(frozen=True, kw_only=True)
class ChangeRow:
    """One change: `key` names it in an address, `width` is its hours beside the largest, in percents."""

    key: str
    sentence: str
    opened: str
    width: int


@dataclass(frozen=True, kw_only=True)
class ChangesOfOneKind:
    """Changes of one kind: the largest first, the rest in a fold."""

    title: str
    first: tuple[ChangeRow, ...]
    rest: tuple[ChangeRow, ...]


@dataclass(frozen=True, kw_only=True)
class LeversPage:
    """The first sentence, the changes by kind, and what to know before believing them."""

    lead: str
    groups: tuple[ChangesOfOneKind, ...]
    assumptions: tuple[str, ...]
    origin: str

    @property
    def rows(self) -> list[ChangeRow]:
        return [row for group in self.groups for row in (*group.first, *group.rest)]


def levers_page(outcome: Mapping[str, Any]) -> LeversPage:
    changes = outcome["changes"]
    largest = max((change["hours"] or 0 for change in changes), default=0) or 1
    by_kind: dict[str, list[ChangeRow]] = {kind: [] for kind in KINDS}
    for change in changes:
        kind = "employer" if change["owner"] == "employer" else change["code"]
        by_kind[kind].append(_row(change, largest))
    return LeversPage(
        lead=_lead(changes),
        groups=tuple(
            ChangesOfOneKind(title=str(KINDS[kind]), first=tuple(rows[:SHOWN]), rest=tuple(rows[SHOWN:]))
            for kind, rows in by_kind.items()
            if rows
        ),
        assumptions=tuple(outcome["assumptions"]),
        origin=_t("%(n)s synthetische gezinnen in de bijstand, getal %(seed)s, cijfers %(figures)s")
        % {"n": outcome["families"], "seed": outcome["seed"], "figures": outcome["figures"]},
    )


def _row(change: Mapping[str, Any], largest: int) -> ChangeRow:
    return ChangeRow(
        key=f"{change['code']}-{change['service'] or 'x'}-{change['district']}",
        sentence=change["sentence"],
        opened=opened_sentence(change["mothers"], change["hours"], change["euros"]),
        width=round(WIDEST * (change["hours"] or 0) / largest),
    )


def _lead(changes: Iterable[Mapping[str, Any]]) -> str:
    """The change of the childcare that opens most hours: what the municipality itself can begin with."""
    for change in changes:
        if change["owner"] == "childcare":
            opened = opened_sentence(change["mothers"], change["hours"], change["euros"])
            return f"{change['sentence']}: {opened[0].lower()}{opened[1:]}"
    return _t("Geen enkele verandering opent iets voor vijftien moeders of meer.")
