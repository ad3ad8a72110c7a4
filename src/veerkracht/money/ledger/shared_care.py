"""A child that is with the other parent on part of the days: who is paid what for it.

Kinderbijslag can be halved on request; kindgebonden budget follows the right to kinderbijslag (Wkgb art. 2). The
combination credit asks 156 days a year with her (Wet IB art. 8.14a), the exemption of lone parents full care (Pw
art. 31 lid 2 r).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from veerkracht.household.remark import remark
from veerkracht.law.values import NOT_BORN

if TYPE_CHECKING:
    from .timeline import Child, State

ALL, HALF, NONE = "zij", "half", "andere_ouder"
SHARE = {ALL: 1.0, HALF: 0.5, NONE: 0.0}
ENOUGH_DAYS = 156
HALF_A_YEAR = 6
"""Months: what a child is with her, and a partner at most, for the combination credit (Wet IB 2001, art. 8.14a)."""
YOUNG = 12.0
ABOUT = remark("shared_care")


def share_of(child: Child) -> float:
    """What of the kinderbijslag for a child is hers."""
    return 1.0 if child.shared is None else SHARE[child.shared[0]]


def with_shared_care(
    values: dict[str, Any], children: Sequence[Child], ages: Sequence[tuple[float, float, float]], before: str
) -> dict[str, Any]:
    """The values of a month in which a child is shared: it counts only for what she is paid for it."""
    if all(child.shared is None for child in children):
        return values
    pairs = list(zip(children, ages, strict=True))
    enough = [has_enough_days(child) for child in children]
    return {
        **values,
        before: [at if share_of(child) else NOT_BORN for child, (_, _, at) in pairs],
        "heeft_kind_voor_vrijlating": any(
            now < YOUNG and child.shared is None for child, (now, _, _) in pairs
        ),
        "heeft_kind_voor_combinatiekorting": any(
            january < YOUNG and days for (_, (_, january, _)), days in zip(pairs, enough, strict=True)
        ),
    }


def at_home_for_six_months(states: Sequence[State], year: int) -> tuple[Child, ...]:
    """The children of a year for the combination credit: `states` are those of the last days of its months.

    The condition is one of the year, not of its last or its most common month: a birth in the spring counts, one after
    1 July does not, and a child that went to the other parent in the autumn still does.
    """
    last = states[-1].children
    return tuple(
        most_of_the_year([state.children[number] for state in states if len(state.children) > number])
        for number, child in enumerate(last)
        if child.born is None or child.born <= dt.date(year, 7, 1)
    )


def most_of_the_year(months: Sequence[Child]) -> Child:
    """A child as it was for six months of the year: with her, or else with the other parent too."""
    with_her = [child for child in months if has_enough_days(child)]
    elsewhere = [child for child in months if not has_enough_days(child)]
    return with_her[-1] if len(with_her) >= HALF_A_YEAR or not elsewhere else elsewhere[-1]


def has_enough_days(child: Child) -> bool:
    return child.shared is None or child.shared[1] >= ENOUGH_DAYS
