"""Many households as columns: one number a fact, one row a child, NaN where a fact is not there.

Columns hold what `law.prepare` makes of the facts of one household, so that both ways start from the same values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from veerkracht.law.facts import COLUMNS

Numbers = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Households:
    """Prepared facts. `facts` and `children` by name; the children of household i are rows offsets[i]:offsets[i+1].

    `weight` says for how many households each stands; `hours` are hours of work a week (NaN: not given); `brought`
    says which quantities with a rule of their own a file brought for which household; `ids` names them where it did.
    """

    facts: Mapping[str, Numbers]
    children: Mapping[str, Numbers]
    offsets: Positions
    weight: Numbers
    hours: Numbers
    brought: Mapping[str, npt.NDArray[np.bool_]] = field(default_factory=dict)
    ids: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def fact(self, name: str) -> Numbers:
        """A fact of all households, NaN where none was given."""
        column = self.facts.get(name)
        return np.full(len(self), np.nan) if column is None else column

    def part(self, start: int, stop: int) -> Households:
        """The households from start up to stop."""
        first, last = self.offsets[start], self.offsets[stop]
        return Households(
            facts={name: column[start:stop] for name, column in self.facts.items()},
            children={name: column[first:last] for name, column in self.children.items()},
            offsets=self.offsets[start : stop + 1] - first,
            weight=self.weight[start:stop],
            hours=self.hours[start:stop],
            brought={name: column[start:stop] for name, column in self.brought.items()},
            ids=self.ids[start:stop],
        )

    def with_facts(self, changed: Mapping[str, Numbers]) -> Households:
        """The same households with some facts changed or added."""
        return replace(self, facts={**self.facts, **changed})

    def chosen(self, which: npt.NDArray[np.bool_]) -> Households:
        """Only some of the households."""
        sizes = np.diff(self.offsets)
        rows = np.repeat(which, sizes)
        return Households(
            facts={name: column[which] for name, column in self.facts.items()},
            children={name: column[rows] for name, column in self.children.items()},
            offsets=np.concatenate([[0], np.cumsum(sizes[which])]).astype(np.int64),
            weight=self.weight[which],
            hours=self.hours[which],
            brought={name: column[which] for name, column in self.brought.items()},
        )

    def values(self, position: int) -> dict[str, Any]:
        """The prepared facts of one household, as the interpreted way wants them (claims as numbers 0 and 1)."""
        first, last = self.offsets[position], self.offsets[position + 1]
        facts: dict[str, Any] = {
            name: float(column[position])
            for name, column in self.facts.items()
            if column[position] == column[position]
        }
        for name, column in self.children.items():
            rows = [float(value) for value in column[first:last]]
            if all(row == row for row in rows):
                facts[name] = rows
        return facts


def from_values(
    prepared: Sequence[Mapping[str, Any]],
    ids: Sequence[str] = (),
    weights: Sequence[float] = (),
    hours: Sequence[float] = (),
    brought: Sequence[frozenset[str]] = (),
) -> Households:
    """Columns from prepared facts (`law.prepare.prepare(…).values`), one mapping a household."""
    size = len(prepared)
    sizes = [len(values.get("leeftijd_kind", ())) for values in prepared]
    offsets = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64)
    names = dict.fromkeys(name for values in prepared for name in values)
    facts = {name: np.full(size, np.nan) for name in names if name not in COLUMNS}
    children = {name: np.full(int(offsets[-1]), np.nan) for name in COLUMNS}
    for position, values in enumerate(prepared):
        for name, value in values.items():
            if name in COLUMNS:
                children[name][offsets[position] : offsets[position + 1]] = value
            else:
                facts[name][position] = float(value)
    own = dict.fromkeys(name for names_of_one in brought for name in names_of_one)
    return Households(
        facts=facts,
        children=children,
        offsets=offsets,
        weight=np.array(weights, float) if weights else np.ones(size),
        hours=np.array(hours, float) if hours else np.full(size, np.nan),
        brought={name: np.array([name in one for one in brought]) for name in own},
        ids=tuple(ids),
    )
