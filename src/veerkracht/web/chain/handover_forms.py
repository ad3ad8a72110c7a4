"""Forms of a handover, and of somebody who leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

from .domain.handover import ANSWER_DAYS
from .forms import NumberOf
from .models import Repeated

LONGEST_TRIP = 24 * 60
LONGEST_SHARE = dt.timedelta(days=366)


class HandoverForm(Form):
    """What goes over, from whom to whom, and how long the receiver has to answer."""

    topic = LineField(
        label=_("Wat wordt overgedragen?"), max_length=200, help_text=_("Bijvoorbeeld: de begeleiding thuis.")
    )
    giver = OneOfField(label=_("Wie doet het nu?"), required=False)
    receiver = OneOfField(
        label=_("Wie gaat het doen?"),
        help_text=_("Een collega, of iemand van de lijst met een account of een e-mailadres."),
    )
    answer_days = OneOfField(
        label=_("Binnen hoeveel werkdagen is er een antwoord?"),
        choices=[(str(days), str(days)) for days in (2, 3, 5, 10)],
        initial=str(ANSWER_DAYS),
    )

    def __init__(
        self,
        *args: Any,
        givers: Sequence[tuple[int, str]],
        receivers: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["giver"].choices = [("", _t("Ik, de klantmanager")), *givers]  # type: ignore[attr-defined]
        self.fields["receiver"].choices = [("", _t("Kies")), *receivers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("giver") and values.get("receiver") == f"helper:{values['giver']}":
            self.add_error("receiver", _t("Kies iemand anders dan wie het nu doet."))
        return values

    @property
    def values(self) -> dict[str, Any]:
        chosen = super().values
        kind, _colon, number = chosen.pop("receiver").partition(":")
        giver = chosen.pop("giver")
        return {
            **chosen,
            "answer_days": int(chosen["answer_days"]),
            f"to_{kind}_id": int(number),
            "from_helper_id": int(giver) if giver else None,
        }


class PacketForm(EditForm):
    """Which lines go along, and what she says herself."""

    own_words = TextField(label=_("Wil je er zelf iets bij zeggen?"), max_length=1000, rows=3, required=False)
    keep = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, keys: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keep"].choices = [(key, key) for key in keys]  # type: ignore[attr-defined]


class FirstTalkForm(EditForm):
    """The day of the talk of three."""

    talk_on = DateField(label=_("Op welke dag praten jullie met zijn drieën?"))

    def clean_talk_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["talk_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_t("Deze dag is voorbij. Kies een dag die nog komt."))
        return day


class RepeatedForm(EditForm):
    """Whether she had to tell it again, in one tap and in her words if she likes."""

    repeated = OneOfField(
        label=_("Moest je je verhaal opnieuw vertellen?"),
        choices=[each for each in Repeated.choices if each[0]],
        widget=forms.RadioSelect,
    )
    repeated_words = TextField(label=_("Wil je er iets bij zeggen?"), max_length=500, rows=3, required=False)


class AcceptForm(EditForm):
    """The yes of the receiver, with a word for her."""

    greeting = TextField(
        label=_("Een bericht voor haar"),
        max_length=500,
        rows=3,
        required=False,
        help_text=_("Met uw naam en wat afgesproken blijft. Zij leest dit op haar eigen bladzijde."),
    )


class DeclineForm(EditForm):
    """The no of the receiver."""

    reason = TextField(
        label=_("Waarom niet?"), max_length=500, rows=3, help_text=_("Zij leest dit ook. Schrijf het zo op.")
    )


class LeavingForm(Form):
    """Everybody to one colleague."""

    to_account_id = NumberOf(label=_("Naar wie gaan uw mensen?"))
    topic = LineField(label=_("Wat wordt overgedragen?"), max_length=200, initial=_("De begeleiding"))

    def __init__(self, *args: Any, fellows: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_account_id"].choices = [("", _t("Kies een collega")), *fellows]  # type: ignore[attr-defined]


class GreetingForm(Form):
    """One yes for everybody, with a message each of them reads."""

    greeting = TextField(
        label=_("Uw bericht"),
        max_length=500,
        rows=5,
        help_text=_("Op de plek van {naam} komt haar voornaam. Zij leest dit op haar eigen bladzijde."),
    )
