"""Values of facts in words, and the question where two pages say different things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.household.household import DAYS
from veerkracht.household.unknown import NOT_ASKED, Between, Unknown

from . import fields
from .domain import childcare
from .domain.differences import HOURS_OF_OFFER, WAGE_OF_OFFER, FactDifference
from .domain.offered_job import blocks_of
from .fields import FactField

NAMES_OF_DAYS: dict[str, str] = dict(
    zip(DAYS, ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), strict=True)
)


def value_in_words(field: FactField, value: Any, children: Mapping[str, str]) -> str:
    """A value as people read it; empty where it was not asked or says nothing."""
    if value == NOT_ASKED or value in ("", [], {}):
        return ""
    if isinstance(value, Unknown):
        return _t("weet nog niemand")
    if isinstance(value, Between):
        low, high = (_known_in_words(field, bound, children) for bound in (value.low, value.high))
        return _t("%(low)s tot %(high)s") % {"low": low, "high": high}
    return _known_in_words(field, value, children)


def _known_in_words(field: FactField, value: Any, children: Mapping[str, str]) -> str:
    if field.form == fields.EURO:
        return f"€ {number(value, decimals=2)}"
    if field.form == fields.CHOICE:
        return str((field.choices or {}).get(value, value))
    if field.form == fields.MINUTES:
        return ngettext("%(n)s minuut", "%(n)s minuten", int(value)) % {"n": number(value)}
    if field.form == fields.DAYS:
        return ", ".join(NAMES_OF_DAYS[day] for day in value)
    if field.form == fields.CHILDREN:
        return ", ".join(children.get(str(key), "") for key in value if str(key) in children)
    if field.form == fields.TIMES:
        return times_in_words(value)
    return number(value) if isinstance(value, int | float) else str(value)


def times_in_words(days: Any) -> str:
    """`maandag, dinsdag 8:30–14:15; woensdag 8:30–12:15`: days with the same times together."""
    in_turn = {"odd": _t("oneven weken"), "even": _t("even weken")}
    times: dict[tuple[str, str], list[str]] = {}
    for block in blocks_of(days):
        times.setdefault((block["weeks"], block["day"]), []).append(f"{block['from']}–{block['to']}")
    days_at: dict[tuple[str, str], list[str]] = {}
    for weeks, day in sorted(times, key=lambda key: DAYS.index(key[1])):
        text = _t(" en ").join(times[weeks, day])
        days_at.setdefault((weeks, text), []).append(NAMES_OF_DAYS[day])
    return "; ".join(
        f"{', '.join(names)} {text}" + (f" ({in_turn[weeks]})" if weeks in in_turn else "")
        for (weeks, text), names in days_at.items()
    )


def number(value: float, decimals: int = 0) -> str:
    """`26,67`, `1.200`; whole numbers without decimals, amounts with two or none."""
    text = f"{value:,.2f}" if decimals or value != int(value) else f"{value:,.0f}"
    return text.removesuffix(".00").replace(",", " ").replace(".", ",").replace(" ", ".")


def question_in_words(difference: FactDifference, subject: str) -> str:
    """`Opvang van Sofia: Geld zegt 36 uur per maand, Week zegt 26,67 uur per maand. Wat klopt?`"""
    fills_in = {
        "about": subject,
        "money": side_in_words(difference, "money"),
        "week": side_in_words(difference, "week"),
    }
    return _t("%(about)s: Geld zegt %(money)s, Week zegt %(week)s. Wat klopt?") % fills_in


def side_in_words(difference: FactDifference, side: str) -> str:
    value = getattr(difference, side)
    if difference.field == childcare.KIND:
        return str(fields.CARE_KINDS.get(value, value))
    if difference.field == childcare.HOURS:
        return _t("%(n)s uur per maand") % {"n": number(value)}
    if difference.field == HOURS_OF_OFFER:
        return _t("%(n)s uur per week") % {"n": number(value)}
    euros = {"euros": number(value, decimals=2)}
    return _t("€ %(euros)s per uur") % euros


def subject_in_words(
    difference: FactDifference, children: Mapping[str, str], names: Mapping[str, str]
) -> str:
    if difference.field in (WAGE_OF_OFFER, HOURS_OF_OFFER):
        return _t("Het werk dat is aangeboden")
    if difference.subject in children:
        return _t("De opvang van %(child)s") % {"child": children[difference.subject]}
    return names.get(difference.subject) or _t("De opvang")
