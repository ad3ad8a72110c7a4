"""What is wrong with an input, as a code with values: the sentence is made at the edge, in `words`, for its reader."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType

from .remark import Remark

QUESTIONS = frozenset({"debt_ends_before_the_day", "parent_hardly_older", "partner_facts_without_partner"})
"""May be so, but hardly ever is: a debt just paid, a stepchild, a husband who lives elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Problem(Remark):
    """One thing that cannot be so, or (`is_question`) hardly ever is.

    `field` is where it stands in what was given, such as `children[0].born`.
    """

    field: str
    day: dt.date | None = None

    @property
    def is_question(self) -> bool:
        return self.code in QUESTIONS

    def __hash__(self) -> int:
        return hash((self.code, self.field))


def problem(code: str, path: str = "", *, day: dt.date | None = None, **values: object) -> Problem:
    """A problem, with its values as they are named in the sentence."""
    return Problem(code=code, field=path, day=day, values=MappingProxyType(values))


class Refused(ValueError):
    """Input that cannot be used, and why. As text it names code and place, never a value: that may be private."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(f"{problem.code}: {problem.field}" if problem.field else problem.code)
