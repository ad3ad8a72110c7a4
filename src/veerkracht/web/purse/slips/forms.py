"""The form of a pay slip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import EditForm

from ..domain import numbers
from ..domain.questions import EURO, NUMBER, MoneyQuestion
from ..forms import NumberField
from ..months.forms import NeededNumber

SLIPS_BACK = 11


class MonthField(forms.ChoiceField):
    default_error_messages = {"invalid_choice": _("Deze maand bestaat niet. Kies een maand uit de lijst.")}


class SlipForm(EditForm):
    """A pay slip: the month, what came, and the hours where they stand on it."""

    use_required_attribute = False

    def __init__(self, data: Any, *, months: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        net = MoneyQuestion("net", EURO, _t("Netto op de rekening"), most=50000)
        on_slip = _t("Alleen als het op de loonstrook staat.")
        hours = MoneyQuestion("hours", NUMBER, _t("Betaalde uren per week"), help=on_slip, most=60)
        self._own: dict[str, forms.Field] = {
            "month": MonthField(label=_("In welke maand kwam het?"), choices=months),
            "net": NeededNumber(net, can_be_unknown=False),
            "hours": NumberField(hours, can_be_unknown=False),
        }
        super().__init__(data, **kwargs)
        self.fields.update(self._own)

    def own_fields(self) -> list[str]:
        return list(self._own)

    def clean_month(self) -> dt.date:
        return dt.date.fromisoformat(f"{self.cleaned_data['month']}-01")

    def _as_text(self, name: str, value: Any) -> str:
        if name == "month":
            return f"{value:%Y-%m}" if isinstance(value, dt.date) else str(value or "")
        return numbers.typed(value) if isinstance(value, float | int) else super()._as_text(name, value)
