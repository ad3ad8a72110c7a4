"""A life event for one household: nine figures at five moments, a word, and what would help and who does it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.law.prepare import MistakeInFacts

from ..ledger.settings import Settings
from ..quantities import TO_SPEND
from . import typed as typing_in
from .effects import BY_MONTH, EFFECTS
from .figures import Figures, figures, gap_days
from .household import Household, Month, check
from .typed import Typed

HORIZONS = (0, 1, 3, 6, 12)
FITS, TIGHT, DOES_NOT_FIT = "past", "krap", "past niet"
ENOUGH = 0.5
"""Euros: allowances are paid in whole euros."""


@dataclass(frozen=True)
class Help:
    """What would help, and who does it; never the mother."""

    what: str
    owner: str


@dataclass(frozen=True)
class LifeEvent:
    """An event as the method describes it, in our words."""

    id: str
    title: str
    effect: str
    numbers: Mapping[str, Any]
    months: int | None
    key_figures: tuple[str, ...]
    computed: tuple[str, ...]
    typed: tuple[str, ...]
    fields: tuple[str, ...]
    left_out: tuple[str, ...]
    helps: tuple[Help, ...]
    offered: bool


@dataclass(frozen=True)
class Moment:
    """The household some months after the event."""

    month: int
    figures: Figures
    word: str
    over: float
    """What there is above what is needed, in EUR a month."""
    beside_bijstand: bool
    """Whether that is what the household has on bijstand, because nobody filled in what a month needs."""
    change: float
    """The difference with before, in EUR a month."""


@dataclass(frozen=True)
class Stress:
    """Before, and at five moments after. Without moments nothing is said about this event.

    `applies` is False where the event changes none of these amounts: it does not fit the household, or what it
    changes is typed in or not computed.
    """

    event: LifeEvent
    before: Figures | None
    moments: tuple[Moment, ...]
    applies: bool


@cache
def life_events() -> dict[str, LifeEvent]:
    """All events by their id, in the order of the file."""
    raw = tomllib.loads((Path(__file__).parent / "events.toml").read_text(encoding="utf-8"))
    return {entry["id"]: event_of(entry) for entry in raw["event"]}


def event_of(entry: Mapping[str, Any]) -> LifeEvent:
    return LifeEvent(
        id=entry["id"],
        title=entry["title"],
        effect=entry["effect"],
        numbers=entry,
        months=entry.get("months"),
        key_figures=tuple(entry["figures"]),
        computed=tuple(entry["computed"]),
        typed=tuple(entry["typed"]),
        fields=tuple(entry.get("fields", ())),
        left_out=tuple(entry["left_out"]),
        helps=tuple(Help(what, owner) for what, owner in entry["helps"]),
        offered=entry.get("offered", True),
    )


def offered_events() -> tuple[LifeEvent, ...]:
    """What she may choose from; loss and violence are not among them."""
    return tuple(event for event in life_events().values() if event.offered)


def stress(
    house: Household,
    ids: Sequence[str],
    pays: Settings | None = None,
    asked: Month | None = None,
    typed: Mapping[str, Typed] | None = None,
) -> tuple[Stress, ...]:
    """The events she chose, one by one; `typed` is by event what she filled in about it."""
    check(house)
    month, answers = asked or Month(), typed or {}
    events = [event_named(each) for each in ids]
    if not any(event.offered for event in events):
        return tuple(Stress(event, None, (), False) for event in events)
    before = figures(month, house)
    return tuple(
        one_event(month, house, before, event, pays or Settings(), answers.get(event.id, {}))
        for event in events
    )


def event_named(name: str) -> LifeEvent:
    if name not in life_events():
        raise MistakeInFacts(problem("life_event_unknown", name))
    return life_events()[name]


def one_event(
    month: Month, house: Household, before: Figures, event: LifeEvent, pays: Settings, typed: Typed
) -> Stress:
    if not event.offered:
        return Stress(event, None, (), False)
    typing_in.check_typed(event.fields, typed)
    gap = gap_days(event.effect, house.day, pays)
    after = after_event(house, event, typed)
    levels = [month.of(moved)[TO_SPEND] - moved.outgoing for moved in after]
    recovery = recovered(levels, before.disposable)
    moments: list[Moment] = []
    for place, (number, moved) in enumerate(zip(HORIZONS, after, strict=True)):
        if place and moved == after[place - 1]:
            at_moment = moments[-1].figures
        else:
            at_moment = figures(month, moved, house, gap, recovery)
        moments.append(moment(month, moved, number, at_moment, before.disposable))
    return Stress(event, before, tuple(moments), any(moved != house for moved in after))


def after_event(house: Household, event: LifeEvent, typed: Typed) -> list[Household]:
    """The household at each moment; what lasts a while is over after that."""
    effect, households = EFFECTS[event.effect], []
    start, numbers = typing_in.given(house, typed), typing_in.numbers(event.numbers, typed)
    months = typing_in.lasting(event.months, typed)
    lasting = None if event.effect in BY_MONTH else effect(start, numbers, 0)
    for month in HORIZONS:
        if months is not None and month >= months:
            households.append(house)
        else:
            households.append(typing_in.changed(house, lasting or effect(start, numbers, month), typed))
    return households


def recovered(levels: Sequence[float], before: float) -> int | None:
    """The first month from which it is as before and stays so; None within the year it does not."""
    for place, month in enumerate(HORIZONS):
        if all(level >= before - 1 for level in levels[place:]):
            return month
    return None


def moment(month: Month, house: Household, number: int, at_moment: Figures, before: float) -> Moment:
    """The word for this moment: does what comes in cover what is needed, or does the buffer for as long?"""
    need = house.essential_costs
    beside_bijstand = need is None
    if need is None:
        need = month.on_bijstand(house)
    over = at_moment.disposable - need
    buffer = at_moment.r3_buffer_months
    if over >= -ENOUGH:
        word = FITS
    elif over >= -0.05 * need or (buffer is not None and buffer >= 12):
        word = TIGHT
    else:
        word = DOES_NOT_FIT
    return Moment(number, at_moment, word, over, beside_bijstand, at_moment.disposable - before)
