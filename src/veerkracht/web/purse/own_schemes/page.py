"""How far a scheme is, what it says in plain words, what to look at twice, and what it does for an invented family."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _t

from veerkracht.money.answer import local_worth
from veerkracht.money.own_schemes import (
    A_YEAR,
    ALWAYS,
    BESIDE_BIJSTAND,
    BESIDE_WORK,
    CHILD,
    FACT,
    OwnScheme,
    as_fact,
    from_fact,
)
from veerkracht.money.situation import Offer, present, scenario
from veerkracht.words.numbers import MONTHS, day_in_words, euro

from ..domain.situation import minimum_wage
from ..models import MunicipalScheme
from ..scheme_queries import as_scheme

ADULT = 30
LOOKED_AT = (20.0, 32.0)
MUCH = 1_000.0
INVENTED: dict[str, Any] = {
    "loon": 0,
    "maanden_bijstand": 12,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 650,
    "servicekosten": 0,
    "leeftijd_ouder": 34,
    "aantal_medebewoners": 0,
    "maanden_laag_inkomen": 48,
    "vrijlating_regeling": "geen",
    "kinderen": [
        {"leeftijd": 4, "leeftijd_op_1_januari": 3},
        {"leeftijd": 9, "leeftijd_op_1_januari": 8},
    ],
}
"""A lone mother of 34 with children of 4 and 9, four years of bijstand, rent 650."""


@dataclass(frozen=True, kw_only=True)
class SchemeLine:
    """One scheme in a list."""

    row: MunicipalScheme
    amount: str
    condition: str
    period: str
    state: str
    counts: bool
    """Whether what was agreed is what stands here."""


@dataclass(frozen=True, kw_only=True)
class SchemePage:
    """One scheme on its own page."""

    line: SchemeLine
    agreed: str
    """What is reckoned with until a change is agreed, where that is something else."""
    preview: tuple[tuple[str, str], ...]
    look_twice: tuple[str, ...]
    can_ask: bool
    waits: bool


def line_of(row: MunicipalScheme) -> SchemeLine:
    scheme = as_scheme(row)
    return SchemeLine(
        row=row,
        amount=amount_in_words(scheme),
        condition=condition_in_words(scheme),
        period=period_in_words(scheme),
        state=state_of(row),
        counts=row.in_force == as_fact(scheme),
    )


def page_of(row: MunicipalScheme, day: dt.date) -> SchemePage:
    scheme = as_scheme(row)
    preview = preview_of(scheme, max(day, scheme.since))
    waits = row.asked_by_id is not None and row.is_agreed is None
    line = line_of(row)
    before = from_fact(row.in_force) if row.in_force and not line.counts else None
    return SchemePage(
        line=line,
        agreed=f"{amount_in_words(before)}, {condition_in_words(before)}" if before else "",
        preview=tuple((label, euro(amount)) for label, amount in preview),
        look_twice=tuple(look_twice(scheme, [amount for _, amount in preview], day)),
        can_ask=not waits and not line.counts,
        waits=waits,
    )


def preview_of(scheme: OwnScheme, day: dt.date) -> list[tuple[str, float]]:
    """What the invented family gets a month, without work and with two numbers of hours at the minimum wage."""
    facts = {**INVENTED, FACT: [as_fact(scheme)]}
    offer = Offer(minimum_wage(day, ADULT))
    months = [(_t("zonder werk, met bijstand"), present(facts, day))]
    months += [
        (_t("met %(hours)s uur werk") % {"hours": f"{hours:g}"}, scenario(facts, day, offer, hours))
        for hours in LOOKED_AT
    ]
    return [(label, local_worth(month)) for label, month in months]


def look_twice(scheme: OwnScheme, preview: list[float], day: dt.date) -> list[str]:
    """What is allowed and yet often a mistake."""
    doubts = []
    has_condition = scheme.most_percent or scheme.low_income_months or scheme.beside != ALWAYS
    if not has_condition:
        doubts.append(_t("Zonder voorwaarde telt deze regeling voor iedereen. Klopt dat?"))
    if not any(preview):
        doubts.append(_t("Dit gezin krijgt er niets van. Kijk of de voorwaarde klopt."))
    if scheme.per_month > MUCH:
        doubts.append(
            _t("Dit is meer dan 1.000 euro per maand. Kijk of het bedrag klopt, en of het per jaar is.")
        )
    if scheme.until and scheme.until < day:
        doubts.append(_t("De laatste dag is al voorbij: deze regeling telt niet mee."))
    if preview[0] and not all(preview):
        doubts.append(
            _t(
                "Met meer werk houdt deze regeling op. Dat verlies staat op de bladzijde Geld bij het verschil."
            )
        )
    return doubts


def state_of(row: MunicipalScheme) -> str:
    """How far it is, in a few words."""
    counts = row.in_force is not None
    if row.is_agreed:
        return _t("telt mee")
    if row.asked_by_id is None:
        return (
            _t("telt mee, maar een wijziging is nog niet gevraagd")
            if counts
            else _t("opgeschreven, telt nog niet mee")
        )
    if row.is_agreed is False:
        return _t("de wijziging kreeg een nee") if counts else _t("kreeg een nee")
    return _t("telt mee; een wijziging wacht op het tweede ja") if counts else _t("wacht op het tweede ja")


def amount_in_words(scheme: OwnScheme) -> str:
    values = {"amount": euro(scheme.euros), "month": MONTHS[(scheme.pay_month or 1) - 1]}
    if scheme.per == A_YEAR:
        says = (
            _t("%(amount)s per jaar per kind, in %(month)s")
            if scheme.each == CHILD
            else _t("%(amount)s per jaar, in %(month)s")
        )
    else:
        says = _t("%(amount)s per maand per kind") if scheme.each == CHILD else _t("%(amount)s per maand")
    return says % values


def condition_in_words(scheme: OwnScheme) -> str:
    """The condition in one line."""
    parts = []
    if scheme.each == CHILD:
        parts.append(_t("kinderen van %(youngest)s tot en met %(oldest)s jaar") % vars_of(scheme))
    if scheme.most_percent is not None:
        parts.append(_t("inkomen tot en met %(percent)s procent van de bijstandsnorm") % vars_of(scheme))
    if scheme.low_income_months is not None:
        parts.append(_t("al %(months)s maanden een laag inkomen") % vars_of(scheme))
    if scheme.beside == BESIDE_BIJSTAND:
        parts.append(_t("alleen naast bijstand"))
    if scheme.beside == BESIDE_WORK:
        parts.append(_t("alleen met werk"))
    return ", ".join(parts) or _t("voor iedereen")


def vars_of(scheme: OwnScheme) -> dict[str, str]:
    return {
        "youngest": str(scheme.youngest),
        "oldest": str(scheme.oldest),
        "percent": f"{scheme.most_percent or 0:g}",
        "months": str(scheme.low_income_months),
    }


def period_in_words(scheme: OwnScheme) -> str:
    since = day_in_words(scheme.since)
    if scheme.until is None:
        return _t("vanaf %(since)s") % {"since": since}
    return _t("van %(since)s tot en met %(until)s") % {"since": since, "until": day_in_words(scheme.until)}
