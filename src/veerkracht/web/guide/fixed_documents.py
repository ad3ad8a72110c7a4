"""A signed report for the case system."""

from __future__ import annotations

from veerkracht.web.people.models import Case
from veerkracht.web.ui.documents import MadeDocument

from . import queries
from .report_copy import as_docx


def report_document(case: Case, kind: str, key: str) -> MadeDocument | None:
    """None for a document of another kind."""
    if kind != "report":
        return None
    report = queries.report_of(case=case, talk_id=int(key))
    content = as_docx(report, queries.after_talk(case=case, report=report))
    return MadeDocument(content=content, ending="docx")
