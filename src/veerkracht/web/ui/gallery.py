"""What the gallery shows: made-up people and words, chosen to be as long, short and odd as life is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone

from .forms import DateField, Form, LineField, TextField
from .slots import Link

ICON_SAMPLE = ("users", "circles", "heart-handshake", "calendar", "coin-euro", "phone", "printer", "school")


@dataclass(frozen=True)
class ExampleHappening:
    at: dt.datetime
    who: str
    words: str


class ExampleForm(Form):
    """One field of every kind."""

    name = LineField(label="Naam of bijnaam", max_length=60, help_text="Een voornaam is genoeg.")
    since = DateField(label="Sinds wanneer?", required=False)
    tie = forms.ChoiceField(
        label="Wat betekent deze persoon voor haar?",
        choices=[("support", "Steun"), ("pressure", "Druk"), ("both", "Allebei")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het beste past."},
    )
    ring = forms.ChoiceField(
        label="Hoe dichtbij?",
        choices=[("", "Kies een ring"), ("1", "Thuis"), ("2", "Om haar heen")],
        required=False,
    )
    helps_with = forms.MultipleChoiceField(
        label="Waarbij helpt het?",
        choices=[("care", "Oppas"), ("travel", "Vervoer"), ("ear", "Luisteren")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    words = TextField(
        label="In haar eigen woorden",
        max_length=200,
        required=False,
        purpose="Zo blijft staan wat zij zei, niet wat wij ervan maakten.",
    )
    only_us = forms.BooleanField(
        label="Alleen zij en u zien dit", required=False, help_text="Ook een waarnemer ziet het dan niet."
    )
    file = forms.FileField(
        label="Bestand", required=False, help_text="Een CSV- of Excel-bestand van hoogstens 5 MB."
    )


def example_form(*, wrong: bool = False) -> ExampleForm:
    """The form empty, or sent with a mistake in every field that can hold one."""
    if not wrong:
        return ExampleForm()
    sent = {"name": "", "since": "32-11-2026", "ring": "9", "words": "Zij haalt Adam op. " * 12}
    return ExampleForm(sent)


WISHES = (
    "Ik wil werken met kinderen.",
    "Ik wil werken met kinderen, het liefst op een school.",
    "Ik wil werken met kinderen of ouderen.",
)


def difference(name: str, label: str, texts: tuple[str, str, str]) -> dict[str, str]:
    """One field of the merge view: what stood there, what stands there now, what was typed."""
    values = dict(zip(("was", "now", "typed"), texts, strict=True))
    return {
        "name": name,
        "label": label,
        **values,
        **{f"{when}_words": text for when, text in values.items()},
    }


def examples() -> dict[str, Any]:
    now = timezone.localtime().replace(hour=10, minute=15)
    return {
        "icons": ICON_SAMPLE,
        "oneself": False,
        "somebody_else": True,
        "tabs": [
            Link("Overzicht", "#overzicht", "layout-dashboard"),
            Link("Kaart", "#kaart", "circles", current=True),
            Link("Plan", "#plan", "heart-handshake"),
            Link("Wat er veranderde", "#verloop", "history"),
        ],
        "pages": Paginator(range(400), 40).get_page(4),
        "pairs": [
            ("Telefoon", "06 12 34 56 78"),
            ("Adres", "geheim: staat in geen enkele brief"),
            ("Kinderen", "Yara (6 jaar) en Adam (2 jaar)"),
        ],
        "happenings": [
            ExampleHappening(now, "Ellen de Graaf", "beloofde de inschrijving bij de opvang na te vragen."),
            ExampleHappening(now - dt.timedelta(days=2), "Samira", "zei ja tegen twee beloften."),
        ],
        "differences": [
            difference("wish", "Haar wens", WISHES),
            difference("since", "Datum", ("", "24-11-2026", "25-11-2026")),
        ],
        "keep": [("once", "")],
        "back": "#",
        "layout": "ui/app.html",
        "hers": False,
    }
