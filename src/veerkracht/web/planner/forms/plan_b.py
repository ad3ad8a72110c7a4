"""When it goes otherwise: who is called first. And her own view on childcare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, LineField, TextField

from .base import PartForm, refuse_avoided


class PlanBForm(PartForm):
    who = TextField(
        label=_("Wie wordt gebeld, en in welke volgorde?"),
        rows=4,
        max_length=400,
        required=False,
        help_text=_("Eén naam of rol op elke regel. Telefoonnummers horen hier niet."),
        purpose=_(
            "Als het zover is, hoeft niemand meer na te denken. Alleen wie het zelf wil, komt op de lijst."
        ),
    )
    employer = LineField(label=_("Wat is er met de werkgever afgesproken?"), max_length=200, required=False)
    others = LineField(label=_("Wat doet school of de opvang?"), max_length=200, required=False)

    def __init__(self, data: Any = None, *, avoided: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.avoided = avoided
        super().__init__(data, **kwargs)

    def clean_who(self) -> str:
        refuse_avoided(str(self.cleaned_data["who"]), self.avoided)
        return str(self.cleaned_data["who"])


class ViewForm(PartForm):
    choice = TextField(
        label=_("Zo wil ik het met opvang"),
        rows=3,
        max_length=500,
        help_text=_("In de eigen woorden van de moeder of vader."),
    )
    reason = TextField(label=_("Waarom"), rows=3, max_length=500, required=False)
    again_on = DateField(label=_("Hier kijken we weer naar op"), required=False)

    @classmethod
    def start_of(cls, facts: Mapping[str, Any]) -> dict[str, Any]:
        day = facts.get("again_on")
        return {**facts, "again_on": dt.date.fromisoformat(day) if day else None}

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        day = cleaned["again_on"]
        return {**cleaned, "again_on": day.isoformat() if day else None}
