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
    standing: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class FilterChoice:
    """One filter or one way to sort, as a link."""

    key: str
    label: str
    chosen: bool
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Selection:
    """A part of the list that can be asked for; `when_any`: offered only when somebody is in it."""

    key: str
    label: str
    which: Q
    when_any: bool = False


_OPEN = Q(closed_on=None)


@dataclass(frozen=True, kw_only=True)
class CaseList:
    page: Page[CaseLine]
    filters: list[FilterChoice]
    orders: list[FilterChoice]


def case_list(
    *, account: Account, day: dt.date, search: str = "", page: int = 1, only: str = "", order: str = ""
) -> CaseList:
    """The cases this account works with; an unknown filter or order is none."""
    columns: list[CaseColumn] = filled("case_columns", day=day)
    cases = Case.objects.visible_to(account).annotate(**{column.key: column.value for column in columns})
    cases = cases.named(search)
    selections = _selections(columns, day)
    filters = _filters(cases, selections, only)
    # Who is searched for is found, closed or not; the list itself is of who is guided.
    nobody_left_out = Q() if search else _OPEN
    chosen = next((selection.which for selection in selections if selection.key == only), nobody_left_out)
    cases = cases.filter(chosen)
    rows = cases.by_name()
    sorting = next((column for column in columns if column.key == order), None)
    if sorting:
        field = F(sorting.key)
        ordering = field.desc(nulls_last=True) if sorting.newest_first else field.asc(nulls_last=True)
        rows = cases.order_by(ordering, "sort_key", "pk")
    lines = _page(account, rows, columns, day, page)
    return CaseList(page=lines, filters=filters, orders=_orders(columns, order))


def _selections(columns: list[CaseColumn], day: dt.date) -> list[Selection]:
    by_column = [
        Selection(key=column.key, label=column.filter_label, which=column.filter & _OPEN)
        for column in columns
        if column.filter
    ]
    resting, closed = _OPEN & Q(paused_until__gte=day), ~_OPEN
    return [
        *by_column,
        Selection(key="rust", label=_t("In pauze"), which=resting, when_any=True),
        Selection(key="afgesloten", label=_t("Afgesloten"), which=closed, when_any=True),
    ]


def _filters(cases: Any, selections: list[Selection], only: str) -> list[FilterChoice]:
    counts = cases.aggregate(
        everybody=Count("pk", filter=_OPEN),
        **{f"n_{each.key}": Count("pk", filter=each.which) for each in selections},
    )
    everybody = only not in [each.key for each in selections]
    choices = [FilterChoice(key="", label=_t("Allemaal"), chosen=everybody, count=counts["everybody"])]
    for each in selections:
        count = counts[f"n_{each.key}"]
        if count or only == each.key or not each.when_any:
            choices.append(FilterChoice(key=each.key, label=each.label, chosen=only == each.key, count=count))
    return choices


def _orders(columns: list[CaseColumn], order: str) -> list[FilterChoice]:
    by_name = order not in [column.key for column in columns]
    choices = [FilterChoice(key="", label=_t("naam"), chosen=by_name)]
    return choices + [
        FilterChoice(key=column.key, label=column.label.lower(), chosen=order == column.key)
        for column in columns
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
        standing=_standing(case, day),
        cells=[(column.label, column.in_words(getattr(case, column.key))) for column in columns],
    )


def _standing(case: Case, day: dt.date) -> str:
    if case.closed_on:
        return _t("afgesloten op %(day)s") % {"day": short_day(case.closed_on, day)}
    resting = case.paused_until if case.is_paused(day) else None
    return _t("pauze tot en met %(day)s") % {"day": short_day(resting, day)} if resting else ""


def short_day(day: dt.date | None, today: dt.date) -> str:
    """`3 nov`, with the year where that is not this year; empty for no day."""
    return date_format(day, "j b" if day.year == today.year else "j b Y") if day else ""
