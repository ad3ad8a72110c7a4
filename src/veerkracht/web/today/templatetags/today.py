"""How late a promise is, in words."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils.translation import ngettext

from veerkracht.web.plan.queries import PromiseLine

register = template.Library()


@register.simple_tag
def days_late(line: PromiseLine, day: dt.date) -> str:
    days = line.days_late(day)
    return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", days) % {"n": days}
