"""Forms of training: the wish, earlier study, a route with its figures and where they come from."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.budget.forms import AmountsForm, CentsField
from veerkracht.web.people.decision import LeadDecision
from veerkracht.web.planner.fields import DAY_CHOICES, BlockField, CountField
from veerkracht.web.ui.forms import DateField, EditForm, LineField, OneOfField, TextField

from .domain import ExampleRoute
from .models import CERTAINTIES, GROUNDS, KINDS, LEVELS, SECTORS, Recognition

HERS, OTHERS = "hers", "others"
LESSONS = [f"lessons_{day}" for day, _name in DAY_CHOICES]


class TrainingWishForm(EditForm):
    """Her wish; no level is too high."""

    words = TextField(label=_("Wat wil zij leren? In haar woorden"), max_length=1000, rows=3)
    level = OneOfField(
        label=_("Welk niveau?"),
        choices=LEVELS,
        required=False,
        help_text=_("Zo hoog als de wens is. Hier zit geen grens op."),
    )

    def __init__(self, *args: Any, hers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hers:
            self.fields["words"].label = _("Wat wil je leren?")
            self.fields["level"].help_text = _("Zo hoog als je wilt. Nog open mag ook.")


class StudyForm(EditForm):
    """Something learned before, finished or not."""

    what = LineField(
        label=_("Welke opleiding of cursus?"),
        max_length=150,
        help_text=_("Ook als die niet af is, of uit een ander land komt."),
    )
    level = OneOfField(label=_("Niveau"), choices=LEVELS, required=False)
    year = CountField(label=_("Laatste jaar"), least=1950, most=2100, required=False)
    is_finished = forms.BooleanField(label=_("Afgemaakt, met diploma"), required=False)
    done = LineField(
        label=_("Niet af: wat is er wel gedaan?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: één jaar, 45 studiepunten."),
    )
    recognition = OneOfField(
        label=_("Laten erkennen (EVC)"),
        choices=Recognition.choices,
        required=False,
        help_text=_("Met een ervaringscertificaat kan een school vrijstelling geven."),
    )


class RouteForm(AmountsForm):
    """A route: what first, the figures after, each with where it comes from."""

    name = LineField(label=_("Welke opleiding?"), max_length=150)
    whose = OneOfField(
        label=_("Wie stelt dit voor?"),
        widget=forms.RadioSelect,
        choices=[(HERS, _("zijzelf")), (OTHERS, _("iemand anders"))],
    )
    proposed_by = LineField(label=_("Wie dan?"), max_length=80, required=False)
    is_bulk = forms.BooleanField(
        label=_("Dit is een cursus die voor een groep is ingekocht"),
        required=False,
        help_text=_("Dan staat dat erbij, voor haar en voor wie beslist."),
    )
    sector = OneOfField(label=_("Richting"), choices=SECTORS, required=False)
    kind = OneOfField(label=_("Soort"), choices=KINDS)
    level = OneOfField(label=_("Niveau"), choices=LEVELS, required=False)
    months = CountField(label=_("Hoeveel maanden?"), least=1, most=120, required=False)
    self_study = CountField(label=_("Uren thuis leren per week"), most=60, required=False)
    cost_cents = CentsField(label=_("Wat kost het samen, in euro’s?"), required=False)
    cost_source = LineField(
        label=_("Waar komt dat bedrag vandaan?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: website van de school, 12 oktober."),
    )
    cost_certainty = OneOfField(label=_("Hoe zeker is het bedrag?"), choices=CERTAINTIES)
    care_ground = OneOfField(
        label=_("Geeft dit recht op kinderopvangtoeslag?"),
        choices=GROUNDS,
        required=False,
        help_text=_("Zoek dit uit vóór er een contract met de opvang komt."),
    )
    wage_cents = CentsField(label=_("Uurloon daarna, bruto"), required=False)
    wage_source = LineField(label=_("Waar komt dat loon vandaan?"), max_length=200, required=False)
    wage_certainty = OneOfField(label=_("Hoe zeker is dat loon?"), choices=CERTAINTIES)
    hours_after = CountField(label=_("Uren werk per week daarna"), most=40, required=False)
    hours_beside = CountField(label=_("Uren werk per week ernaast"), most=40, required=False)
    wage_beside_cents = CentsField(label=_("Uurloon ernaast, bruto"), required=False)

    def __init__(self, *args: Any, hers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (_day, label) in zip(LESSONS, DAY_CHOICES, strict=True):
            self.fields[name] = BlockField(label=label, required=False)
        if hers:
            for name in ("whose", "proposed_by", "is_bulk"):
                del self.fields[name]

    def first_fields(self) -> list[forms.BoundField]:
        names = ("name", "whose", "proposed_by", "is_bulk", "kind", "level", "sector")
        return [self[name] for name in names if name in self.fields]

    def time_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("months", "self_study", *LESSONS)]

    def cost_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("cost_cents", "cost_source", "cost_certainty", "care_ground")]

    def wage_fields(self) -> list[forms.BoundField]:
        names = (
            "wage_cents",
            "wage_source",
            "wage_certainty",
            "hours_after",
            "hours_beside",
            "wage_beside_cents",
        )
        return [self[name] for name in names]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("whose") == OTHERS and not cleaned.get("proposed_by"):
            self.add_error("proposed_by", _t("Schrijf op wie dit voorstelt: dan is het van die ander."))
        if cleaned.get("cost_cents") and not cleaned.get("cost_source"):
            self.add_error("cost_source", _t("Schrijf op waar dit bedrag vandaan komt, of: zelf geschat."))
        if cleaned.get("wage_cents") and not cleaned.get("wage_source"):
            self.add_error("wage_source", _t("Schrijf op waar dit loon vandaan komt, of: zelf geschat."))
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """The lessons of the week in one table; whose it is as a claim."""
        typed = super().values
        lessons = {name.removeprefix("lessons_"): typed.pop(name) for name in LESSONS}
        typed["lessons"] = {day: block for day, block in lessons.items() if block}
        whose = typed.pop("whose", HERS)
        typed["is_hers"] = whose == HERS
        if whose == HERS:
            typed |= {"proposed_by": "", "is_bulk": False}
        return typed


def from_example(example: ExampleRoute) -> dict[str, Any]:
    """What the form begins with."""
    lessons = {f"lessons_{day}": block for day, block in example.lessons.items()}
    return {
        "name": example.name,
        "kind": example.kind,
        "level": example.level,
        "sector": example.sector,
        "months": example.months,
        "self_study": example.self_study,
        "cost_cents": example.cost,
        "cost_source": example.cost_source,
        "cost_certainty": example.cost_certainty,
        "care_ground": example.ground,
        **lessons,
    }


class PermissionForm(EditForm):
    """What is asked of the municipality."""

    asks = TextField(
        label=_("Wat wordt er gevraagd?"),
        max_length=600,
        rows=3,
        help_text=_(
            "Bijvoorbeeld: deze opleiding met behoud van uitkering, zo lang niet hoeven solliciteren."
        ),
    )


class RouteDecisionForm(EditForm):
    """Yes, a part or no, with the reason."""

    decision = OneOfField(label=_("Uw besluit"), widget=forms.RadioSelect)
    reason = TextField(
        label=_("Waarom?"), max_length=1000, rows=3, help_text=_("Zij leest dit. Schrijf het aan haar.")
    )
    again_on = DateField(
        label=_("Opnieuw bespreken op"),
        required=False,
        help_text=_("Bij een deel of nee. Bijvoorbeeld 01-03-2027."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [choice for choice in LeadDecision.choices if choice[0]]
        self.fields["decision"].choices = choices  # type: ignore[attr-defined]

    def clean_again_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["again_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_t("Deze dag is voorbij. Kies een dag die nog komt."))
        return day
