"""Rules about people that need no database: ages, and what counts as a name."""

from __future__ import annotations

import datetime as dt


def age_on(born_on: dt.date, day: dt.date) -> int:
    """Completed years on that day; who was born on 29 February has the birthday on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def age_in_words(born_on: dt.date, day: dt.date) -> str:
    """An age as people say it: weeks for a newborn, months under two, then years."""
    days = (day - born_on).days
    if days < 0:
        return "nog niet geboren"
    if days < 14:
        return f"{days} dagen" if days != 1 else "1 dag"
    if days < 91:
        return f"{days // 7} weken"
    months = (day.year - born_on.year) * 12 + day.month - born_on.month - (day.day < born_on.day)
    return f"{months} maanden" if months < 24 else f"{age_on(born_on, day)} jaar"


def is_readable(text: str) -> bool:
    """Whether there is anything to see: a name of invisible signs is no name."""
    return any(c.isprintable() and not c.isspace() for c in text)
