"""An outcome as a file: the reform as TOML, rows as CSV, the page as XLSX and PDF. Each says "synthetisch"."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from django.utils import timezone
from openpyxl import Workbook

from veerkracht.documents import policy_page
from veerkracht.population.reforms.reading import PopulationReform, as_toml

from .page import OutcomePage

HEAD = ("soort huishouden", "in de steekproef", "voor", "na", "verschil", "ruis (±)")


def rows_of(page: OutcomePage) -> list[tuple[str, ...]]:
    groups = [(row.name, row.sample, row.before, row.after, row.difference, row.noise) for row in page.groups]
    return [
        (page.sentence,),
        ("synthetisch", page.origin),
        *((line,) for line in page.summary),
        HEAD,
        *groups,
        *((f"kosten per jaar: {name}", amount) for name, amount in page.costs),
        *((line,) for line in (*page.remarks, *page.assumptions)),
    ]


def as_csv(page: OutcomePage, reform: PopulationReform) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(rows_of(page))
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(page: OutcomePage, reform: PopulationReform) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "synthetisch"
    for row in rows_of(page):
        sheet.append(row)
    sheet.column_dimensions["A"].width = 48
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def as_pdf(page: OutcomePage, reform: PopulationReform) -> bytes:
    groups = tuple(
        policy_page.GroupLine(row.name, row.before, row.after, row.difference, row.noise)
        for row in page.groups
    )
    outcome = policy_page.PolicyOutcome(
        sentence=page.sentence,
        source=page.source,
        status=page.status,
        origin=page.origin,
        summary=page.summary,
        leaves_out=page.leaves_out,
        groups=groups,
        costs=tuple(policy_page.CostLine(name, amount) for name, amount in page.costs),
        assumptions=(*page.remarks, *page.assumptions),
        made_on=timezone.localdate(),
    )
    return policy_page.policy_page_pdf(outcome, created_at=timezone.now()).content


def as_reform(page: OutcomePage, reform: PopulationReform) -> bytes:
    return as_toml(reform).encode()


KINDS: dict[str, tuple[str, Callable[[OutcomePage, PopulationReform], bytes]]] = {
    "toml": ("application/toml", as_reform),
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "pdf": ("application/pdf", as_pdf),
}
