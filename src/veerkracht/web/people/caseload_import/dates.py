"""Dates as people and programs write them in a table. What can mean two days is a question, never a choice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _t

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\.?,?\s+"
_MIDNIGHT = r"[T ]+0{1,2}:00(?::00(?:[.,]0+)?)?(?:Z|\+00:00)?$"
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]{3,9}\.?)[-/. ]['’]?(\d{2})")
_IN_WORDS = re.compile(r"(\d{1,2})[-. ]+([a-z]{3,9})\.?[-. ]+(\d{4})")
DATE_IN_TEXT = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d])|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]\d{2,4}|\b\d{8}\b"
)


@dataclass(frozen=True)
class DateRead:
    """Either a day, or a sentence that says what is the matter."""

    day: dt.date | None = None
    mistake: str = ""


def read_date(text: str) -> dt.date | None:
    """A date that can mean one day only; None when it does not exist or asks a question."""
    return understand(text).day


def understand(text: str) -> DateRead:
    bare = re.sub(_MIDNIGHT, "", text.strip().lstrip("'’‘`").strip()).casefold()
    bare = re.sub(f"^{_DAYS}", "", bare)
    if match := _DAY_FIRST.fullmatch(bare):
        return _day(text, match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(bare):
        return _day(text, match[1], match[2], match[3])
    if (match := _IN_WORDS.fullmatch(bare)) and match[2] in _MONTHS:
        return _day(text, match[3], str(_MONTHS[match[2]]), match[1])
    if re.fullmatch(r"\d{8}", bare):
        year_first = int(bare[4:6]) <= 12 and bare[:2] in ("19", "20")
        return (
            _day(text, bare[:4], bare[4:6], bare[6:])
            if year_first
            else _day(text, bare[4:], bare[2:4], bare[:2])
        )
    if _SHORT_YEAR.fullmatch(bare):
        says = _t("Welk jaar is %(date)s? Schrijf het jaar met vier cijfers, bijvoorbeeld 24-11-1990.")
        return DateRead(mistake=says % {"date": text[:20]})
    if re.fullmatch(r"\d{4,5}", bare) and 3_000 < int(bare) < 60_000:
        says = _t("Bedoelt u met %(number)s de dag %(day)s? Excel telt zo. Schrijf dan %(day)s.")
        return DateRead(mistake=says % {"number": bare, "day": f"{serial_day(int(bare)):%d-%m-%Y}"})
    return _no_day(text)


def serial_day(number: float) -> dt.date:
    """The day Excel means by a number: 1 is 1 January 1900, and 29 February 1900 is wrongly counted."""
    return dt.date(1899, 12, 30) + dt.timedelta(days=int(number))


def month_first(texts: Iterable[str]) -> bool:
    """Whether one of these can only be month-day-year, as Americans write: then none of them is sure."""
    for text in texts:
        match = _DAY_FIRST.fullmatch(text.strip().lstrip("'’"))
        if match and int(match[1]) <= 12 < int(match[2]) <= 31:
            return True
    return False


def may_be_month_first(text: str) -> bool:
    """Whether this text reads as another day in America: 04/03/1991, not 25-04-1991 and not 04/04/1991."""
    match = re.match(r"(\d{1,2})/(\d{1,2})/\d{4}", text.strip().lstrip("'’"))
    return bool(match and match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12)


def ask_order(text: str) -> str:
    says = _t(
        "In deze kolom staat soms de maand voorop. Welke dag is %(date)s? Schrijf dag-maand-jaar in elke rij."
    )
    return says % {"date": text[:20]}


def _day(text: str, year: str, month: str, day: str) -> DateRead:
    try:
        return DateRead(dt.date(int(year), int(month), int(day)))
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> DateRead:
    says = _t("%(date)s is geen datum die bestaat; schrijf dag-maand-jaar, bijvoorbeeld 24-11-1990.")
    return DateRead(mistake=says % {"date": text[:20]})
