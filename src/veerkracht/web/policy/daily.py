"""Once a day: whether a quarter ended that is not out yet."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.counting import municipalities

from .domain import quarter_before
from .models import Release
from .releasing_actions import give_out
from .together_queries import running_companies
from .together_releasing_actions import give_out_together


def release_quarter(day: dt.date) -> int:
    """Gives how many municipalities and companies of them got their quarter."""
    together = [give_out_together(by=None, company=company, day=day) for company in running_companies()]
    out = Release.objects.filter(quarter=quarter_before(day)).values_list("municipality", flat=True)
    waiting = [place for place in municipalities() if place.pk not in set(out)]
    alone = [give_out(by=None, municipality=place, day=day) for place in waiting]
    return sum(release is not None for release in [*together, *alone])
