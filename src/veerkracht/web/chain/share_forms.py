"""Forms of sharing: what she gives, what a helper or an employer answers, the code of a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, Form, LineField, OneOfField, TextField

from .domain.share import PieceStep
from .domain.work_times import Time, UnreadableLine, read_times
from .models import SheetAnswer
from .pieces import fits_together

LONGEST_TRIP = 24 * 60
LONGEST_SHARE = dt.timedelta(days=366)


class ShareForm(Form):
    """What is shared with this helper, for what and until when."""

    pieces = forms.MultipleChoiceField(
        label=_("Wat wordt er gedeeld?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies minstens één ding."),
            "invalid_choice": _("Dit kan niet (meer) gedeeld worden. Kies uit wat er staat."),
        },
    )
    purpose = LineField(
        label=_("Waarvoor?"), max_length=200, help_text=_("Bijvoorbeeld: de schulden regelen.")
    )
    until = DateField(label=_("Tot en met welke dag?"))

    def __init__(
        self, *args: Any, choices: Sequence[tuple[str, str]], question_id: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pieces"].choices = choices  # type: ignore[attr-defined]
        self.question_id = question_id

    def clean_pieces(self) -> list[str]:
        keys: list[str] = self.cleaned_data["pieces"]
        if not fits_together(keys):
            raise forms.ValidationError(
                _t("Het blad voor een werkgever gaat alleen. Deel iets anders met iemand anders, of later.")
            )
        return keys

    def clean_until(self) -> dt.date:
        day: dt.date = self.cleaned_data["until"]
        if day < timezone.localdate():
            raise forms.ValidationError(_t("Deze dag is voorbij. Kies een dag die nog komt."))
        if day > timezone.localdate() + LONGEST_SHARE:
            raise forms.ValidationError(_t("Langer dan een jaar kan niet. Daarna kun je het opnieuw delen."))
        return day

    @property
    def values(self) -> dict[str, Any]:
        return {**super().values, "question_id": self.question_id}


class PieceAnswerForm(Form):
    """What the helper says of one promise; the no has a reason, another day has a day."""

    step = OneOfField(label=_("Uw antwoord"), widget=forms.RadioSelect)
    reason = TextField(
        label=_("Waarom niet?"),
        max_length=300,
        rows=2,
        required=False,
        help_text=_("Alleen bij nee. Zij leest dit."),
    )
    proposed_on = DateField(
        label=_("Welke dag dan?"), required=False, help_text=_("Alleen bij een andere dag.")
    )

    def __init__(self, *args: Any, steps: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = steps  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        step, day = values.get("step"), values.get("proposed_on")
        if step == PieceStep.DECLINE and not values.get("reason"):
            self.add_error("reason", _t("Schrijf in een paar woorden waarom het niet kan."))
        if step == PieceStep.PROPOSE_DAY and "proposed_on" in values and not day:
            self.add_error("proposed_on", _t("Vul de dag in die u voorstelt, bijvoorbeeld 24-11-2026."))
        if day and day < timezone.localdate():
            self.add_error("proposed_on", _t("Deze dag is voorbij. Kies een dag die nog komt."))
        return values


class AskMoreForm(Form):
    """What more the helper needs, and why."""

    purpose = LineField(
        label=_("Wat heeft u nog nodig, en waarvoor?"),
        max_length=200,
        help_text=_("Zij beslist. Tot zij ja zegt, ziet u er niets van."),
    )


class LinkCodeForm(Form):
    """The code that was mailed."""

    code = LineField(label=_("De code uit de e-mail"), max_length=40)


class SheetReplyForm(Form):
    """What the employer says of the sheet. Nothing is asked about who she takes care of."""

    answer = OneOfField(label=_("Uw antwoord"), choices=SheetAnswer.choices, widget=forms.RadioSelect)
    times = TextField(
        label=_("Welke tijden dan?"),
        max_length=400,
        rows=5,
        required=False,
        help_text=_("Eén dag op een regel, bijvoorbeeld: ma 9.00-13.00."),
    )
    phone_rule_ok = forms.BooleanField(label=_("De afspraak over de telefoon is goed"), required=False)
    school_weeks_ok = forms.BooleanField(
        label=_("De uren over het jaar (schoolweken) zijn goed"), required=False
    )
    starts_on = DateField(label=_("Vanaf welke dag?"), required=False)
    words = TextField(
        label=_("Wilt u er iets bij zeggen over het werk?"), max_length=500, rows=2, required=False
    )

    def clean_times(self) -> list[Time]:
        try:
            return read_times(self.cleaned_data["times"])
        except UnreadableLine as error:
            says = _t(
                "“%(line)s” is niet te lezen. Schrijf een dag en twee tijden, bijvoorbeeld: ma 9.00-13.00."
            )
            raise forms.ValidationError(says % {"line": error.line[:40]}) from error

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("answer") == SheetAnswer.OTHER and values.get("times") == []:
            self.add_error("times", _t("Schrijf op welke tijden u voorstelt, bijvoorbeeld: ma 9.00-13.00."))
        return values
