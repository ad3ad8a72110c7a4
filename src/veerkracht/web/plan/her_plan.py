"""Her plan as she reads it herself: what they promised, what is asked of her, what she does. Every sentence in `je`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Case
from veerkracht.words.promise import Reader

from .domain import PromiseFacts, ProposalFacts
from .models import Answer, Owner
from .owed_answers import OwedAnswer, owed_answers
from .promise_words import first_name, promise_in_words
from .queries import PlanFacts, plan_of

ASKED_FOR = dt.timedelta(days=60)
"""How long after somebody said "done" she is still asked whether it was."""


@dataclass(frozen=True, kw_only=True)
class HerPromise:
    """One promise in her words. `days_late` is 0 for what is not late and for everything of her own."""

    id: int
    version: int
    sentence: str
    promised_by: str
    side: str
    due_on: dt.date | None
    days_late: int
    is_answered: bool
    answer_words: str
    owner_says_done_on: dt.date | None
    she_says_done: bool | None
    she_says_on: dt.date | None

    @property
    def is_asked_whether_done(self) -> bool:
        """Hers to say: it is late, or its owner says that it is done, and she said nothing yet."""
        return self.she_says_done is None and (self.days_late > 0 or self.owner_says_done_on is not None)

    def is_closed(self, day: dt.date) -> bool:
        """Nothing is left to do or to say. Of what was done long ago nobody asks her any more."""
        if self.side == "hers":
            return self.owner_says_done_on is not None
        long_ago = self.owner_says_done_on is not None and self.owner_says_done_on < day - ASKED_FOR
        return self.she_says_done is True or long_ago


@dataclass(frozen=True, kw_only=True)
class LateAnswer:
    """Something she asked the municipality that should have had its answer."""

    what: str
    due_on: dt.date
    days_late: int


@dataclass(frozen=True, kw_only=True)
class HerPlan:
    """`late` first in time; `asked` waits for her yes or no; the rest is agreed and open."""

    wish: str
    klantmanager: str
    late: list[HerPromise]
    late_answers: list[LateAnswer]
    asked: list[HerPromise]
    ours: list[HerPromise]
    others: list[HerPromise]
    hers: list[HerPromise]
    done: list[HerPromise]

    @property
    def late_count(self) -> int:
        return len(self.late) + len(self.late_answers)

    @property
    def is_empty(self) -> bool:
        return not (self.wish or self.late_count or self.asked or self.ours or self.others or self.hers)


def her_plan(*, case: Case, day: dt.date) -> HerPlan:
    """What stands in her plan, sorted as she needs it: theirs that is late comes first."""
    plan = plan_of(case=case, day=day)
    promises = [_promise(each, plan=plan, case=case, day=day) for each in plan.promises]
    open_ones = [each for each in promises if not each.is_closed(day)]
    agreed = [each for each in open_ones if each.is_answered]
    late = sorted((each for each in agreed if each.days_late), key=lambda each: each.due_on or day)
    on_time = [each for each in agreed if not each.days_late]
    return HerPlan(
        wish=plan.wish,
        klantmanager=first_name(plan.text.klantmanager),
        late=late,
        late_answers=[
            *(_late_answer(each, day) for each in plan.unanswered(day)),
            *(_owed(each, day) for each in owed_answers(case=case) if each.due_on < day),
        ],
        asked=[each for each in open_ones if not each.is_answered],
        ours=[each for each in on_time if each.side == "ours"],
        others=[each for each in on_time if each.side == "others"],
        hers=[each for each in on_time if each.side == "hers"],
        done=[each for each in promises if each.is_closed(day)],
    )


def _promise(promise: PromiseFacts, *, plan: PlanFacts, case: Case, day: dt.date) -> HerPromise:
    klantmanager = plan.text.klantmanager
    is_asked = promise.answer == Answer.NONE
    reader = Reader.ASKED if is_asked else Reader.HERSELF
    is_late = promise.side != "hers" and promise.answer != Answer.DISAGREE and promise.is_late(day)
    promised_on = promise.promised_on
    return HerPromise(
        id=promise.id,
        version=promise.version,
        sentence=promise_in_words(
            promise, klantmanager=klantmanager, her_name=case.first_name, reader=reader
        ),
        promised_by=_promised_by(promise, klantmanager),
        side=promise.side,
        due_on=promised_on,
        days_late=(day - promised_on).days if is_late and promised_on else 0,
        is_answered=not is_asked,
        answer_words=promise.answer_words,
        owner_says_done_on=promise.done_on,
        she_says_done=promise.confirmed,
        she_says_on=promise.confirmed_on,
    )


def _late_answer(proposal: ProposalFacts, day: dt.date) -> LateAnswer:
    return LateAnswer(
        what=proposal.what, due_on=proposal.reply_due_on, days_late=(day - proposal.reply_due_on).days
    )


def _owed(answer: OwedAnswer, day: dt.date) -> LateAnswer:
    return LateAnswer(what=answer.what, due_on=answer.due_on, days_late=(day - answer.due_on).days)


def _promised_by(promise: PromiseFacts, klantmanager: str) -> str:
    if promise.owner_name:
        return promise.owner_name
    if promise.owner == Owner.MUNICIPALITY:
        return _t("de gemeente")
    return first_name(klantmanager) if promise.owner == Owner.KLANTMANAGER else ""
