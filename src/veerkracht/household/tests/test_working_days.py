"""Working days against calendars that others published."""

from __future__ import annotations

import datetime as dt

import pytest

from veerkracht.household.working_days import (
    easter_sunday,
    is_working_day,
    working_day_before,
    working_day_from,
)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16)]
)
def test_easter(year, month, day):
    """Rijksoverheid, "Officiële feestdagen" 2024–2028."""
    assert easter_sunday(year) == dt.date(year, month, day)


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2027, 1, 1),
        dt.date(2026, 4, 6),
        dt.date(2026, 4, 27),
        dt.date(2026, 5, 14),
        dt.date(2026, 5, 25),
        dt.date(2026, 12, 25),
        dt.date(2025, 5, 5),
        dt.date(2025, 4, 26),
    ],
)
def test_no_promise_falls_on_a_public_holiday(day):
    """Rijksoverheid, "Officiële feestdagen" 2025–2027."""
    assert not is_working_day(day)


def test_new_years_day_becomes_old_years_day_and_a_sunday_the_friday_or_the_monday():
    assert working_day_before(dt.date(2027, 1, 1)) == dt.date(2026, 12, 31)
    assert working_day_before(dt.date(2026, 11, 29)) == dt.date(2026, 11, 27)
    assert working_day_from(dt.date(2026, 11, 29)) == dt.date(2026, 11, 30)
    assert working_day_from(dt.date(2026, 12, 25)) == dt.date(2026, 12, 28)
