"""Where each item of the method lives in the program: the page "De methode", and docs/method.md.

python -m veerkracht.web.map.method_page > docs/method.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from veerkracht.method import library
from veerkracht.method.items import Item, Kind
from veerkracht.web.map.domain import words

from . import ring_guide as guide

NOT_YET = "nog niet"
# Per kind of item: what it is, in one heading.
TITLES: dict[Kind, str] = {
    "F": "Wat een klantmanager goed doet",
    "M": "Wat moeders beweegt",
    "BF": "Wat moeders zelf noemen",
    "BR": "Wat te veel kan worden",
    "BT": "Waar een traject op stukloopt",
    "BK": "Wat er met opvang misgaat",
    "B": "Wat tegenhoudt of opent, per ring",
    "Q": "Vragen voor het gesprek",
    "U": "Vragen voor de buitenste ringen",
    "A": "Wat je kunt doen, per ring",
    "P": "Wie en wat er op de kaart kan staan",
    "S": "Vragen aan het systeem",
    "L": "Kijkramen",
    "PM": "Vragen voor beleid",
    "D": "Wat we met woorden bedoelen",
    "E": "Zo werkt het: het systeem",
    "H": "Zo werkt het: de handreiking",
    "K": "Kaders uit de handreiking",
}


@dataclass(frozen=True)
class Screen:
    """A page where items live: its name, and its address or the shape of it."""

    name: str
    address: str

    @property
    def is_public(self) -> bool:
        """Open without log-in, so that the public page may link to it."""
        return self.address == "/ringen"


# What exists now. A capability that is not here brings its items later; they are marked "nog niet", never stubbed.
# What can be read in the guide of the rings already, is found there until then.
RINGS = Screen("Ringen", "/ringen")
SCREENS = {
    "map": Screen("Kaart", "/mensen/…/kaart/"),
    "rings": RINGS,
    "guide": Screen("Gesprek", "/mensen/…/gesprekken/"),
    "plan": Screen("Plan", "/mensen/…/plan/"),
    "planner": Screen("Week", "/mensen/…/week/"),
    "purse": Screen("Geld", "/mensen/…/geld/"),
}
# Inside the talk the private things of the professional have pages of their own.
SCREENS_BY_KIND = {
    "F": Screen("Mijn spiegel", "/spiegel/"),
    "S": Screen("Vragen aan uzelf", "/spiegel/vragen/"),
    "BT": Screen("Plan vaststellen", "/mensen/…/plan/vaststellen/"),
}


@dataclass(frozen=True)
class ItemPlace:
    """One item with its screen; None means: not yet."""

    item: Item
    ring: str
    screen: Screen | None


@dataclass(frozen=True)
class Chapter:
    kind: Kind
    title: str
    places: tuple[ItemPlace, ...]


def chapters() -> tuple[Chapter, ...]:
    """Every item of the method, kind by kind."""
    return tuple(
        Chapter(kind, title, tuple(_place(item) for item in library.items(kind)))
        for kind, title in TITLES.items()
    )


def ring_name(ring_id: str | None) -> str:
    if ring_id is None:
        return ""
    return words.RING.get(ring_id) or library.ring("individu").name


def screen_of(method_item: Item) -> Screen | None:
    """Where this item can be found today; None when a later part brings it."""
    if method_item.lives == "guide" and method_item.kind in SCREENS_BY_KIND:
        return SCREENS_BY_KIND[method_item.kind]
    return SCREENS.get(method_item.lives) or (RINGS if method_item.id in guide.shown_ids() else None)


def _place(method_item: Item) -> ItemPlace:
    return ItemPlace(method_item, ring_name(method_item.ring), screen_of(method_item))


def markdown() -> str:
    """The same as a document."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# De methode, en waar elk onderdeel leeft"
    yield ""
    yield "Gemaakt met `python -m veerkracht.web.map.method_page > docs/method.md`; een test houdt dit waar."
    yield f"Wat een latere uitgave brengt, heet hier: {NOT_YET}."
    for chapter in chapters():
        yield from (
            "",
            f"## {chapter.title}",
            "",
            "| nr. | ring | onderdeel | scherm |",
            "| --- | --- | --- | --- |",
        )
        for place in chapter.places:
            screen = f"{place.screen.name} `{place.screen.address}`" if place.screen else NOT_YET
            yield f"| {', '.join(place.item.seed)} | {place.ring} | {place.item.label} | {screen} |"


if __name__ == "__main__":
    sys.stdout.write(markdown())
