"""What the front door of the week answers about what was told."""

from __future__ import annotations

import json
from functools import lru_cache

from veerkracht.week.answer import SolvedWeek, WeekAnswer, answer, solved_week
from veerkracht.week.family import Family
from veerkracht.week.times import Kind

from .family import family_json
from .saved_week import SavedWeek


def week_answer(saved: SavedWeek, kind: Kind = "school") -> WeekAnswer:
    """Both weeks, and what would give more in the week that is looked at.

    Raises:
        BadInput: two parts contradict each other; says which.
    """
    return _answered(json.dumps(family_json(saved), sort_keys=True), kind)


def school_week(saved: SavedWeek, mode: str = "") -> SolvedWeek:
    """A school week alone; with `mode` as it would be with another way of travelling.

    Raises:
        BadInput: as `week_answer`.
    """
    return _solved(json.dumps(family_json(saved, mode), sort_keys=True))


def family_of(saved: SavedWeek) -> Family:
    """The family as it is when what is unknown is taken at its worst.

    Raises:
        BadInput: as `week_answer`.
    """
    return school_week(saved).family


# A week is solved once for what was told and not once for each page that says something of it. The answer follows from
# the family alone; nothing of it is written anywhere.
@lru_cache(maxsize=64)
def _answered(family: str, kind: Kind) -> WeekAnswer:
    return answer(json.loads(family), kind, with_levers=True, binding_wanted="when_no_lever_helps")


@lru_cache(maxsize=256)
def _solved(family: str) -> SolvedWeek:
    return solved_week(json.loads(family), "school")
