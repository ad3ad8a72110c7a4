"""Whether she was heard, for a team: one average over many talks, never something that leads to one talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 10


@dataclass(frozen=True)
class TeamAverage:
    """`face` is between 1 (not heard) and 4 (heard)."""

    face: float
    talks: int


def team_average(faces: Sequence[int]) -> TeamAverage | None:
    """The average over whole tens of talks, oldest first.

    Only whole tens: two averages that differ by one talk would tell what was said in that one talk.
    """
    talks = len(faces) // FEWEST * FEWEST
    if not talks:
        return None
    return TeamAverage(round(sum(faces[:talks]) / talks, 1), talks)
