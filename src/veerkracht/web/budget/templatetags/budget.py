"""Whole cents as people read them."""

from __future__ import annotations

from django import template

from ..domain import euros

register = template.Library()


@register.filter
def euro_cents(cents: int) -> str:
    return euros(cents)
