"""The ledger in Dutch where a sentence is put together from several amounts: gaps, reclaims, estimates, debts.

These sentences speak to nobody: she and her klantmanager read the same page.
"""

from __future__ import annotations

from collections.abc import Mapping

from veerkracht.money.ledger.debts import DebtView
from veerkracht.money.ledger.months import Gap
from veerkracht.money.ledger.reclaim import Estimate, Reclaim

from .numbers import day_in_words, euros_in_words, month_in_words

HOW_SURE = (
    "Een schatting: het inkomen van een heel jaar is pas daarna bekend. Overwerk, een andere baan of een "
    "nabetaling verandert de uitkomst."
)


def gap_sentence(values: Mapping[str, object]) -> str:
    """The days without income, what goes out in them, and the lowest day where there is too little."""
    gap = values["gap"]
    assert isinstance(gap, Gap)
    last = day_in_words(gap.last_old)
    if gap.is_open:
        sentence = f"Na {last} komt er geen loon of bijstand meer in deze maanden. "
    else:
        until = day_in_words(gap.first_new)
        sentence = f"Tussen {last} en {until} komt er {gap.days} dagen geen loon of bijstand. "
    sentence += f"In die dagen gaat er {euros_in_words(gap.goes_out)} uit"
    others = "; eten, energie en andere lasten zijn niet opgegeven en komen daarbij."
    sentence += "." if values["costs_are_known"] else others
    if values["is_short"]:
        sentence += f" Op {day_in_words(gap.lowest_on)} is er {euros_in_words(-gap.lowest)} te weinig."
    return sentence


def estimate_sentence(estimate: Estimate) -> str:
    """The income that is expected, and with which estimate nothing has to be paid back."""
    income = f"wordt naar verwachting {euros_in_words(estimate.expected)} bruto."
    if estimate.partner_changes:
        return (
            f"In {estimate.year} komt of gaat er een partner. Geef dat door aan Dienst Toeslagen, met de dag en met "
            "het inkomen van de partner. Wat er daardoor terug te betalen is, komt door de partner; een hogere "
            f"schatting van het eigen inkomen verandert dat niet. Het jaarinkomen {income} {HOW_SURE}"
        )
    first = f"Het jaarinkomen over {estimate.year} {income}"
    if estimate.safe is None:
        return (
            f"{first} Er is al zoveel vooruit betaald dat {euros_in_words(-estimate.afterwards)} terugkomt, ook met "
            f"een hogere schatting. {HOW_SURE}"
        )
    more = euros_in_words(estimate.afterwards)
    later = f" Na afloop komt er dan {more} bij." if estimate.afterwards >= 1 else ""
    safe = euros_in_words(estimate.safe)
    return f"{first} Met een schatting van {safe} is er niets terug te betalen.{later} {HOW_SURE}"


def reclaimed_parts(reclaim: Reclaim) -> str:
    """What is paid back with this delay, each amount with its kind and year; `niets` where there is none."""
    parts = [
        f"{euros_in_words(amount)} aan toeslagen over {year}"
        for year, amount in reclaim.allowances.items()
        if amount >= 1
    ]
    if reclaim.bijstand >= 1:
        parts.append(f"{euros_in_words(reclaim.bijstand)} aan bijstand")
    if reclaim.bijstand_tax >= 1:
        parts.append(
            f"{euros_in_words(reclaim.bijstand_tax)} belasting over bijstand van een vorig jaar (Participatiewet, art. "
            "58 lid 5; daarvan kan later een deel via de aangifte terugkomen)"
        )
    return ", ".join(parts) or "niets"


def debt_sentence(debt: DebtView) -> str:
    """What is left of a debt and until when."""
    left, instalment = euros_in_words(debt.left), euros_in_words(debt.instalment)
    return (
        f"{debt.name}: nog {left}, met {instalment} per maand nog {debt.months} maanden, "
        f"tot {month_in_words(debt.last_on)}. Rente is niet meegerekend."
    )
