"""A change somebody else could make in the week, and what it gives: codes and values, no sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from veerkracht.week.family import Family

Group = Literal["system", "network", "own"]
LeverCode = Literal[
    "one_more_day",
    "closes_later",
    "opens_earlier",
    "trusted_person",
    "other_parent",
    "other_course_times",
    "work_nearer",
    "start_tolerance",
    "shorter_shifts",
    "wider_work_hours",
    "longer_day",
    "longer_week",
]

ENDINGS: dict[LeverCode, str] = {
    "one_more_day": "+1day",
    "closes_later": "_close+30",
    "opens_earlier": "_open-30",
    "trusted_person": "",
}
"""What comes after the id of a service in the id of its levers."""


@dataclass(frozen=True, kw_only=True)
class Lever:
    """A change somebody could make. `ring` is where it lies, `owner` who can make it.

    `service`, `children` and `days` are what it is about, where it is about any.
    """

    id: str
    code: LeverCode
    owner: str
    ring: str
    group: Group
    apply: Callable[[Family], Family]
    service: str = ""
    children: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gain:
    """What a lever gives, in paid minutes a week."""

    lever: Lever
    minutes: int

    @property
    def levers(self) -> tuple[Lever, ...]:
        return (self.lever,)

    @property
    def proposed(self) -> bool:
        return self.lever.group != "own" and self.minutes > 0


@dataclass(frozen=True)
class LeverPair:
    """Two levers together, in paid minutes a week."""

    a: Lever
    b: Lever
    minutes: int

    @property
    def levers(self) -> tuple[Lever, ...]:
        return self.a, self.b
