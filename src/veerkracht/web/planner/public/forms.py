"""The week without log-in: one form, of which nothing is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import OneOfField
from veerkracht.week.times import DAYS

from ..domain.saved_week import LIMITS, SCHOOL_AGE, TEEN, TODDLER, Kid, SavedWeek
from ..fields import BlockField, ClockField, CountField, HoursField

KINDS = [
    ("", _("geen kind meer")),
    (TODDLER, _("gaat nog niet naar school")),
    (SCHOOL_AGE, _("basisschool, gebracht en gehaald")),
    (TEEN, _("gaat zelf naar school")),
]
AGES = {TODDLER: 2, SCHOOL_AGE: 7, TEEN: 13}
CHILDREN = ("child_1", "child_2", "child_3")


class PublicWeekForm(forms.Form):
    """Few questions, each with an answer that is usual; the answer is a first look."""

    template_name = "planner/_form.html"
    child_1 = OneOfField(label=_("Eerste kind"), choices=KINDS[1:])
    child_2 = OneOfField(label=_("Tweede kind"), choices=KINDS, required=False)
    child_3 = OneOfField(label=_("Derde kind"), choices=KINDS, required=False)
    school = BlockField(label=_("Schooltijd"))
    wednesday = BlockField(label=_("Schooltijd op woensdag"))
    care_days = CountField(label=_("Dagen per week bij opvang of gastouder"), most=5, unknown=True)
    bso_days = CountField(label=_("Dagen per week opvang na school"), most=5, unknown=True)
    home_work = CountField(label=_("Van huis naar werk, in minuten"), most=240, unknown=True)
    home_school = CountField(label=_("Van huis naar school of opvang, in minuten"), most=240, unknown=True)
    school_work = CountField(label=_("Van school of opvang naar werk, in minuten"), most=240, unknown=True)
    leave_after = ClockField(label=_("Niet eerder van huis dan"))
    home_by = ClockField(label=_("Uiterlijk thuis om"))
    load_day = HoursField(label=_("Langste dag met reis, in uren"), most=24 * 60)

    groups = (
        (_("Wie zijn er thuis?"), CHILDREN),
        (_("School en opvang"), ("school", "wednesday", "care_days", "bso_days")),
        (_("Reizen"), ("home_work", "home_school", "school_work")),
        (_("Jouw grenzen"), ("leave_after", "home_by", "load_day")),
    )

    def grouped(self) -> list[tuple[Any, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in self.groups]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        start, end = values.get("leave_after"), values.get("home_by")
        if start and end and start >= end:
            self.add_error("home_by", _t("Dit moet later zijn dan %(start)s.") % {"start": start})
        return values

    def told(self) -> SavedWeek:
        """The answers as a week of a family without names."""
        typed = self.cleaned_data
        kinds = [typed[name] for name in CHILDREN if typed[name]]
        kids = tuple(Kid(str(n), _t("kind %(n)s") % {"n": n}, AGES[kind]) for n, kind in enumerate(kinds, 1))
        parts: dict[tuple[str, str], dict[str, Any]] = {
            ("limits", ""): {
                **LIMITS,
                **{name: typed[name] for name in ("leave_after", "home_by", "load_day")},
            }
        }
        times = {day: typed["wednesday" if day == "wo" else "school"] for day in DAYS}
        for kid, kind in zip(kids, kinds, strict=True):
            parts["child", kid.key] = {"kind": kind, "school": {} if kind == TODDLER else times}
        parts |= self._services(kids, kinds)
        parts["travel", LIMITS["mode"]] = self._travel(kinds)
        return SavedWeek(kids, parts)

    def _services(self, kids: tuple[Kid, ...], kinds: list[str]) -> dict[tuple[str, str], dict[str, Any]]:
        """Day care for who does not go to school yet, after-school care for who is fetched."""
        services: dict[tuple[str, str], dict[str, Any]] = {}
        of = {kind: [kid.key for kid, own in zip(kids, kinds, strict=True) if own == kind] for kind in AGES}
        days = self.cleaned_data["care_days"], self.cleaned_data["bso_days"]
        if of[TODDLER]:
            both = {"days_school": days[0], "days_holiday": days[0]}
            services["service", "o"] = {
                "type": "dagopvang",
                "name": _t("de opvang"),
                "children": of[TODDLER],
                **both,
            }
        if of[SCHOOL_AGE]:
            bso = {"type": "bso", "name": _t("de bso"), "children": of[SCHOOL_AGE], "at": "school"}
            services["service", "b"] = {**bso, "days_school": days[1]}
        return services

    def _travel(self, kinds: list[str]) -> dict[str, Any]:
        """Day care counts as being as near as school."""
        near, onward = self.cleaned_data["home_school"], self.cleaned_data["school_work"]
        legs = {"home-work": self.cleaned_data["home_work"], "home-school": near, "work-school": onward}
        return {**legs, "home-o": near, "work-o": onward, "school-o": 5}


USUAL: dict[str, Any] = {
    "child_1": SCHOOL_AGE,
    "child_2": "",
    "child_3": "",
    "school": "8:30-14:15",
    "wednesday": "8:30-12:15",
    "care_days": "2",
    "bso_days": "0",
    "home_work": "25",
    "home_school": "10",
    "school_work": "25",
    "leave_after": "7:15",
    "home_by": "18:30",
    "load_day": "9",
}
