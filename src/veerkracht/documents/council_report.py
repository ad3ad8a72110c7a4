"""What a municipality tells its council once a quarter: what was reached, what holds back, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from veerkracht.documents.people import require
from veerkracht.documents.render import Pdf, render


@dataclass(frozen=True, kw_only=True)
class ReportRow:
    """`count` is None when it is not shown; `words` says it for a reader."""

    label: str
    words: str
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReportTable:
    title: str
    rows: tuple[ReportRow, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportAnswer:
    """A signal: what was asked, how far it is, and the last words that were said about it."""

    title: str
    state: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ReportScan:
    theme: str
    now: str
    before: str
    actions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CouncilReport:
    municipality: str
    quarter: str
    printed_on: date
    lead: str
    tables: tuple[ReportTable, ...]
    answers: tuple[ReportAnswer, ...]
    scan: tuple[ReportScan, ...]
    how_counted: str
    left_out: tuple[str, ...]

    def __post_init__(self) -> None:
        require(self.municipality, "De naam van de gemeente ontbreekt. Vul die in bij de instellingen.")


@dataclass(frozen=True)
class CouncilReportData:
    """What `council_report.typ` reads."""

    report: CouncilReport


def council_report_pdf(report: CouncilReport, *, created_at: datetime) -> Pdf:
    return render("council_report", CouncilReportData(report), created_at=created_at)
