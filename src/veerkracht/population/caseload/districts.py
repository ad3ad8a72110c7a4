"""The districts of an invented municipality: in each one school, one day care and one after-school care.

Drawn first, so that one change ("BSO in wijk 3 een half uur eerder open") touches everybody who lives there.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from ..synthetic.figures import figure

DISTRICTS = 8
WEEK = ("ma", "di", "wo", "do", "vr")
LONG_DAY = {
    "traditioneel": "15:15",
    "continu": "14:45",
    "vijf_gelijke": "14:00",
    "hoorns": "15:00",
    "anders": "14:30",
}
SHORT_DAYS = {
    "traditioneel": {"wo": "12:30"},
    "continu": {"wo": "12:30"},
    "hoorns": {"wo": "12:15", "vr": "12:15"},
}
STARTS = "08:30"


@dataclass(frozen=True, kw_only=True)
class District:
    """Where a family lives: the hours of its school and of its childcare, as clock times; `number` counts from 1."""

    number: int
    school: dict[str, list[str]]
    opens: str
    closes: str
    has_care_before_school: bool


def draw_districts(seed: int) -> tuple[District, ...]:
    dice = Random(f"districts {seed}")
    return tuple(_district(number, dice) for number in range(1, DISTRICTS + 1))


def _district(number: int, dice: Random) -> District:
    model = chosen(dice, figure("week", "school_model"))
    ends = {**dict.fromkeys(WEEK, LONG_DAY[model]), **SHORT_DAYS.get(model, {})}
    times = figure("week", "kdv_bso_open_close")
    morning = {clock: share for clock, share in times.items() if clock < "12"}
    evening = {clock: share for clock, share in times.items() if clock > "12"}
    return District(
        number=number,
        school={day: [STARTS, end] for day, end in ends.items()},
        opens=chosen(dice, morning),
        closes=chosen(dice, evening),
        has_care_before_school=dice.random() < figure("week", "before_school_care_exists"),
    )


def chosen(dice: Random, shares: dict[str, float]) -> str:
    """One of the names, each as often as its share says."""
    return dice.choices(list(shares), weights=list(shares.values()))[0]
