"""Money: a budget line with its words, 24 months with settlements, life events, and the pages of the months.

`python -m benchmarks.money.run`. Plain Python on one core; medians over turns that alternate between the jobs. No
peer does these jobs; the budget line beside OpenFisca-core stands in `benchmarks/law`.
"""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from benchmarks.money import pages

from veerkracht.commands.months import arrangement_as_data, as_data
from veerkracht.money.budget_line import budget_line
from veerkracht.money.hours import table
from veerkracht.money.ledger.arrange import to_arrange
from veerkracht.money.ledger.months import months
from veerkracht.money.ledger.reclaim import when_late
from veerkracht.money.life.household import Household
from veerkracht.money.life.stress import life_events, stress
from veerkracht.money.situation import Care, Offer
from veerkracht.money.stretches import stretches

DAY = dt.date(2026, 3, 1)
TURNS = 30
CLEANING: dict[str, Any] = {
    "loon": 12 * 15.10 * 52 * 1.08,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 689,
    "servicekosten": 0,
    "leeftijd_ouder": 45,
    "aantal_medebewoners": 0,
    "maanden_bijstand": 12,
    "loonheffingskorting_bij": "werkgever",
    "vrijlating_regeling": "geen",
    "kinderen": [{"geboortedatum": "2010-08-14"}, {"geboortedatum": "2013-11-02"}],
}
YOUNG = {**CLEANING, "kinderen": [{"geboortedatum": "2019-09-12"}, {"geboortedatum": "2024-02-03"}]}
CARE = (Care(0, "bso", 9.5, hours_per_work_hour=0.4), Care(1, "dagopvang", 11.0, hours_per_work_hour=1.2))
MORE_HOURS = [{"on": "2026-05-01", "kind": "hours_change", "hours": 26, "hourly_wage": 15.10, "pay_day": 24}]
WAGES = [("zorgcursus", 15.60), ("AD", 19.50), ("HBO", 22.40)]
AT_HOME = Household(CLEANING, DAY, 24, 15.10, savings=500, essential_costs=1900, hours_that_fit=22)


def ledger(number: int) -> object:
    found = months(CLEANING, MORE_HOURS, DAY, number)
    return as_data(found, [arrangement_as_data(one) for one in to_arrange(found)])


JOBS: dict[str, tuple[float | None, Callable[[], object]]] = {
    "budget line, 161 points": (5.0, lambda: budget_line(CLEANING, DAY, Offer(15.10))),
    "budget line, childcare follows the hours": (5.0, lambda: budget_line(YOUNG, DAY, Offer(15.10, CARE))),
    "the line in words with its causes": (None, lambda: stretches(budget_line(CLEANING, DAY, Offer(15.10)))),
    "hours needed, three wages": (None, lambda: table(CLEANING, DAY, WAGES, more=200)),
    "24 months, settlements, what to arrange": (100.0, lambda: ledger(24)),
    "48 months": (None, lambda: ledger(48)),
    "96 months": (None, lambda: ledger(96)),
    "reclaim when passed on 0, 1, 3, 6 months late": (
        None,
        lambda: when_late(months(CLEANING, MORE_HOURS, DAY, 24)),
    ),
    "35 life events, five moments, nine figures": (100.0, lambda: stress(AT_HOME, tuple(life_events()))),
}


def main() -> None:
    taken: dict[str, list[float]] = {name: [] for name in JOBS}
    for turn in range(TURNS + 1):
        for name, (_, job) in JOBS.items():
            start = perf_counter()
            job()
            if turn:
                taken[name].append(1000 * (perf_counter() - start))
    print(f"Python {platform.python_version()} on {platform.machine()}, {TURNS} turns, milliseconds")
    print(f"{'job':<50}{'least':>9}{'median':>9}{'p95':>9}{'goal':>7}{'ratio':>7}")
    for name, times in taken.items():
        goal = JOBS[name][0]
        told = f"{goal:7.0f}{median(times) / goal:7.2f}" if goal else f"{'-':>7}{'-':>7}"
        print(f"{name:<50}{min(times):9.2f}{median(times):9.2f}{quantiles(times, n=20)[-1]:9.2f}{told}")
    per_month = [median(taken[name]) / number for name, number in (("48 months", 48), ("96 months", 96))]
    print(f"one month costs {per_month[0]:.3f} ms of 48 and {per_month[1]:.3f} ms of 96: linear in months")
    pages.main()


if __name__ == "__main__":
    main()
