"""Amounts in templates: whole euros on top, cents where somebody asks for them."""

from __future__ import annotations

from django import template

from veerkracht.money.ledger.reclaim import Reclaim, Start
from veerkracht.words.line import independence_sentence, thresholds

from ..domain import numbers
from ..settlement.page import IN_WORDS

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


@register.filter
def signed(amount: float) -> str:
    """`+ € 28`, `− € 34`."""
    if abs(amount) < 0.5:
        return numbers.euro(0)
    return f"{'+' if amount > 0 else '−'}{numbers.SPACE}{numbers.euro(abs(amount))}"


@register.simple_tag
def url_with_keep(url: str, keep: str) -> str:
    """An address with what is looked at behind it."""
    return f"{url}?{keep}" if keep else url


@register.filter
def more_or_less_than_expected(amount: float) -> str:
    if abs(amount) < 0.5:
        return "evenveel als verwacht"
    return f"{numbers.euro(abs(amount))} {'meer' if amount > 0 else 'minder'}"


@register.filter
def comes_or_back(amount: float) -> str:
    """What a year brings afterwards, in words: `€ 120 erbij`, `€ 80 terug`."""
    return f"{numbers.euro(abs(amount))} {'erbij' if amount > 0 else 'terug te betalen'}"


@register.filter
def shortage(amount: float) -> str:
    """How much there is too little: a balance below nothing without its minus."""
    return numbers.euro(-amount)


@register.filter
def late_of(start: Start) -> list[tuple[str, Reclaim]]:
    """The delays of one start, each with its words."""
    return [(IN_WORDS[one.months_late], one) for one in start.reclaims]


register.filter("independence", independence_sentence)
register.filter("thresholds", thresholds)
