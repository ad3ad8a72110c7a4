"""Birthdays that change something, on every kind of day."""

from __future__ import annotations

import datetime as dt

import pytest

from veerkracht.web.today.domain import birthdays, born_between, changes_at

DAY = dt.date(2026, 11, 21)
AGES = (4, 5, 12, 16, 18)


def test_the_five_ages_each_have_a_text():
    assert tuple(changes_at()) == AGES and all(changes_at().values())


@pytest.mark.parametrize(
    ("born_on", "found"),
    [
        (dt.date(2022, 11, 21), [(dt.date(2026, 11, 21), 4), (dt.date(2027, 11, 21), 5)]),
        (dt.date(2022, 11, 20), [(dt.date(2027, 11, 20), 5)]),
        (dt.date(2009, 2, 3), [(dt.date(2027, 2, 3), 18)]),
        (dt.date(2024, 2, 29), []),
        (dt.date(2026, 11, 1), []),
    ],
)
def test_which_birthdays_come_in_a_year(born_on, found):
    until = DAY + dt.timedelta(days=365)
    assert [(one.on, one.age) for one in birthdays(born_on, DAY, until, AGES)] == found


def test_a_leap_day_falls_on_the_first_of_march():
    found = birthdays(dt.date(2024, 2, 29), dt.date(2028, 1, 1), dt.date(2029, 12, 31), AGES)
    assert [one.on for one in found] == [dt.date(2028, 2, 29), dt.date(2029, 3, 1)]


def test_nobody_born_on_any_day_falls_between_the_cracks():
    """What the database looks for holds every child that the rule finds."""
    for offset in range(800):
        day = dt.date(2027, 1, 1) + dt.timedelta(days=offset)
        for born_on in (dt.date(2024, 2, 29), day.replace(year=day.year - 4) if day.day < 29 else day):
            for one in birthdays(born_on, day, day + dt.timedelta(days=365), AGES):
                first, last = born_between(day, day + dt.timedelta(days=365), one.age)
                assert first <= born_on <= last
