"""What the year counts with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import OneOfField

from ..fields import CountField
from ..forms import WeekPartForm


class YearForm(WeekPartForm):
    """What a year takes: holidays, study days, sick days."""

    region = OneOfField(
        label=_("Regio van de schoolvakanties"),
        choices=[("Noord", _("Noord")), ("Midden", _("Midden")), ("Zuid", _("Zuid"))],
    )
    study_days = CountField(label=_("Studiedagen van school in een jaar"), most=30)
    leave_weeks = CountField(
        label=_("Weken vakantieverlof in een jaar"),
        most=11,
        help_text=_("Vier weken is het minste dat de wet geeft."),
    )
    other_parent_weeks = CountField(
        label=_("Vakantieweken dat de kinderen bij de andere ouder zijn"), most=12
    )
    sick_toddler = CountField(
        label=_("Ziektedagen in een jaar, kind dat nog niet naar school gaat"),
        most=60,
        help_text=_("Een aanname om mee te plannen, geen voorspelling."),
    )
    sick_school = CountField(label=_("Ziektedagen in een jaar, kind op de basisschool"), most=60)
    sick_teen = CountField(label=_("Ziektedagen in een jaar, kind vanaf twaalf"), most=60)
