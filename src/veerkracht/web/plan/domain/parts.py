"""The other parts of a plan: goals with her ladder, her proposals, activities, the weighing, the law, the rhythm."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# The five places of a ladder. They are names and never numbers: a goal is told in her sentences, nothing is
# counted, added up or compared with somebody else's.
LADDER = ("much_less", "less", "reached", "more", "much_more")


@dataclass(frozen=True)
class LadderMoment:
    """Where she said she was on a day: the place on the ladder, and her words."""

    on: dt.date
    place: str
    words: str


@dataclass(frozen=True, kw_only=True)
class GoalFacts:
    """A goal with her own five sentences, in the order of LADDER; a sentence may still be empty."""

    id: int
    title: str
    ladder: tuple[str, ...]
    # Where she stands moves all the time and is no part of what was agreed.
    version: int = 0
    moments: tuple[LadderMoment, ...] = ()

    @property
    def now(self) -> LadderMoment | None:
        """The newest moment."""
        return self.moments[-1] if self.moments else None

    @property
    def earlier(self) -> list[tuple[LadderMoment, str]]:
        """What she said before, oldest first, each with her sentence."""
        return [(moment, self.sentence(moment.place)) for moment in self.moments]

    @property
    def places(self) -> list[tuple[str, str]]:
        """The places she gave a sentence to, from "less" to "more"."""
        return [(place, words) for place, words in zip(LADDER, self.ladder, strict=True) if words]

    def sentence(self, place: str) -> str:
        return self.ladder[LADDER.index(place)]


@dataclass(frozen=True, kw_only=True)
class ProposalFacts:
    """Something she proposed. The municipality owes an answer with a reason, before a date."""

    id: int
    kind: str
    what: str
    proposed_on: dt.date
    reply_due_on: dt.date
    reply: str = ""
    reason: str = ""
    replied_on: dt.date | None = None
    her_answer: str = "none"
    her_words: str = ""
    again_on: dt.date | None = None
    version: int = 0

    def is_late(self, day: dt.date) -> bool:
        return not self.reply and self.reply_due_on < day


@dataclass(frozen=True, kw_only=True)
class ActivityFacts:
    """Something in a group, beside the individual steps."""

    id: int
    what: str
    when: str = ""
    where: str = ""
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class WeighedFacts:
    """One question of the weighing of care and work, answered with a reason."""

    question: str
    answer: str
    reason: str


TO_SPEND, LEFT = "to_spend", "left"
CENT = 0.01


@dataclass(frozen=True)
class SumLine:
    """One line of a sum; the label of a total is TO_SPEND or LEFT."""

    label: str
    amount: float
    is_total: bool = False


@dataclass(frozen=True, kw_only=True)
class SumFacts:
    """A sum about money as it was on a day: the amounts a month, with which facts and which rules they were found."""

    id: int
    label: str
    day: dt.date
    rules: str
    hours: float
    hourly_wage: float
    to_spend: float
    more: float
    rows: tuple[tuple[str, float], ...]
    facts: str  # canonical JSON: what went in, bound by the hash like everything else
    version: int = 0

    @property
    def lines(self) -> list[SumLine]:
        """The rows with their totals: what there is to spend, and after that what goes out of it."""
        lines, total, counted = [], 0.0, False
        for label, amount in self.rows:
            lines.append(SumLine(label, amount))
            total += amount
            if not counted and abs(total - self.to_spend) < CENT:
                lines.append(SumLine(TO_SPEND, self.to_spend, is_total=True))
                counted = True
        if counted and not lines[-1].is_total:
            lines.append(SumLine(LEFT, total, is_total=True))
        return lines


@dataclass(frozen=True, kw_only=True)
class LawFacts:
    """What the law says, as it stood in the plan: the very text, so that a later text does not change an old plan."""

    id: str
    title: str
    text: str
    owed: str
    objection: str
    article: str
    as_of: dt.date


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """How often they are in touch, as agreed with her; no weeks means nothing was agreed."""

    weeks: int | None = None
    words: str = ""
