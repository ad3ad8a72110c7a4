"""HTTP strings to typed requests: which reform, which two, which family."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from veerkracht.population.synthetic.figures import KINDS
from veerkracht.web.ui.forms import Form

BESIDE_BIJSTAND = 1
"""The kind of family that is shown first."""


class OnceForm(Form):
    """A press on a button, once."""


class CompareForm(forms.Form):
    """Two reforms beside each other."""

    def __init__(self, data: object, names: list[tuple[str, str]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        for name, label in (("een", _("De ene")), ("ander", _("De andere"))):
            self.fields[name] = forms.ChoiceField(label=label, choices=names)


class BesideForm(forms.Form):
    """One change by somebody else beside one reform."""

    def __init__(self, data: object, reforms: list[tuple[str, str]], changes: list[tuple[str, str]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["verandering"] = forms.ChoiceField(label=_("De verandering"), choices=changes)
        self.fields["hervorming"] = forms.ChoiceField(label=_("De hervorming"), choices=reforms)


class FamilyForm(forms.Form):
    """Which kind of family, and the how manyth."""

    soort = forms.TypedChoiceField(
        label=_("Wat voor gezin"),
        coerce=int,
        choices=list(enumerate(KINDS)),
        required=False,
        empty_value=None,
    )
    nummer = forms.IntegerField(min_value=0, max_value=10_000, required=False, widget=forms.HiddenInput)
