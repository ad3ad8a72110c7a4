"""Places on a lower page that an upper capability fills, so that the arrows between capabilities keep pointing down.

`fill("case_tabs", 20, provider)` in the upper capability's `ready`; the lower page asks `filled("case_tabs")`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Provider = Callable[..., Any]
_slots: dict[str, list[tuple[int, str, Provider]]] = defaultdict(list)


@dataclass(frozen=True)
class Link:
    """One entry of a navigation or of the tabs."""

    label: str
    url: str
    icon: str
    current: bool = False


@dataclass(frozen=True)
class Panel:
    """A piece of a page: a template of the capability that fills the slot, and its data."""

    template: str
    data: Any


def fill(slot: str, order: int, provider: Provider) -> None:
    """Put something in a slot; small `order` comes first. Filling twice with the same provider is once."""
    entry = (order, f"{provider.__module__}.{provider.__qualname__}", provider)
    if entry not in _slots[slot]:
        _slots[slot].append(entry)
        _slots[slot].sort(key=lambda each: each[:2])


def filled(slot: str, **given: Any) -> list[Any]:
    """What the upper capabilities put there for these arguments; a provider may answer None: nothing for this one."""
    answers = [provider(**given) for _, _, provider in _slots[slot]]
    return [answer for answer in answers if answer is not None]
