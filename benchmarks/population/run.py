"""The law book for everyone: compiled beside interpreted, by size, threads and memory; and beside OpenFisca-core.

`python -m benchmarks.population.run [largest]`, by default up to a million households. Medians are
quoted. OpenFisca runs its own small package (benchmarks/law/peer.py); beside it ours runs those rules and no others,
for the same household at as many wages.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import resource
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from benchmarks.law.run import AGES, RENT, SAME_RULES

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate, calculate
from veerkracht.law.facts import COLUMNS
from veerkracht.law.prepare import prepare
from veerkracht.population.caseload.changes import opened_in_caseload
from veerkracht.population.caseload.families import draw_caseload
from veerkracht.population.effects import TARGETS
from veerkracht.population.households import Households
from veerkracht.population.kernel import kernel_for
from veerkracht.population.reforms.reading import reform_from
from veerkracht.population.run import amounts_of, given_rules, prepared_loop
from veerkracht.population.search import Grid, combinations, search
from veerkracht.population.synthetic.columns import prepared
from veerkracht.population.synthetic.draw import SEED, draw

DAY = dt.date(2026, 3, 1)
SIZES = (10_000, 100_000, 1_000_000, 8_000_000)
TURNS = 5
SMALL = ("besteedbaar_inkomen",)
GRID: dict[str, list[Any]] = {
    "kindgebonden_budget.afbouw_kindgebonden_budget": [0.05, 0.06, 0.076, 0.085],
    "kindgebonden_budget.alleenstaande_ouderkop": [3416, 3666, 3916],
    "participatiewet.vrijlating_alleenstaande_ouder_deel": [0.125, 0.15, 0.25],
}


def taken(job: Callable[[], object], turns: int = TURNS) -> float:
    """Median seconds, after a first turn that is not counted."""
    times = []
    for turn in range(turns + 1):
        start = perf_counter()
        job()
        if turn:
            times.append(perf_counter() - start)
    return median(times)


def loop_alone(households: Households) -> Callable[[], None]:
    kernel = kernel_for(book(), DAY, TARGETS, given_rules(book(), DAY, households))
    run = prepared_loop(kernel, households, book(), DAY, None)
    values = np.empty((len(TARGETS), len(households)))
    unknown = np.empty(values.shape, np.bool_)
    return lambda: run(0, len(households), values, unknown)


def interpreted(households: Households, number: int) -> float:
    """Seconds for one household, the interpreted way."""
    every = [households.values(position) for position in range(number)]

    def run() -> None:
        for values in every:
            try:
                calculate(book(), DAY, values, TARGETS)
            except CannotCalculate:
                continue

    return taken(run, 3) / number


def same_rules(number: int) -> Households:
    """The household of the peer so many times, each with another wage; what the peer leaves out is given."""
    values = prepare(book(), DAY, SAME_RULES).values
    ages = {
        name: np.tile(np.array(value, float), number) for name, value in values.items() if name in COLUMNS
    }
    single = {name: np.full(number, float(value)) for name, value in values.items() if name not in COLUMNS}
    return Households(
        facts={**single, "loon": np.linspace(0, 60_000, number)},
        children=ages,
        offsets=np.arange(number + 1) * len(AGES),
        weight=np.ones(number),
        hours=np.zeros(number),
    )


def small_set(number: int = 1_000_000) -> None:
    """The peer's rules alone, for so many households: its line without a trace, and our loop."""
    households = same_rules(number)
    ours = taken(lambda: amounts_of(households, book(), DAY, SMALL, threads=1), 3) / number
    try:
        from benchmarks.law import peer as openfisca

        rules = openfisca.system()
    except ImportError:
        print("peer not measured: openfisca-core is not installed here (pip install openfisca-core==46.0.1)")
        return
    few = number // 10
    wages = np.linspace(0, 60_000, few)

    def line() -> object:
        run = openfisca.simulation(rules, wages, AGES, RENT, trace=False)
        return run.calculate("besteedbaar_inkomen", openfisca.YEAR_OF_LINE)

    theirs = taken(line, 3) / few
    print(
        f"the peer's rules alone: ours {1e6 * ours:.3f} µs a household, OpenFisca-core {1e6 * theirs:.3f}; "
        f"{theirs / ours:.0f} times as fast on one core (goal: 50)"
    )


def by_size(size: int) -> float:
    """A line of the table; seconds of the loop for one household."""
    start = perf_counter()
    households = prepared(draw(size, SEED, DAY))
    drawn = perf_counter() - start
    turns = TURNS if size < 1_000_000 else 2
    loop = taken(loop_alone(households), turns)
    one = taken(lambda: amounts_of(households, book(), DAY, TARGETS), turns)
    two = taken(lambda: amounts_of(households, book(), DAY, TARGETS, threads=2), turns)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = f"{1e6 * loop / size:>9.2f}{one / two:>10.2f}×{one:>9.2f}{memory:>9.0f}"
    print(f"{size:>12,}{drawn:>9.2f}{loop:>9.3f}{each}")
    return loop / size


def searching(sample: Households) -> None:
    idea = {"sentence": "Wat als", "source": "meting"}
    reforms = tuple(reform_from({**idea, "parameters": point}, "meting", DAY) for point in combinations(GRID))
    start = perf_counter()
    search(sample, DAY, Grid(budget=1e8, values={}, reforms=reforms), lambda done, whole: None)
    seconds = perf_counter() - start
    each = f"{seconds:.1f} s, {1000 * seconds / len(reforms):.0f} ms a reform"
    print(f"search: {len(reforms)} reforms × {len(sample):,} households, twice each: {each}")


def changes_of_a_municipality(families: int = 2_000) -> None:
    """Every change by somebody else for a caseload with care weeks, in as many processes as there are cores."""
    start = perf_counter()
    opened, without_answer = opened_in_caseload(draw_caseload(families, SEED, DAY), day=DAY)
    seconds = perf_counter() - start
    print(
        f"what a municipality can change: {families} families, {len(opened)} openings, "
        f"{without_answer} without an answer, in {seconds:.1f} s (goal: 10)"
    )


def main(largest: int) -> None:
    noise = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"Python {platform.python_version()} on {platform.machine()}, {noise}")
    print(
        f"{'households':>12}{'draw s':>9}{'loop s':>9}{'µs each':>9}{'2 threads':>11}{'all s':>9}{'peak MB':>9}"
    )
    each = [by_size(size) for size in SIZES if size <= largest][-1]
    sample = prepared(draw(2_000, SEED, DAY))
    slow = interpreted(sample, 500)
    print(f"interpreted: {1e6 * slow:.0f} µs each; compiled is {slow / each:.0f} times as fast")
    small_set()
    searching(sample)
    changes_of_a_municipality()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
