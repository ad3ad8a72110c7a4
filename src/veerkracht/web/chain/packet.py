"""What goes along in a handover, made from her words, her plan and who is around her; never what only she sees.

No address, no place of a child, nobody who must not be approached. She takes out what she does not want to give.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.promise_words import promise_in_words
from veerkracht.web.plan.queries import PlanFacts, plan_of
from veerkracht.words.promise import Reader

from .queries import helpers_of, ties_of

OWN_WORDS = "own"


def packet_of(*, case: Case, account: Account, day: dt.date) -> Any:
    """The lines as JSON, her version first: `key`, `about` (what it is, as a code) and `text`.

    Args:
        account: who makes it; what this account may not see is not in it.
    """
    plan = plan_of(case=case, day=day)
    pairs = [*_her_words(plan), *_promises(plan, case), *_around(case, account, day)]
    return [{"key": f"{number}", "about": about, "text": text} for number, (about, text) in enumerate(pairs)]


def _her_words(plan: PlanFacts) -> Iterator[tuple[str, str]]:
    if plan.text.story:
        yield "story", plan.text.story
    if plan.wish:
        yield "wish", plan.wish
    for goal in plan.text.goals:
        yield "goal", goal.title


def _promises(plan: PlanFacts, case: Case) -> Iterator[tuple[str, str]]:
    """What was agreed and is open; what she said no to stays hers."""
    for promise in plan.promises:
        if promise.done_on is None and promise.answer != "disagree":
            yield "promise", _promise(promise, plan, case)


def _promise(promise: PromiseFacts, plan: PlanFacts, case: Case) -> str:
    klantmanager, her_name = plan.text.klantmanager, case.first_name
    text = promise_in_words(promise, klantmanager=klantmanager, her_name=her_name, reader=Reader.STAFF)
    if promise.owner_name and not promise.clauses:
        text = f"{promise.owner_name}: {text}"
    return f"{text} ({promise.due_on:%d-%m-%Y})" if promise.due_on else text


def _around(case: Case, account: Account, day: dt.date) -> Iterator[tuple[str, str]]:
    for helper in helpers_of(case=case):
        if helper.until is None or helper.until >= day:
            yield "helper", f"{helper.name}: {helper.purpose}"
    for tie in ties_of(case=case, account=account):
        if not tie.goes_well and tie.lost:
            names = _t("%(first)s en %(second)s") % {"first": tie.first, "second": tie.second}
            yield "between", f"{names}: {tie.lost}"
