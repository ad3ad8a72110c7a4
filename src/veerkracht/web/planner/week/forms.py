"""A child's days, the limits, travel, protected time and the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField, OneOfField

from ..domain.saved_week import SCHOOL_AGE, TEEN, TODDLER
from ..fields import DAY_CHOICES, ClockField, CountField, DaysField, HoursField
from ..forms import Groups, WeekPartForm, day_names

UNSURE = _("Niet zeker? Schrijf bijvoorbeeld 10-30, of een vraagteken.")


DAY = 24 * 60


MODE_CHOICES = [("fiets", _("fiets")), ("ov", _("bus of trein")), ("lopen", _("lopen")), ("auto", _("auto"))]


class ChildDaysForm(WeekPartForm):
    """Where a child is on ordinary days."""

    times: ClassVar[tuple[str, ...]] = ("school",)
    groups: ClassVar[Groups] = (
        ("", ("kind",)),
        (_("Schooltijden"), ("same_school", *day_names("school"))),
        (_("Dagen bij de andere ouder"), ("other_school", "other_holiday", "other_could", "other_safe")),
        (_("Gaat het zelf? Zo lang mag het alleen zijn"), ("own_travel", "alone_after", "alone_holiday")),
    )
    kind = OneOfField(
        label=_("Gaat dit kind naar school?"),
        widget=forms.RadioSelect,
        choices=[
            (TODDLER, _("nog niet")),
            (SCHOOL_AGE, _("ja, en het wordt gebracht en gehaald")),
            (TEEN, _("ja, en het gaat zelf")),
        ],
    )
    same_school = OneOfField(label=_("Zelfde schooltijden als"), required=False)
    other_school = DaysField(label=_("In schoolweken"), required=False)
    other_holiday = DaysField(label=_("In vakantieweken"), required=False)
    other_could = DaysField(
        label=_("Nog niet afgesproken, maar zou kunnen"),
        required=False,
        help_text=_("Dan is te zien wat zo’n dag zou schelen. Alleen als beiden het willen."),
    )
    other_safe = forms.BooleanField(
        label=_("Dagen bij de andere ouder zijn veilig"),
        required=False,
        help_text=_("Zonder dit vinkje tellen de dagen niet mee. Leeg laten is een volledig antwoord."),
    )
    own_travel = CountField(label=_("Zelf van school naar huis, in minuten"), most=180, required=False)
    alone_after = CountField(
        label=_("Zo lang alleen na school, in minuten"),
        most=DAY,
        unknown=True,
        required=False,
        help_text=UNSURE,
        purpose=_("Dan weten we hoe laat er weer iemand thuis moet zijn. Nul minuten is ook goed."),
    )
    alone_holiday = CountField(
        label=_("Zo lang alleen op een vrije dag, in minuten"), most=DAY, unknown=True, required=False
    )

    def __init__(
        self, data: Any = None, *, schools: Sequence[tuple[str, str, Any]] = (), **kwargs: Any
    ) -> None:
        """`schools`: key and name of each other child of whom the school times were told, and those times."""
        self.schools = schools
        super().__init__(data, **kwargs)

    def add_fields(self) -> None:
        choices = [("", _t("Eigen tijden")), *((key, name) for key, name, _times in self.schools)]
        self.fields["same_school"].choices = choices  # type: ignore[attr-defined]
        if not self.schools:
            del self.fields["same_school"]

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        same = {key: times for key, _name, times in self.schools}.get(cleaned.pop("same_school", ""))
        facts = super().facts_of(cleaned)
        facts |= {"school": same} if same else {}
        if facts["kind"] == TODDLER:
            facts["school"] = {}
        for name in ("own_travel", "alone_after", "alone_holiday"):
            if self.data.get(name, "").strip() == "":
                facts[name] = 0
        return facts

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        days = [name for name in day_names("school") if values.get(name)]
        fault = any(name in self.errors for name in day_names("school"))
        same = values.get("same_school")
        if values.get("kind") == SCHOOL_AGE and not days and not fault and not same:
            self.add_error("school_ma", _t("Vul bij ten minste één dag de schooltijd in, zoals 8:30-14:15."))
        return values


class LimitsForm(WeekPartForm):
    """Her own limits, and what the journeys need. Hers to set; nobody's lever."""

    groups: ClassVar[Groups] = (
        (_("Van huis en thuis"), ("leave_after", "home_by")),
        (_("Hoeveel mag een dag en een week zijn, met reistijd?"), ("load_day", "load_week", "work_days")),
        (_("Hoeveel daarvan is werk?"), ("paid_day", "paid_week", "minimum_shift")),
        (_("Tussen welke tijden is er werk?"), ("work_from", "work_to")),
        (_("Reizen en brengen"), ("mode", "buffer", "gate_before", "gate_after")),
    )
    leave_after = ClockField(label=_("Niet eerder van huis dan"))
    home_by = ClockField(label=_("Uiterlijk thuis om"))
    load_day = HoursField(
        label=_("Langste dag, in uren"),
        most=DAY,
        required=False,
        help_text=_("Leeg laten: dan is er geen eigen grens."),
        purpose=_("Een eigen grens. We stellen nooit voor om hem te verruimen."),
    )
    load_week = HoursField(label=_("Langste week, in uren"), most=7 * DAY, required=False)
    work_days = CountField(label=_("Meeste werkdagen in een week"), most=5, required=False)
    paid_day = HoursField(label=_("Meeste uren werk op een dag"), most=DAY)
    paid_week = HoursField(label=_("Meeste uren werk in een week"), most=7 * DAY)
    minimum_shift = HoursField(
        label=_("Kortste dienst, in uren"), most=DAY, help_text=_("Minder is de reis niet waard.")
    )
    work_from = ClockField(label=_("Vanaf"))
    work_to = ClockField(label=_("Tot"))
    mode = OneOfField(
        label=_("Meestal"),
        choices=MODE_CHOICES,
    )
    buffer = CountField(
        label=_("Speling bij elke reis, in minuten"),
        most=60,
        help_text=_("Voor een jas die kwijt is of een bus die te laat komt."),
    )
    gate_before = CountField(label=_("School gaat open, minuten voor het begin"), most=120)
    gate_after = CountField(label=_("Halen kan tot, minuten na het einde"), most=120)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for first, last in (("leave_after", "home_by"), ("work_from", "work_to")):
            start, end = values.get(first), values.get(last)
            if start and end and start >= end:
                self.add_error(last, _t("Dit moet later zijn dan %(start)s.") % {"start": start})
        return values


