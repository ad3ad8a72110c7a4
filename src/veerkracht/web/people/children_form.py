"""The children of a household, typed in one go."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.ui.forms import DateField, Form

from .forms import NameField

CHILD_ROWS = 4


class ChildrenForm(Form):
    """The children of a household in one go: a name and a day of birth each, as many rows as there are children."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in range(1, CHILD_ROWS + 1):
            self.fields[f"name_{row}"] = NameField(label=_t("Voornaam"), max_length=60, required=False)
            self.fields[f"born_{row}"] = DateField(label=_t("Geboren"), required=False, help_text="")

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"name_{row}"], self[f"born_{row}"]) for row in range(1, CHILD_ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        children = []
        for row in range(1, CHILD_ROWS + 1):
            name, born_on = values.pop(f"name_{row}", ""), values.pop(f"born_{row}", None)
            self._check_row(row, name, born_on)
            if name and born_on:
                children.append((name, born_on))
        if not children and not self.errors:
            self.add_error("name_1", _t("Vul een naam en een geboortedatum in."))
        return {**values, "children": children}

    def _check_row(self, row: int, name: str, born_on: Any) -> None:
        has_mistake = f"name_{row}" in self.errors or f"born_{row}" in self.errors
        if has_mistake or (not name and not born_on):
            return
        if not name:
            self.add_error(f"name_{row}", _t("Welke naam hoort bij deze datum?"))
        elif not born_on:
            self.add_error(f"born_{row}", _t("Wanneer is dit kind geboren?"))
        elif born_on > timezone.localdate():
            self.add_error(f"born_{row}", _t("Deze datum ligt in de toekomst. Kijk het jaar na."))
