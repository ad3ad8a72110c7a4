"""What an event does to the household, month by month: each effect a plain function, its numbers in events.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ..budget_line import budget_line
from ..hours import ALSO
from ..situation import Offer, child_age, last_known_day, parameter
from .household import Household, has_care

Numbers = Mapping[str, Any]
Effect = Callable[[Household, Numbers, int], Household]
CARE_RUNS_ON = 3
APPLICATION = 2
"""Months until a first bijstand: an application may take eight weeks."""
PAID_LEAVE = 0.7
MINIMUM = "minimumloon.minimumuurloon"


def nothing(house: Household, numbers: Numbers, month: int) -> Household:
    return house


def no_wage(house: Household, numbers: Numbers, month: int) -> Household:
    """No wage; bijstand after the application; childcare allowance runs on for three months."""
    support = house.facts.get("maanden_bijstand") != 0 or month >= APPLICATION
    facts: dict[str, Any] = {"maanden_bijstand": 12 if support else 0}
    if support:
        facts |= {"vrijlating_regeling": "geen", "loonheffingskorting_bij": "bijstand"}
    if has_care(house):
        facts["heeft_recht_op_kinderopvangtoeslag"] = month < CARE_RUNS_ON
    return replace(house.changed(**facts), wage_factor=0.0)


def fewer_hours(house: Household, numbers: Numbers, month: int) -> Household:
    return replace(house, hours=max(0.0, house.hours - numbers["hours"]))


def ill(house: Household, numbers: Numbers, month: int) -> Household:
    """Part of the wage, in the first year not below the minimum wage for these hours."""
    if not house.hourly_wage:
        return house
    least = parameter(MINIMUM, house.day) / house.hourly_wage
    return replace(house, wage_factor=min(1.0, max(numbers["part"], least)))


def sick_child(house: Household, numbers: Numbers, month: int) -> Household:
    """Two weeks of hours a year at 70%, the rest of the days unpaid (Wazo art. 5:1, 5:2 and 5:6)."""
    if not house.hours:
        return house
    a_day = min(8.0, house.hours)
    lost = numbers["days"] * a_day
    leave = min(lost, 2 * house.hours)
    unpaid = lost - PAID_LEAVE * leave
    return replace(house, wage_factor=max(0.0, 1 - unpaid / (52 * house.hours)))


def partner_leaves(house: Household, numbers: Numbers, month: int) -> Household:
    gone = ("loon_partner", "heeft_toeslagpartner", "heeft_fiscale_partner")
    alone = {name: value for name, value in house.facts.items() if name not in gone}
    facts = {**alone, "heeft_partner": False}
    if house.maintenance:
        facts |= {"overig_netto_inkomen": house.maintenance, "overig_inkomen_is_belast": False}
    return replace(house, facts=facts)


def partner_joins(house: Household, numbers: Numbers, month: int) -> Household:
    """A partner with the wage that was typed in, or without one."""
    gone = ("heeft_toeslagpartner", "heeft_fiscale_partner")
    facts = {name: value for name, value in house.facts.items() if name not in gone}
    together = replace(house, facts=facts)
    if house.facts.get("heeft_partner"):
        return house
    return together.changed(heeft_partner=True, loon_partner=house.partner_wage or 0.0)


def housemate(house: Household, numbers: Numbers, month: int) -> Household:
    """An adult who shares the costs, has no income typed in, and is taken not to be a partner."""
    facts = house.facts
    counted = (facts.get("aantal_medebewoners") or 0) + 1
    sharing = (facts.get("aantal_andere_kostendelers") or 0) + 1
    together = bool(facts.get("heeft_partner"))
    return house.changed(
        aantal_medebewoners=counted,
        aantal_andere_kostendelers=sharing,
        inkomen_medebewoners=facts.get("inkomen_medebewoners") or 0.0,
        heeft_toeslagpartner=facts.get("heeft_toeslagpartner", together),
        heeft_fiscale_partner=facts.get("heeft_fiscale_partner", together),
    )


def child_turns(house: Household, numbers: Numbers, month: int) -> Household:
    """The oldest child below this age reaches it; care that no longer fits changes or ends."""
    children = [dict(child) for child in house.facts.get("kinderen") or ()]
    below = [child for child in children if child_age(child, house.day) < numbers["age"]]
    if not below:
        return house
    child = max(below, key=lambda one: child_age(one, house.day))
    child.pop("geboortedatum", None)
    child |= {"leeftijd": numbers["age"], "leeftijd_op_1_januari": numbers["age"] - (month < 12)}
    if numbers["age"] >= 12:
        for name in ("opvangsoort", "opvanguren", "uurtarief"):
            child.pop(name, None)
    elif child.get("opvangsoort") == "dagopvang" and numbers["age"] >= 4:
        child["opvangsoort"] = "bso"
    return house.changed(kinderen=children)


def newborn(house: Household, numbers: Numbers, month: int) -> Household:
    children = [*(house.facts.get("kinderen") or ()), {"leeftijd": 0, "leeftijd_op_1_januari": 0}]
    return house.changed(kinderen=children)


def rent_up(house: Household, numbers: Numbers, month: int) -> Household:
    rent = float(house.facts.get("kale_huur") or 0.0)
    costs = house.extra_costs + numbers["part"] * rent
    return replace(house.changed(kale_huur=rent * (1 + numbers["part"])), extra_costs=costs)


def care_closes(house: Household, numbers: Numbers, month: int) -> Household:
    """Six weeks: a whole month and half of the next without care, allowance and, without cover, wage."""
    if not has_care(house):
        return house
    children = [
        {**child, "opvanguren": (child.get("opvanguren") or 0) * (0.5 if month else 0.0)}
        if child.get("opvangsoort")
        else child
        for child in house.facts["kinderen"]
    ]
    return replace(house.changed(kinderen=children), wage_factor=0.5 if month else 0.0)


def debt(house: Household, numbers: Numbers, month: int) -> Household:
    return replace(house, extra_costs=house.extra_costs + numbers["amount"] / numbers["instalments"])


def no_care_allowance(house: Household, numbers: Numbers, month: int) -> Household:
    return house.changed(heeft_recht_op_kinderopvangtoeslag=False) if has_care(house) else house


def exemption_ends(house: Household, numbers: Numbers, month: int) -> Household:
    return house.changed(vrijlating_regeling="geen")


def wage_up(house: Household, numbers: Numbers, month: int) -> Household:
    return replace(house, hourly_wage=house.hourly_wage * (1 + numbers["part"]))


def out_of_bijstand(house: Household, numbers: Numbers, month: int) -> Household:
    """The fewest hours at this wage with which no bijstand is needed."""
    if house.facts.get("maanden_bijstand") == 0 or not house.hourly_wage:
        return house
    line = budget_line(house.facts, house.day, Offer(house.hourly_wage), also=ALSO)
    bijstand = line.columns["ontvangen_bijstand"]
    enough = [hours for hours, amount in zip(line.hours, bijstand, strict=True) if amount < 0.005]
    return replace(house, hours=max(house.hours, enough[0])) if enough else house


def fluctuating(house: Household, numbers: Numbers, month: int) -> Household:
    return replace(house, wage_factor=1 - numbers["part"])


def study(house: Household, numbers: Numbers, month: int) -> Household:
    return replace(house, extra_costs=house.extra_costs + (house.study_costs or 0.0))


def ground_ends(house: Household, numbers: Numbers, month: int) -> Household:
    """Without work there is no ground any more."""
    return no_care_allowance(house, numbers, month) if not house.hours else house


def maintenance(house: Household, numbers: Numbers, month: int) -> Household:
    if house.maintenance is None:
        return house
    return house.changed(overig_netto_inkomen=house.maintenance, overig_inkomen_is_belast=False)


def bill(house: Household, numbers: Numbers, month: int) -> Household:
    """A single bill comes out of the buffer."""
    left = None if house.savings is None else house.savings - numbers["amount"]
    return replace(house, savings=left)


def indexation(house: Household, numbers: Numbers, month: int) -> Household:
    """The next first of January or July, as far as its amounts are known."""
    day = house.day
    following = dt.date(day.year, 7, 1) if day.month < 7 else dt.date(day.year + 1, 1, 1)
    return replace(house, day=min(following, last_known_day()))


EFFECTS: dict[str, Effect] = {
    function.__name__: function
    for function in (
        nothing,
        no_wage,
        fewer_hours,
        ill,
        sick_child,
        partner_leaves,
        partner_joins,
        housemate,
        child_turns,
        newborn,
        rent_up,
        care_closes,
        debt,
        no_care_allowance,
        exemption_ends,
        wage_up,
        out_of_bijstand,
        fluctuating,
        study,
        ground_ends,
        maintenance,
        bill,
        indexation,
    )
}

BY_MONTH = {"no_wage", "child_turns", "care_closes"}
"""Effects that differ from month to month; the others are the same as long as they last."""
