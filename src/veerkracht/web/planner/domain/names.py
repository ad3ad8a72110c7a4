"""How places are called on a page: by their name, or in general words where the address is secret."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .family import GENERAL, unique
from .told import SERVICE_DEFAULTS, Told

OFFERS = {"job": "het werk", "internship": "de stage", "course": "de cursus"}
LESSON = "de les"
SHORTEST = 3


def offer_names(told: Told) -> dict[str, str]:
    """The name of each offered job or course by its key."""
    offers = told.many("offer")
    names = ("" if told.places_are_secret else str(one["name"]) for one in offers.values())
    called = (name.strip() or OFFERS[one["sort"]] for name, one in zip(names, offers.values(), strict=True))
    return dict(zip(offers, unique(called), strict=True))


def course_name(told: Told) -> str:
    return LESSON if told.places_are_secret or not told.course["name"] else str(told.course["name"])


def without_places(told: Told, text: str) -> str:
    """What somebody typed, with general words for the places of this week where those are secret."""
    if told.places_are_secret:
        for name, general in _told_names(told):
            text = re.sub(rf"\b{re.escape(name)}\b", general, text, flags=re.IGNORECASE)
    return text


def _told_names(told: Told) -> Iterator[tuple[str, str]]:
    """Names that say where something is; a person who helps is no place, and a usual word is no name."""
    usual = {str(one["name"]).casefold() for one in SERVICE_DEFAULTS.values()}
    found = [
        (str(one["name"]), GENERAL[one["type"]])
        for one in told.services().values()
        if one["type"] != "informeel"
    ]
    found += [(str(one["name"]), OFFERS[one["sort"]]) for one in told.many("offer").values()]
    found += [(str(told.course["name"]), LESSON)]
    for name, general in found:
        if len(name.strip()) >= SHORTEST and name.strip().casefold() not in usual:
            yield name.strip(), general
