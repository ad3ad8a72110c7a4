"""HTTP strings to typed requests, for the catalogue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.planner.fields import AmountField, ClockField, CountField, DaysField, TicksField
from veerkracht.web.ui.forms import DateField, LineField, OneOfField, TextField

from .domain.topics import topics
from .fields import CatalogueForm
from .models import Aim, Caller, CareKind, Evidence, Weekday, YesNo

SOURCE_HELP = _("Bijvoorbeeld: sociale kaart, gelezen op 12 november 2026.")


class CatalogueOfferForm(CatalogueForm):
    name = LineField(label=_("Hoe heet het?"), max_length=120)
    organisation = LineField(label=_("Welke organisatie doet dit?"), max_length=120)
    by_municipality = forms.BooleanField(label=_("De gemeente doet dit zelf"), required=False)
    what = TextField(label=_("Wat gebeurt er?"), rows=3, max_length=500)
    aim = OneOfField(
        label=_("Wie of wat moet hierdoor veranderen?"),
        choices=Aim.choices,
        widget=forms.RadioSelect,
        purpose=_("De zelfscan telt hiermee hoeveel aanbod alleen iets van de moeder vraagt."),
    )
    topics = TicksField(label=_("Waar gaat het over?"), choices=[(t.key, t.title) for t in topics()])
    evidence = OneOfField(label=_("Wat is bekend over de werking?"), choices=Evidence.choices, required=False)
    gender_sensitive = OneOfField(
        label=_("Houdt het rekening met verschillen tussen vrouwen en mannen?"),
        choices=YesNo.choices,
        required=False,
    )
    cost = LineField(
        label=_("Wat kost het voor wie meedoet?"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: gratis. Leeg laten betekent: niet bekend."),
    )
    place = LineField(label=_("Waar is het?"), max_length=200, required=False)
    times = LineField(
        label=_("Wanneer is het?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: dinsdag en donderdag van 9.00 tot 11.30 uur."),
    )
    childcare = OneOfField(label=_("Is er opvang bij?"), choices=YesNo.choices, required=False)
    contact = LineField(label=_("Wie kan gebeld of gemaild worden?"), max_length=120, required=False)
    promise = LineField(
        label=_("Wat belooft de organisatie als iemand dit kiest?"),
        max_length=200,
        required=False,
        help_text=_(
            "Begin met een werkwoord: belt binnen een week over een eerste gesprek. Leeg: laat weten wanneer zij kan "
            "beginnen."
        ),
    )
    weekday = OneOfField(
        label=_("Komt er een groep bij elkaar? Op welke dag?"), choices=Weekday.choices, required=False
    )
    starts_at = ClockField(label=_("De groep begint om"), required=False)
    ends_at = ClockField(label=_("De groep eindigt om"), required=False)
    first_on = DateField(label=_("Eerste keer op"), required=False)
    ends_on = DateField(label=_("Laatste dag van dit aanbod"), required=False)
    source = LineField(label=_("Waar staat dit?"), max_length=200, help_text=SOURCE_HELP)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        starts, ends = values.get("starts_at") or "", values.get("ends_at") or ""
        values |= {"starts_at": starts, "ends_at": ends}
        if values.get("weekday") and not starts and "starts_at" not in self.errors:
            self.add_error("starts_at", _t("Een groep heeft een tijd. Vul in hoe laat hij begint."))
        if starts and ends and starts >= ends:
            self.add_error("ends_at", _t("Dit moet later zijn dan het begin om %(at)s.") % {"at": starts})
        first, last = values.get("first_on"), values.get("ends_on")
        if first and last and first > last:
            self.add_error("ends_on", _t("De laatste dag ligt vóór de eerste keer."))
        return values


class CentreForm(CatalogueForm):
    name = LineField(label=_("Hoe heet de opvang?"), max_length=120)
    organisation = LineField(label=_("Van welke organisatie?"), max_length=120)
    kind = OneOfField(label=_("Wat voor opvang is het?"), choices=CareKind.choices)
    place = LineField(label=_("Waar is het?"), max_length=200, required=False)
    days = DaysField(label=_("Op welke dagen open?"))
    opens = ClockField(label=_("Open vanaf"), required=False)
    closes = ClockField(label=_("Open tot"), required=False)
    hours_per_day = AmountField(label=_("Uren per dag die betaald worden"), most=24, required=False)
    euros_per_hour = AmountField(label=_("Prijs per uur, in euro"), most=99, required=False)
    waiting_weeks = CountField(
        label=_("Wachttijd in weken"),
        most=200,
        required=False,
        help_text=_("0 is: er is nu plek. Leeg is: niet bekend."),
    )
    registered = OneOfField(
        label=_("Staat het in het landelijk register (LRK)?"),
        choices=YesNo.choices,
        required=False,
        purpose=_("Zonder registratie is er geen kinderopvangtoeslag."),
    )
    caller = OneOfField(label=_("Wie belt voor een plek?"), choices=Caller.choices, required=False)
    contact = LineField(label=_("Telefoon of e-mail van de opvang"), max_length=120, required=False)
    source = LineField(label=_("Waar staat dit?"), max_length=200, help_text=SOURCE_HELP)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        opens, closes, kind = values.get("opens") or "", values.get("closes") or "", values.get("kind")
        values |= {"opens": opens, "closes": closes}
        if opens and closes and opens >= closes:
            self.add_error("closes", _t("Dit moet later zijn dan de opening om %(at)s.") % {"at": opens})
        needs_opening = kind in (CareKind.DAY_CARE, CareKind.CHILDMINDER, CareKind.BEFORE_SCHOOL)
        if needs_opening and not opens and "opens" not in self.errors:
            self.add_error("opens", _t("Vul in hoe laat deze opvang open gaat."))
        if kind != CareKind.BEFORE_SCHOOL and not closes and "closes" not in self.errors:
            self.add_error("closes", _t("Vul in hoe laat deze opvang dicht gaat."))
        return values


class SheetForm(forms.Form):
    file = forms.FileField(
        label=_("Het bestand"),
        help_text=_("Een CSV-, Excel- of LibreOffice-bestand (.xlsx, .xls, .ods) van hoogstens 5 MB."),
        error_messages={
            "required": _("Kies een bestand van hoogstens 5 MB."),
            "empty": _("Dit bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.xls,.ods"}),
    )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > 5_000_000:
            raise forms.ValidationError(_t("Dit bestand is groter dan 5 MB. Deel het in kleinere stukken."))
        return bytes(file.read())
