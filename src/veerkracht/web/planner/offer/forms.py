"""A job, an internship or a course that somebody offers, to lay over the week."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField, OneOfField
from veerkracht.week.family import RosterBlock
from veerkracht.week.times import ALL_DAYS, DAY_NAMES, clock

from ..fields import AmountField, BlocksField, CountField, TicksField
from ..forms import Groups, WeekPartForm
from .rosters import offered_blocks

SORTS = {
    "job": _("werk"),
    "internship": _("een stage, werkervaringsplaats of leerwerkplek"),
    "course": _("een opleiding of cursus"),
}
WEEKS = [("every", _("elke week")), ("odd", _("oneven weken")), ("even", _("even weken"))]
ROWS, MOST_ROWS = 2, 6
_ROW_DAYS = re.compile(r"days_[1-9]")


class OfferForm(WeekPartForm):
    """Its times stand in rows: some days, one or more blocks on each of them, and in which weeks."""

    name = LineField(
        label=_("Hoe noemen we het?"), max_length=60, help_text=_("Bijvoorbeeld: fietsenwinkel.")
    )
    sort = OneOfField(
        label=_("Wat is het?"),
        choices=list(SORTS.items()),
        help_text=_("Parttime ondernemen kan ook; dat rekenen we hier niet uit."),
    )
    home = CountField(label=_("Reis van huis, in minuten"), most=240, required=True)
    wage = AmountField(label=_("Loon per uur, in euro"), most=500, required=False)

    def __init__(
        self, data: Any = None, *, places: Sequence[tuple[str, str]], facts: Mapping[str, Any], **kwargs: Any
    ) -> None:
        """`places`: key and name of each place besides home she may come from or go to."""
        self.named, self.places = places, [key for key, _name in places]
        used = len(_rows(facts.get("days", ())))
        sent = [int(name[5:]) for name in data or () if _ROW_DAYS.fullmatch(name)]
        self.rows = min(max(ROWS, used + 1, *sent), MOST_ROWS)
        super().__init__(data, facts=facts, **kwargs)

    @classmethod
    def _joined(cls, data: Any) -> Any:
        data = super()._joined(data)
        for name in data or ():
            if _ROW_DAYS.fullmatch(name):
                data[name] = ",".join(data.getlist(name))
        return data

    def add_fields(self) -> None:
        for row in range(1, self.rows + 1):
            self.fields[f"days_{row}"] = TicksField(
                label=_("Op welke dagen?"),
                required=False,
                choices=[(day, DAY_NAMES[day]) for day in ALL_DAYS],
            )
            self.fields[f"times_{row}"] = BlocksField(
                label=_("Van wanneer tot wanneer?"),
                required=False,
                help_text=_("Bijvoorbeeld 9:00-13:00. Twee keer op een dag: 6:30-8:30 en 17:00-19:00."),
            )
            self.fields[f"weeks_{row}"] = OneOfField(
                label=_("In welke weken?"), choices=WEEKS, required=False
            )
        for key, name in self.named:
            self.fields[f"from_{key}"] = CountField(
                label=_t("Reis van en naar %(place)s, in minuten") % {"place": name}, most=240, required=False
            )
        if self.places:
            same = _t("Leeg laten: dan rekenen we met de reis van huis.")
            self.fields[f"from_{self.places[0]}"].help_text = same

    def grouped(self) -> Any:
        self.groups = self._groups_here()  # type: ignore[misc]
        return super().grouped()

    def _groups_here(self) -> Groups:
        travel = ("home", *(f"from_{key}" for key in self.places))
        rows = [
            (
                _t("Op welke tijden?") if row == 1 else _t("Andere dagen, andere tijden"),
                (f"days_{row}", f"times_{row}", f"weeks_{row}"),
            )
            for row in range(1, self.rows + 1)
        ]
        return (("", ("name", "sort")), *rows, (_t("Hoe lang is de reis?"), travel), ("", ("wage",)))

    @classmethod
    def start_of(cls, facts: Mapping[str, Any]) -> dict[str, Any]:
        start = super().start_of(facts)
        travel = start.pop("travel", {})
        rows = _rows(start.pop("days", ()))
        fields: dict[str, Any] = {}
        for row in range(1, MOST_ROWS + 1):
            days, times, weeks = rows[row - 1] if row <= len(rows) else ([], None, "every")
            fields |= {f"days_{row}": days, f"times_{row}": times, f"weeks_{row}": weeks}
        return {**start, **fields, **{f"from_{place}": minutes for place, minutes in travel.items()}}

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        facts = super().facts_of(cleaned)
        travel = {key: facts.pop(f"from_{key}") for key in self.places}
        blocks = [
            {"day": day, "from": times[0], "to": times[1], "weeks": cleaned[f"weeks_{row}"] or "every"}
            for row in range(1, self.rows + 1)
            for day in cleaned[f"days_{row}"]
            for times in cleaned[f"times_{row}"] or ()
        ]
        for row in range(1, self.rows + 1):
            for name in (f"days_{row}", f"times_{row}", f"weeks_{row}"):
                del facts[name]
        known_minutes = {key: minutes for key, minutes in travel.items() if minutes is not None}
        return {**facts, "days": blocks, "travel": known_minutes}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        names = [f"{field}_{row}" for row in range(1, self.rows + 1) for field in ("days", "times")]
        if any(name in self.errors for name in names):
            return values
        for row in range(1, self.rows + 1):
            self._check_row(row, values)
        if not any(values.get(name) for name in names):
            self.add_error("days_1", _t("Kies ten minste één dag, en vul de tijden in, zoals 9:00-13:00."))
        elif not self.errors:
            self._check_overlap(values)
        return values

    def _check_row(self, row: int, values: dict[str, Any]) -> None:
        days, times = values.get(f"days_{row}"), values.get(f"times_{row}")
        if days and not times:
            self.add_error(f"times_{row}", _t("Vul bij deze dagen de tijden in, zoals 9:00-13:00."))
        if times and not days:
            self.add_error(f"days_{row}", _t("Kies op welke dagen dit is."))

    def _check_overlap(self, values: dict[str, Any]) -> None:
        blocks = [
            (row, block)
            for row in range(1, self.rows + 1)
            for block in offered_blocks(
                [
                    {"day": day, "from": start, "to": end, "weeks": values[f"weeks_{row}"] or "every"}
                    for day in values[f"days_{row}"]
                    for start, end in values[f"times_{row}"] or ()
                ]
            )
        ]
        for (_first, block), (row, other) in combinations(blocks, 2):
            if _overlap(block, other):
                says = _t("Op %(day)s valt %(other)s samen met %(one)s. Pas een van beide aan.")
                names = {"day": DAY_NAMES[block.day], "one": _times(block), "other": _times(other)}
                self.add_error(f"times_{row}", says % names)
                return


def _overlap(first: RosterBlock, other: RosterBlock) -> bool:
    same_weeks = "every" in (first.weeks, other.weeks) or first.weeks == other.weeks
    at_once = first.block.start < other.block.end and other.block.start < first.block.end
    return first.day == other.day and same_weeks and at_once


def _times(block: RosterBlock) -> str:
    return f"{clock(block.block.start)}–{clock(block.block.end)}"


Row = tuple[list[str], list[list[str]], str]


def _rows(days: Any) -> list[Row]:
    """The saved blocks in rows: days with the same times in the same weeks together."""
    times: dict[tuple[str, str], list[list[str]]] = {}
    for block in offered_blocks(days):
        ends = [clock(block.block.start), clock(block.block.end)]
        times.setdefault((block.weeks, block.day), []).append(ends)
    rows: list[Row] = []
    for (weeks, day), blocks in times.items():
        row = next((row for row in rows if row[1:] == (blocks, weeks)), None)
        if row is None:
            rows.append(([day], blocks, weeks))
        else:
            row[0].append(day)
    return rows
