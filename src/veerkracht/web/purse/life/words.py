"""What the life events say: sentences on top, one story for each event, and the nine figures as a person reads them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from veerkracht.money.life.figures import NAMES, Figures
from veerkracht.money.life.stress import DOES_NOT_FIT, FITS, HORIZONS, TIGHT, Moment, Stress
from veerkracht.words.life import moment_sentence

from ..domain import numbers

ORDER = (FITS, TIGHT, DOES_NOT_FIT)
OPENING = {DOES_NOT_FIT: "Het past niet als", TIGHT: "Het wordt krap als", FITS: "Het past als"}
STAYS = {DOES_NOT_FIT: "Het past ook niet als", TIGHT: "Het blijft krap als", FITS: "Het past als"}
NOW = {DOES_NOT_FIT: "Het past nu ook niet.", TIGHT: "Het is nu ook krap."}
NOT_FILLED_IN, NOT_HERE = "niet ingevuld", "geldt hier niet"
MEANS = (
    "Past: wat er binnenkomt, is genoeg. Krap: hoogstens 5 procent te weinig, of er is geld achter de hand voor "
    "minstens een jaar. Past niet: er is meer dan 5 procent te weinig."
)


@dataclass(frozen=True)
class LifeCell:
    """What holds for some moments in a row: over how many columns, and which those are in words."""

    head: str
    what: Any
    columns: int


@dataclass(frozen=True)
class FigureRow:
    """One of the nine, now and at five moments; `says_most` where it is one of the figures of this event."""

    name: str
    label: str
    cells: tuple[LifeCell, ...]
    says_most: bool


def first_sentences(words: Sequence[tuple[str, str]], now: str) -> list[str]:
    """What the page says first: (word, what follows after "als") of each event, what does not fit first.

    Where it does not fit now either, that is said before anything: no event is blamed for what was so already.
    """
    sentences = [] if now == FITS else [NOW[now]]
    for word in reversed(ORDER):
        moments = [when for each, when in words if each == word]
        if moments:
            opening = STAYS[word] if word == now else OPENING[word]
            sentences.append(f"{opening} {in_a_row(moments)}.")
    return sentences


def in_a_row(words: Sequence[str]) -> str:
    """a, b of c."""
    return f"{', '.join(words[:-1])} of {words[-1]}" if len(words) > 1 else words[0]


def tightest(stress: Stress) -> Moment:
    """The first of the moments at which it fits least."""
    return max(stress.moments, key=lambda moment: (ORDER.index(moment.word), -moment.month))


def story(stress: Stress) -> str:
    """The tightest moment in full, and from which month it is better."""
    worst = tightest(stress)
    later = [moment for moment in stress.moments if moment.month > worst.month]
    better = next((moment for moment in later if moment.word != worst.word), None)
    sentence = moment_sentence(worst)
    return f"{sentence} Na {months(better.month)}: {better.word}." if better else sentence


def says_nothing_new(stress: Stress) -> bool:
    """No amount and no figure differs from now."""
    if stress.before is None:
        return True
    return all(
        abs(moment.figures.disposable - stress.before.disposable) < 1
        and not _reclaimed(moment.figures.r5_reclaim)
        and moment.figures.r4_gap_days is None
        and all(
            in_words(name, moment.figures, False) == in_words(name, stress.before, False)
            for name in ("R1", "R2", "R3", "R6", "R7", "R8")
        )
        for moment in stress.moments
    )


def months(number: float) -> str:
    return f"{number:g} maand{'' if number == 1 else 'en'}".replace(".", ",")


def moment_heads() -> tuple[str, ...]:
    """Over the columns: now, at once, and so many months after."""
    return ("Nu", *("Meteen" if not month else f"Na {months(month)}" for month in HORIZONS))


def figure_rows(stress: Stress) -> tuple[FigureRow, ...]:
    """The nine under each other, never added up; before the event first."""
    if stress.before is None:
        return ()
    columns = (stress.before, *(moment.figures for moment in stress.moments))
    heads = moment_heads()
    return tuple(
        FigureRow(
            name,
            label,
            (
                LifeCell(heads[0], in_words(name, columns[0], True), 1),
                *together(heads[1:], [in_words(name, figures, False) for figures in columns[1:]]),
            ),
            name in stress.event.key_figures,
        )
        for name, label in NAMES.items()
    )


def together(heads: Sequence[str], whats: Sequence[Any]) -> tuple[LifeCell, ...]:
    """Neighbours that say the same become one cell."""
    outcome = []
    for _, run in groupby(zip(heads, whats, strict=True), key=lambda pair: pair[1]):
        pairs = list(run)
        first, last = pairs[0][0], pairs[-1][0]
        head = first if len(pairs) == 1 else f"{first} tot en met {last.lower()}"
        if len(pairs) > 1 and last == heads[-1]:
            head = f"{first} en daarna"
        outcome.append(LifeCell(head, pairs[0][1], len(pairs)))
    return tuple(outcome)


def in_words(name: str, figures: Figures, is_now: bool) -> str:
    """One figure at one moment. What compares with before has nothing to say about now."""
    if is_now and name in ("R4", "R5", "R9"):
        return "–"
    return _WORDS[name](figures)


def _share(value: float | None) -> str:
    return NOT_HERE if value is None else f"{value * 100:.0f}%"


def _buffer(value: float | None) -> str:
    if value is None:
        return NOT_FILLED_IN
    return "er is niets te overbruggen" if math.isinf(value) else months(math.floor(value * 10) / 10)


def _reclaimed(late: dict[int, float]) -> bool:
    return any(amount >= 1 for amount in late.values())


def _reclaim(late: dict[int, float]) -> str:
    if not _reclaimed(late):
        return "niets"
    return ", ".join(f"{number} mnd: {numbers.euro(amount)}" for number, amount in late.items())


def _headroom(value: float | None) -> str:
    if value is None:
        return NOT_FILLED_IN
    return f"{numbers.hours(abs(value))} {'over' if value >= 0 else 'te kort'}"


def _next_hours(value: float | None, tapers: str) -> str:
    if value is None:
        return "geen loon"
    return f"{numbers.euro(value)} per maand voor elk uur per week" + (
        f"; lager wordt: {tapers.lower()}" if tapers else ""
    )


_WORDS = {
    "R1": lambda figures: _share(figures.r1_work_income_ratio),
    "R2": lambda figures: _share(figures.r2_disposable_vs_bijstand),
    "R3": lambda figures: _buffer(figures.r3_buffer_months),
    "R4": lambda figures: NOT_HERE if figures.r4_gap_days is None else f"{figures.r4_gap_days} dagen",
    "R5": lambda figures: _reclaim(figures.r5_reclaim),
    "R6": lambda figures: _headroom(figures.r6_hours_headroom),
    "R7": lambda figures: (
        NOT_FILLED_IN if figures.r7_care_shock_days is None else f"{figures.r7_care_shock_days:g} dagen"
    ),
    "R8": lambda figures: _next_hours(figures.r8_next_hours, figures.r8_tapers),
    "R9": lambda figures: (
        "niet binnen een jaar" if figures.r9_recovery_months is None else months(figures.r9_recovery_months)
    ),
}
