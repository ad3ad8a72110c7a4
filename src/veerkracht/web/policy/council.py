"""The report for the council, as paper and as a spreadsheet: outflow is one line among what was reached."""

from __future__ import annotations

import datetime as dt
import io

from django.utils import timezone
from django.utils.translation import gettext as _t
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from veerkracht.documents.council_report import (
    CouncilReport,
    ReportAnswer,
    ReportRow,
    ReportScan,
    ReportTable,
    council_report_pdf,
)
from veerkracht.documents.render import Pdf
from veerkracht.method import library
from veerkracht.web.people.models import Account
from veerkracht.web.signals.queries import last_words, topics_of

from . import queries
from .page import FiguresPage, FigureTable, figures_page
from .words import not_out_words, quarter_words

IN_REPORT = ("result", "ring", "barrier", "topic", "carries")


def council_facts(*, account: Account, day: dt.date) -> CouncilReport:
    """The last quarter that is out, in the words of the page; without figures the report has the words alone."""
    releases = queries.releases_of(account=account)
    out = next((release for release in releases if not release.not_out), None)
    why = not_out_words(releases[0].not_out) if releases and not out else ""
    figures = figures_page(out) if out else None
    return CouncilReport(
        municipality=account.municipality.name,
        quarter=quarter_words(out.quarter) if out else "",
        printed_on=day,
        lead=_lead(figures) if figures else why or not_yet(),
        tables=_tables(figures) if figures else (),
        answers=_answers(account, day),
        scan=_scan(account, day),
        how_counted=how_counted() if figures else words_alone(),
        left_out=left_out(),
    )


def _lead(figures: FiguresPage) -> str:
    return " ".join(part for part in (figures.company, figures.sentence, figures.carries) if part)


def not_yet() -> str:
    return _t("Er zijn nog geen cijfers uitgegeven. Hieronder staat wat in woorden is doorgegeven.")


def how_counted() -> str:
    return _t(
        "Elk getal is ruw gemaakt en afgerond op vijf, zodat niemand er een gezin in kan zien. Een getal onder de 15 "
        "staat er niet. Tellingen tellen daarom niet op. Een kwartaal dat uit is, verandert nooit meer."
    )


def words_alone() -> str:
    """In most municipalities there is nothing to count: the report says what it does hold."""
    return _t(
        "Dit verslag heeft woorden en geen aantallen. Een signaal is geschreven zonder gegevens van een moeder, en een "
        "tweede las het na voordat het verder ging. Wat er besloten is, lezen ook wie het doorgaven."
    )


def left_out() -> tuple[str, ...]:
    """What is a result and has no source in the program."""
    return (
        _t("of werk en zorg na een jaar nog samengaan"),
        _t("uren werk"),
        _t("een diploma of certificaat"),
        _t("een baan die zij zelf vond"),
    )


def _tables(figures: FiguresPage) -> tuple[ReportTable, ...]:
    return tuple(_report_table(figures.table(name)) for name in IN_REPORT if figures.table(name).rows)


def _report_table(table: FigureTable) -> ReportTable:
    """Rows with a number, and those without in one sentence."""
    rows = tuple(ReportRow(label=row.label, words=row.words, count=row.count) for row in table.shown)
    names = ", ".join(row.label for row in table.withheld)
    return ReportTable(
        title=table.title,
        rows=rows,
        note=_t("Minder dan 15 of niet getoond: %(names)s.") % {"names": names} if names else "",
    )


def _answers(account: Account, day: dt.date) -> tuple[ReportAnswer, ...]:
    lines = topics_of(account=account, day=day)
    words = last_words(account=account)
    return tuple(
        ReportAnswer(title=line.title, state=line.state_label, words=words.get(line.id, "")) for line in lines
    )


def _scan(account: Account, day: dt.date) -> tuple[ReportScan, ...]:
    lines = queries.scan_of(account=account, year=day.year)
    return tuple(
        ReportScan(
            theme=f"{library.item(line.question).theme}: {library.item(line.question).text}",
            now=line.now.get_how_far_display() if line.now else _t("nog niet ingevuld"),
            before=line.before.get_how_far_display() if line.before else "–",
            actions=tuple(
                f"{action.what} ({action.owner_name}, {action.due_on:%d-%m-%Y}"
                + (_t(", gedaan)") if action.done_on else ")")
                for action in line.actions
            ),
        )
        for line in lines
        if line.now or line.before or line.actions
    )


def council_pdf(report: CouncilReport) -> Pdf:
    return council_report_pdf(report, created_at=timezone.now())


def council_sheet(report: CouncilReport) -> bytes:
    """One sheet a subject; a count that is not shown is words, never an empty cell that reads as nothing."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = _t("Lees dit eerst")
    rows: list[tuple[object, ...]] = [
        (report.municipality,),
        (report.quarter,),
        (report.lead,),
        (report.how_counted,),
    ]
    rows += [(_t("Niet geteld: %(what)s") % {"what": what},) for what in report.left_out]
    _write(first, rows, widths=(100,))
    for table in report.tables:
        counts = [(row.label, row.count, row.words) for row in table.rows]
        note = [(table.note, None, None)] if table.note else []
        heading = (_t("Wat"), _t("Moeders, afgerond"), _t("In woorden"))
        _write(book.create_sheet(_sheet_name(table.title)), [heading, *counts, *note], widths=(60, 20, 34))
    answers = [(answer.title, answer.state, answer.words) for answer in report.answers]
    heading = (_t("Signaal"), _t("Hoe ver"), _t("Antwoord"))
    _write(book.create_sheet(_t("Signalen en antwoord")), [heading, *answers], widths=(60, 20, 80))
    scan = [(line.theme, line.now, line.before, "; ".join(line.actions)) for line in report.scan]
    heading4 = (_t("Vraag"), _t("Dit jaar"), _t("Vorig jaar"), _t("Acties"))
    _write(book.create_sheet(_t("Zelfscan")), [heading4, *scan], widths=(80, 20, 20, 80))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_name(title: str) -> str:
    return "".join(sign for sign in title if sign not in "[]:*?/\\")[:31]


def _write(sheet, rows, *, widths) -> None:  # type: ignore[no-untyped-def]
    for row in rows:
        sheet.append(list(row))
    for column, width in zip("ABCD", widths, strict=False):
        sheet.column_dimensions[column].width = width
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            # What somebody typed is never read as a formula.
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    for cell in sheet[1]:
        cell.font = Font(bold=True)
