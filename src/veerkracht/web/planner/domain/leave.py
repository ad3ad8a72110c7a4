"""Leave that everybody with a job has: what it is for, how long, and what is paid. Content with a date.

Wet arbeid en zorg (Wazo) and Burgerlijk Wetboek 7, as they read in November 2026.
"""

from __future__ import annotations

from typing import NamedTuple


class Leave(NamedTuple):
    name: str
    when: str
    how_long: str
    pay: str
    article: str


LEAVE = (
    Leave(
        "Calamiteitenverlof",
        "School belt, een kind wordt plots ziek.",
        "Zo lang als nodig om het te regelen: uren tot een dag.",
        "Loon loopt door.",
        "Wazo art. 4:1",
    ),
    Leave(
        "Kort zorgverlof",
        "Een ziek kind moet verzorgd worden en niemand anders kan dat.",
        "Twee keer de uren van een week, in twaalf maanden.",
        "Ten minste 70% van het loon.",
        "Wazo art. 5:1",
    ),
    Leave(
        "Lang zorgverlof",
        "Iemand is lang of ernstig ziek.",
        "Zes keer de uren van een week, in twaalf maanden.",
        "Geen loon.",
        "Wazo art. 5:9",
    ),
    Leave(
        "Ouderschapsverlof",
        "Meer tijd voor een kind tot acht jaar.",
        "26 keer de uren van een week voor elk kind.",
        "Negen weken met 70% uitkering, als ze in het eerste jaar zijn opgenomen. De rest zonder loon.",
        "Wazo art. 6:1",
    ),
    Leave(
        "Vakantie",
        "Schoolvakanties en rust.",
        "Ten minste vier keer de uren van een week, in een jaar.",
        "Loon loopt door.",
        "BW 7 art. 634",
    ),
)
