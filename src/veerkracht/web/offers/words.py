"""Sentences of the catalogue: at whom it aims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from .domain.balance import CatalogueBalance
from .models import Aim


@dataclass(frozen=True, kw_only=True)
class BalancePage:
    """The balance as a page shows it: one sentence, a line for each aim, and what to look at next."""

    sentence: str
    lines: Sequence[tuple[str, int]]
    notes: Sequence[str]
    total: int
    has_examples: bool


def balance_page(balance: CatalogueBalance) -> BalancePage:
    return BalancePage(
        sentence=balance_sentence(balance),
        lines=[(str(Aim(aim).label).capitalize(), count) for aim, count in balance.by_aim],
        notes=_notes(balance),
        total=balance.total,
        has_examples=bool(balance.examples),
    )


def balance_sentence(balance: CatalogueBalance) -> str:
    """How much of the catalogue asks something of the mother alone."""
    if not balance.total:
        return _t("Er staat nog geen aanbod in de lijst.")
    says = _t("Van de %(all)s keer aanbod vraagt %(hers)s alleen iets van de moeder zelf.")
    return says % {"all": balance.total, "hers": balance.mother_alone}


def _notes(balance: CatalogueBalance) -> list[str]:
    if not balance.total:
        return []
    notes = []
    if balance.empty_rings:
        rings = _t(" en ").join(str(Aim(aim).label) for aim in balance.empty_rings)
        notes.append(_t("Niets verandert iets bij: %(rings)s.") % {"rings": rings})
    if balance.gender_unknown:
        says = ngettext(
            "Bij %(n)s is niet bekend of het rekening houdt met verschillen tussen vrouwen en mannen.",
            "Bij %(n)s is niet bekend of het rekening houdt met verschillen tussen vrouwen en mannen.",
            balance.gender_unknown,
        )
        notes.append(says % {"n": balance.gender_unknown})
    if balance.is_only_example:
        notes.append(_t("Dit zijn alleen voorbeelden. Zet uw eigen aanbod erin, dan telt dat."))
    elif balance.examples:
        notes.append(_t("%(n)s hiervan is een voorbeeld.") % {"n": balance.examples})
    return notes
