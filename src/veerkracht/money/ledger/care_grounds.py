"""Whether there is a ground for childcare allowance in a month: hers, and a partner's too (Wko art. 1.6)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .days import add_months
from .timeline import Child, State

OTHER_GROUNDS = ("studie", "traject", "inburgering")
CARE_AFTER_JOB = 3
"""Months that the right to childcare allowance runs on after a job (Wko art. 1.6; one source)."""


LAST_TO_START_AT_FOUR = 9
"""Who is four before October is in the first year of primary school, and eight years later in secondary school."""
SCHOOL_YEAR_BEGINS = 8
CARE = ("opvangsoort", "opvanguren", "uurtarief")


def secondary_school_from(born: dt.date) -> dt.date:
    """The month from which childcare ends for a child: August of the year it goes to secondary school (Wko art. 1.1).

    Lessons begin in August or September, by region; August leaves nothing to pay back.
    """
    return dt.date(born.year + 12 + (born.month > LAST_TO_START_AT_FOUR), SCHOOL_YEAR_BEGINS, 1)


def care_ended(child: Child, month: dt.date) -> bool:
    """Whether a child with childcare goes to secondary school by now; never where only its age is known."""
    has_care = bool(child.facts.get("opvangsoort")) and child.born is not None
    return has_care and child.born is not None and secondary_school_from(child.born) <= month


def care_facts(child: Child, month: dt.date) -> dict[str, Any]:
    """The facts of a child in a month: without childcare once it goes to secondary school."""
    if not care_ended(child, month):
        return child.facts
    return {name: value for name, value in child.facts.items() if name not in CARE}


def care_in(state: State, month: dt.date) -> tuple[bool, ...]:
    """Whether there is a right to childcare allowance, and for each child whether secondary school has ended it."""
    return has_right_to_care(state, month), *(care_ended(child, month) for child in state.children)


def has_right_to_care(state: State, month: dt.date) -> bool:
    """A ground of hers, and one of a partner too where there is one (Wko art. 1.6 lid 1, 3 and 5)."""
    return has_ground(state, month) and partner_has_ground(state)


def has_ground(state: State, month: dt.date) -> bool:
    """Work is a ground, and for three months after it; study or a way to work as long as it is said."""
    if state.job is not None and state.job.gross > 0:
        return True
    ended = state.job_ended_on
    if ended is not None and month < add_months(ended, CARE_AFTER_JOB):
        return True
    facts = state.facts
    other_ground = facts.get("grond_kinderopvang") in OTHER_GROUNDS
    return other_ground or facts.get("heeft_recht_op_kinderopvangtoeslag") is True


def partner_has_ground(state: State) -> bool:
    """Whether there is no partner, or one with a wage or another ground."""
    facts = state.facts
    if not facts.get("heeft_partner") and not facts.get("heeft_toeslagpartner"):
        return True
    ground = facts.get("grond_kinderopvang_partner")
    return bool(facts.get("loon_partner")) if ground is None else ground != "geen"
