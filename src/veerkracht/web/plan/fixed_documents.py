"""The plan and the letter for the case system, as they were fixed."""

from __future__ import annotations

from django.utils import timezone

from veerkracht.web.people.models import Case
from veerkracht.web.ui.documents import MadeDocument

from . import papers
from .letter import PaperNotPossible, letter_of
from .queries import plan_of


def plan_document(case: Case, kind: str, key: str) -> MadeDocument | None:
    """None for a document of another kind. A secret address stands on neither of the two."""
    if kind not in ("plan", "letter"):
        return None
    day = timezone.localdate()
    plan = plan_of(case=case, day=day)
    try:
        if kind == "letter":
            pdf = letter_of(case=case, plan=plan, day=day)
        else:
            pdf = papers.plan_pdf(case=case, plan=plan, before=None, day=day, hers=False)
    except PaperNotPossible as error:
        return MadeDocument(problem=str(error))
    return MadeDocument(content=pdf.content, ending="pdf")
