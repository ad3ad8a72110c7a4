"""Contacts between others, what hinders and opens, and the map of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.method import library
from veerkracht.web.ui.forms import DateField, Form, LineField, OneOfField

from ..choices import BETWEEN_STATES, EFFECTS, MENDERS, owners_for, speakers
from ..domain import NodeKind, Ring
from ..domain.text import shown
from ..models import Node
from .base import ManyField, MapForm, OneNode, named


class BetweenForm(MapForm):
    """A contact between two others."""

    at_once = ("first", "second", "state", "lost", "mended_by")
    short = ("state", "mended_by")

    first = OneNode(label=_("Tussen"))
    second = OneNode(label=_("en"))
    state = OneOfField(
        label=_("Hoe staat dat contact ervoor?"),
        choices=BETWEEN_STATES,
        widget=forms.RadioSelect,
    )
    lost = LineField(
        label=_("Wat gaat er verloren?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: de school weet niet wanneer er therapie is."),
    )
    mended_by = OneOfField(
        label=_("Wie pakt dit op?"), choices=MENDERS, widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, nodes: Sequence[Node] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].choices = named(nodes, _t("Kies"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("first") and values.get("first") == values.get("second"):
            self.add_error("second", _t("Kies hier iemand anders: dit gaat over het contact tussen twee."))
        return values


class FactorForm(MapForm):
    """A barrier or an opening on one ring. Who can change it is limited by the ring itself."""

    at_once = ("text", "effect", "nodes", "owner", "wish")
    short = ("effect", "nodes", "said_by", "owner")

    text = LineField(
        label=_("Wat is het, in eigen woorden?"),
        max_length=300,
        help_text=_("Bijvoorbeeld: de opvang stopt omdat mijn taalles niet op de lijst staat."),
    )
    effect = OneOfField(label=_("Wat doet het?"), choices=EFFECTS, widget=forms.RadioSelect)
    nodes = ManyField(label=_("Bij wie of wat hoort dit?"), required=False, as_numbers=True)
    said_by = OneOfField(label=_("Wie zegt dit?"), widget=forms.RadioSelect, required=False)
    owner = OneOfField(label=_("Wie kan dit veranderen?"), widget=forms.RadioSelect, required=False)
    owner_node = OneNode(label=_("Wie is dat precies?"), required=False)
    wish = LineField(label=_("Welke verandering is gewenst?"), max_length=300, required=False)
    seed = OneOfField(
        label=_("Waar gaat dit over?"),
        required=False,
        help_text=_(
            "Alleen als jullie dat samen willen. Zo kan de gemeente later tellen wat vaker voorkomt."
        ),
    )

    def __init__(self, *args: Any, ring: Ring, nodes: Sequence[Node] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nodes"].choices = named(nodes)  # type: ignore[attr-defined]
        parties = [node for node in nodes if node.kind in (NodeKind.PERSON, NodeKind.ORGANISATION)]
        self.fields["owner_node"].choices = named(parties, _t("Kies, als die op de kaart staat"))  # type: ignore[attr-defined]
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


def _subjects(ring: Ring) -> list[tuple[str, str]]:
    """What the method names on this ring; what is sensitive stays a sentence and gets no code."""
    named = [(item.id, item.label) for item in library.factors(ring.value) if not item.sensitivity]
    return [("", _t("Niet gekozen")), *named]
