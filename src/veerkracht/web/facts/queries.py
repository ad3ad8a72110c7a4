"""Reads of the facts: everything that was said about one case, with the version of each part of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from veerkracht.household.unknown import NOT_ASKED, known
from veerkracht.web.people.models import Case

from .domain.values import from_json
from .models import Situation, Statement

__all__ = ["SavedFact", "SavedFacts", "Situation", "facts_of"]


@dataclass(frozen=True, kw_only=True)
class SavedFact:
    """One fact: its value, on which page it was said, by whom and when (None: before this was written down)."""

    path: str
    situation: str = Situation.NOW.value
    value: Any
    page: str = ""
    said_by: str = ""
    said_at: dt.datetime | None = None
    revision: int = 0


@dataclass(frozen=True)
class SavedFacts:
    """All facts of one case, in the order in which they were first said."""

    rows: Mapping[tuple[str, str], SavedFact] = field(default_factory=dict)

    def value(self, path: str, situation: str = Situation.NOW) -> Any:
        """The value, `NOT_ASKED` where nobody said anything."""
        row = self.rows.get((path, str(situation)))
        return row.value if row else NOT_ASKED

    def known(self, path: str, situation: str = Situation.NOW) -> Any:
        return known(self.value(path, situation))

    def has(self, path: str) -> bool:
        return (path, Situation.NOW.value) in self.rows

    def under(self, root: str, situation: str = Situation.NOW) -> dict[str, Any]:
        """The values below a path, by the rest of their path."""
        return {
            row.path.removeprefix(root): row.value
            for row in self.rows.values()
            if row.path.startswith(root) and row.situation == situation
        }

    def groups(self, root: str, situation: str = Situation.NOW) -> dict[str, dict[str, Any]]:
        """`cares.` → the fields of each care by its key."""
        by_group: dict[str, dict[str, Any]] = {}
        for rest, value in self.under(root, situation).items():
            key, _dot, name = rest.partition(".")
            if name:
                by_group.setdefault(key, {})[name] = value
        return by_group

    def revision(self, roots: Iterable[str]) -> int:
        """The highest revision at or below these paths: the version of a form over them. 0: nothing was said."""
        starts = tuple(roots)
        return max((row.revision for row in self.rows.values() if _is_at(row.path, starts)), default=0)


def _is_at(path: str, roots: tuple[str, ...]) -> bool:
    """A root that ends in a dot means everything below it; another is one path."""
    return any(path.startswith(root) if root.endswith(".") else path == root for root in roots)


def facts_of(*, case: Case) -> SavedFacts:
    """Everything that was said about this case. One query."""
    rows = Statement.objects.filter(case=case).select_related("said_by").order_by("pk")
    return SavedFacts({(row.path, row.situation): _fact(row) for row in rows})


def _fact(row: Statement) -> SavedFact:
    return SavedFact(
        path=row.path,
        situation=row.situation,
        value=from_json(row.value),
        page=row.said_on_page,
        said_by=row.said_by.name if row.said_by else "",
        said_at=row.said_at,
        revision=row.revision,
    )
