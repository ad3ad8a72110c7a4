"""What the hours should be enough for."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import OneOfField

from ..domain.questions import EURO, MoneyQuestion
from ..forms import NumberField


class MoreForm(forms.Form):
    """What the hours should be enough for, on the page about hours."""

    use_required_attribute = False
    meer = NumberField(
        MoneyQuestion("meer", EURO, _("Hoeveel meer per maand?"), most=5000), can_be_unknown=False
    )
    voltijd = OneOfField(
        label=_("Een volle werkweek is"),
        choices=[(str(n), f"{n} uur") for n in (36, 38, 40)],
        widget=forms.RadioSelect,
        required=False,
    )
