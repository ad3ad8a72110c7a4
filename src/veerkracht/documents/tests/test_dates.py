from datetime import date

import pytest

from veerkracht.documents.dates import day_in_words, weekday


# Days of the week from a printed calendar: New Year's Day 2026 is a Thursday, leap day 2028 a Tuesday.
@pytest.mark.parametrize(
    ("day", "words", "name"),
    [
        (date(2026, 1, 1), "1 januari 2026", "donderdag"),
        (date(2026, 11, 24), "24 november 2026", "dinsdag"),
        (date(2028, 2, 29), "29 februari 2028", "dinsdag"),
    ],
)
def test_dates_as_people_say_them(day: date, words: str, name: str) -> None:
    assert (day_in_words(day), weekday(day)) == (words, name)
