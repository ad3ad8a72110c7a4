"""The list of cases: what stands in it, in which order, and who of them. The same few queries whatever their number.

Upper capabilities put columns in it (`fill("case_columns", order, provider)`), each an expression of the database, so
that a page of 40 out of 10,000 is sorted before it is cut.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q
from django.db.models.expressions import BaseExpression, Combinable
from django.utils.formats import date_format
from django.utils.translation import gettext as _t

from veerkracht.web.ui.slots import filled

from .models import Account, Assignment, AssignmentKind, Case
from .queries import children_in_words

PER_PAGE = 40


@dataclass(frozen=True, kw_only=True)
class CaseColumn:
    """A column an upper capability gives: `key` in the address, an expression per case, and its value in words."""

    key: str
    label: str
    value: BaseExpression | Combinable
    in_words: Callable[[Any], str]
    newest_first: bool = False
    filter_label: str = ""
    filter: Q | None = None  # about the value, by the name `key`


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """One line of the list: who, the children's ages, whether this is a stand-in, and a text per column."""

    public_id: str
    name: str
    born_on: dt.date | None
    children: str
    stand_in_until: dt.date | None
    cells: list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One filter or one way to sort, as a link."""

    key: str
    label: str
    chosen: bool
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class CaseList:
    page: Page[CaseLine]
    filters: list[Choice]
    orders: list[Choice]


def case_list(
    *, account: Account, day: dt.date, search: str = "", page: int = 1, only: str = "", order: str = ""
) -> CaseList:
    """The cases this account works with; an unknown filter or order is none."""
    columns: list[CaseColumn] = filled("case_columns", day=day)
    cases = Case.objects.visible_to(account).annotate(**{column.key: column.value for column in columns})
    cases = cases.named(search)
    filters = _filters(cases, columns, only)
    chosen = next((column for column in columns if column.key == only and column.filter), None)
    if chosen and chosen.filter:
        cases = cases.filter(chosen.filter)
    rows = cases.by_name()
    sorting = next((column for column in columns if column.key == order), None)
    if sorting:
        field = F(sorting.key)
        way = field.desc(nulls_last=True) if sorting.newest_first else field.asc(nulls_last=True)
        rows = cases.order_by(way, "sort_key", "pk")
    lines = _page(account, rows, columns, day, page)
    return CaseList(page=lines, filters=filters, orders=_orders(columns, order))


def _filters(cases: Any, columns: list[CaseColumn], only: str) -> list[Choice]:
    counts = cases.aggregate(
        everybody=Count("pk"),
        **{f"n_{column.key}": Count("pk", filter=column.filter) for column in columns if column.filter},
    )
    known = [column for column in columns if column.filter]
    everybody = only not in [column.key for column in known]
    choices = [Choice(key="", label=_t("Allemaal"), chosen=everybody, count=counts["everybody"])]
    for column in known:
        count = counts[f"n_{column.key}"]
        choices.append(
            Choice(key=column.key, label=column.filter_label, chosen=only == column.key, count=count)
        )
    return choices


def _orders(columns: list[CaseColumn], order: str) -> list[Choice]:
    by_name = order not in [column.key for column in columns]
    choices = [Choice(key="", label=_t("naam"), chosen=by_name)]
    return choices + [
        Choice(key=column.key, label=column.label.lower(), chosen=order == column.key) for column in columns
    ]


def _page(account: Account, rows: Any, columns: list[CaseColumn], day: dt.date, page: int) -> Page[CaseLine]:
    lines = Paginator(rows.prefetch_related("household__children"), PER_PAGE).get_page(page)
    mine = Assignment.objects.active(day).filter(account=account, case__in=[case.pk for case in lines])
    until = {a.case_id: a.ends_on for a in mine if a.kind == AssignmentKind.STAND_IN}
    lines.object_list = [_line(case, columns, day, until.get(case.pk)) for case in lines]
    return lines


def _line(case: Case, columns: list[CaseColumn], day: dt.date, until: dt.date | None) -> CaseLine:
    children = [(child.first_name, child.born_on) for child in case.household.children.all()]
    return CaseLine(
        public_id=case.public_id,
        name=case.full_name,
        born_on=case.born_on,
        children=children_in_words(children, day),
        stand_in_until=until,
        cells=[(column.label, column.in_words(getattr(case, column.key))) for column in columns],
    )


def short_day(day: dt.date | None, today: dt.date) -> str:
    """`3 nov`, with the year where that is not this year; empty for no day."""
    return date_format(day, "j b" if day.year == today.year else "j b Y") if day else ""
