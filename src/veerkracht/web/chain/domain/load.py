"""What all helpers together ask of her week: appointments, places, and time on the road."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

FULL_WEEK = 5
"""From so many appointments a week on the page asks what can go; a choice of ours, no norm of a law."""


@dataclass(frozen=True, kw_only=True)
class Visits:
    """What one helper asks: so many appointments in four weeks, where, and the minutes there and back for each."""

    in_four_weeks: int
    place: str = ""
    travel_minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class WeekLoad:
    """An ordinary week: `appointments` and `travel_hours` rounded to halves, `places` counted once each."""

    appointments: float
    places: int
    travel_hours: float

    @property
    def is_full(self) -> bool:
        return self.appointments >= FULL_WEEK


def week_load(visits: Iterable[Visits]) -> WeekLoad:
    """Only helpers with a fixed rhythm count; the same place is counted once however it is spelt."""
    going = [each for each in visits if each.in_four_weeks]
    minutes = sum(each.in_four_weeks * each.travel_minutes for each in going)
    return WeekLoad(
        appointments=_halves(Fraction(sum(each.in_four_weeks for each in going), 4)),
        places=len({each.place.casefold().strip() for each in going if each.place.strip()}),
        travel_hours=_halves(Fraction(minutes, 4 * 60)),
    )


def _halves(number: Fraction) -> float:
    return int(number * 2 + Fraction(1, 2)) / 2
