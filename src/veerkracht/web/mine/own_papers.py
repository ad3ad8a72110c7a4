"""What she can, to take along on paper or as a document; and the booklet of her own plan to fill in with a pen."""

from __future__ import annotations

import io

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from docx import Document

from veerkracht.documents.everything import Everything, PrintedEntry, PrintedLine, PrintedPart, everything_pdf
from veerkracht.web.people.models import Case

from .models import Skill
from .own_plan import MOTIVES, questions

WRITING_LINES = "\n".join([" ", "." * 90] * 4)


def _facts_of(strength: Skill) -> list[tuple[str, str]]:
    lines = [
        (_t("Geleerd bij"), str(strength.get_learned_in_display())),
        (_t("Voorbeeld"), strength.example),
        (_t("Dat kun je zien aan"), strength.proof),
    ]
    return [(label, text) for label, text in lines if text]


def strengths_pdf(*, case: Case, strengths: list[Skill]) -> bytes:
    parts = tuple(
        PrintedPart(
            each.can, (PrintedEntry(tuple(PrintedLine(label, text) for label, text in _facts_of(each))),)
        )
        for each in strengths
    )
    return _paper(case.full_name, parts)


def _paper(title: str, parts: tuple[PrintedPart, ...]) -> bytes:
    today = date_format(timezone.localdate(), "j F Y")
    paper = Everything(title=title, municipality="", printed_on=today, parts=parts)
    return everything_pdf(paper, created_at=timezone.now()).content


def booklet_pdf() -> bytes:
    """Nothing of anybody: the questions, with room to write."""
    parts = []
    for question in questions():
        ticks = "\n".join(f"□ {motive}" for motive in MOTIVES.values()) if question.has_motives else ""
        lines = [PrintedLine(question.hint, f"{ticks}\n{WRITING_LINES}" if ticks else WRITING_LINES)]
        parts.append(PrintedPart(question.title, (PrintedEntry(tuple(lines)),)))
    return _paper(_t("Mijn eigen plan"), tuple(parts))


def strengths_docx(*, case: Case, strengths: list[Skill]) -> bytes:
    document = Document()
    document.core_properties.title = _t("Wat ik kan")
    document.core_properties.language = "nl-NL"
    document.add_heading(case.full_name, level=1)
    for each in strengths:
        document.add_heading(_printable(each.can), level=2)
        for label, text in _facts_of(each):
            document.add_paragraph(f"{label}: {_printable(text)}")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")
