"""Levers that leave the week as it is: exemption, travel allowance, wage, childcare top-up, rent.

How large a step is, travels with the change; nothing is assumed about what a municipality or employer would give.

Decided here:
- the exemption is a decision of the municipality, so each regime that the law allows this parent is shown, and without
  one what is kept now; the medical regime is left out, that is not for a list;
- a travel allowance is untaxed up to the amount per kilometre of the law, and adds to what is left to spend, because
  the cost of travel is not in it; it is paid on work days outside leave weeks;
- the top-up pays what the allowance leaves of the childcare cost that counts, not what a service asks above the
  highest rate;
- rent is a fixed cost and stands outside what is left to spend: a lower rent gives the difference, less what the rent
  allowance falls.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from veerkracht.household.remark import Remark, remark
from veerkracht.law.choices import CHOICES, MEDISCH_URENBEPERKT
from veerkracht.levers.childcare import MONTHS, care
from veerkracht.levers.owners import SIGNAL
from veerkracht.levers.purse import Money, Purse
from veerkracht.week.family import Family

WAGE_STEP = 1.0
RENT_STEP = 50.0
TRAVEL_STEP = 2.0
WEEKS = 52

REGIMES = CHOICES["vrijlating_regeling"]
CODES = {
    "algemeen": "exemption_general",
    "alleenstaande_ouder": "exemption_of_a_lone_parent",
    "artikel_34a": "exemption_of_34a",
}
# How many months were used, and how many there are.
MONTHS_USED = {
    "algemeen": ("maanden_algemene_vrijlating", "vrijlating_algemeen_maanden"),
    "alleenstaande_ouder": (
        "maanden_vrijlating_alleenstaande_ouder",
        "vrijlating_alleenstaande_ouder_maanden",
    ),
    "artikel_34a": ("maanden_vrijlating_artikel_34a", "vrijlating_artikel_34a_maanden"),
}


@dataclass(frozen=True)
class MoneyLever:
    """A change with the month as the law then has it, and what comes on top of that."""

    id: str
    owner: str
    owner_kind: str
    promise_of: str
    change: Remark
    loon: float
    purse: Purse
    extra: dict[str, float] = field(default_factory=dict)


def money_levers(
    family: Family, money: Money, now: Purse, minutes: int, work_days: int
) -> Iterator[MoneyLever]:
    yield from _exemption(family, money, now, minutes)
    yield _travel(family, money, now, minutes, work_days)
    yield _wage(family, money, minutes)
    if now.amounts["kosten_kinderopvang"] > 0:
        yield _top_up(money, now, minutes)
    if money.facts.get("kale_huur"):
        yield _rent(family, money, minutes)


def _exemption(family: Family, money: Money, now: Purse, minutes: int) -> Iterator[MoneyLever]:
    if not money.facts.get("maanden_bijstand"):
        return
    loon, contracts = money.loon(minutes), care(family)
    in_force = now.amounts["vrijlating_deel"]
    if in_force > 0 and minutes:
        without = money.purse(loon, contracts, vrijlating_regeling="geen")
        stops = remark("exemption_stops", share=in_force)
        yield MoneyLever("exemption_off", "gemeente", "municipality", SIGNAL, stops, loon, without)
    for regime, code in CODES.items():
        if not _may_have(regime, money, now.amounts):
            continue
        after = money.purse(loon, contracts, vrijlating_regeling=regime)
        share = after.amounts["vrijlating_deel"]
        if share > 0 and share != in_force:
            yield MoneyLever(
                f"exemption_{regime}",
                "gemeente",
                "municipality",
                "municipality",
                remark(code, share=share),
                loon,
                after,
            )


def _may_have(regime: str, money: Money, amounts: Mapping[str, Any]) -> bool:
    """Whether this regime is still open to her; the law's share already looks at her age and the day."""
    if amounts["vrijlating_regeling"] in (REGIMES[regime], MEDISCH_URENBEPERKT):
        return False
    used, at_most = MONTHS_USED[regime]
    if (money.facts.get(used) or 0) >= money.number(at_most, "participatiewet"):
        return False
    return regime != "alleenstaande_ouder" or bool(
        amounts["heeft_kind_voor_vrijlating"] and not amounts["heeft_partner"]
    )


def _travel(family: Family, money: Money, now: Purse, minutes: int, work_days: int) -> MoneyLever:
    weeks = WEEKS - (family.year.leave_weeks if family.year else 0)
    return MoneyLever(
        "travel_allowance",
        "werkgever",
        "employer",
        "employer",
        remark("travel_is_paid", euros=TRAVEL_STEP),
        money.loon(minutes),
        now,
        {"reiskostenvergoeding": TRAVEL_STEP * work_days * weeks / MONTHS},
    )


def _wage(family: Family, money: Money, minutes: int) -> MoneyLever:
    loon = money.loon(minutes, money.hourly_wage + WAGE_STEP)
    return MoneyLever(
        "wage+1",
        "werkgever",
        "employer",
        "employer",
        remark("hourly_wage_is_higher", euros=WAGE_STEP),
        loon,
        money.purse(loon, care(family)),
    )


def _top_up(money: Money, now: Purse, minutes: int) -> MoneyLever:
    left = max(0.0, sum(now.amounts["kosten_die_meetellen"]) - now.amounts["voorschot_kinderopvangtoeslag"])
    return MoneyLever(
        "childcare_topup",
        "gemeente",
        "municipality",
        "municipality",
        remark("childcare_is_topped_up"),
        money.loon(minutes),
        now,
        {"bijdrage_gemeente_kinderopvang": left},
    )


def _rent(family: Family, money: Money, minutes: int) -> MoneyLever:
    rent = float(money.facts["kale_huur"])
    lower = min(RENT_STEP, rent)
    loon = money.loon(minutes)
    return MoneyLever(
        f"rent-{RENT_STEP:.0f}",
        "verhuurder",
        "partner_organisation",
        "partner_organisation",
        remark("rent_is_lower", euros=lower),
        loon,
        money.purse(loon, care(family), kale_huur=rent - lower),
        {"huur": lower},
    )
