"""What every form over one thing on the map has: several ticks in one field, and what stands under "meer"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models

from veerkracht.web.ui.forms import EditForm, OneOfField

from ..models import Node


class OneNode(OneOfField):
    """One of the nodes on this map, as its number; None when none was chosen."""

    def clean(self, value: Any) -> int | None:
        chosen = super().clean(value)
        return int(chosen) if chosen else None


class ManyField(forms.MultipleChoiceField):
    """Several choices; `joined` turns them into what the row keeps."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, as_numbers: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.as_numbers = as_numbers

    def clean(self, value: Any) -> Any:
        ticked = super().clean(value)
        chosen = [str(one) for one, _label in self.widget.choices if str(one) in ticked]
        return [int(one) for one in chosen] if self.as_numbers else "".join(chosen)


class MapForm(EditForm):
    """A form over one thing on the map. `hers`: she fills it in herself. Hiding it is done behind her code."""

    template_name = "map/_map_form.html"
    at_once: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *args: Any, hers: bool = False, **kwargs: Any) -> None:
        many = [name for name, field in self.base_fields.items() if isinstance(field, ManyField)]
        if data is not None:
            # One text for several ticks, so that a merge of two people's changes can carry it like any field.
            data = data.copy()
            for name in many:
                data.setlist(name, ",".join(data.getlist(name)).split(",") if name in data else [])
        super().__init__(data, *args, **kwargs)
        self.hers = hers

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

    def _in_words(self, name: str, value: str) -> str:
        if not isinstance(self.fields[name], ManyField):
            return super()._in_words(name, value)
        labels = dict(self.fields[name].choices)  # type: ignore[attr-defined]
        return ", ".join(str(labels.get(one, one)) for one in value.split(",") if one)

    def first_fields(self) -> list[forms.BoundField]:
        """What is asked at once; the rest stands under "meer"."""
        return [self[name] for name in self.fields if name in self.at_once]

    def more_fields(self) -> list[forms.BoundField]:
        fields = [self[name] for name in self.fields if name not in self.at_once]
        return [field for field in fields if not field.is_hidden]

    @property
    def more_is_open(self) -> bool:
        begun = ("is_wish", "role_model") if not self.changes_something else ()
        return any(field.errors for field in self.more_fields()) or any(
            self.initial.get(name) for name in begun
        )


def initial_of(form: type[MapForm], row: Any) -> dict[str, Any]:
    """What stands in the row, as the form asks it."""
    values = {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}
    for name, value in values.items():
        if isinstance(value, models.Manager):
            values[name] = [node.pk for node in value.all()]
        elif isinstance(value, models.Model):
            values[name] = value.pk
        elif isinstance(form.base_fields[name], ManyField):
            values[name] = list(value)
    return values


def named(nodes: Iterable[Node], first: str = "") -> list[tuple[str, str]]:
    head = [("", first)] if first else []
    return head + [(str(node.pk), node.name) for node in nodes]
