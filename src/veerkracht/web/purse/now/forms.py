"""What is looked at, and kept nowhere: wage, hours and first day of work."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField
from veerkracht.words.numbers import day_in_words

from ..domain.questions import LATER
from ..forms import LOOKED_AT, NumberField

STARTS_ON = "vanaf"


MOST_YEARS_AHEAD = 2


class LookForm(forms.Form):
    """The wage and the hours to look at. Travels in the address; nothing of it is kept."""

    use_required_attribute = False

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for question in LATER.questions:
            if question.name in LOOKED_AT:
                self.fields[question.name] = NumberField(question, can_be_unknown=False)
        self.fields[STARTS_ON] = DateField(label=_("Vanaf"), required=False, help_text="")

    def clean_vanaf(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data[STARTS_ON]
        last = self.today.replace(year=self.today.year + MOST_YEARS_AHEAD, day=1)
        if day and not self.today <= day <= last:
            raise forms.ValidationError(
                _t("Kies een dag van %(first)s tot en met %(last)s.")
                % {"first": day_in_words(self.today), "last": day_in_words(last)}
            )
        return day
