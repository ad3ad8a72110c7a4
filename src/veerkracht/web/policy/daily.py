"""Once a day: whether a quarter ended that is not out yet."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.counting import municipalities

from .domain import quarter_before
from .models import Release
from .releasing_actions import give_out


def release_quarter(day: dt.date) -> int:
    """Gives how many municipalities got their quarter."""
    out = Release.objects.filter(quarter=quarter_before(day)).values_list("municipality", flat=True)
    waiting = [place for place in municipalities() if place.pk not in set(out)]
    for place in waiting:
        give_out(by=None, municipality=place, day=day)
    return len(waiting)
