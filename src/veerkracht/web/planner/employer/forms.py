"""What stands on the sheet for an employer."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm, LineField

from ..fields import CountField


class ProfileForm(EditForm):
    start_tolerance = CountField(
        label=_("Hoeveel minuten later beginnen zou helpen?"),
        most=60,
        purpose=_("Vijf minuten speling bij het begin scheelt vaak meer dan een andere dienst."),
    )
    phone_rule = LineField(
        label=_("Telefoon tijdens het werk"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: bereikbaar voor noodgevallen, telefoon op stil in de zak."),
    )
    holiday_rule = LineField(
        label=_("In schoolvakanties"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: verlof in de zomer, in andere vakanties twee dagen werk."),
    )
    roster_rule = LineField(
        label=_("Roosters"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: vaste dagen, en een wijziging vier weken vooraf."),
    )
