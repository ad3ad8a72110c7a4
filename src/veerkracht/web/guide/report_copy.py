"""A report for the case system: plain text to paste, and the same as DOCX."""

from __future__ import annotations

import io

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _t
from docx import Document

from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.promise_words import promise_in_words
from veerkracht.web.plan.words import her_answer_in_words, owner_in_words
from veerkracht.words.promise import Reader

from .queries import AfterTalk, ReportFacts

Section = tuple[str, list[str]]


def after_sections(after: AfterTalk) -> list[Section]:
    """Who promised what, with her answer, and the next talk."""
    promised = [_promise_line(promise, after) for promise in after.promises]
    talk = after.next_talk
    when = date_format(talk.on, "l j F Y") if talk else _t("Nog niet gepland.")
    if talk and talk.starts_at:
        when += _t(" om %(time)s uur") % {"time": time_format(talk.starts_at, "G.i")}
    more = [talk.place, talk.interpreter] if talk else []
    return [
        (_t("Dossiernummer"), [after.number]),
        (_t("Wat er is beloofd"), promised or [_t("Niets in dit gesprek.")]),
        (_t("Volgend gesprek"), [", ".join([when, *filter(None, more)])]),
    ]


def _promise_line(promise: PromiseFacts, after: AfterTalk) -> str:
    says = promise_in_words(
        promise, klantmanager=after.klantmanager, her_name=after.name, reader=Reader.STAFF
    )
    owner = owner_in_words(promise, klantmanager=after.klantmanager, her_name=after.name)
    due = _t("klaar op %(day)s") % {"day": date_format(promise.due_on, "j F Y")} if promise.due_on else ""
    answer = _t("%(name)s zegt: %(answer)s") % {"name": after.name, "answer": her_answer_in_words(promise)}
    return "; ".join(filter(None, [f"{owner}: {says}", due, answer]))


def sections(report: ReportFacts) -> list[Section]:
    """Headings with their lines; what was kept out of the report cannot be in here."""
    signed = _t("Ondertekend door %(who)s op %(day)s.") % {
        "who": report.signed_by,
        "day": date_format(report.signed_at, "j F Y"),
    }
    confirmed = _t("Nog niet door %s ondertekend.") % report.text.name
    if report.confirmed_at:
        confirmed = _t("Ondertekend op %s.") % date_format(report.confirmed_at, "j F Y")
    all_sections: list[Section] = [
        (_t("%s zegt") % report.text.name, [*(f"“{words}”" for words in report.text.said), confirmed]),
        (_t("%s ziet") % report.text.professional, [*report.text.seen.splitlines(), signed]),
    ]
    for remark in report.remarks:
        title = f"{remark.kind}: {remark.author}, {date_format(remark.written_at, 'j F Y')}"
        all_sections.append((title, remark.words.splitlines()))
    return all_sections


def title_of(report: ReportFacts) -> str:
    return _t("Gespreksverslag, %s") % date_format(report.text.on, "j F Y")


def as_text(report: ReportFacts, after: AfterTalk) -> str:
    parts = [title_of(report)]
    parts += ["\n".join([title, *lines]) for title, lines in [*sections(report), *after_sections(after)]]
    return "\n\n".join(parts) + "\n"


def as_docx(report: ReportFacts, after: AfterTalk) -> bytes:
    document = Document()
    document.core_properties.author = report.signed_by
    document.core_properties.title = title_of(report)
    document.core_properties.language = "nl-NL"
    document.add_heading(title_of(report), level=1)
    for title, lines in [*sections(report), *after_sections(after)]:
        document.add_heading(title, level=2)
        for line in lines:
            document.add_paragraph(_clean(line))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _clean(line: str) -> str:
    """Without what XML cannot hold: half characters and non-characters that a keyboard never makes."""
    return "".join(c for c in line if c == "\t" or (c.isprintable() or ord(c) > 0x7F) and not _no_xml(c))


def _no_xml(character: str) -> bool:
    code = ord(character)
    return 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE
