"""HTTP strings to typed requests, for the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.method import library
from veerkracht.web.ui.forms import DateField, EditForm, Form, LineField

from .choices import (
    BETWEEN_STATES,
    CLOSENESS,
    EFFECTS,
    GROUPS,
    KINDS,
    MENDERS,
    RINGS,
    STRENGTHS,
    SUPPORT,
    TIES,
    directions,
    owners_for,
    speakers,
)
from .domain import Ring, SystemMap
from .domain.text import shown
from .drawing import Sheet
from .models import Node
from .moving import STEPS, Place, dropped, stepped

_PICK = {"required": _("Kies één van deze mogelijkheden.")}


class ManyField(forms.MultipleChoiceField):
    """Several choices; `joined` turns them into what the row keeps."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, as_numbers: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.as_numbers = as_numbers

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return [int(one) for one in chosen] if self.as_numbers else "".join(chosen)


class MapForm(EditForm):
    """A form over one thing on the map. `hers`: she fills it in herself, and may keep it to herself."""

    only_hers = forms.BooleanField(
        label=_("Alleen ik mag dit zien"),
        required=False,
        help_text=_("Je klantmanager ziet dit dan niet, en het komt op geen enkele afdruk voor anderen."),
    )

    def __init__(self, data: Any = None, *args: Any, hers: bool = False, **kwargs: Any) -> None:
        many = [name for name, field in self.base_fields.items() if isinstance(field, ManyField)]
        if data is not None:
            # One text for several ticks, so that a merge of two people's changes can carry it like any field.
            data = data.copy()
            for name in many:
                data.setlist(name, ",".join(data.getlist(name)).split(",") if name in data else [])
        super().__init__(data, *args, **kwargs)
        self.hers = hers
        if not hers:
            del self.fields["only_hers"]

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return "on" if value else ""
        if isinstance(value, models.Model):
            return str(value.pk)
        if isinstance(value, models.Manager):
            value = [node.pk for node in value.all()]
        if isinstance(self.fields[name], ManyField) and value is not None:
            return ",".join(str(one) for one in value)
        return super()._as_text(name, value)

    def first_fields(self) -> list[forms.BoundField]:
        """What is asked at once; the rest stands under "meer"."""
        return [self[name] for name in self.fields if name in self.at_once]

    def more_fields(self) -> list[forms.BoundField]:
        fields = [self[name] for name in self.fields if name not in self.at_once]
        return [field for field in fields if not field.is_hidden]

    @property
    def more_is_open(self) -> bool:
        return any(field.errors for field in self.more_fields())

    at_once: tuple[str, ...] = ()


