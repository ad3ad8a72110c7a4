"""What she types in about one event, by the names of `fields` in events.toml: each a plain change of the household.

GIVEN goes into the household before the event, NUMBERS take the place of a number of the event, and AFTER changes the
household after it. What was not typed in changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.law.prepare import MistakeInFacts

from .household import Household, has_care

Typed = Mapping[str, float]
Change = Callable[[Household, Household, Typed], Household]
WEEKS_A_MONTH = 52 / 12
GIVEN = ("maintenance", "partner_wage", "study_costs")
NUMBERS = ("amount",)
WEEKS = "weeks"


def benefit(before: Household, after: Household, typed: Typed) -> Household:
    """WW, ZW or WIA, net a month, taxed; beside what there was already."""
    already = before.facts.get("overig_netto_inkomen") or 0.0
    paid = after.changed(overig_netto_inkomen=already + typed["benefit"], overig_inkomen_is_belast=True)
    # Without wage and bijstand UWV is the only payer left, so the tax credit is there.
    only_payer = not after.wage_factor and after.facts.get("maanden_bijstand") == 0
    return paid.changed(loonheffingskorting_bij="uwv") if only_payer else paid


def sick_pay(before: Household, after: Household, typed: Typed) -> Household:
    """A benefit in the place of the wage; the job is still there, and so is the ground for childcare allowance."""
    paid = benefit(before, replace(after, wage_factor=0.0), {"benefit": typed["sick_pay"]})
    facts = {"heeft_recht_op_kinderopvangtoeslag": True} if has_care(before) else {}
    return replace(paid.changed(**facts), wage_factor=0.0)


def housemate_income(before: Household, after: Household, typed: Typed) -> Household:
    already = before.facts.get("inkomen_medebewoners") or 0.0
    return after.changed(inkomen_medebewoners=already + typed["housemate_income"])


def care_hours(before: Household, after: Household, typed: Typed) -> Household:
    """Hours of care for the child the event is about; one without care only with the price of an hour."""
    known = before.facts.get("kinderen") or ()
    children = []
    for place, child in enumerate(after.facts.get("kinderen") or ()):
        if place < len(known) and child == known[place]:
            children.append(child)
        elif child.get("opvangsoort"):
            children.append({**child, "opvanguren": typed["care_hours"]})
        elif "care_rate" in typed:
            care = {"opvanguren": typed["care_hours"], "uurtarief": typed["care_rate"]}
            children.append({**child, "opvangsoort": "dagopvang", **care})
        else:
            children.append(child)
    return after.changed(kinderen=children)


def rent_increase(before: Household, after: Household, typed: Typed) -> Household:
    rent = float(before.facts.get("kale_huur") or 0.0) + typed["rent_increase"]
    return replace(after.changed(kale_huur=rent), extra_costs=before.extra_costs + typed["rent_increase"])


def new_rent(before: Household, after: Household, typed: Typed) -> Household:
    more = typed["new_rent"] - float(before.facts.get("kale_huur") or 0.0)
    return replace(after.changed(kale_huur=typed["new_rent"]), extra_costs=before.extra_costs + more)


def withheld(before: Household, after: Household, typed: Typed) -> Household:
    return replace(after, extra_costs=after.extra_costs + typed["withheld"])


def child_pays(before: Household, after: Household, typed: Typed) -> Household:
    return replace(after, extra_costs=after.extra_costs - typed["child_pays"])


def hours_then(before: Household, after: Household, typed: Typed) -> Household:
    return replace(after, hours=typed["hours_then"])


def hours_that_fit(before: Household, after: Household, typed: Typed) -> Household:
    return replace(after, hours_that_fit=typed["hours_that_fit"])


AFTER: dict[str, Change] = {
    function.__name__: function
    for function in (
        benefit,
        sick_pay,
        housemate_income,
        care_hours,
        rent_increase,
        new_rent,
        withheld,
        child_pays,
        hours_then,
        hours_that_fit,
    )
}
FIELDS = {*GIVEN, *NUMBERS, WEEKS, *AFTER, "care_rate"}


def check_typed(fields: tuple[str, ...], typed: Typed) -> None:
    """Only what belongs to the event, and numbers that can be."""
    for name, value in typed.items():
        if name not in fields:
            code = "field_of_another_event" if fields else "event_without_fields"
            raise MistakeInFacts(problem(code, name, choices=fields))
        if not math.isfinite(value) or not 0 <= value < 1_000_000:
            raise MistakeInFacts(problem("no_amount", name, value=value))


def given(house: Household, typed: Typed) -> Household:
    known: dict[str, Any] = {name: typed[name] for name in GIVEN if name in typed}
    return replace(house, **known)


def numbers(of_event: Mapping[str, Any], typed: Typed) -> Mapping[str, Any]:
    return {**of_event, **{name: typed[name] for name in NUMBERS if name in typed}}


def lasting(months: float | None, typed: Typed) -> float | None:
    """How many months it lasts: what she typed in weeks, else what the event says."""
    return typed[WEEKS] / WEEKS_A_MONTH if WEEKS in typed else months


def changed(before: Household, after: Household, typed: Typed) -> Household:
    for name in typed:
        if name in AFTER:
            after = AFTER[name](before, after, typed)
    return after
