"""Whose lever it is, in the words of the plan, and whether that party can promise it or it is a signal.

A service can promise a place for one family; its opening hours are about everybody, so those become a signal. Work that
is nearer is not something one employer can promise: the klantmanager can look for it, or arrange a bicycle.
"""

from __future__ import annotations

from veerkracht.week.lever import Lever

OWN = "mother"
SIGNAL = "signaal"
ORDER = ("childcare", "employer", "school", "municipality", "partner_organisation", "network", OWN)
KINDS = {"kinderopvang": "childcare", "werkgever": "employer"}
FOR_EVERYBODY = ("closes_later", "opens_earlier")


def owner_kind(lever: Lever) -> str:
    """The owner as the plan knows it; another timetable is the school's, whatever the school is called."""
    if lever.group == "system":
        return KINDS.get(lever.owner, "school")
    return "network" if lever.group == "network" else OWN


def promise_of(lever: Lever) -> str | None:
    """Who could promise it: an owner of the plan, "signaal", or None for her own limits."""
    kind = owner_kind(lever)
    if kind == OWN:
        return None
    if kind == "childcare" and lever.code in FOR_EVERYBODY:
        return SIGNAL
    return "klantmanager" if lever.code == "work_nearer" else kind
