"""Words of a signal inside its templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django import template

from ..papers import costs_in_words
from ..queries import SignalWords
from ..words import step_in_words

register = template.Library()


@register.filter
def costs(words: SignalWords) -> str:
    return costs_in_words(words)


@register.filter
def costs_of(preview: Mapping[str, Any]) -> str:
    """The same of a form that was not sent yet."""
    return costs_in_words(SignalWords(**{name: preview[name] for name in SignalWords.__dataclass_fields__}))


@register.filter
def fields_of(words: SignalWords) -> list[tuple[str, Any]]:
    """What a button carries along to write it again."""
    return [(name, value) for name, value in asdict(words).items() if value not in (None, "")]


@register.filter
def step_title(what: str) -> str:
    return step_in_words(what)
