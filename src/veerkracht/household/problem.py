"""What is wrong with a household, as a code with values: the sentence is made at the edge, for its reader."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Code = Literal[
    "ages_disagree",
    "block_ends_before_it_starts",
    "block_outside_the_day",
    "blocks_overlap",
    "born_after_the_day",
    "born_too_long_ago",
    "debt_ends_before_the_day",
    "hours_exceed_the_week",
    "job_ends_before_it_starts",
    "key_used_twice",
    "parent_hardly_older",
    "partner_facts_without_partner",
    "situation_names_no_job",
]
QUESTIONS: frozenset[Code] = frozenset(
    {"debt_ends_before_the_day", "parent_hardly_older", "partner_facts_without_partner"}
)
"""May be so, but hardly ever is: a debt just paid, a stepchild, a husband who lives elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that cannot be so, or (`is_question`) hardly ever is.

    `field` is the path in the household, such as `children[0].born`; `values` what a sentence needs to name it.
    """

    code: Code
    field: str
    day: dt.date | None = None
    values: MappingProxyType[str, object] = dataclasses.field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_question(self) -> bool:
        return self.code in QUESTIONS


def problem(code: Code, path: str, *, day: dt.date | None = None, **values: object) -> Problem:
    """A problem, with its values as they are named in the sentence."""
    return Problem(code=code, field=path, day=day, values=MappingProxyType(values))
