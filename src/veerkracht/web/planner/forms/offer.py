"""A job, an internship or a course that somebody offers, to lay over the week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField, OneOf

from ..fields import AmountField, NumberField
from .base import Groups, PartForm, day_names

SORTS = {
    "job": _("werk"),
    "internship": _("een stage of leerwerkplek"),
    "course": _("een opleiding of cursus"),
}


class OfferForm(PartForm):
    times: ClassVar[tuple[str, ...]] = ("days",)
    name = LineField(
        label=_("Hoe noemen we het?"), max_length=60, help_text=_("Bijvoorbeeld: fietsenwinkel.")
    )
    sort = OneOf(label=_("Wat is het?"), choices=list(SORTS.items()))
    home = NumberField(label=_("Reis van huis, in minuten"), most=240, required=True)
    wage = AmountField(label=_("Loon per uur, in euro"), most=500, required=False)

    def __init__(
        self, data: Any = None, *, places: Sequence[tuple[str, str]], facts: Mapping[str, Any], **kwargs: Any
    ) -> None:
        """`places`: key and name of each place besides home she may come from or go to."""
        self.named, self.places = places, [key for key, _name in places]
        super().__init__(data, facts=facts, **kwargs)

    def add_fields(self) -> None:
        for key, name in self.named:
            self.fields[f"from_{key}"] = NumberField(
                label=_t("Reis van en naar %(place)s, in minuten") % {"place": name}, most=240, required=False
            )
        if self.places:
            same = _t("Leeg laten: dan rekenen we met de reis van huis.")
            self.fields[f"from_{self.places[0]}"].help_text = same

    @property
    def groups_here(self) -> Groups:
        travel = ("home", *(f"from_{key}" for key in self.places))
        return (
            ("", ("name", "sort")),
            (_t("Op welke tijden?"), day_names("days")),
            (_t("Hoe lang is de reis?"), travel),
            ("", ("wage",)),
        )

    def grouped(self) -> Any:
        self.groups = self.groups_here  # type: ignore[misc]
        return super().grouped()

    @classmethod
    def start_of(cls, facts: Mapping[str, Any]) -> dict[str, Any]:
        start = super().start_of(facts)
        travel = start.pop("travel", {})
        return {**start, **{f"from_{place}": minutes for place, minutes in travel.items()}}

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        facts = super().facts_of(cleaned)
        travel = {key: facts.pop(f"from_{key}") for key in self.places}
        return {**facts, "travel": {key: minutes for key, minutes in travel.items() if minutes is not None}}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        days = [name for name in day_names("days") if values.get(name)]
        if not days and not any(name in self.errors for name in day_names("days")):
            self.add_error("days_ma", _t("Vul bij ten minste één dag de tijden in, zoals 9:00-13:00."))
        return values
