"""The form of one scheme: amounts as people write them, and what must agree with what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.money.own_schemes import (
    A_MONTH,
    A_YEAR,
    ADULT,
    ALWAYS,
    BESIDE_BIJSTAND,
    BESIDE_WORK,
    CHILD,
    HOUSEHOLD,
)
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField, OneOfField
from veerkracht.words.numbers import MONTHS

from ..domain import numbers
from ..scheme_actions import SchemeFields

MOST_EUROS, MOST_PERCENT, MOST_MONTHS = 20_000.0, 300.0, 240.0


class SchemeAmountField(LineField):
    """A number as people write it: 613, € 1.250 or 37,50."""

    def __init__(self, *, most: float, whole: bool = False, **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "purse-number"}
        )
        super().__init__(max_length=30, widget=widget, **kwargs)
        self.most, self.whole = most, whole

    def prepare_value(self, value: Any) -> Any:
        return numbers.typed(value) if isinstance(value, float | int) else value

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "")
        if not text:
            return None
        try:
            number = numbers.read(text)
        except ValueError:
            says = _t("“%(typed)s” is geen getal. Schrijf bijvoorbeeld 613 of 37,50.")
            raise forms.ValidationError(says % {"typed": text[:30]}) from None
        if not 0 <= number <= self.most:
            says = _t("Vul hier 0 tot en met %(most)s in.")
            raise forms.ValidationError(says % {"most": numbers.typed(self.most)})
        if self.whole and number != int(number):
            raise forms.ValidationError(_t("Vul hier een heel getal in, zonder komma."))
        return int(number) if self.whole else number


class SchemeForm(EditForm):
    """One scheme."""

    name = LineField(label=_("Naam"), max_length=80, help_text=_("Zoals de gemeente de regeling noemt."))
    euros = SchemeAmountField(label=_("Bedrag in euro"), most=MOST_EUROS)
    per = OneOfField(label=_("Per"), choices=[(A_MONTH, _("maand")), (A_YEAR, _("jaar"))])
    pay_month = OneOfField(
        label=_("Bij een bedrag per jaar: in welke maand komt het?"),
        choices=[("", _("Kies een maand")), *((str(n), name) for n, name in enumerate(MONTHS, 1))],
        required=False,
    )
    each = OneOfField(
        label=_("Het bedrag is voor"), choices=[(HOUSEHOLD, _("het huishouden")), (CHILD, _("elk kind"))]
    )
    youngest = SchemeAmountField(
        label=_("Bij elk kind: vanaf welke leeftijd"), most=ADULT - 1, whole=True, required=False
    )
    oldest = SchemeAmountField(
        label=_("Bij elk kind: tot en met welke leeftijd"), most=ADULT - 1, whole=True, required=False
    )
    most_percent = SchemeAmountField(
        label=_("Tot welk inkomen, in procenten van de bijstandsnorm"),
        most=MOST_PERCENT,
        required=False,
        help_text=_("Bijvoorbeeld 120. Leeg: het inkomen telt niet mee."),
    )
    low_income_months = SchemeAmountField(
        label=_("Hoeveel maanden al een laag inkomen"),
        most=MOST_MONTHS,
        whole=True,
        required=False,
        help_text=_("Bijvoorbeeld 36. Leeg: dat maakt niet uit."),
    )
    beside = OneOfField(
        label=_("Wie het krijgt"),
        choices=[
            (ALWAYS, _("iedereen die aan het andere voldoet")),
            (BESIDE_BIJSTAND, _("alleen wie bijstand heeft")),
            (BESIDE_WORK, _("alleen wie werk heeft")),
        ],
    )
    article = LineField(
        label=_("Waar het staat"),
        max_length=160,
        help_text=_("Verordening of beleidsregel, met het artikel."),
        purpose=_("Dit staat bij het bedrag op de bladzijde Geld."),
    )
    since = DateField(label=_("Geldt vanaf"))
    until = DateField(
        label=_("Geldt tot en met"), required=False, help_text=_("Leeg: er is nog geen laatste dag.")
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        values["pay_month"] = int(values["pay_month"]) if values.get("pay_month") else None
        values["youngest"] = values.get("youngest") or 0
        oldest = values.get("oldest")
        values["oldest"] = ADULT - 1 if oldest is None else oldest
        since, until = values.get("since"), values.get("until")
        if values.get("per") == A_YEAR and not values["pay_month"]:
            self.add_error("pay_month", _t("Kies de maand waarin het bedrag van een jaar komt."))
        if values["youngest"] > values["oldest"]:
            self.add_error("oldest", _t("Deze leeftijd is lager dan de leeftijd waarmee het begint."))
        if values.get("euros") == 0:
            self.add_error("euros", _t("Vul een bedrag boven de nul in."))
        if since and until and until < since:
            self.add_error("until", _t("De laatste dag ligt voor de eerste. Verbeter een van beide."))
        return values

    @property
    def values(self) -> dict[str, Any]:
        fields = {name: self.cleaned_data[name] for name in SchemeFields.__dataclass_fields__}
        return {"once": self.cleaned_data["once"], "fields": SchemeFields(**fields)}

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, float) or (isinstance(value, int) and name != "pay_month"):
            return numbers.typed(value)
        return super()._as_text(name, value)


class PressForm(EditForm):
    """A press on a button about one version of a scheme."""


class SecondYesForm(Form):
    """Yes or no of a second person, about the version that was shown."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    antwoord = forms.ChoiceField(choices=[("ja", ""), ("nee", "")])
