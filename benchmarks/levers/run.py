"""Levers with hours and euros: `python -m benchmarks.levers.run`.

No peer computes this, so there is none beside it: the goals are that 1,000 families × 15 levers take time in step with
their number, and that one family is quick enough for a page; the page itself is timed last. Random families get prices
for their services and the facts of a household on bijstand. Reading the JSON is left out.
"""

from __future__ import annotations

import datetime as dt
import platform
import sys
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from benchmarks.levers import page

from veerkracht.levers.childcare import care, who_is_who
from veerkracht.levers.purse import Money, ages_in
from veerkracht.levers.worth import priced, worth_of_levers
from veerkracht.week.days import Memo
from veerkracht.week.family import Family
from veerkracht.week.lever import Gain
from veerkracht.week.levers import levers, paid_minutes, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.tests.families import Raw, golden, random_family

DAY = dt.date(2026, 3, 1)
WAGE = 15.10
LEVERS = 15
AGES = {"toddler": (0, 3), "school": (4, 11), "teen": (12, 17)}
Household = tuple[Family, Raw]


def household(seed: int) -> Household:
    """A random family with prices, and the facts that go with its children."""
    raw, _ = random_family(seed)
    random = Random(seed)
    for service in raw["services"]:
        if service["type"] != "informeel":
            rate = random.choice([8.2, 9.8, 10.9, 11.6])
            service |= {"paid_hours_per_day": random.choice([3.5, 5.5, 10.5]), "hourly_rate": rate}
    return read_family(raw), facts(raw, random)


def facts(raw: Raw, random: Random) -> Raw:
    kinds = [child["kind"] for child in raw["children"] if not child.get("deceased")]
    ages = [random.randint(*AGES[kind]) for kind in kinds]
    return {
        "heeft_partner": False,
        "vermogen": 0,
        "kale_huur": random.randint(450, 900),
        "servicekosten": 0,
        "leeftijd_ouder": random.randint(21, 55),
        "aantal_medebewoners": 0,
        "maanden_bijstand": random.choice([0, 12]),
        "loonheffingskorting_bij": "werkgever",
        "vrijlating_regeling": random.choice(["geen", "algemeen"]),
        "heeft_recht_op_kinderopvangtoeslag": True,
        "kinderen": [{"leeftijd": age, "leeftijd_op_1_januari": age} for age in ages],
    }


def fifteen(one: Household) -> int:
    """The week itself and fifteen levers with their euros; a family with fewer repeats its first ones."""
    family, known = one
    memo: Memo = {}
    money = Money(known, WAGE, DAY, who_is_who(family, ages_in(known, DAY)))
    found = levers(family, "school")
    now = paid_minutes(family, "school", memo)
    for number in range(LEVERS):
        lever = found[number % len(found)]
        minutes = paid_minutes(lever.apply(family), "school", memo)
        priced(family, Gain(lever, minutes - now), money, now)
    return LEVERS


def growth(households: list[Household]) -> None:
    print(f"\nfamilies × {LEVERS} levers with euros (goal: linear):")
    for count in (250, 500, 1000):
        start = perf_counter()
        priced_levers = sum(fifteen(one) for one in households[:count])
        seconds = perf_counter() - start
        each = 1000 * seconds / count
        print(f"  {count:5} families: {seconds:6.2f} s, {each:.2f} ms a family, {priced_levers} levers")


def everything(family: Family, known: Raw) -> dict[str, float]:
    """All levers with euros, money levers and pairs of one family, in seconds a part."""
    start = perf_counter()
    found = worth_of_levers(family, known, WAGE, DAY)
    levers_done = perf_counter()
    memo: Memo = {}
    single = [
        Gain(lever, paid_minutes(lever.apply(family), "school", memo) - found.minutes)
        for lever in levers(family, "school")
    ]
    pairs(family, "school", single, memo)
    pairs_done = perf_counter()
    money = found.money
    for worth in found.levers:
        Money(known, WAGE, DAY, money.places).purse(money.loon(worth.minutes_after), care(family))
    return {
        "all levers with euros": levers_done - start,
        "of which one month of the law for each": perf_counter() - pairs_done,
        "pairs, hours only": pairs_done - levers_done,
    }


def one_family(name: str, family: Family, known: Raw) -> None:
    runs = [everything(family, known) for _ in range(9)]
    times = ", ".join(f"{part} {1000 * median(run[part] for run in runs):.0f} ms" for part in runs[0])
    print(f"  {name}: {times}")


def golden_household(name: str, ages: tuple[int, int]) -> tuple[Family, Any]:
    raw = golden(name)
    known = facts(raw, Random(1))
    known["kinderen"] = [{"leeftijd": age, "leeftijd_op_1_januari": age} for age in ages]
    return read_family(raw), known


def main() -> int:
    print(f"Python {platform.python_version()}")
    households = [household(seed) for seed in range(30_000, 31_000)]
    fifteen(households[0])
    print("one family with everything (goal 500 ms):")
    one_family("golden family A", *golden_household("a", (6, 2)))
    one_family("golden family B", *golden_household("b", (9, 13)))
    times = []
    for family, known in households[:200]:
        start = perf_counter()
        worth_of_levers(family, known, WAGE, DAY)
        times.append(1000 * (perf_counter() - start))
    p95 = quantiles(times, n=20)[-1]
    print(f"  200 random families, levers with euros: median {median(times):.0f} ms, 95th {p95:.0f} ms")
    growth(households)
    page.tell()
    return 0


if __name__ == "__main__":
    sys.exit(main())
