"""Birthdays of children that change something, and what each changes: dated content in `dates.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Birthday:
    """A child that reaches an age at which rules or the week change."""

    on: dt.date
    age: int


@cache
def changes_at() -> dict[int, str]:
    """Age → what it changes, from the dated content in `dates.toml`."""
    table = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))
    return {row["age"]: row["text"] for row in table["birthday"]}


@dataclass(frozen=True)
class LawDay:
    """A day from which a rule is another one, for everybody it concerns."""

    on: dt.date
    title: str
    text: str


def law_days(day: dt.date, until: dt.date) -> list[LawDay]:
    """The days in this time on which the law changes, from `dates.toml`."""
    table = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))
    return [LawDay(**row) for row in table["law"] if day <= row["on"] <= until]


def birthday_in(born_on: dt.date, year: int) -> dt.date:
    """Who was born on 29 February has the birthday on 1 March in other years."""
    try:
        return born_on.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)


def birthdays(born_on: dt.date, day: dt.date, until: dt.date, ages: Iterable[int]) -> list[Birthday]:
    """The birthdays from `day` up to and including `until` at which something changes."""
    coming = [Birthday(birthday_in(born_on, born_on.year + age), age) for age in ages]
    return [one for one in coming if day <= one.on <= until]


def born_between(day: dt.date, until: dt.date, age: int) -> tuple[dt.date, dt.date]:
    """Between which days somebody was born who turns this age in that time; a day wider for the 29th of February."""
    one_day = dt.timedelta(days=1)
    return birthday_in(day, day.year - age) - one_day, birthday_in(until, until.year - age) + one_day
