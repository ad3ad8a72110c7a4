"""Forms of the chain: who helps her, in what she and her klantmanager both read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .models import HelpGround, VisitRhythm
from .words import RISKS

LONGEST_TRIP = 24 * 60
LONGEST_SHARE = dt.timedelta(days=366)


class NumberOf(OneOfField):
    """A choice whose key is a number; None when none was chosen."""

    def clean(self, value: Any) -> int | None:
        chosen = super().clean(value)
        return int(chosen) if chosen else None


class HelperForm(EditForm):
    """One helper. For her the questions are about herself; a klantmanager also ticks that it was said to her."""

    template_name = "chain/_helper_form.html"
    at_once = ("name", "purpose", "phone", "email", "rhythm", "is_announced")

    name = LineField(label=_("Wie helpt?"), max_length=80, help_text=_("Een naam, zoals Karin Bos."))
    purpose = LineField(
        label=_("Waarvoor?"), max_length=200, help_text=_("Bijvoorbeeld: de schulden regelen.")
    )
    role = LineField(label=_("Wat is die persoon?"), max_length=80, required=False)
    organisation = LineField(label=_("Van welke organisatie?"), max_length=120, required=False)
    phone = LineField(label=_("Telefoon"), max_length=30, required=False)
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        required=False,
        error_messages={"invalid": _("Dit is geen e-mailadres. Kijk of er een @ en een punt in staan.")},
    )
    since = DateField(label=_("Sinds"), required=False)
    until = DateField(label=_("Tot en met"), required=False)
    last_contact_on = DateField(label=_("Laatste contact"), required=False)
    ground = OneOfField(
        label=_("Waarom mag deze persoon iets weten?"),
        choices=HelpGround.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    law = LineField(
        label=_("Welke wet?"),
        max_length=120,
        required=False,
        help_text=_("Alleen bij een taak uit de wet, bijvoorbeeld: Jeugdwet."),
    )
    rhythm = OneOfField(
        label=_("Hoe vaak is er een afspraak?"), choices=VisitRhythm.choices, initial=VisitRhythm.NONE
    )
    place = LineField(
        label=_("Waar?"), max_length=80, required=False, help_text=_("Alleen de plek, geen adres.")
    )
    travel_minutes = forms.IntegerField(
        label=_("Minuten onderweg, heen en terug samen"),
        min_value=0,
        max_value=LONGEST_TRIP,
        required=False,
        error_messages={
            "invalid": _("Vul een heel getal in, bijvoorbeeld 40."),
            "min_value": _("Minder dan 0 minuten kan niet."),
            "max_value": _("Langer dan een dag onderweg kan niet. Vul minuten in."),
        },
    )
    linked = OneOfField(label=_("Wie is dat op de kaart?"), required=False)
    account_id = NumberOf(label=_("Heeft deze persoon een eigen account?"), required=False)
    is_announced = forms.BooleanField(
        label=_("Ik heb haar verteld dat deze persoon hier komt te staan"),
        error_messages={
            "required": _("Vertel het haar eerst. Niemand komt op de lijst zonder dat zij het weet.")
        },
    )

    def __init__(
        self,
        *args: Any,
        hers: bool = False,
        places: Sequence[tuple[str, str]] = (),
        partners: Sequence[Account] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        accounts = [(str(each.pk), each.name) for each in partners]
        self.fields["linked"].choices = [("", _t("Niet op de kaart")), *places]  # type: ignore[attr-defined]
        self.fields["account_id"].choices = [("", _t("Nee")), *accounts]  # type: ignore[attr-defined]
        if hers:
            self.fields["name"].label = _t("Wie helpt jou?")
            self.fields["ground"].label = _t("Waarom mag deze persoon iets van jou weten?")
            del self.fields["account_id"]
        if hers or self.changes_something:
            del self.fields["is_announced"]

    def first_fields(self) -> list[forms.BoundField]:
        """What is asked at once; the rest stands under "meer"."""
        return [self[name] for name in self.fields if name in self.at_once]

    def more_fields(self) -> list[forms.BoundField]:
        fields = [self[name] for name in self.fields if name not in self.at_once]
        return [field for field in fields if not field.is_hidden]

    @property
    def more_is_open(self) -> bool:
        """Open where something stands, so that nothing is hidden that somebody wrote."""
        return any(field.errors or self.initial.get(field.name) for field in self.more_fields())

    def clean_rhythm(self) -> int:
        return int(self.cleaned_data["rhythm"])

    def clean_travel_minutes(self) -> int:
        return self.cleaned_data["travel_minutes"] or 0

    def clean_last_contact_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["last_contact_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_t("Deze dag moet nog komen. Vul een dag in die geweest is."))
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", _t("Deze dag ligt voor het begin. Kies een dag op of na de eerste dag."))
        return values


class NotRightForm(EditForm):
    """What is not right about a helper, in her words."""

    her_words = TextField(label=_("Wat klopt er niet?"), max_length=500, rows=3)


class RiskForm(Form):
    """A change that comes: what and when."""

    kind = OneOfField(label=_("Welke overgang?"), choices=list(RISKS.items()), widget=forms.RadioSelect)
    on = DateField(label=_("Vanaf welke dag?"))
    words = LineField(label=_("Wil je er iets bij zeggen?"), max_length=200, required=False)
