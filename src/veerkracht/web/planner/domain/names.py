"""How places are called on a page: by their name, or in general words where the address is secret."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .family import GENERAL, unique
from .saved_week import SERVICE_DEFAULTS, SavedWeek

OFFERS = {"job": "het werk", "internship": "de stage", "course": "de cursus"}
LESSON = "de les"
SHORTEST = 3


def offer_names(saved: SavedWeek) -> dict[str, str]:
    """The name of each offered job or course by its key."""
    offers = saved.many("offer")
    names = ("" if saved.places_are_secret else str(one["name"]) for one in offers.values())
    called = (name.strip() or OFFERS[one["sort"]] for name, one in zip(names, offers.values(), strict=True))
    return dict(zip(offers, unique(called), strict=True))


def course_name(saved: SavedWeek) -> str:
    return LESSON if saved.places_are_secret or not saved.course["name"] else str(saved.course["name"])


def without_places(saved: SavedWeek, text: str) -> str:
    """What somebody typed, with general words for the places of this week where those are secret."""
    if saved.places_are_secret:
        for name, general in _told_names(saved):
            text = re.sub(rf"\b{re.escape(name)}\b", general, text, flags=re.IGNORECASE)
    return text


def _told_names(saved: SavedWeek) -> Iterator[tuple[str, str]]:
    """Names that say where something is; a person who helps is no place, and a usual word is no name."""
    usual = {str(one["name"]).casefold() for one in SERVICE_DEFAULTS.values()}
    names = [
        (str(one["name"]), GENERAL[one["type"]])
        for one in saved.services().values()
        if one["type"] != "informeel"
    ]
    names += [(str(one["name"]), OFFERS[one["sort"]]) for one in saved.many("offer").values()]
    names += [(str(saved.course["name"]), LESSON)]
    for name, general in names:
        if len(name.strip()) >= SHORTEST and name.strip().casefold() not in usual:
            yield name.strip(), general
