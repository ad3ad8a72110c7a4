"""The year in words: school weeks, holiday weeks, what is short, and a contract over school weeks."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.week.annual import Annual
from veerkracht.week.answer import WeekAnswer
from veerkracht.words.week import spoken


@dataclass(frozen=True)
class YearLines:
    """What a contract of the school-week hours takes in a year, and the alternative of school weeks alone."""

    sentence: str
    rows: tuple[tuple[str, str], ...]
    school_weeks: str


def year_lines(answer: WeekAnswer) -> YearLines | None:
    """None while no hour fits: then there is no contract to speak of."""
    year = answer.annual
    if year is None or year.annual_cover_rate is None:
        return None
    return YearLines(_sentence(year), _rows(answer, year), _average(year))


def _sentence(year: Annual) -> str:
    short = year.short_holiday_h + year.short_study_h + year.sick_uncovered_h
    share = round(100 * (year.annual_cover_rate or 0))
    if short == 0:
        return f"Met {hours(year.contract_h)} per week is het hele jaar rond."
    return (
        f"Met {hours(year.contract_h)} per week is {share}% van het jaar geregeld. "
        f"Voor {hours(short)} in het jaar is er nog niemand voor de kinderen."
    )


def _rows(answer: WeekAnswer, year: Annual) -> tuple[tuple[str, str], ...]:
    return (
        ("Past in een schoolweek", spoken(answer.weeks["school"].paid)),
        ("Past in een vakantieweek", spoken(answer.weeks["holiday"].paid)),
        ("Vakantieweken zonder verlof en zonder andere ouder", f"{year.holiday_weeks_present:g}"),
        ("Tekort in vakantieweken", hours(year.short_holiday_h)),
        ("Tekort op studiedagen", hours(year.short_study_h)),
        ("Uren dat een kind ziek is (aanname)", hours(year.sick_h)),
        ("Daarvan met kort zorgverlof", hours(year.zorgverlof_h)),
        ("Daarvan zonder verlof", hours(year.sick_uncovered_h)),
    )


def _average(year: Annual) -> str:
    return (
        f"Een contract over schoolweken kan ook: {hours(year.contract_h)} in elke schoolweek, vrij in de vakanties. "
        f"Over het hele jaar is dat gemiddeld {hours(year.schoolweeks_contract_avg_h)} per week betaald, "
        "elke maand gelijk."
    )


def hours(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " uur"
