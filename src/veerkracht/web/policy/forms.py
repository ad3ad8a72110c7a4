"""HTTP strings to typed requests, for the self-scan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from veerkracht.disclosure.together import LEAST_MUNICIPALITIES
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .models import HowFar


class ScanAnswerForm(EditForm):
    how_far = OneOfField(label=_("Hoe ver bent u hiermee?"), choices=HowFar.choices, widget=forms.RadioSelect)
    evidence = TextField(
        label=_("Waaraan ziet u dat?"),
        max_length=1500,
        rows=5,
        help_text=_("Noem een regeling, een bedrag, een besluit of een cijfer van deze pagina. Geen namen."),
    )


class ScanActionForm(Form):
    what = LineField(label=_("Wat gaat de gemeente doen?"), max_length=300)
    owner_name = LineField(
        label=_("Wie doet dat?"), max_length=80, help_text=_("Een functie of een afdeling.")
    )
    due_on = DateField(label=_("Wanneer is het klaar?"))


class ProposeCompanyForm(Form):
    """With which municipalities figures go out together."""

    name = LineField(
        label=_("Hoe heet u samen?"),
        max_length=80,
        help_text=_("Bijvoorbeeld de sociale dienst of de arbeidsmarktregio."),
    )
    place_ids = forms.TypedMultipleChoiceField(
        label=_("Met welke gemeenten?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Twee of meer. Met zijn tweeën zou elk de cijfers van de ander kunnen uitrekenen."),
        error_messages={
            "required": _("Kies twee of meer gemeenten."),
            "invalid_choice": _("Deze gemeente kan niet meedoen. Kies een van de gemeenten hieronder."),
        },
    )

    def __init__(self, *args: Any, places: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place_ids"].choices = list(places)  # type: ignore[attr-defined]

    def clean_place_ids(self) -> list[int]:
        chosen: list[int] = self.cleaned_data["place_ids"]
        if len(chosen) < LEAST_MUNICIPALITIES - 1:
            raise forms.ValidationError(_("Kies twee of meer gemeenten."))
        return chosen
