"""The nine figures of one moment. They stand beside each other and are never added up or ranked."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from ..ledger.days import add_months, first_of, on_day
from ..ledger.settings import Settings
from ..quantities import ADVANCES, BY_QUANTITY, TO_SPEND
from .household import Household, Month

LATE = (1, 3, 6)
MORE_HOURS = 4.0
APPLICATION_DAYS = 56
"""A municipality decides within eight weeks (Awb art. 4:13)."""
NAMES: dict[str, str] = {
    "R1": "Eigen nettoloon ten opzichte van de grens van economische zelfstandigheid",
    "R2": "Te besteden ten opzichte van hetzelfde gezin in de bijstand",
    "R3": "Maanden die de buffer overbrugt",
    "R4": "Dagen tussen de laatste oude en de eerste nieuwe betaling",
    "R5": "Terug te betalen als het 1, 3 of 6 maanden later wordt doorgegeven",
    "R6": "Uren die passen, min de uren die nodig zijn voor de grens",
    "R7": "Dagen ziek kind of dichte opvang tot het te weinig wordt",
    "R8": "Wat vier uur meer per uur oplevert, en wat er dan lager wordt",
    "R9": "Maanden tot het weer is zoals ervoor",
}


@dataclass(frozen=True)
class Figures:
    """None: something for this figure was not filled in, or it does not apply here."""

    r1_work_income_ratio: float | None
    r2_disposable_vs_bijstand: float | None
    r3_buffer_months: float | None
    r4_gap_days: int | None
    r5_reclaim: dict[int, float]
    r6_hours_headroom: float | None
    r7_care_shock_days: float | None
    r8_next_hours: float | None
    r8_tapers: str
    r9_recovery_months: int | None
    disposable: float


def figures(
    month: Month,
    house: Household,
    before: Household | None = None,
    gap_days: int | None = None,
    recovery: int | None = None,
) -> Figures:
    """All nine for one household; what compares with `before` needs that household."""
    amounts = month.of(house)
    disposable = amounts[TO_SPEND] - house.outgoing
    support = month.on_bijstand(house)
    per_hour, tapers = next_hours(month, house, amounts)
    return Figures(
        amounts["netto_inkomen_uit_werk"] / amounts["norm_economische_zelfstandigheid"],
        disposable / support if support > 0 else None,
        buffer_months(house, disposable),
        gap_days,
        reclaim(month.of(before), amounts) if before else {},
        headroom(month, house),
        house.care_shock_days,
        per_hour,
        tapers,
        recovery,
        disposable,
    )


def buffer_months(house: Household, disposable: float) -> float | None:
    """Savings over what is short each month; infinite where nothing is short."""
    if house.savings is None or house.essential_costs is None:
        return None
    short = house.essential_costs - disposable
    if short <= 0:
        return math.inf
    return max(0.0, house.savings) / short


def reclaim(before: dict[str, float], after: dict[str, float]) -> dict[int, float]:
    """What is paid too much each month the change is passed on late: each allowance and bijstand that falls."""
    names = (*ADVANCES, "ontvangen_bijstand")
    per_month = sum(max(0.0, before[name] - after[name]) for name in names)
    return {late: late * per_month for late in LATE}


def headroom(month: Month, house: Household) -> float | None:
    """Hours that fit, typed in, less the hours at this wage for the norm."""
    if house.hours_that_fit is None or not house.hourly_wage:
        return None
    needed = month.hours_for_the_norm(house)
    return None if needed is None else house.hours_that_fit - needed


def next_hours(month: Month, house: Household, now: dict[str, float]) -> tuple[float | None, str]:
    """Euros a month for each of the next four hours, and the part that falls most."""
    if not house.hourly_wage or not house.wage_factor:
        return None, ""
    more = month.of(house, MORE_HOURS)
    gained = (more[TO_SPEND] - now[TO_SPEND]) / MORE_HOURS
    fallen = {name: now[name] - more[name] for name in (*ADVANCES, "ontvangen_bijstand")}
    largest = max(fallen, key=lambda name: fallen[name])
    return gained, BY_QUANTITY[largest].label if fallen[largest] >= 1 else ""


def gap_days(kind: str, day: dt.date, pays: Settings) -> int | None:
    """Days without income around an event that ends one income and starts another."""
    if kind == "no_wage":
        month = first_of(day)
        last = on_day(month, pays.betaaldag_loon)
        last = last if last < day else on_day(add_months(month, -1), pays.betaaldag_loon)
        return (day + dt.timedelta(days=APPLICATION_DAYS) - last).days
    if kind == "out_of_bijstand":
        last = on_day(add_months(first_of(day), -1), pays.betaaldag_bijstand)
        return (on_day(first_of(day), pays.betaaldag_loon) - last).days
    return None