class NodeForm(MapForm):
    """Someone or something around her, and the tie with it."""

    template_name = "map/_node_form.html"
    at_once = ("name", "group", "ring", "tie", "direction")

    name = LineField(
        label=_("Wie of wat?"),
        max_length=60,
        help_text=_("Alleen een voornaam of een rol, bijvoorbeeld: oma, of de juf van Yara."),
    )
    group = forms.ChoiceField(label=_("Hoort bij"), choices=GROUPS)
    ring = forms.ChoiceField(
        label=_("Op welke ring?"), choices=RINGS, widget=forms.RadioSelect, error_messages=_PICK
    )
    tie = forms.ChoiceField(
        label=_("Wat is er tussen haar en deze plek?"),
        choices=TIES,
        widget=forms.RadioSelect,
        required=False,
    )
    direction = forms.ChoiceField(label=_("Welke kant op?"), widget=forms.RadioSelect, required=False)
    note = LineField(
        label=_("In haar woorden"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: donderdag misschien."),
    )
    support = ManyField(label=_("Waar gaat het om?"), choices=SUPPORT, required=False)
    strength = forms.ChoiceField(
        label=_("Hoe sterk is het contact?"), choices=STRENGTHS, widget=forms.RadioSelect, required=False
    )
    closeness = forms.ChoiceField(
        label=_("Hoe dichtbij zet zij dit?"), choices=CLOSENESS, widget=forms.RadioSelect, required=False
    )
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=KINDS, widget=forms.RadioSelect, required=False)
    is_wish = forms.BooleanField(label=_("Een lege plek: dit is er nog niet, wel gewenst"), required=False)
    role_model = forms.BooleanField(label=_("Een voorbeeld voor haar"), required=False)
    do_not_contact = forms.BooleanField(label=_("Niet benaderen"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["direction"].choices = directions(self.hers)  # type: ignore[attr-defined]
        if self.hers:
            self.fields["tie"].label = _t("Wat is er tussen jou en deze plek?")
            self.fields["note"].label = _t("In jouw woorden")
            self.fields["closeness"].label = _t("Hoe dichtbij zet jij dit?")
            self.fields["role_model"].label = _t("Een voorbeeld voor mij")

    def clean_name(self) -> str:
        if not shown(self.cleaned_data["name"]):
            raise forms.ValidationError(_t("Hier staat geen leesbaar teken. Vul een voornaam of een rol in."))
        return str(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        # Ticked nowhere means: as it ordinarily is. A line that runs has a direction.
        for name in ("strength", "closeness", "kind"):
            values[name] = values.get(name) or Node._meta.get_field(name).default
        runs = values.get("tie") in ("support", "pressure", "both")
        if runs and not values.get("direction") and "direction" not in self.errors:
            self.add_error("direction", _t("Kies welke kant dit op gaat: wie krijgt, wie geeft?"))
        return values


class MoveForm(forms.Form):
    """A push of one node: a step, or a point of the sheet it was dropped on."""

    seen_version = forms.IntegerField()
    sheet = forms.ChoiceField(choices=[(sheet.value, sheet.value) for sheet in Sheet], required=False)
    step = forms.ChoiceField(choices=[(step, step) for step in STEPS], required=False)
    x = forms.FloatField(required=False)
    y = forms.FloatField(required=False)

    says = _("Deze plek op de kaart is niet te lezen. Kies dichterbij, verder weg, of draaien.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("step") and (values.get("x") is None or values.get("y") is None):
            raise forms.ValidationError(self.says)
        return values

    def place(self, system_map: SystemMap, node_key: str) -> Place:
        values = self.cleaned_data
        sheet = Sheet(values["sheet"] or Sheet.NARROW)
        if values["step"]:
            return stepped(system_map, node_key, values["step"], sheet)
        return dropped(values["x"], values["y"], sheet)


class BetweenForm(MapForm):
    """A contact between two others."""

    first = forms.TypedChoiceField(label=_("Tussen"), coerce=int, error_messages=_PICK)
    second = forms.TypedChoiceField(label=_("en"), coerce=int, error_messages=_PICK)
    state = forms.ChoiceField(
        label=_("Hoe staat dat contact ervoor?"),
        choices=BETWEEN_STATES,
        widget=forms.RadioSelect,
        error_messages=_PICK,
    )
    lost = LineField(
        label=_("Wat gaat er verloren?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: de school weet niet wanneer er therapie is."),
    )
    mended_by = forms.ChoiceField(
        label=_("Wie pakt dit op?"), choices=MENDERS, widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, nodes: Sequence[Node] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].choices = _named(nodes, _t("Kies"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("first") and values.get("first") == values.get("second"):
            self.add_error("second", _t("Kies hier iemand anders: dit gaat over het contact tussen twee."))
        return values


class FactorForm(MapForm):
    """A barrier or an opening on one ring. Who can change it is limited by the ring itself."""

    text = LineField(
        label=_("Wat is het, in haar woorden?"),
        max_length=300,
        help_text=_("Bijvoorbeeld: de opvang stopt omdat mijn taalles niet op de lijst staat."),
    )
    effect = forms.ChoiceField(
        label=_("Wat doet het?"), choices=EFFECTS, widget=forms.RadioSelect, error_messages=_PICK
    )
    nodes = ManyField(label=_("Bij wie of wat hoort dit?"), required=False, as_numbers=True)
    said_by = forms.ChoiceField(label=_("Wie zegt dit?"), widget=forms.RadioSelect, required=False)
    owner = forms.ChoiceField(label=_("Wie kan dit veranderen?"), widget=forms.RadioSelect, required=False)
    owner_node = forms.TypedChoiceField(
        label=_("Wie is dat precies?"), coerce=int, empty_value=None, required=False
    )
    wish = LineField(label=_("Welke verandering is gewenst?"), max_length=300, required=False)
    seed = forms.ChoiceField(
        label=_("Waar gaat dit over?"),
        required=False,
        help_text=_(
            "Alleen als jullie dat samen willen. Zo kan de gemeente later tellen wat vaker voorkomt."
        ),
    )

    def __init__(self, *args: Any, ring: Ring, nodes: Sequence[Node] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nodes"].choices = _named(nodes)  # type: ignore[attr-defined]
        self.fields["owner_node"].choices = _named(nodes, _t("Kies, als die op de kaart staat"))  # type: ignore[attr-defined]
        self.fields["said_by"].choices = speakers(self.hers)  # type: ignore[attr-defined]
        self.fields["owner"].choices = owners_for(ring, self.hers)  # type: ignore[attr-defined]
        self.fields["owner"].error_messages["invalid_choice"] = _t(
            "Dit ligt verder weg en kan dus niet haar taak zijn. Kies een partij in het systeem, of een signaal."
        )
        self.fields["seed"].choices = _subjects(ring)  # type: ignore[attr-defined]
        if not nodes:
            del self.fields["nodes"], self.fields["owner_node"]
        if self.hers:
            self.fields["text"].label = _t("Wat is het, in jouw woorden?")

    def clean_text(self) -> str:
        if not shown(self.cleaned_data["text"]):
            raise forms.ValidationError(_t("Hier staat geen leesbaar teken. Schrijf op wat er gezegd wordt."))
        return str(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("owner_node") and values.get("owner", "") in ("", "mother", "signal"):
            says = _t("Kies eerst welke partij dit kan veranderen, en daarna wie dat precies is.")
            self.add_error("owner", says)
        return values

    @property
    def values(self) -> dict[str, Any]:
        values = super().values
        if "owner_node" in values:
            values["owner_node_id"] = values.pop("owner_node")
        return values


class SnapshotForm(Form):
    """Keep the map as it is now."""

    label = LineField(
        label=_("Hoe heet deze kaart?"), max_length=60, help_text=_("Bijvoorbeeld: voor de taalles begon.")
    )
    taken_on = DateField(label=_("Van welke dag is deze kaart?"))


def initial_of(form: type[MapForm], row: Any) -> dict[str, Any]:
    """What stands in the row, as the form asks it."""
    found = {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}
    for name, value in found.items():
        if isinstance(value, models.Manager):
            found[name] = [node.pk for node in value.all()]
        elif isinstance(value, models.Model):
            found[name] = value.pk
        elif isinstance(form.base_fields[name], ManyField):
            found[name] = list(value)
    return found


def _named(nodes: Iterable[Node], first: str = "") -> list[tuple[str, str]]:
    head = [("", first)] if first else []
    return head + [(str(node.pk), node.name) for node in nodes]


def _subjects(ring: Ring) -> list[tuple[str, str]]:
    """What the method names on this ring; what is sensitive stays a sentence and gets no code."""
    named = [(item.id, item.label) for item in library.factors(ring.value) if not item.sensitivity]
    return [("", _t("Niet gekozen")), *named]
