"""The parts of Geld beside each other: one entry for each page, and which pages stand under it.

A new page of Geld: one line in PLACES, a view with `money_page`, a template that extends `purse/frame.html`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Case
from veerkracht.web.ui.slots import Link


@dataclass(frozen=True)
class Tab:
    """An entry; `below` are the url names of pages that belong to it without an entry of their own."""

    label: Any
    icon: str
    name: str
    below: tuple[str, ...] = ()


PLACES = (
    Tab(
        _("Nu en straks"),
        "coin-euro",
        "money",
        ("row", "steps", "keep", "kept", "doubt", "answer_doubt", "parts", "part"),
    ),
    Tab(_("Uren"), "clock", "hours"),
    Tab(_("Regelingen"), "list-check", "schemes"),
    Tab(
        _("Maanden"),
        "calendar",
        "months",
        (
            "month",
            "take_over",
            "event_kinds",
            "note_event",
            "change_event",
            "slips",
            "note_slip",
            "change_slip",
        ),
    ),
    Tab(_("Afrekening"), "scale", "settlement"),
    Tab(_("Als er iets gebeurt"), "help-circle", "life", ("life_choose",)),
    Tab(_("Later"), "route", "later", ("later_tell",)),
    Tab(_("Keuze"), "device-mobile", "choice", ("choice_make",)),
)


def places_of(case: Case, page: str) -> list[Link]:
    """The entries of one person, the one of this page (a url name without its namespace) marked."""
    return [
        Link(
            str(one.label),
            reverse(f"purse:{one.name}", args=[case.public_id]),
            one.icon,
            page in (one.name, *one.below),
        )
        for one in PLACES
    ]
