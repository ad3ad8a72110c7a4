"""HTTP strings to typed requests, for one's own data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import DateField, Form, LineField, OneOfField, set_choices

from .models import DataRequest, Decision, RequestKind
from .personal_data import retention_classes


class AskForm(Form):
    kind = OneOfField(label=_("Wat wordt gevraagd?"), choices=RequestKind.choices, widget=forms.RadioSelect)


class ExtendForm(Form):
    reason = LineField(
        label=_("Waarom is meer tijd nodig?"), max_length=300, help_text=_("Zij krijgt dit te lezen.")
    )


class DecideForm(Form):
    decision = OneOfField(label=_("Wat besluit u?"), widget=forms.RadioSelect)
    reason = LineField(
        label=_("Waarom?"), max_length=500, required=False, help_text=_("Zij krijgt dit te lezen.")
    )
    number = LineField(
        label=_("Typ het dossiernummer over"),
        max_length=20,
        required=False,
        help_text=_("Alleen bij wissen: dit kan niet ongedaan worden gemaakt."),
    )

    def __init__(self, *args: Any, request: DataRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        erasure = request.kind == RequestKind.ERASURE
        agreed = _t("Alles wissen") if erasure else _t("Toewijzen")
        part = _t("Wissen wat niet bewaard hoeft te worden; plan, beloften en verslagen blijven")
        choices = [(Decision.AGREED.value, agreed), (Decision.REFUSED.value, _t("Afwijzen"))]
        if erasure:
            choices.insert(1, (Decision.PART.value, part))
        else:
            del self.fields["number"]
        set_choices(self, "decision", choices)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        decision = values.get("decision")
        if decision in (Decision.REFUSED, Decision.PART) and not values.get("reason"):
            self.add_error("reason", _t("Schrijf op waarom. Zij heeft recht op de reden."))
        if "number" in self.fields and decision in (Decision.AGREED, Decision.PART):
            typed = str(values.get("number", "")).replace(" ", "").upper()
            if typed != self.request.public_id:
                self.add_error("number", _t("Dit is niet het dossiernummer. Typ het precies over."))
        return values

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values.items() if name != "number"}


class HoldForm(Form):
    reason = LineField(label=_("Welk bezwaar of beroep loopt er?"), max_length=200)


class TermForm(Form):
    term = OneOfField(label=_("Wat?"))
    months = forms.IntegerField(
        label=_("Hoeveel maanden?"),
        min_value=1,
        max_value=600,
        error_messages={
            "required": _("Vul het aantal maanden in."),
            "invalid": _("Vul een getal in, bijvoorbeeld 24."),
            "min_value": _("Minstens 1 maand."),
            "max_value": _("Hoogstens 600 maanden."),
        },
    )
    source = LineField(
        label=_("Waar staat dat?"), max_length=200, help_text=_("Bijvoorbeeld de selectielijst.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "term", [(key, each.title) for key, each in retention_classes().items()])


class LogForm(forms.Form):
    """What of the reading log is asked for; an empty field asks for everything."""

    public_id = LineField(label=_("Dossiernummer"), max_length=20, required=False)
    account_id = forms.TypedChoiceField(label=_("Wie keek?"), coerce=int, empty_value=None, required=False)
    first = DateField(label=_("Vanaf"), required=False)
    last = DateField(label=_("Tot en met"), required=False)

    def __init__(self, *args: Any, names: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "account_id", [("", _t("iedereen")), *names.items()])

    def clean_public_id(self) -> str:
        return str(self.cleaned_data["public_id"]).replace(" ", "").upper()

    @property
    def asked(self) -> dict[str, Any]:
        """What can be read of the form; what cannot is not asked for, and stands with its mistake."""
        self.is_valid()
        names = ("public_id", "account_id", "first", "last")
        empty: dict[str, Any] = {"public_id": "", "account_id": None, "first": None, "last": None}
        return empty | {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
