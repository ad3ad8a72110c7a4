"""Words and tones of promises in templates."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _t

from ..domain import PromiseFacts, short_hash
from ..letter import owner_in_words

register = template.Library()
_KINDS = {"ours": "municipality", "others": "other", "hers": "her"}


@register.simple_tag
def owner_words(promise: PromiseFacts, klantmanager: str, her_name: str) -> str:
    return owner_in_words(promise, klantmanager=klantmanager, her_name=her_name)


@register.filter
def owner_kind(promise: PromiseFacts) -> str:
    return _KINDS[promise.side]


@register.simple_tag
def answer_label(promise: PromiseFacts, hers: bool) -> str:
    """Her answer in two or three words; `hers` when she reads it herself."""
    words = {
        "none": _t("Nog niet gevraagd"),
        "agree": _t("Afgesproken"),
        "disagree": _t("Dit wil je niet") if hers else _t("Dit wil zij niet"),
        "think": _t("Je denkt erover na") if hers else _t("Zij denkt erover na"),
    }
    return words[promise.answer]


@register.filter
def answer_tone(promise: PromiseFacts) -> str:
    return {"none": "outline", "agree": "teal"}.get(promise.answer, "terracotta")


register.filter("short_hash", short_hash)
