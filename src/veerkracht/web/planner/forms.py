"""What every form over a part of the week has: groups of fields, and facts instead of columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _t

from veerkracht.web.record.models import Versioned
from veerkracht.web.ui.forms import EditForm
from veerkracht.week.times import DAY_NAMES, DAYS

from .domain.not_approached import avoided_in
from .fields import BlockField, TicksField

Groups = tuple[tuple[str | Promise, tuple[str, ...]], ...]


class WeekPartForm(EditForm):
    """A form over the facts of one part. A field has the name of its fact; `times` are five fields, one a day."""

    template_name = "planner/_form.html"
    groups: ClassVar[Groups] = ()
    times: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        data: Any = None,
        *,
        facts: Mapping[str, Any],
        version: int | None = None,
        nameless: bool = False,
        **kwargs: Any,
    ) -> None:
        """`nameless`: the address is secret, so that nobody asks how a place is called."""
        start = self.start_of(facts)
        super().__init__(self._joined(data), initial=start, version=version, **kwargs)
        for name in self.times:
            self.fields.update(day_fields(name))
        self.add_fields()
        if nameless:
            self.fields.pop("name", None)
        if version is not None:
            self.fields["was"].initial = self.was_now(SimpleNamespace(**start))

    def add_fields(self) -> None:
        """Fields that depend on the family; taken away here as well."""

    @classmethod
    def _joined(cls, data: Any) -> Any:
        if data is None:
            return None
        data = data.copy()
        for name, field in cls.base_fields.items():
            if isinstance(field, TicksField) and name in data:
                data[name] = ",".join(data.getlist(name))
        return data

    @classmethod
    def start_of(cls, facts: Mapping[str, Any]) -> dict[str, Any]:
        """What stands in the fields for these facts."""
        start = dict(facts)
        for name in cls.times:
            blocks = start.pop(name, {})
            start |= {f"{name}_{day}": blocks.get(day) for day in DAYS}
        return start

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """The facts that these cleaned fields tell."""
        facts = dict(cleaned)
        for name in self.times:
            blocks = {day: facts.pop(f"{name}_{day}", None) for day in DAYS}
            facts[name] = {day: block for day, block in blocks.items() if block}
        return facts

    @property
    def values(self) -> dict[str, Any]:
        own = {name: self.cleaned_data[name] for name in self.own_fields()}
        if "name" in self.base_fields and "name" not in own:
            own["name"] = ""
        return {"once": self.cleaned_data["once"], "facts": self.facts_of(own)}

    def grouped(self) -> list[tuple[str | Promise, list[forms.BoundField]]]:
        """The fields in their groups; what stands in no group comes last, without a heading."""
        named = {name for _title, names in self.groups for name in names}
        groups = [(title, [self[n] for n in names if n in self.fields]) for title, names in self.groups]
        rest = [self[name] for name in self.own_fields() if name not in named]
        return [(title, fields) for title, fields in [*groups, ("", rest)] if fields]

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return "on" if value else ""
        if isinstance(self.fields[name], TicksField):
            return ",".join(value or [])
        return super()._as_text(name, self.fields[name].prepare_value(value))

    def _in_words(self, name: str, value: str) -> str:
        if not isinstance(self.fields[name], TicksField):
            return super()._in_words(name, value)
        labels = dict(self.fields[name].choices)  # type: ignore[attr-defined]
        return ", ".join(str(labels.get(one, one)) for one in value.split(",") if one)

    def differences(self, current: Versioned) -> list[dict[str, str]]:
        return super().differences(self._shown_as(current))

    def was_now(self, current: Versioned | SimpleNamespace) -> str:
        return super().was_now(self._shown_as(current))

    def _shown_as(self, current: Any) -> Any:
        if isinstance(current, SimpleNamespace):
            return current
        return SimpleNamespace(**self.start_of(current.facts))


def day_fields(name: str) -> dict[str, BlockField]:
    """Five fields, `name_ma` to `name_vr`."""
    return {f"{name}_{day}": BlockField(label=DAY_NAMES[day].capitalize(), required=False) for day in DAYS}


def day_names(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{day}" for day in DAYS)


def refuse_avoided(text: str, avoided: Iterable[str]) -> None:
    """Nobody is called or asked who stands on the map as not to be approached.

    Raises:
        ValidationError: a line speaks of such a person; it says who and what to do.
    """
    for line in text.splitlines():
        name = avoided_in(line, avoided)
        if name:
            says = _t(
                "Op de kaart staat bij %(name)s “niet benaderen”. Bedoel je iemand anders, schrijf dan de hele naam. "
                "Is het veranderd, verander het dan eerst op de kaart."
            )
            raise forms.ValidationError(says % {"name": name})
