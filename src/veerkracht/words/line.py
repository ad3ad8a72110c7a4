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


def stretch_sentence(stretch: Stretch) -> str:
    """One stretch of the line in plain words, with what causes it."""
    start, stop = f"{stretch.start:g}", f"{stretch.stop:g}"
    where = f"Vanaf {start} uur" if stretch.is_last else f"Tussen {start} en {stop} uur"
    if stretch.kind == LESS:
        fall = euros_in_words(stretch.fall)
        sentence = (
            f"{where} houd je minder over dan bij {start} uur: bij {stop} uur is het {fall} per maand minder."
        )
    else:
        left = "niets" if abs(stretch.per_hour) < 1 else f"ongeveer {euros_in_words(stretch.per_hour)}"
        per = f"{left} per maand van de {euros_in_words(stretch.gross_per_hour)} bruto"
        sentence = f"{where} houd je van elk extra uur {LEFT[stretch.kind]} over: {per}."
    return sentence + (f" Dat komt doordat {listed(stretch.causes)}." if stretch.causes else "")


def listed(causes: Sequence[Cause]) -> str:
    """The causes with their articles."""
    parts = [f"{cause.lower} ({cause.article})" for cause in causes]
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " en " + parts[-1]


def independence_sentence(test: Independence) -> str:
    """What the figures say, without a judgement about her."""
    reached, gap = test.own_income >= test.norm, abs(test.own_income - test.norm)
    where = "boven" if reached else "onder"
    apart = f"{euros_in_words(gap)} {where}" if round(gap) else "net " + ("op" if reached else "onder")
    own, norm = euros_in_words(test.own_income), euros_in_words(test.norm)
    support = euros_in_words(test.disposable_on_bijstand)
    return (
        f"Uit je eigen werk komt netto {own} per maand. Dat is {apart} de grens van {norm}. Te besteden is "
        f"{euros_in_words(test.disposable)} per maand; met alleen bijstand, zonder werk en zonder opvang, is dat "
        f"{support}."
    )


def thresholds(test: Independence) -> str:
    """What the thresholds rest on."""
    if test.second is None:
        return BASE
    return (
        f"{BASE} Een tweede grens, niet die van het CBS: 70 procent van het netto minimumloon bij een volle week van "
        f"{test.second.full_time_hours:g} uur."
    )
