"""Someone or something on the map, and where it stands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField, OneOfField

from ..choices import CLOSENESS, GROUPS, KINDS, RINGS, STRENGTHS, SUPPORT, TIES, directions
from ..domain import SystemMap
from ..domain.text import shown
from ..drag import STEPS, DragPlace, dropped, stepped
from ..drawing import MapSheet
from ..models import Node
from .base import ManyField, MapForm


class NodeForm(MapForm):
    """Someone or something around her, and the tie with it."""

    at_once = ("name", "group", "ring", "tie", "direction")
    short = ("tie", "direction", "support", "strength", "closeness", "kind")

    name = LineField(
        label=_("Wie of wat?"),
        max_length=60,
        help_text=_("Alleen een voornaam of een rol, bijvoorbeeld: oma, of de juf."),
    )
    group = OneOfField(label=_("Hoort bij"), choices=GROUPS)
    ring = OneOfField(label=_("Op welke ring?"), choices=RINGS, widget=forms.RadioSelect)
    tie = OneOfField(
        label=_("Wat gaat er over en weer met deze plek?"),
        choices=TIES,
        widget=forms.RadioSelect,
        required=False,
    )
    direction = OneOfField(label=_("Welke kant op?"), widget=forms.RadioSelect, required=False)
    note = LineField(
        label=_("In eigen woorden"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: donderdag misschien."),
    )
    support = ManyField(label=_("Waar gaat het om?"), choices=SUPPORT, required=False)
    strength = OneOfField(
        label=_("Hoe sterk is het contact?"), choices=STRENGTHS, widget=forms.RadioSelect, required=False
    )
    closeness = OneOfField(
        label=_("Hoe dichtbij staat dit?"), choices=CLOSENESS, widget=forms.RadioSelect, required=False
    )
    kind = OneOfField(label=_("Wat is het?"), choices=KINDS, widget=forms.RadioSelect, required=False)
    is_wish = forms.BooleanField(label=_("Deze persoon is er nog niet. Wel gewenst."), required=False)
    role_model = forms.BooleanField(label=_("Een voorbeeld om naar te kijken"), required=False)
    do_not_contact = forms.BooleanField(label=_("Niet benaderen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["direction"].choices = directions(self.hers)  # type: ignore[attr-defined]
        if self.hers:
            self.fields["tie"].label = _t("Wat geven jullie elkaar? Of geeft het druk?")
            self.fields["note"].label = _t("In jouw woorden")
            self.fields["closeness"].label = _t("Hoe dichtbij staat deze persoon of organisatie voor jou?")
            self.fields["role_model"].label = _t("Een voorbeeld voor mij")

    def clean_name(self) -> str:
        if not shown(self.cleaned_data["name"]):
            raise forms.ValidationError(_t("Hier staat geen leesbaar teken. Vul een voornaam of een rol in."))
        return str(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        # Ticked nowhere means: as it ordinarily is. A line that runs has a direction.
        ordinary = Node()
        for name in ("strength", "closeness", "kind"):
            values[name] = values.get(name) or getattr(ordinary, name)
        runs = values.get("tie") in ("support", "pressure", "both")
        if runs and not values.get("direction") and "direction" not in self.errors:
            self.add_error("direction", _t("Kies welke kant dit op gaat: wie krijgt, wie geeft?"))
        return values


class MoveForm(forms.Form):
    """A push of one node: a step, or a point of the sheet it was dropped on."""

    seen_version = forms.IntegerField()
    sheet = forms.ChoiceField(choices=[(sheet.value, sheet.value) for sheet in MapSheet], required=False)
    step = forms.ChoiceField(choices=[(step, step) for step in STEPS], required=False)
    x = forms.FloatField(required=False)
    y = forms.FloatField(required=False)

    says = _("Deze plek op de kaart is niet te lezen. Kies dichterbij, verder weg, of draaien.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("step") and (values.get("x") is None or values.get("y") is None):
            raise forms.ValidationError(self.says)
        return values

    def place(self, system_map: SystemMap, node_key: str) -> DragPlace:
        values = self.cleaned_data
        sheet = MapSheet(values["sheet"] or MapSheet.NARROW)
        if values["step"]:
            return stepped(system_map, node_key, values["step"], sheet)
        return dropped(values["x"], values["y"], sheet)
