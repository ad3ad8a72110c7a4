"""Two parents who want to know each other: both must say yes, and each can stop it at once. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ASKED, BOTH, DECLINED, STOPPED = "asked", "both", "declined", "stopped"
YES, NO, STOP = "yes", "no", "stop"


class NotAllowed(Exception):
    """This step does not fit any more, or is not theirs to take."""


@dataclass(frozen=True, kw_only=True)
class ParentTie:
    """What lies between two: who asked whom, and how it stands."""

    asker: int
    asked: int
    state: str

    def is_between(self, one: int, other: int) -> bool:
        return {self.asker, self.asked} == {one, other}


def may_ask(ties: Iterable[ParentTie], *, me: int, other: int) -> bool:
    """Not oneself, not while something is open between the two, and never twice after a no or a stop."""
    if me == other:
        return False
    between = [tie for tie in ties if tie.is_between(me, other)]
    return not any(tie.state in (ASKED, BOTH) or tie.asker == me for tie in between)


def state_after(tie: ParentTie, *, by: int, step: str) -> str:
    """Raises NotAllowed: only the asked one answers, and only who is in it stops it."""
    waits_for_me = tie.state == ASKED and by == tie.asked
    if step == YES and waits_for_me:
        return BOTH
    if step == NO and waits_for_me:
        return DECLINED
    if step == STOP and (
        (tie.state == ASKED and by == tie.asker) or (tie.state == BOTH and by in (tie.asker, tie.asked))
    ):
        return STOPPED
    raise NotAllowed(step)
