"""The table of what the program holds of a person, and how long: read from the two TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Shield:
    """A field of a row is of somebody else when another field says so."""

    field: str
    value: str | bool
    fields: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class PersonalTable:
    """One table with rows of somebody who is guided."""

    label: str
    path: str
    term: str
    title: str
    fields: Mapping[str, str]
    technical: tuple[str, ...]
    day: str = ""
    shield: Mapping[str, str] = field(default_factory=dict)
    shield_when: Shield | None = None
    hers_alone: bool | str = False

    @property
    def model(self) -> type[Model]:
        return apps.get_model(self.label)

    def rows(self, case_ids: Iterable[int]) -> QuerySet[Model]:
        """Over the connection of everybody's content, also for tables of the journal: one transaction, one lock."""
        rows = self.model._base_manager.using("default")
        return rows.filter(**{f"{self.path}__in": list(case_ids)}).distinct()


@dataclass(frozen=True, kw_only=True)
class RetentionClass:
    key: str
    title: str
    months: int
    starts: str
    article: str
    source: str


@cache
def personal_tables() -> tuple[PersonalTable, ...]:
    """In the order in which rows can be deleted."""
    facts = tomllib.loads((HERE / "personal_data.toml").read_text())
    return tuple(_table(label, row) for label, row in facts.items() if label != "others")


def _table(label: str, row: dict[str, Any]) -> PersonalTable:
    shield = row.pop("shield_when", None)
    if shield:
        row["shield_when"] = Shield(**{**shield, "fields": tuple(shield["fields"])})
    return PersonalTable(label=label, **{**row, "technical": tuple(row["technical"])})


@cache
def retention_classes() -> Mapping[str, RetentionClass]:
    facts = tomllib.loads((HERE / "retention_terms.toml").read_text())
    return {key: RetentionClass(key=key, starts=row.pop("from"), **row) for key, row in facts.items()}