class TravelForm(WeekPartForm):
    """Minutes for each journey of one way of travelling. The fields follow from the places of the week."""

    usual = forms.BooleanField(
        label=_("Zo gaat het meestal"),
        required=False,
        help_text=_("Met dit vervoer rekent de week. Zonder vinkje worden de tijden alleen bewaard."),
    )

    def __init__(
        self, data: Any = None, *, legs: Sequence[tuple[str, str]], facts: Mapping[str, Any], **kwargs: Any
    ) -> None:
        self.legs = legs
        super().__init__(data, facts=facts, **kwargs)

    def add_fields(self) -> None:
        for name, label in self.legs:
            self.fields[name] = CountField(label=label, most=240, unknown=True, required=False)

    def grouped(self) -> Any:
        minutes = [self[name] for name, _label in self.legs]
        return [(_t("Minuten"), minutes), ("", [self["usual"]])]

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """A journey left empty is not told; a question mark is told to be unknown."""
        usual = {"usual": True} if cleaned.pop("usual") else {}
        return usual | {name: value for name, value in cleaned.items() if self.data.get(name, "").strip()}


class LegModesForm(WeekPartForm):
    """How she goes on single journeys, where that is otherwise than usual."""

    def __init__(
        self,
        data: Any = None,
        *,
        legs: Sequence[tuple[str, str]],
        usual: str,
        facts: Mapping[str, Any],
        **kwargs: Any,
    ) -> None:
        self.legs, self.usual = legs, usual
        super().__init__(data, facts=facts, **kwargs)

    def add_fields(self) -> None:
        choices = [("", _t("zoals meestal (%(mode)s)") % {"mode": self.usual}), *MODE_CHOICES]
        for name, label in self.legs:
            self.fields[name] = OneOfField(label=label, choices=choices, required=False)

    def grouped(self) -> Any:
        return [(_t("Vervoer"), fields) for _title, fields in super().grouped()]

    def facts_of(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        return {name: mode for name, mode in cleaned.items() if mode}


class BlockForm(WeekPartForm):
    """Time nobody plans over."""

    what = OneOfField(
        label=_("Wat is het?"),
        widget=forms.RadioSelect,
        choices=[
            ("appointment", _("een vaste afspraak of behandeling")),
            ("rest", _("rust")),
            ("court", _("een zitting of instantie")),
            ("other", _("iets anders")),
        ],
        help_text=_("Meer hoeft niemand te weten."),
    )
    day = OneOfField(label=_("Op welke dag?"), choices=DAY_CHOICES)
    start = ClockField(label=_("Van"), help_text=_("Reken de reis erheen mee."))
    end = ClockField(label=_("Tot"), help_text=_("Reken de reis terug mee."))
    weeks = OneOfField(
        label=_("In welke weken?"),
        choices=[
            ("both", _("alle weken")),
            ("school", _("alleen schoolweken")),
            ("holiday", _("alleen vakantieweken")),
        ],
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, end = values.get("start"), values.get("end")
        if start and end and start >= end:
            self.add_error("end", _t("Dit moet later zijn dan %(start)s.") % {"start": start})
        return values


class CourseForm(WeekPartForm):
    """A course she follows, and the times at which it could also be given."""

    times: ClassVar[tuple[str, ...]] = ("times", "other_times")
    groups: ClassVar[Groups] = (
        ("", ("name",)),
        (_("Lestijden"), day_names("times")),
        ("", ("holidays",)),
        (_("Zou de les ook op andere tijden kunnen?"), day_names("other_times")),
    )
    name = LineField(label=_("Welke les of cursus?"), max_length=60, required=False)
    holidays = forms.BooleanField(label=_("De les gaat in schoolvakanties door"), required=False)
