"""HTTP strings to typed requests, for the guide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.method import library as method
from veerkracht.web.map.domain import Effect, Ring
from veerkracht.web.map.domain.text import shown
from veerkracht.web.plan.forms import PromiseForm
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .domain.reflection import names_in
from .models import ContactKind, RemarkKind

LONGEST_WORDS = 1000
RINGS = [
    (Ring.MICRO, _("Dichtbij: mensen met wie er zelf contact is")),
    (Ring.MESO, _("Contact onderling: wie met wie praat, of niet")),
    (Ring.EXO, _("Organisaties en regels")),
    (Ring.MACRO, _("Samenleving: wat mensen vinden")),
]
EFFECTS = [(Effect.HINDERS, _("Dit houdt tegen")), (Effect.HELPS, _("Dit helpt"))]


class TimeField(forms.TimeField):
    """A time typed as a person writes it."""

    purpose = ""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox--date"}
        widget = forms.TimeInput(format="%H.%M", attrs=attrs)
        super().__init__(input_formats=["%H.%M", "%H:%M", "%H"], widget=widget, **kwargs)

    def to_python(self, value: Any) -> dt.time | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            says = _t("%(typed)s is geen tijd. Vul uren en minuten in, bijvoorbeeld 9.30.")
            raise forms.ValidationError(says % {"typed": str(value)[:40]}, code="invalid") from error


class TalkForm(EditForm):
    on = DateField(label=_("Op welke dag?"))
    starts_at = TimeField(label=_("Hoe laat?"), required=False, help_text=_("Bijvoorbeeld 9.30."))
    place = LineField(
        label=_("Waar?"),
        max_length=80,
        required=False,
        help_text=_("Bijvoorbeeld: het buurthuis, bellen, of kamer 3."),
    )
    bring = LineField(
        label=_("Wat neemt zij mee?"),
        max_length=200,
        required=False,
        help_text=_("Zij leest dit. Bijvoorbeeld: de brief van de opvang. Laat leeg als het niets is."),
    )
    interpreter = LineField(
        label=_("Tolk"),
        max_length=80,
        required=False,
        help_text=_("Welke taal, en hoe. Bijvoorbeeld: Tigrinya, per telefoon."),
        purpose=_("Een kind of partner tolkt niet. Een tolk regelt u vooraf."),
    )
    interpreter_booked = forms.BooleanField(label=_("De tolk is geregeld"), required=False)


class PersonForm(Form):
    """A name on the map, typed at the table."""

    name = LineField(label=_("Wie of wat erbij?"), max_length=60)

    def clean_name(self) -> str:
        if not shown(self.cleaned_data["name"]):
            raise forms.ValidationError(_t("Hier staat geen leesbaar teken. Vul een voornaam of een rol in."))
        return str(self.cleaned_data["name"])


class TablePromiseForm(PromiseForm):
    """A promise written down while she looks along: who takes it on is said to her."""

    def __init__(self, *args: Any, klantmanager: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "belofte_%s", **kwargs})
        said_to_her = {
            "klantmanager": klantmanager,
            "municipality": _t("de gemeente"),
            "mother": _t("jij"),
            "network": _t("iemand die je kent"),
            "school": _t("school of opleiding"),
            "childcare": _t("de opvang"),
            "employer": _t("de werkgever"),
            "partner_organisation": _t("een andere organisatie"),
        }
        self.fields["owner"].choices = list(said_to_her.items())  # type: ignore[attr-defined]
        self.fields["owner"].label = _t("Wie doet dit?")


class QuoteForm(Form):
    words = TextField(label=_("Wat wordt er gezegd?"), max_length=LONGEST_WORDS, rows=2)
    between_us = forms.BooleanField(label=_("Dit blijft tussen ons"), required=False)


class QuoteEditForm(EditForm):
    words = TextField(label=_("Zo staat het er beter"), max_length=LONGEST_WORDS, rows=3)


class AgendaForm(Form):
    words = LineField(label=_("Waar moet het over gaan?"), max_length=300)


class ContactForm(EditForm):
    on = DateField(label=_("Wanneer?"))
    kind = forms.ChoiceField(
        label=_("Wat was het?"),
        choices=ContactKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het was.")},
    )
    line = LineField(
        label=_("In één zin"), max_length=300, help_text=_("De moeder of vader kan dit ook lezen.")
    )
    next_step = LineField(label=_("En nu?"), max_length=200, required=False)
    next_on = DateField(label=_("Wanneer is dat?"), required=False)


class PlaceOnMapForm(EditForm):
    """Her words as something on the map; the two buttons say whether it holds back or helps."""

    text = TextField(label=_("Zo komt het op de kaart"), max_length=300, rows=2)
    ring = forms.ChoiceField(label=_("Waar zit het?"), choices=RINGS, widget=forms.RadioSelect)
    subject = OneOfField(label=_("Over wie of wat gaat het?"), required=False)
    effect = forms.ChoiceField(
        choices=EFFECTS,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Kies of dit tegenhoudt of helpt."),
        },
    )

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        """`people`: row and name of who stands on her map."""
        super().__init__(*args, **kwargs)
        names = [(str(row), name) for row, name in people]
        self.fields["subject"].choices = [("", _t("Niemand die er al staat")), *names]  # type: ignore[attr-defined]
        if not names:
            del self.fields["subject"]


class SeenForm(Form):
    seen = TextField(
        label=_("Wat u zag en hoorde"),
        required=False,
        rows=8,
        max_length=8000,
        help_text=_("Over het systeem en over wat lukt. De woorden uit het gesprek staan er al."),
    )


class WrapUpForm(SeenForm):
    """The end of a talk on one screen: what was seen, and when they meet again."""

    next_on = DateField(label=_("Volgend gesprek"), required=False)
    next_at = TimeField(label=_("Hoe laat?"), required=False)
    next_place = LineField(label=_("Waar, of bellen?"), max_length=80, required=False)
    next_interpreter = LineField(label=_("Tolk"), max_length=80, required=False)
    field_order = ["next_on", "next_at", "next_place", "next_interpreter", "seen"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].widget.attrs["rows"] = 3

    def clean_next_on(self) -> dt.date | None:
        on: dt.date | None = self.cleaned_data["next_on"]
        if on and on < timezone.localdate():
            raise forms.ValidationError(_t("Deze dag is geweest. Kies een dag die nog komt."))
        return on

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        said_more = any(values.get(name) for name in ("next_at", "next_place", "next_interpreter"))
        if said_more and not values.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", _t("Op welke dag is het volgende gesprek?"))
        return values

    @property
    def next_talk(self) -> dict[str, Any] | None:
        """What to plan, or None when no day was said."""
        values = self.cleaned_data
        if not values["next_on"]:
            return None
        return {
            "on": values["next_on"],
            "starts_at": values["next_at"],
            "place": values["next_place"],
            "interpreter": values["next_interpreter"],
        }


class RemarkForm(Form):
    kind = forms.ChoiceField(
        label=_("Wat zeg jij ervan?"),
        choices=RemarkKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het beste past.")},
    )
    words = TextField(label=_("In jouw woorden"), max_length=4000, rows=4)


class AdditionForm(Form):
    words = TextField(label=_("Wat wilt u toevoegen?"), max_length=4000, rows=4)


FACES = [(4, _("Ja, helemaal")), (3, _("Meestal wel")), (2, _("Niet zo")), (1, _("Nee"))]


class HeardForm(Form):
    face = forms.TypedChoiceField(
        label=_("Werd je gehoord?"),
        choices=FACES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies het gezicht dat past.")},
    )
    words = TextField(label=_("Wil je er iets bij zeggen?"), required=False, max_length=1000, rows=3)


class MirrorForm(Form):
    factors = forms.MultipleChoiceField(label=_("Wat herkent u in dit gesprek?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        factors = self.fields["factors"]
        assert isinstance(factors, forms.MultipleChoiceField)
        factors.choices = [(one.id, one.text) for one in method.items("F")]


class ReflectionForm(Form):
    words = TextField(label=_("Wat merkt u bij uzelf?"), max_length=8000, rows=6)


class CardForm(Form):
    """A card without names: who is recognised by name sends it back before anybody reads it."""

    situation = TextField(label=_("Wat speelt er?"), max_length=1500, rows=4)
    tried = TextField(label=_("Wat is er al geprobeerd?"), max_length=1500, rows=3, required=False)
    system = TextField(label=_("Wat doet het systeem hier?"), max_length=1500, rows=3, required=False)
    question = LineField(label=_("Uw vraag aan uw collega’s"), max_length=300)

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for field in ("situation", "tried", "system", "question"):
            names = names_in(values.get(field, ""), self.names)
            if names:
                says = _t("Hier staat een naam: %s. Schrijf een moeder, een kind of een collega.")
                self.add_error(field, says % ", ".join(names))
        return values
