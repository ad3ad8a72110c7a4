"""Everything of one person on paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.documents.everything import Everything, PrintedEntry, PrintedLine, PrintedPart
from veerkracht.documents.everything import everything_pdf as print_everything
from veerkracht.web.people.models import Case

from .everything import Section, everything_of


def everything_pdf(*, case: Case, hers: bool) -> bytes:
    """A tagged PDF; the same parts as the JSON file, in words."""
    sections = everything_of(case=case, hers=hers)
    paper = Everything(
        title=_t("Alles wat er over jou staat") if hers else _t("Alles wat er over u staat"),
        municipality=case.municipality.name,
        printed_on=date_format(timezone.localdate(), "j F Y"),
        parts=tuple(_part(section) for section in sections),
    )
    return print_everything(paper, created_at=timezone.now()).content


def _part(section: Section) -> PrintedPart:
    entries = tuple(
        PrintedEntry(tuple(PrintedLine(label, text) for label, value in row if (text := in_words(value))))
        for row in section.rows
    )
    notes = tuple(
        ngettext("Afgeschermd: %(n)s regel. %(why)s", "Afgeschermd: %(n)s regels. %(why)s", each.count)
        % {"n": each.count, "why": each.why}
        for each in section.shielded
    )
    return PrintedPart(section.title, tuple(entry for entry in entries if entry.lines), notes)


def in_words(value: Any) -> str:
    """A value as people read it; empty for nothing."""
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return _t("ja") if value else _t("nee")
    if isinstance(value, dt.datetime):
        return date_format(timezone.localtime(value), "j F Y H:i")
    if isinstance(value, dt.date):
        return date_format(value, "j F Y")
    if isinstance(value, dict):
        return "; ".join(f"{name}: {in_words(each)}" for name, each in value.items() if in_words(each))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(in_words, value)))
    return str(value)
