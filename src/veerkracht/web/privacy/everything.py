"""Everything the program holds of one person, in words: for the page, the PDF and the JSON file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _t

from veerkracht.web.people.merging import merged_cases
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import history
from veerkracht.web.people.who_looked import who_looked

from .personal_data import PersonalTable, personal_tables

Value = Any  # what JSON can hold, with days and moments as dates


@dataclass(frozen=True, kw_only=True)
class Shielded:
    """Something of others that stands in her file: how often, and why it is not shown."""

    count: int
    why: str


@dataclass(frozen=True, kw_only=True)
class Section:
    title: str
    rows: list[list[tuple[str, Value]]]
    shielded: list[Shielded]


def everything_of(*, case: Case, hers: bool) -> list[Section]:
    """Every stored field of hers, table by table; empty tables left out.

    Args:
        hers: she reads it herself; for anybody else what only she may see is left out.
    """
    case_ids = [case.pk, *(other.pk for other in merged_cases(case=case))]
    sections = [_section(table, case_ids, hers) for table in reversed(personal_tables())]
    sections += [
        _happenings(_t("Wat er gebeurde"), history(case=case, limit=100_000)),
        _looks(case),
    ]
    return [section for section in sections if section.rows or section.shielded]


def _happenings(title: str, lines: Iterable[Any]) -> Section:
    rows = [[(_t("Op"), line.at), (_t("Wie"), line.who), (_t("Wat"), line.words)] for line in lines]
    return Section(title=title, rows=rows, shielded=[])


def _looks(case: Case) -> Section:
    days = who_looked(case=case, per_page=100_000)
    rows = [
        [(_t("Op"), each.day), (_t("Wie"), person.name), (_t("Wat"), ", ".join(person.looked_at))]
        for each in days
        for person in each.people
    ]
    return Section(title=_t("Wie keek"), rows=rows, shielded=[])


def _section(table: PersonalTable, case_ids: list[int], hers: bool) -> Section:
    rows = table.rows(case_ids).order_by("pk")
    if not hers and table.hers_alone is True:
        rows = rows.none()
    elif not hers and table.hers_alone:
        rows = rows.filter(**{str(table.hers_alone): False})
    all_rows = list(rows)
    shielded = [
        Shielded(count=len(all_rows), why=why) for why in dict.fromkeys(table.shield.values()) if all_rows
    ]
    when = table.shield_when
    covered = [row for row in all_rows if when and getattr(row, when.field) == when.value]
    if when and covered:
        shielded.append(Shielded(count=len(covered), why=when.why))
    return Section(
        title=table.title,
        rows=[
            _row(table, row, when.fields if when and row in covered else ())
            for row in all_rows
            if table.fields
        ],
        shielded=shielded,
    )


def _row(table: PersonalTable, row: Model, covered: tuple[str, ...]) -> list[tuple[str, Value]]:
    return [
        (label, _t("afgeschermd") if name in covered else value_of(row, name))
        for name, label in table.fields.items()
    ]


def value_of(row: Model, name: str) -> Value:
    """The value in words: a choice by its label, a person by the name, nothing as None."""
    field = row._meta.get_field(name)
    value = getattr(row, name)
    if field.is_relation:
        return getattr(value, "name", None) and str(value.name)
    if getattr(field, "choices", None) and value != "":
        return str(getattr(row, f"get_{name}_display")())
    return None if value == "" else value


def as_json(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """The same for another program: days as text, everything else as it is."""
    return [
        {
            "naam": section.title,
            "regels": [{label: _plain(value) for label, value in row} for row in section.rows],
            "afgeschermd": [{"aantal": one.count, "waarom": one.why} for one in section.shielded],
        }
        for section in sections
    ]


def _plain(value: Value) -> Value:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime | dt.time) else value
