"""HTTP strings to typed requests, for the self-scan."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

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
