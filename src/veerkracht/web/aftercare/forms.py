"""Forms of what comes after the start."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.planner.fields import CountField
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, TextField

from .domain import CHOSEN
from .models import MOMENTS

ONE_DAY = dt.timedelta(days=1)


class StartForm(EditForm):
    """What begins, when, and how long there is to get used to it."""

    what = LineField(
        label=_("Wat begint er?"), max_length=150, help_text=_("Werk, een opleiding, een werkplaats.")
    )
    place = LineField(label=_("Bij wie?"), max_length=100, required=False)
    starts_on = DateField(label=_("Eerste dag"))
    hours = CountField(label=_("Hoeveel uur per week, om te beginnen?"), most=60, required=False)
    used_until = DateField(label=_("Wennen tot en met"), required=False)
    getting_used = TextField(
        label=_("Hoe gaat het wennen?"),
        max_length=600,
        rows=3,
        required=False,
        help_text=_("Bijvoorbeeld: eerst acht uur, na vier weken samen kijken. Niet bellen in het begin."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        begins, until = cleaned.get("starts_on"), cleaned.get("used_until")
        if begins and until and until < begins:
            self.add_error("used_until", _t("Dit ligt vóór de eerste dag. Kies een latere dag."))
        return cleaned


class MomentsForm(Form):
    """When she wants to be rung."""

    moments = forms.MultipleChoiceField(
        label=_("Kies een of meer momenten"),
        choices=[choice for choice in MOMENTS if choice[0] in CHOSEN],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Niets kiezen mag ook. Veranderen kan altijd."),
    )


class RelapseForm(EditForm):
    """Beforehand, in calm words: what happens when it does not work out."""

    signs = TextField(
        label=_("Waaraan merken we dat het te veel wordt?"), max_length=600, rows=2, required=False
    )
    first_step = TextField(label=_("Wat gebeurt er dan als eerste?"), max_length=600, rows=2)
    who_to_call = LineField(label=_("Wie belt wie?"), max_length=150, required=False)
    municipality_does = TextField(
        label=_("Wat doet de gemeente?"),
        max_length=600,
        rows=2,
        help_text=_("Bijvoorbeeld: regelt de bijstand dezelfde week, houdt de opvang aan."),
    )
    not_wanted = TextField(label=_("Wat wil zij dan juist niet?"), max_length=600, rows=2, required=False)

    def __init__(self, *args: Any, hers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hers:
            self.fields["not_wanted"].label = _("Wat wil je dan juist niet?")


class HeldForm(EditForm):
    """The talk was held."""

    held_on = DateField(label=_("Op welke dag?"))
    words = TextField(label=_("Hoe gaat het?"), max_length=1000, rows=3, required=False)

    def clean_held_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_t("Deze dag moet nog komen."))
        return day


class RealWeekForm(Form):
    """How a real week was, and what is agreed differently."""

    how_it_was = TextField(label=_("Hoe was het echt?"), max_length=600, rows=3)
    what_changes = TextField(
        label=_("Wat spreken we anders af?"),
        max_length=600,
        rows=2,
        required=False,
        help_text=_("Bijvoorbeeld: om 9.15 uur beginnen, de woensdag vrij."),
    )
    is_agreed = forms.BooleanField(
        label=_("Dit is zo afgesproken met de werkgever of school"), required=False
    )


class StopForm(EditForm):
    """It stopped: two days, and no reason asked."""

    stopped_on = DateField(label=_("Eerste dag zonder dit werk"))
    reported_on = DateField(
        label=_("Op welke dag wordt bijstand gevraagd?"),
        help_text=_("Bijstand gaat in vanaf de dag van de melding. Eerder melden is eerder geld."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        today = timezone.localdate()
        for name in ("stopped_on", "reported_on"):
            day = cleaned.get(name)
            if day and abs((day - today).days) > 183:
                self.add_error(name, _t("Deze dag is meer dan een half jaar weg. Klopt het jaar?"))
        return cleaned


class EndForm(EditForm):
    """What the guidance leaves behind."""

    reached = TextField(label=_("Wat is er bereikt? In haar woorden"), max_length=3000, rows=5)
    stays = TextField(label=_("Wat blijft er afgesproken?"), max_length=1500, rows=3, required=False)
    who_to_call = TextField(
        label=_("Wie kan zij bellen?"),
        max_length=600,
        rows=3,
        required=False,
        help_text=_("Een naam en een nummer."),
    )

    def __init__(self, *args: Any, hers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hers:
            self.fields["reached"].label = _("Wat heb je bereikt?")
            self.fields["who_to_call"].label = _("Wie kun je bellen?")
