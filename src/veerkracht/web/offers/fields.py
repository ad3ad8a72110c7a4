"""What the forms of the catalogue share: several ticks in one field, and claims that may be unknown."""

from __future__ import annotations

from typing import Any

from veerkracht.web.planner.fields import TicksField
from veerkracht.web.ui.forms import EditForm


class CatalogueForm(EditForm):
    """A form over one row of the catalogue. Ticks travel as one text, so that a merge can carry them."""

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        if data is not None:
            data = data.copy()
            for name, field in self.base_fields.items():
                if isinstance(field, TicksField) and name in data:
                    data[name] = ",".join(data.getlist(name))
        super().__init__(data, *args, **kwargs)

    def _as_text(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return "on" if value else ""
        if isinstance(self.fields[name], TicksField):
            return ",".join(value or ())
        return super()._as_text(name, self.fields[name].prepare_value(value) if value is not None else value)

    def _in_words(self, name: str, value: str) -> str:
        if not isinstance(self.fields[name], TicksField):
            return super()._in_words(name, value)
        labels = dict(self.fields[name].choices)  # type: ignore[attr-defined]
        return ", ".join(str(labels.get(one, one)) for one in value.split(",") if one)
