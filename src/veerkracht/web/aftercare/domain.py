"""The moments after a start at which somebody rings her, as she chooses; and what may go on Vandaag."""

from __future__ import annotations

import calendar
import datetime as dt
from enum import StrEnum

import holidays


class TalkMoment(StrEnum):
    """A talk after the start. RELAPSE is no choice beforehand: it is there the working day after it stopped."""

    WEEK_2 = "w2"
    WEEK_6 = "w6"
    WEEK_12 = "w12"
    MONTH_3 = "m3"
    MONTH_6 = "m6"
    MONTH_12 = "m12"
    RELAPSE = "relapse"


CHOSEN = tuple(moment for moment in TalkMoment if moment != TalkMoment.RELAPSE)


def day_of(moment: TalkMoment, starts_on: dt.date) -> dt.date:
    """The day of a talk: so many weeks or months after the first working day, moved to a working day."""
    number = int(moment.value[1:])
    if moment.value.startswith("w"):
        return working_day_from(starts_on + dt.timedelta(weeks=number))
    years, month = divmod(starts_on.month - 1 + number, 12)
    last = calendar.monthrange(starts_on.year + years, month + 1)[1]
    return working_day_from(dt.date(starts_on.year + years, month + 1, min(starts_on.day, last)))


def working_day_from(day: dt.date) -> dt.date:
    """This day, or the first after it that is no weekend and no day off of the country: then nobody rings."""
    free = holidays.country_holidays("NL")
    while day.weekday() > 4 or day in free:
        day += dt.timedelta(days=1)
    return day


def next_working_day(day: dt.date) -> dt.date:
    return working_day_from(day + dt.timedelta(days=1))


def week_number(starts_on: dt.date, day: dt.date) -> int:
    """In which week after the start a day lies: 1 for the first seven days."""
    return (day - starts_on).days // 7 + 1
