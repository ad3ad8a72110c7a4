"""HTTP strings to typed requests, for the plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, LineField, OneOf, TextField

from .models import Answer, Owner

_NAMED = (Owner.EMPLOYER, Owner.CHILDCARE, Owner.SCHOOL, Owner.PARTNER_ORGANISATION, Owner.NETWORK)


class WishForm(EditForm):
    wish = TextField(
        label=_("De wens, in haar eigen woorden"),
        rows=6,
        purpose=_("Het plan begint hiermee. Schrijf op wat zij zegt, zoals zij het zegt."),
    )


class PromiseForm(EditForm):
    owner = OneOf(label=_("Wie neemt dit op zich?"), choices=Owner.choices, widget=forms.RadioSelect)
    owner_name = LineField(
        label=_("Naam of functie"),
        max_length=80,
        required=False,
        help_text=_("Bijvoorbeeld: de school van Yara, of buurvrouw Els."),
    )
    what = LineField(
        label=_("Wat wordt er gedaan?"),
        max_length=500,
        help_text=_("Begin met een werkwoord. Bijvoorbeeld: beslist over de vergoeding van de opvang."),
    )
    due_on = DateField(label=_("Voor wanneer?"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("owner") in _NAMED and not values.get("owner_name"):
            self.add_error("owner_name", _t("Schrijf op wie dit is, dan weet zij bij wie ze moet zijn."))
        no_date = not values.get("due_on") and "due_on" not in self.errors
        if no_date and values.get("owner") in (Owner.MUNICIPALITY, Owner.KLANTMANAGER):
            self.add_error("due_on", _t("Een belofte van de gemeente heeft een datum. Vul die in."))
        return values


class AnswerForm(EditForm):
    answer = OneOf(
        label=_("Wat zegt zij?"),
        choices=[choice for choice in Answer.choices if choice[0] != Answer.NONE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie antwoorden.")},
    )
    answer_words = TextField(label=_("In haar woorden"), required=False, rows=3, max_length=2000)

    def __init__(self, *args: Any, hers: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hers:
            self.fields["answer"].label = _t("Wat zeg jij?")
            self.fields["answer_words"].label = _t("In jouw woorden")
