"""The fields of "Wat we weten": for each path what it is called, how its value reads and whose right it falls under.

In a path `*` stands for the key of a child, a childcare, a job. The order is the order on the page. What is asked on
a page and has no line here is kept too, and falls under the right of its root.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MONEY, WEEK = "financieel_beeld", "weekplan"
EURO, NUMBER, COUNT, MINUTES, CLOCK, CHOICE, YES_NO, DAYS, TIMES, TEXT, CHILDREN = (
    "euro",
    "number",
    "count",
    "minutes",
    "clock",
    "choice",
    "yes_no",
    "days",
    "times",
    "text",
    "children",
)
CARE_KINDS = {
    "dagopvang": _("kinderdagverblijf"),
    "gastouder": _("gastouder"),
    "bso": _("opvang na school"),
    "voorschoolse_opvang": _("opvang voor school"),
    "vakantieopvang": _("opvang in vakanties"),
    "informeel": _("iemand die we kennen"),
    "geen": _("geen opvang"),
}
YES_OR_NO = {"ja": _("ja"), "nee": _("nee")}
EXEMPTIONS = {
    "geen": _("nee"),
    "algemeen": _("ja, 25 procent"),
    "alleenstaande_ouder": _("ja, 12,5 procent"),
    "medisch_urenbeperkt": _("ja, 15 procent"),
}
MODES = {"lopen": _("lopen"), "fiets": _("fiets"), "ov": _("bus of trein"), "auto": _("auto")}
SORTS = {"job": _("werk"), "internship": _("stage of leerwerkplek"), "course": _("opleiding of cursus")}
SCHOOL = {
    "toddler": _("nog niet"),
    "school": _("ja, wordt gebracht en gehaald"),
    "teen": _("ja, gaat zelf"),
}


@dataclass(frozen=True, kw_only=True)
class FactField:
    """One field: its path, its words, the form of its value and the object of the matrix it falls under."""

    path: str
    label: str | Promise
    form: str
    right: str
    choices: Mapping[str, str | Promise] | None = None
    value_rank: int = 0
    """The place of the question while the answer misses, 1 first; 0 is not asked for on this page."""
    question: str | Promise = ""
    """How it is asked there."""


def _field(
    path: str,
    label: str | Promise,
    form: str,
    right: str = MONEY,
    choices: Mapping[str, str | Promise] | None = None,
    value_rank: int = 0,
    question: str | Promise = "",
) -> FactField:
    return FactField(
        path=path,
        label=label,
        form=form,
        right=right,
        choices=choices,
        value_rank=value_rank,
        question=question,
    )


FIELDS: tuple[FactField, ...] = (
    _field("children.*.kind", _("Gaat naar school"), CHOICE, WEEK, SCHOOL),
    _field(
        "children.*.school",
        _("Schooltijden"),
        TIMES,
        WEEK,
        value_rank=3,
        question=_("Van wanneer tot wanneer is er school?"),
    ),
    _field("children.*.other_parent.school", _("Dagen bij de andere ouder"), DAYS, WEEK),
    _field("children.*.other_parent.holiday", _("In vakanties bij de andere ouder"), DAYS, WEEK),
    _field("cares.*.kind", _("Soort opvang"), CHOICE, WEEK, CARE_KINDS),
    _field("cares.*.children", _("Voor"), CHILDREN, WEEK),
    _field("cares.*.contract_days.school", _("Dagen per week in schoolweken"), COUNT, WEEK),
    _field("cares.*.contract_days.holiday", _("Dagen per week in vakantieweken"), COUNT, WEEK),
    _field("cares.*.hours_per_day", _("Uren per dag"), NUMBER, WEEK),
    _field("cares.*.hours_per_month", _("Uren per maand"), NUMBER, WEEK),
    _field("cares.*.euros_per_hour", _("Prijs per uur"), EURO, WEEK),
    _field("jobs.*.sort", _("Wat het is"), CHOICE, WEEK, SORTS),
    _field("jobs.*.blocks", _("Werktijden"), TIMES, WEEK),
    _field("jobs.*.wage_per_hour", _("Loon per uur"), EURO, WEEK),
    _field("jobs.*.minutes_from_home", _("Reis van huis"), MINUTES, WEEK),
    _field(
        "travel.mode",
        _("Reist meestal met"),
        CHOICE,
        WEEK,
        MODES,
        value_rank=7,
        question=_("Hoe gaat het reizen meestal?"),
    ),
    _field("travel.euros_per_month", _("Reiskosten per maand"), EURO),
    _field("course.name", _("Les of cursus"), TEXT, WEEK),
    _field("course.times", _("Lestijden"), TIMES, WEEK),
    _field(
        "limits.leave_after",
        _("Niet eerder van huis dan"),
        CLOCK,
        WEEK,
        value_rank=6,
        question=_("Hoe vroeg mag een dag beginnen?"),
    ),
    _field("limits.home_by", _("Uiterlijk thuis om"), CLOCK, WEEK),
    _field(
        "home.rent",
        _("Kale huur per maand"),
        EURO,
        value_rank=2,
        question=_("Wat is de kale huur per maand?"),
    ),
    _field("home.service_costs", _("Servicekosten per maand"), EURO),
    _field(
        "lives_with_partner",
        _("Woont samen met een partner"),
        CHOICE,
        MONEY,
        YES_OR_NO,
        value_rank=1,
        question=_("Samen met een partner?"),
    ),
    _field("partner.age", _("Leeftijd van de partner"), COUNT),
    _field("partner.wage_per_year", _("Brutoloon van de partner per jaar"), EURO),
    _field("adult.age", _("Leeftijd"), COUNT),
    _field("home.co_residents", _("Andere volwassenen op dit adres"), COUNT),
    _field("home.cost_sharers", _("Daarvan 27 of ouder"), COUNT),
    _field("home.co_residents_income", _("Hun inkomen samen per jaar"), EURO),
    _field(
        "present_job.hours_per_week",
        _("Uren werk per week, nu"),
        NUMBER,
        value_rank=4,
        question=_("Hoeveel uren werk zijn er nu?"),
    ),
    _field("present_job.wage_per_hour", _("Uurloon, nu"), EURO),
    _field(
        "support.bijstand",
        _("Bijstand"),
        CHOICE,
        MONEY,
        YES_OR_NO,
        value_rank=5,
        question=_("Is er bijstand?"),
    ),
    _field("support.exemption", _("Mag een deel van het loon houden"), CHOICE, MONEY, EXEMPTIONS),
    _field("support.months_low_income", _("Maanden met een laag inkomen"), COUNT),
    _field("other_income.euros", _("Ander inkomen per maand, netto"), EURO),
    _field("other_income.taxed", _("Belasting over dat inkomen"), CHOICE, MONEY, YES_OR_NO),
    _field("childcare_ground.course", _("Opleiding, inburgering of traject"), CHOICE, MONEY, YES_OR_NO),
    _field("wealth_on_1_january", _("Spaargeld en bezit op 1 januari, min schulden"), EURO),
    _field("costs.fixed", _("Andere vaste lasten per maand"), EURO),
    _field("costs.daily", _("Dagelijkse uitgaven per maand"), EURO),
    _field("debts.instalment", _("Aflossing van schulden per maand"), EURO),
    _field("account_balance", _("Op de rekening, begin van de maand"), EURO),
    _field("home.pay_day", _("Dag waarop de huur gaat"), COUNT),
    _field("costs.pay_day", _("Dag waarop de vaste lasten gaan"), COUNT),
    _field("present_job.pay_day", _("Dag waarop het loon komt"), COUNT),
    _field("support.pay_day", _("Dag waarop de bijstand komt"), COUNT),
)
# Under these roots a path belongs to the week; every other one to money.
_WEEK_ROOTS = ("children.", "cares.", "jobs.", "travel.", "limits.", "course.", "protected.")


@cache
def field_of(path: str) -> FactField | None:
    """The field of a path; None for one that has no line of its own on the page."""
    return next((field for field in FIELDS if _pattern(field.path).fullmatch(path)), None)


def object_of(path: str) -> str:
    """The object of the matrix whose right decides over this path."""
    field = field_of(path)
    if field:
        return field.right
    return WEEK if path.startswith(_WEEK_ROOTS) else MONEY


@cache
def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path).replace(r"\*", r"[^.]+"))
