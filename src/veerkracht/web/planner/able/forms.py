"""What she can do, in her own sentence; and whether a job fits in her head and what others say of it."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import OneOfField, TextField

from ..domain.words import LASTING
from ..fields import HoursField, TicksField
from ..forms import Groups, WeekPartForm

DAY_PARTS = [
    ("morning", _("’s ochtends, tot 12 uur")),
    ("afternoon", _("’s middags, van 12 tot 17 uur")),
    ("evening", _("’s avonds, na 17 uur")),
]


class AbleForm(WeekPartForm):
    """No diagnosis and no reason: only what is possible, and what helps."""

    groups: ClassVar[Groups] = (("", ("can", "parts", "longest", "helps")),)
    can = TextField(
        label=_("In eigen woorden"),
        rows=3,
        max_length=500,
        help_text=_("Hoe het heet of waar het door komt, hoeft niemand te weten."),
    )
    parts = TicksField(
        label=_("Op welke tijden van de dag?"),
        required=False,
        choices=DAY_PARTS,
        help_text=_("Niets aangevinkt: de hele dag kan."),
    )
    longest = HoursField(
        label=_("Hoe lang achter elkaar, in uren?"),
        least=15,
        most=16 * 60,
        required=False,
        help_text=_("Leeg laten: dan is er geen grens."),
    )
    helps = TextField(
        label=_("Wat helpt daarbij?"),
        rows=2,
        max_length=500,
        required=False,
        help_text=_("Bijvoorbeeld: een vaste plek, zitten, een pauze na twee uur."),
    )


class OwnFitForm(WeekPartForm):
    """Beside the hours: for how long and why, in her head, and what others will say. Every question may stay open."""

    groups: ClassVar[Groups] = (("", ("lasting", "why", "head", "others")),)
    lasting = OneOfField(
        label=_("Is dit werk voor nu, of om te blijven?"),
        required=False,
        widget=forms.RadioSelect,
        choices=list(LASTING.items()),
    )
    why = TextField(label=_("Waarom?"), rows=2, max_length=500, required=False)
    head = TextField(
        label=_("Is er ruimte voor in het hoofd?"),
        rows=2,
        max_length=500,
        required=False,
        help_text=_("Wat er al speelt, en of dit erbij kan."),
    )
    others = TextField(
        label=_("Wat zullen anderen ervan zeggen?"),
        rows=2,
        max_length=500,
        required=False,
        help_text=_("Thuis, in de familie, op school. En wat betekent dat?"),
    )
