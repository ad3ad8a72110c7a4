"""What the page with figures shows: a sentence first, then each table with its own numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.disclosure.cube import NotOut
from veerkracht.disclosure.rule import published_share

from .domain import DURATIONS, RINGS, YOUNGEST, cube_of
from .released import ReleasedQuarter
from .words import company_words, count_words, dimension_words, value_words

FIRST = ("ring", "topic", "result", "carries", "barrier")
WHO_IT_IS_ABOUT = ("youngest", "age", "duration")


@dataclass(frozen=True, kw_only=True)
class CountRow:
    label: str
    count: int | None

    @property
    def words(self) -> str:
        return count_words(self.count)


@dataclass(frozen=True, kw_only=True)
class FigureTable:
    """One table: the largest first where the order says nothing. `withheld` is how many rows have no number."""

    name: str
    title: str
    rows: Sequence[CountRow]

    @property
    def shown(self) -> list[CountRow]:
        return [row for row in self.rows if row.count is not None]

    @property
    def withheld(self) -> list[CountRow]:
        return [row for row in self.rows if row.count is None]

    @property
    def largest(self) -> int:
        return max((row.count or 0 for row in self.rows), default=0)


@dataclass(frozen=True, kw_only=True)
class CrossTable:
    title: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True, kw_only=True)
class FiguresPage:
    quarter: str
    company: str
    """Whose numbers these are, when it is not one municipality."""
    sentence: str
    carries: str
    tables: Sequence[FigureTable]
    about_whom: Sequence[FigureTable]
    crossed: Sequence[CrossTable]

    def table(self, name: str) -> FigureTable:
        return next(table for table in self.tables if table.name == name)


def figures_page(release: ReleasedQuarter) -> FiguresPage:
    tables = [_table(release, name) for name in FIRST]
    return FiguresPage(
        quarter=release.quarter,
        company=company_words(release.places),
        sentence=_sentence(release, tables[0]),
        carries=_carries(release),
        tables=tables,
        about_whom=[_table(release, name) for name in WHO_IT_IS_ABOUT],
        crossed=[
            _crossed(release, "youngest", [name for name, _ in YOUNGEST]),
            _crossed(release, "duration", [name for name, _ in DURATIONS]),
        ],
    )


def _table(release: ReleasedQuarter, name: str) -> FigureTable:
    begin = f"{name}="
    values = [
        label.removeprefix(begin) for label in release.counts if label.startswith(begin) and "|" not in label
    ]
    rows = [
        CountRow(label=value_words(name, value, release.titles), count=release.counts[f"{begin}{value}"])
        for value in values
    ]
    if name in ("barrier", "topic", "result", "ring"):
        rows.sort(key=lambda row: (-(row.count or 0), row.label))
    return FigureTable(name=name, title=dimension_words(name), rows=rows)


def _crossed(release: ReleasedQuarter, name: str, values: Sequence[str]) -> CrossTable:
    """Ring against another property, when there were mothers enough for it."""
    columns = [value_words(name, value, {}) for value in values]
    rows = [
        (
            value_words("ring", ring, {}),
            list(zip(columns, _crossed_counts(release, name, values, ring), strict=True)),
        )
        for ring in RINGS
        if _pair(name, values[0], ring) in release.counts
    ]
    title = _t("%(ring)s, per %(other)s") % {
        "ring": dimension_words("ring"),
        "other": dimension_words(name).lower(),
    }
    return CrossTable(title=title, columns=columns, rows=rows)


def _crossed_counts(release: ReleasedQuarter, name: str, values: Sequence[str], ring: str) -> list[str]:
    return [count_words(release.counts.get(_pair(name, value, ring))) for value in values]


def _pair(name: str, value: str, ring: str) -> str:
    return "|".join(sorted((f"{name}={value}", f"ring={ring}")))


def _sentence(release: ReleasedQuarter, rings: FigureTable) -> str:
    mothers = count_words(release.counts.get(""))
    first = rings.rows[0] if rings.rows else None
    if first is None or first.count is None:
        return _t("Dit gaat over %(n)s moeders.") % {"n": mothers}
    says = _t(
        "Dit gaat over %(n)s moeders. Het vaakst houdt iets tegen bij: %(ring)s, bij %(count)s moeders."
    )
    return says % {"n": mothers, "ring": first.label.lower(), "count": first.words}


def _carries(release: ReleasedQuarter) -> str:
    """How much of the open actions the mothers carry themselves; empty when that cannot be said."""
    share = published_share(release.sums.get("hers"), release.sums.get("all"))
    if share is None or (release.sums.get("mothers") or 0) < 100:
        return ""
    return _t("Ongeveer %(n)s van de 10 open acties zijn van de moeder zelf.") % {"n": (share + 5) // 10}


def refusal(names: Sequence[str], *, mothers: int) -> NotOut | None:
    """Why a table somebody asks for does not exist, whoever asks and however it is spelt."""
    return cube_of(barriers=(), topics=()).refusal(names, mothers=mothers)
