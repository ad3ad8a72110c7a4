"""Forms of the joint table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField, TextField

LONGEST_TRIP = 24 * 60
LONGEST_SHARE = dt.timedelta(days=366)


class TableForm(Form):
    """When everybody sits at the table."""

    on = DateField(label=_("Op welke dag?"))
    starts_at = forms.TimeField(
        label=_("Hoe laat?"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        help_text=_("Bijvoorbeeld 9.30."),
        error_messages={"invalid": _("Dit is geen tijd. Vul bijvoorbeeld 9.30 in.")},
    )
    place = LineField(label=_("Waar?"), max_length=80, required=False)

    def clean_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_t("Deze dag is voorbij. Kies een dag die nog komt."))
        return day


class DutyForm(Form):
    """One duty, one owner."""

    what = LineField(
        label=_("Wat gaat er gebeuren?"), max_length=500, help_text=_("Bijvoorbeeld: belt de school.")
    )
    owner = OneOfField(label=_("Wie doet dit? Eén iemand."), widget=forms.RadioSelect)
    due_on = DateField(label=_("Voor welke dag?"), required=False)

    def __init__(
        self, *args: Any, helpers: Sequence[tuple[str, str]], hers: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        staff = [] if hers else [("klantmanager", _t("De klantmanager")), ("municipality", _t("De gemeente"))]
        herself = ("mother", _t("Ik zelf") if hers else _t("Zijzelf"))
        self.fields["owner"].choices = [*helpers, *staff, herself]  # type: ignore[attr-defined]


class MinutesForm(EditForm):
    """What was said, in her words, and what stops."""

    minutes = TextField(label=_("Wat is er gezegd en afgesproken?"), max_length=3000, rows=6)
    what_stops = TextField(label=_("Wat stopt er?"), max_length=500, rows=2, required=False)
