"""The sheet for an employer, and the check before a childcare contract: forms over ordinary columns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, LineField, OneOf

from ..fields import NumberField
from ..models import Ground, Payer


class ProfileForm(EditForm):
    start_tolerance = NumberField(
        label=_("Hoeveel minuten later beginnen zou helpen?"),
        most=60,
        purpose=_("Vijf minuten speling bij het begin scheelt vaak meer dan een andere dienst."),
    )
    phone_rule = LineField(
        label=_("Telefoon tijdens het werk"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: bereikbaar voor noodgevallen, telefoon op stil in de zak."),
    )
    holiday_rule = LineField(
        label=_("In schoolvakanties"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: verlof in de zomer, in andere vakanties twee dagen werk."),
    )
    roster_rule = LineField(
        label=_("Roosters"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: vaste dagen, en een wijziging vier weken vooraf."),
    )


class CareCheckForm(EditForm):
    ground = OneOf(label=_("1. Waarom is de opvang nodig?"), choices=Ground.choices, required=False)
    payer = OneOf(label=_("2. Wie betaalt?"), choices=Payer.choices, required=False)
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
