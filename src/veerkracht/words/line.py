"""The budget line and the test of independence in Dutch: what an extra hour leaves, and beside which threshold."""

from __future__ import annotations

from collections.abc import Sequence

from veerkracht.money.causes import Cause
from veerkracht.money.independence import Independence
from veerkracht.money.stretches import HALF, HARDLY, LESS, LITTLE, MOST, Stretch

from .numbers import euros_in_words

LEFT = {
    HARDLY: "bijna niets",
    LITTLE: "een klein deel",
    HALF: "ongeveer de helft",
    MOST: "het meeste",
}
BASE = (
    "De grens van het CBS: 70 procent van het nettominimumloon, gelijk aan de bijstandsnorm voor één persoon, "
    "gemiddeld over het kalenderjaar. Het gaat om nettoloon uit eigen werk, met vakantiegeld, na belasting over "
    "het jaar. Toeslagen tellen niet mee."
)


def stretch_sentence(one: Stretch) -> str:
    """One stretch of the line in plain words, with what causes it."""
    start, stop = f"{one.start:g}", f"{one.stop:g}"
    where = f"Vanaf {start} uur" if one.is_last else f"Tussen {start} en {stop} uur"
    if one.kind == LESS:
        fall = euros_in_words(one.fall)
        sentence = (
            f"{where} houd je minder over dan bij {start} uur: bij {stop} uur is het {fall} per maand minder."
        )
    else:
        left = "niets" if abs(one.per_hour) < 1 else f"ongeveer {euros_in_words(one.per_hour)}"
        per = f"{left} per maand van de {euros_in_words(one.gross_per_hour)} bruto"
        sentence = f"{where} houd je van elk extra uur {LEFT[one.kind]} over: {per}."
    return sentence + (f" Dat komt doordat {listed(one.causes)}." if one.causes else "")


def listed(causes: Sequence[Cause]) -> str:
    """The causes with their articles."""
    parts = [f"{cause.lower} ({cause.article})" for cause in causes]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " en " + parts[-1]


def independence_sentence(one: Independence) -> str:
    """What the figures say, without a judgement about her."""
    reached, gap = one.own_income >= one.norm, abs(one.own_income - one.norm)
    where = "boven" if reached else "onder"
    apart = f"{euros_in_words(gap)} {where}" if round(gap) else "net " + ("op" if reached else "onder")
    own, norm = euros_in_words(one.own_income), euros_in_words(one.norm)
    support = euros_in_words(one.disposable_on_bijstand)
    return (
        f"Uit je eigen werk komt netto {own} per maand. Dat is {apart} de grens van {norm}. Te besteden is "
        f"{euros_in_words(one.disposable)} per maand; met alleen bijstand, zonder werk en zonder opvang, is dat "
        f"{support}."
    )


def thresholds(one: Independence) -> str:
    """What the thresholds rest on."""
    if one.second is None:
        return BASE
    return (
        f"{BASE} Een tweede grens, niet die van het CBS: 70 procent van het netto minimumloon bij een volle week van "
        f"{one.second.full_time_hours:g} uur."
    )
