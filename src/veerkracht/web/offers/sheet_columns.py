"""Which columns a file of offers and one of centres have, and how a cell of each is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _t

from veerkracht.web.people.caseload_import.dates import understand
from veerkracht.web.planner.fields import clock_from

from .domain.topics import topics
from .models import Aim, Caller, CareKind, Evidence, Weekday, YesNo
from .sheet import SheetColumn, Unclear, bare

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Reader = Callable[[str], Any]
# Letters that make a spreadsheet reckon when the list goes out again.
_RECKONS = ("=", "+", "@", "\t")


def _text(most: int) -> Reader:
    def read(text: str) -> str:
        line = " ".join(text.split())
        if len(line) > most:
            raise Unclear(
                _t("dit zijn %(have)s tekens; er passen er %(most)s.") % {"have": len(line), "most": most}
            )
        if line.startswith(_RECKONS) or any(ord(sign) < 32 for sign in line):
            raise Unclear(_t("dit begint als een formule. Zet er gewone tekst neer."))
        return line

    return read


def _one_of(choices: Iterable[tuple[str, StrOrPromise]], **others: str) -> Reader:
    """A choice by its words or by its code; `others`: words that mean a code."""
    pairs = [(value, str(label)) for value, label in choices]
    means = {bare(label): value for value, label in pairs} | {bare(v): v for v, _l in pairs if v} | others

    def read(text: str) -> str:
        if not text:
            return ""
        if bare(text) not in means:
            known = ", ".join(label for value, label in pairs if value)
            raise Unclear(
                _t("“%(text)s” kennen wij niet. Kies uit: %(known)s.") % {"text": text[:40], "known": known}
            )
        return means[bare(text)]

    return read


def _topics(text: str) -> list[str]:
    means = {bare(t.title): t.key for t in topics()} | {t.key: t.key for t in topics()}
    words = [word for word in re.split(r"[,;/\n]", text) if word.strip()]
    strange = [word.strip() for word in words if bare(word) not in means]
    if strange:
        known = ", ".join(topic.title for topic in topics())
        raise Unclear(
            _t("“%(text)s” kennen wij niet. Kies uit: %(known)s.") % {"text": strange[0][:40], "known": known}
        )
    chosen = {means[bare(word)] for word in words}
    return [topic.key for topic in topics() if topic.key in chosen]


def _days(text: str) -> list[str]:
    """`ma, di, do`, `ma t/m vr` or whole names."""
    days = [value for value in Weekday.values if value][:5]
    means = {day: day for day in days} | {str(Weekday(day).label): day for day in days}
    span = re.fullmatch(r"\s*(\w+)\s*(?:t/m|tot en met|-|–)\s*(\w+)\s*", text.casefold())
    if span and span[1] in means and span[2] in means:
        first, last = days.index(means[span[1]]), days.index(means[span[2]])
        if first <= last:
            return days[first : last + 1]
    words = [word for word in re.split(r"[,;/\s]+|\ben\b", text.casefold()) if word]
    if not all(word in means for word in words):
        raise Unclear(_t("schrijf de dagen als ma, di, wo, do, vr, of als ma t/m vr."))
    chosen = {means[word] for word in words}
    return [day for day in days if day in chosen]


def _clock(text: str) -> str:
    if not text:
        return ""
    clock = clock_from(text)
    if clock is None:
        raise Unclear(_t("“%(text)s” is geen tijd. Schrijf bijvoorbeeld 8:30.") % {"text": text[:20]})
    return clock


def _day(text: str) -> str | None:
    """ISO, so that it can travel."""
    if not text:
        return None
    read = understand(text)
    if read.day is None:
        raise Unclear(read.mistake)
    return read.day.isoformat()


def _number(most: float) -> Reader:
    def read(text: str) -> float | None:
        plain = re.sub(r"[€\s]|euro", "", text.casefold()).replace(",", ".")
        if not plain:
            return None
        if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", plain) or float(plain) > most:
            raise Unclear(
                _t("“%(text)s” kan hier niet. Schrijf een getal, bijvoorbeeld 10,90.") % {"text": text[:20]}
            )
        return float(plain)

    return read


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or int(text) > 200:
        raise Unclear(
            _t("“%(text)s” kan hier niet. Schrijf hele weken, bijvoorbeeld 6.") % {"text": text[:20]}
        )
    return int(text)


def _is_yes(text: str) -> bool:
    return bool(_one_of(YesNo.choices)(text) == "yes")


def offer_columns() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(
            heading="naam", field="name", read=_text(120), others=("aanbod", "titel"), is_needed=True
        ),
        SheetColumn(
            heading="organisatie",
            field="organisation",
            read=_text(120),
            others=("aanbieder",),
            is_needed=True,
        ),
        SheetColumn(
            heading="wat",
            field="what",
            read=_text(500),
            others=("omschrijving", "beschrijving"),
            is_needed=True,
        ),
        SheetColumn(
            heading="gericht op",
            field="aim",
            read=_one_of(Aim.choices, moeder="mother"),
            others=("doelgroep",),
            is_needed=True,
        ),
        SheetColumn(
            heading="onderwerp", field="topics", read=_topics, others=("onderwerpen", "thema"), is_needed=True
        ),
        SheetColumn(heading="bron", field="source", read=_text(200), is_needed=True),
        SheetColumn(heading="bewijs", field="evidence", read=_one_of(Evidence.choices), others=("werking",)),
        SheetColumn(heading="gendersensitief", field="gender_sensitive", read=_one_of(YesNo.choices)),
        SheetColumn(heading="kosten", field="cost", read=_text(120)),
        SheetColumn(heading="plaats", field="place", read=_text(200), others=("waar", "locatie")),
        SheetColumn(heading="tijden", field="times", read=_text(200), others=("wanneer",)),
        SheetColumn(heading="opvang", field="childcare", read=_one_of(YesNo.choices)),
        SheetColumn(heading="contact", field="contact", read=_text(120), others=("telefoon",)),
        SheetColumn(heading="gemeentelijk", field="by_municipality", read=_is_yes),
        SheetColumn(heading="belofte", field="promise", read=_text(200)),
        SheetColumn(heading="groepsdag", field="weekday", read=_one_of(Weekday.choices)),
        SheetColumn(heading="begintijd", field="starts_at", read=_clock),
        SheetColumn(heading="eindtijd", field="ends_at", read=_clock),
        SheetColumn(heading="laatste dag", field="ends_on", read=_day, others=("einddatum",), is_date=True),
    )


def centre_columns() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn(heading="naam", field="name", read=_text(120), others=("opvang",), is_needed=True),
        SheetColumn(heading="organisatie", field="organisation", read=_text(120), is_needed=True),
        SheetColumn(
            heading="soort", field="kind", read=_one_of(CareKind.choices, kdv="dagopvang"), is_needed=True
        ),
        SheetColumn(heading="dagen", field="days", read=_days, is_needed=True),
        SheetColumn(heading="bron", field="source", read=_text(200), is_needed=True),
        SheetColumn(heading="open vanaf", field="opens", read=_clock, others=("open",)),
        SheetColumn(heading="open tot", field="closes", read=_clock, others=("dicht",)),
        SheetColumn(heading="uren per dag", field="hours_per_day", read=_number(24)),
        SheetColumn(
            heading="prijs per uur", field="euros_per_hour", read=_number(99), others=("uurprijs", "prijs")
        ),
        SheetColumn(heading="wachttijd in weken", field="waiting_weeks", read=_whole, others=("wachttijd",)),
        SheetColumn(
            heading="geregistreerd", field="registered", read=_one_of(YesNo.choices), others=("lrk",)
        ),
        SheetColumn(
            heading="wie belt",
            field="caller",
            read=_one_of(Caller.choices, gemeente="municipality", ouder="parent"),
        ),
        SheetColumn(heading="plaats", field="place", read=_text(200), others=("adres",)),
        SheetColumn(heading="contact", field="contact", read=_text(120), others=("telefoon",)),
    )


def to_day(values: dict[str, Any]) -> dict[str, Any]:
    """A day as it travelled to a day."""
    day = values.get("ends_on")
    return {**values, "ends_on": dt.date.fromisoformat(day)} if day else values
