"""HTTP strings to typed requests, for signals and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.method import library
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .domain.rounding import whole_hours, whole_tens
from .domain.standing import NEXT
from .models import Hearer, TopicState

RINGS = [
    ("micro", _("Dichtbij: mensen met wie er zelf contact is")),
    ("meso", _("Contact onderling: wat tussen anderen misgaat")),
    ("exo", _("Organisaties en regels")),
    ("macro", _("Samenleving: wat het land vindt en doet")),
]
FOR_HER = {
    "wrong": _("Wat gaat er mis? Schrijf het zo dat het ook een ander kan overkomen."),
    "helps": _("Wat zou helpen?"),
    "tell": _("Laat me weten wat ermee gebeurt"),
}


class HandInForm(Form):
    """A signal without a person."""

    wrong = TextField(
        label=_("Wat gaat er mis? Zonder namen, en zo dat het ook een ander kan overkomen."),
        max_length=600,
        rows=4,
        help_text=_("Bijvoorbeeld: de opvang stopt, omdat de taalles niet op de lijst van de wet staat."),
    )
    helps = TextField(label=_("Wat zou helpen?"), max_length=400, rows=2, required=False)
    hours = forms.DecimalField(
        label=_("Wat kost het in uren per week?"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=_("Wordt afgerond op hele uren."),
    )
    euros = forms.DecimalField(
        label=_("Wat kost het in euro's per maand?"),
        required=False,
        min_value=0,
        max_value=5000,
        help_text=_("Wordt afgerond op tientallen."),
    )
    hearer = OneOfField(label=_("Wie kan dit veranderen?"), choices=Hearer.choices, initial=Hearer.DEPARTMENT)
    hearer_name = LineField(
        label=_("Welke organisatie is dat?"),
        max_length=80,
        required=False,
        help_text=_("Geen naam van een mens."),
    )
    ring = OneOfField(label=_("Waar zit het?"), choices=RINGS, initial="exo")
    tell = forms.BooleanField(label=_("Zij wil weten wat ermee gebeurt"), required=False)
    seed = forms.CharField(widget=forms.HiddenInput, required=False, max_length=8)
    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, hers: bool = False, of_case: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in FOR_HER.items() if hers else ():
            self.fields[name].label = label
        for name in ("hours", "euros"):
            self.fields[name].error_messages = {
                **self.fields[name].error_messages,
                "invalid": _t("Vul een getal in, bijvoorbeeld 6 of 120."),
                "min_value": _t("Dit kan niet minder dan nul zijn."),
            }
        for name in ("hours", "euros", "hearer_name") if hers else ():
            del self.fields[name]
        for name in ("ring", "hearer") if hers else ():
            self.fields[name].required = False
            self.fields[name].widget = forms.HiddenInput()
        if not of_case:
            del self.fields["tell"]

    def clean_ring(self) -> str:
        return str(self.cleaned_data["ring"] or "exo")

    def clean_hearer(self) -> str:
        return str(self.cleaned_data["hearer"] or Hearer.DEPARTMENT)

    def clean_hours(self) -> int | None:
        hours = self.cleaned_data["hours"]
        return None if hours is None else whole_hours(float(hours))

    def clean_euros(self) -> int | None:
        euros = self.cleaned_data["euros"]
        return None if euros is None else whole_tens(float(euros))

    def clean_seed(self) -> str:
        seed = str(self.cleaned_data["seed"])
        return seed if seed in {barrier.id for barrier in library.factors()} else ""

    @property
    def values(self) -> dict[str, Any]:
        left_out = {"tell": False, "hours": None, "euros": None, "hearer_name": ""}
        return {**left_out, **super().values}


class SecondReadForm(Form):
    """What the second reader says when it cannot go like this."""

    remark = TextField(
        label=_("Wat kan iemand herkenbaar maken?"),
        max_length=300,
        rows=2,
        required=False,
        help_text=_("Alleen nodig als u het teruggeeft. De schrijver leest dit."),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "back" in self.data and not values.get("remark"):
            self.add_error(
                "remark", _t("Schrijf erbij wat anders moet. Dan kan de schrijver het veranderen.")
            )
        return values


class AnswerTopicForm(EditForm):
    """The next step of a topic: what everybody who gave it will read."""

    state = OneOfField(label=_("Hoe ver is het?"), widget=forms.RadioSelect)
    words = TextField(
        label=_("Wat besluit u, en waarom?"),
        max_length=1500,
        rows=5,
        help_text=_("Dit lezen alle gevers, ook de moeders. Kort en gewoon."),
    )
    due_on = DateField(
        label=_("Wanneer is het zover?"),
        required=False,
        help_text=_("De dag van het besluit, of de dag waarop het gedaan is. Bijvoorbeeld 24-11-2026."),
    )

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(TopicState.choices)
        self.fields["state"].choices = [(key, labels[TopicState(key)]) for key in NEXT[state]]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("state") == TopicState.DECIDED and not values.get("due_on"):
            says = _t("Zeg erbij wanneer het gedaan is, of wanneer u erop terugkomt.")
            self.add_error("due_on", says)
        return values


class ForwardForm(EditForm):
    hearer = OneOfField(label=_("Wie kan dit veranderen?"), choices=Hearer.choices)
    hearer_name = LineField(
        label=_("Welke afdeling of organisatie?"),
        max_length=80,
        help_text=_("Bijvoorbeeld: afdeling Onderwijs."),
    )
    words = TextField(label=_("Waarom daarheen?"), max_length=600, rows=3)


class JoinTopicsForm(EditForm):
    into_id = OneOfField(label=_("Waarmee hoort dit bij elkaar?"))

    def __init__(self, *args: Any, topics: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into_id"].choices = [("", _t("Kies een onderwerp")), *topics]  # type: ignore[attr-defined]

    def clean_into_id(self) -> int:
        return int(self.cleaned_data["into_id"])


class TopicNameForm(EditForm):
    title = LineField(label=_("Hoe heet dit onderwerp?"), max_length=120)


class ReopenForm(Form):
    words = TextField(
        label=_("Waarom is dit nog niet goed?"),
        max_length=600,
        rows=3,
        help_text=_("Zonder namen. Wie het antwoord gaf, leest dit."),
    )


class CardReplyForm(Form):
    words = TextField(
        label=_("Wat geeft u terug?"),
        max_length=1000,
        rows=4,
        help_text=_("Een vraag helpt vaak meer dan een raad. Zonder namen; ook die van u staat er niet bij."),
    )
