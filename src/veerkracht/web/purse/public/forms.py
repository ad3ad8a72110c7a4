"""All questions at once, for anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from ..domain.questions import PARTS
from ..domain.situation import ChildOf
from ..forms import LOOKED_AT, field_for, fields_of


@dataclass(frozen=True)
class FieldGroup:
    """Fields of the public form under one heading; what most people skip begins closed."""

    key: str
    title: str
    why: str
    fields: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        is_filled = any(field.errors or field.data for field in self.fields)
        return is_filled or self.key in ("wonen", "werk", "kinderen", "kind_1", "bezit")


class PublicForm(forms.Form):
    """All questions at once, for anybody; nothing is kept."""

    use_required_attribute = False

    def __init__(self, *args: Any, children: Sequence[ChildOf], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._groups: list[tuple[str, str, str, list[str]]] = []
        for part in (one for one in PARTS.values() if one.for_anybody):
            self._add(part.name, part.title, part.why, fields_of(part, (), LOOKED_AT))
            for child in children if part.of_a_child else ():
                fields = {f"{q.name}_{child.key}": field_for(q) for q in part.of_a_child}
                self._add(f"kind_{child.key}", child.name, "", fields)

    def _add(self, key: str, title: str, why: str, fields: dict[str, forms.Field]) -> None:
        self.fields.update(fields)
        self._groups.append((key, title, why, list(fields)))

    def groups(self) -> list[FieldGroup]:
        return [
            FieldGroup(key, title, why, [self[n] for n in names]) for key, title, why, names in self._groups
        ]

    @property
    def told_pairs(self) -> list[tuple[str, str]]:
        """What was typed, to travel along in the address."""
        if not isinstance(self.data, QueryDict):
            return []
        names = [name for field in self.fields for name in (field, f"{field}_weet_niet")]
        return [(name, value) for name in names for value in self.data.getlist(name) if value]

    @property
    def answers(self) -> dict[str, Any]:
        return {n: v for n, v in self.cleaned_data.items() if v not in (None, "", [])}
