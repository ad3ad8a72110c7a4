"""Her own view on childcare, and the check before a contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, OneOfField, TextField

from ..forms import WeekPartForm
from ..models import Ground, Payer


class ViewForm(WeekPartForm):
    choice = TextField(
        label=_("Zo wil ik het met opvang"),
        rows=3,
        max_length=500,
        help_text=_("In eigen woorden."),
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


class CareCheckForm(EditForm):
    ground = OneOfField(label=_("1. Waarom is de opvang nodig?"), choices=Ground.choices, required=False)
    payer = OneOfField(label=_("2. Wie betaalt?"), choices=Payer.choices, required=False)
    starts_on = DateField(label=_("De opvang begint op"), required=False)
    ends_on = DateField(label=_("3. De betaling loopt tot"), required=False)
    letter_on = DateField(
        label=_("4. Er is een brief waarin dit staat, van"),
        required=False,
        help_text=_("De datum op de brief. Zonder brief is het een verwachting."),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, end = values.get("starts_on"), values.get("ends_on")
        if start and end and end <= start:
            raise_at = forms.ValidationError(_t("Dit moet later zijn dan het begin van de opvang."))
            self.add_error("ends_on", raise_at)
        return values
