"""Codes of training as people read them."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.week.times import DAY_NAMES

from ..models import CERTAINTIES, SECTORS

register = template.Library()


@register.filter
def sector_words(sector: str) -> str:
    return str(dict(SECTORS)[sector])


@register.filter
def certainty_words(certainty: str) -> str:
    """The first word of how sure a figure is."""
    return str(dict(CERTAINTIES)[certainty]).split(":", 1)[0]


@register.filter
def duration(months: int | None) -> str:
    """`2 jaar`, `9 maanden`, `2 jaar en 6 maanden`; a question where nobody knows."""
    if not months:
        return _t("nog niet bekend")
    years, rest = divmod(months, 12)
    in_months = ngettext("%(n)s maand", "%(n)s maanden", rest) % {"n": rest}
    if not years:
        return in_months
    in_years = _t("%(n)s jaar") % {"n": years}
    return f"{in_years} {_t('en')} {in_months}" if rest else in_years


@register.filter
def day_name(day: str) -> str:
    return DAY_NAMES[day]
