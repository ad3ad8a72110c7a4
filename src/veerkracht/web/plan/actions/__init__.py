"""Writes of the plan. Every one is an action: keyword-only, one transaction, one event, checked against the matrix."""

from .goals import add_goal, change_goal, remove_goal, say_where
from .parts import (
    add_activity,
    agree_rhythm,
    change_activity,
    choose_laws,
    remove_activity,
    weigh,
    write_story,
    write_wish,
)
from .promises import (
    answer_promise,
    change_promise,
    confirm_done,
    make_promise,
    remove_promise,
    say_done,
    word_promise,
)
from .proposals import add_proposal, answer_reply, ask_exemption, change_proposal, remove_proposal, reply_to
from .sums import add_sum, remove_sum
from .versions import AlreadyFixed, confirm_plan, decline_plan, fix_plan

__all__ = [
    "AlreadyFixed",
    "add_activity",
    "add_goal",
    "add_proposal",
    "add_sum",
    "agree_rhythm",
    "answer_promise",
    "answer_reply",
    "ask_exemption",
    "change_activity",
    "change_goal",
    "change_promise",
    "change_proposal",
    "choose_laws",
    "confirm_done",
    "confirm_plan",
    "decline_plan",
    "fix_plan",
    "make_promise",
    "remove_activity",
    "remove_goal",
    "remove_promise",
    "remove_proposal",
    "remove_sum",
    "reply_to",
    "say_done",
    "say_where",
    "weigh",
    "word_promise",
    "write_story",
    "write_wish",
]
