"""Unknown is its own value: never 0, never a guess, never not-a-number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value: nobody asked yet, or somebody asked and she does not know."""

    why: Literal["not_asked", "not_known"] = "not_asked"


@dataclass(frozen=True, slots=True)
class Between(Generic[T]):
    """A value that lies between two others, both included.

    Raises:
        ValueError: the lower bound is above the higher one.
    """

    low: T
    high: T

    def __post_init__(self) -> None:
        if self.low > self.high:  # type: ignore[operator]  # only ordered values are ever between others
            raise ValueError(f"{self.low} is above {self.high}")


@dataclass(frozen=True, slots=True)
class OneOf(Generic[T]):
    """A value that is one of several.

    Raises:
        ValueError: fewer than two are left, so that the value is known or impossible.
    """

    values: tuple[T, ...]

    def __post_init__(self) -> None:
        if len(self.values) < 2:
            raise ValueError("one of several needs at least two values")


NOT_ASKED = Unknown("not_asked")
NOT_KNOWN = Unknown("not_known")

_OPEN = (Unknown, Between, OneOf)

Amount = float | Between[float] | Unknown
Count = int | Between[int] | Unknown
Flag = bool | OneOf[bool] | Unknown


def known(value: T | Between[T] | OneOf[T] | Unknown) -> T | None:
    """The value where it is certain; None where it is unknown or open."""
    if isinstance(value, _OPEN):
        return None
    return value
