"""Units: what a number means, read from the annotation of a rule.

The type carries the unit, so that a name never needs a suffix. `Members[Years]` is one value for each child.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Annotated

Euro = Annotated[float, "EUR"]
EuroPerYear = Annotated[float, "EUR/year"]
EuroPerQuarter = Annotated[float, "EUR/quarter"]
EuroPerMonth = Annotated[float, "EUR/month"]
EuroPerHour = Annotated[float, "EUR/hour"]
HoursPerMonth = Annotated[float, "hours/month"]
HoursPerWeek = Annotated[float, "hours/week"]
Fraction = Annotated[float, "fraction"]
Factor = Annotated[float, "factor"]
Years = Annotated[float, "years"]
Count = Annotated[float, "count"]
Day = Annotated[float, "day"]
Choice = Annotated[float, "text"]
Flag = Annotated[bool, "bool"]
Members = list

UNKNOWN = float("nan")
"""A rule answers this where the law is not known to us; `calculate` turns it into the rule's own reason."""


class Table(typing.NamedTuple):
    """Brackets: from each threshold a base amount, and a rate over what lies above that threshold."""

    thresholds: tuple[float, ...]
    bases: tuple[float, ...]
    rates: tuple[float, ...]


FractionTable = Annotated[Table, "fraction"]
EuroTable = Annotated[Table, "EUR/year"]
EuroPerMonthTable = Annotated[Table, "EUR/month"]


@dataclass(frozen=True)
class Unit:
    """A unit, for one value or for one value per child."""

    symbol: str
    many: bool = False

    def __str__(self) -> str:
        return f"{self.symbol} for each child" if self.many else self.symbol


def unit_of(hint: object, where: str) -> Unit:
    """The unit written in a type hint; a hint without one is a mistake in the book, not in the facts."""
    many = typing.get_origin(hint) is list
    if many:
        (hint,) = typing.get_args(hint)
    metadata = getattr(hint, "__metadata__", None)
    if not metadata:
        raise TypeError(f"{where}: no unit in the type hint {hint!r}")
    return Unit(str(metadata[0]), many)
