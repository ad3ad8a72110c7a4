"""When it goes otherwise: who is called first."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField, TextField

from ..forms import WeekPartForm, refuse_avoided


class PlanBForm(WeekPartForm):
    who = TextField(
        label=_("Wie wordt gebeld, en in welke volgorde?"),
        rows=4,
        max_length=400,
        required=False,
        help_text=_("Eén naam of rol op elke regel. Telefoonnummers horen hier niet."),
        purpose=_(
            "Als het zover is, hoeft niemand meer na te denken. Alleen wie het zelf wil, komt op de lijst."
        ),
    )
    employer = LineField(label=_("Wat is er met de werkgever afgesproken?"), max_length=200, required=False)
    others = LineField(label=_("Wat doet school of de opvang?"), max_length=200, required=False)

    def __init__(self, data: Any = None, *, avoided: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.avoided = avoided
        super().__init__(data, **kwargs)

    def clean_who(self) -> str:
        refuse_avoided(str(self.cleaned_data["who"]), self.avoided)
        return str(self.cleaned_data["who"])
