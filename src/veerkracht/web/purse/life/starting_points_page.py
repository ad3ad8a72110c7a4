"""From which situation life events start: how it is now, or the work that is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from veerkracht.money.answer import still_on_bijstand
from veerkracht.money.situation import scenario
from veerkracht.words.numbers import MONTHS

from ..domain import numbers
from ..domain.situation import MoneySituation
from ..now.page import LookedAtWork

NOW_BASE = "nu"


@dataclass(frozen=True)
class Base:
    """From which situation the events start: how it is now, or with work that is looked at."""

    key: str
    label: str
    is_current: bool


def bases_of(situation: MoneySituation, looked_at: LookedAtWork, chosen: str) -> tuple[Base, ...]:
    """Now, and each number of hours that is looked at."""
    on = f"vanaf {situation.starts_on.day} {MONTHS[situation.starts_on.month - 1]}"
    now = f"Zoals nu, {numbers.hours(situation.hours_now)}" if situation.hours_now else "Zoals nu"
    pairs = [(NOW_BASE, now), *((f"{h:g}", f"{numbers.hours(h)} {on}") for h in looked_at.hours)]
    current = chosen if chosen in dict(pairs) else NOW_BASE
    return tuple(Base(key, label, key == current) for key, label in pairs)


def from_base(situation: MoneySituation, looked_at: LookedAtWork, key: str) -> MoneySituation:
    """The situation the events happen to: her own, or that of the work that is looked at."""
    if key == NOW_BASE:
        return situation
    hours = float(key)
    then = scenario(situation.facts_then, situation.starts_on, situation.offer(looked_at.wage), hours)
    facts = dict(then.facts)
    if not still_on_bijstand(then):
        # Out of bijstand with this work: when the work stops it has to be asked for anew, which takes months.
        facts["maanden_bijstand"] = 0
    return replace(
        situation,
        day=situation.starts_on,
        facts=facts,
        hours_now=hours,
        wage_now=looked_at.wage,
        travel_now=then.travel,
    )
