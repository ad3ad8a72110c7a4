"""Amounts in templates: whole euros on top, cents where somebody asks for them."""

from __future__ import annotations

from django import template

from ..domain import numbers

register = template.Library()


@register.filter
def euro(amount: float) -> str:
    return numbers.euro(amount)


@register.filter
def cents(amount: float) -> str:
    return numbers.euro(amount, cents=True)


@register.filter
def hours(value: float) -> str:
    return numbers.hours(value)


@register.filter
def percent(share: float) -> str:
    return f"{share * 100:.0f}%"


@register.filter
def more_or_less(amount: float) -> str:
    """`€ 28 meer dan nu`, in words and never in a colour alone."""
    if abs(amount) < 0.5:
        return "evenveel als nu"
    return f"{numbers.euro(abs(amount))} {'meer' if amount > 0 else 'minder'} dan nu"


@register.simple_tag
def url_with_keep(url: str, keep: str) -> str:
    """An address with what is looked at behind it."""
    return f"{url}?{keep}" if keep else url
