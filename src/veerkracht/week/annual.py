"""The year: what holiday weeks, study days and sick children take from a contract of the school-week hours.

Exact fractions inside; rounded half up at the very end: hours to a tenth, the contract and the average
contract of the school weeks to a hundredth, the cover to a thousandth. Decided where the text of the
model leaves room: sick days count for each child that is present, by its kind; there is holiday cover
when a holiday week has hours; without a contract there is no cover to speak of (None).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from veerkracht.week.family import Family, YearDays
from veerkracht.week.times import DAYS

EMERGENCY_LEAVE_SHARE = Fraction(1, 4)
CARE_LEAVE_WEEKS = 2


@dataclass(frozen=True)
class Annual:
    contract_h: float
    holiday_weeks_present: float
    short_holiday_h: float
    short_study_h: float
    sick_h: float
    zorgverlof_h: float
    sick_uncovered_h: float
    annual_cover_rate: float | None
    schoolweeks_contract_avg_h: float


def annual(family: Family, school_minutes: int, holiday_minutes: int) -> Annual | None:
    """The year of this family, with the paid minutes of a school week as contract; None without `year`."""
    return None if family.year is None else _annual(family, family.year, school_minutes, holiday_minutes)


def _annual(family: Family, year: YearDays, school_minutes: int, holiday_minutes: int) -> Annual:
    contract, holiday = Fraction(school_minutes, 60), Fraction(holiday_minutes, 60)
    weeks = year.school_weeks + year.holiday_weeks
    present = max(0, year.holiday_weeks - year.leave_weeks - year.other_parent_weeks)
    # Share of work days × hours a day: (work days / 5) × (contract / work days).
    hours_of_a_day = contract / len(DAYS)
    short_holiday = max(Fraction(0), contract - holiday) * present
    short_study = Fraction(0) if holiday > 0 else year.study_days * hours_of_a_day
    sick = sum(year.sick_days[c.kind] for c in family.children if not c.deceased) * hours_of_a_day
    needed = (1 - EMERGENCY_LEAVE_SHARE) * sick
    care_leave = min(needed, CARE_LEAVE_WEEKS * contract)
    short = short_holiday + short_study + needed - care_leave
    cover = 1 - short / (contract * (weeks - year.leave_weeks)) if contract else None
    return Annual(
        contract_h=rounded(contract, 2),
        holiday_weeks_present=float(present),
        short_holiday_h=rounded(short_holiday, 1),
        short_study_h=rounded(short_study, 1),
        sick_h=rounded(sick, 1),
        zorgverlof_h=rounded(care_leave, 1),
        sick_uncovered_h=rounded(needed - care_leave, 1),
        annual_cover_rate=None if cover is None else rounded(cover, 3),
        schoolweeks_contract_avg_h=rounded(contract * (year.school_weeks + year.leave_weeks) / weeks, 2),
    )


def rounded(value: Fraction, digits: int) -> float:
    """Half up, on the exact value."""
    scale: int = 10**digits
    return floor(value * scale + Fraction(1, 2)) / scale
