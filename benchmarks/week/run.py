"""The care week beside CP-SAT, on the same 200 random families: `python benchmarks/week/run.py`.

The peer gets our own day patterns and chooses among them with a small CP-SAT model (one worker, as one of ours), so
that the ratio compares the week solvers and not two ways to enumerate a day. Ours and the peer's turns alternate in
one run; medians are quoted. Reading the JSON is left out for both. A second table holds families with all their
levers and pairs, and how time grows with the number of families.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

from veerkracht.week.days import Memo
from veerkracht.week.family import Family
from veerkracht.week.levers import gains, levers, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.solver import day_choices, solve
from veerkracht.week.tests.families import Raw, golden, random_family
from veerkracht.week.tests.second_opinion import Option, Week, choose, solve_week
from veerkracht.week.times import DAYS

T = TypeVar("T")
FAMILIES = 200
LEVERS = 15


def ours(family: Family) -> Week | None:
    week = solve(family, "school")
    return None if week is None else Week(week.paid, week.load, week.work_days)


def options(family: Family) -> list[Option]:
    """Our day patterns, with each length of shift as a choice of its own."""
    memo: Memo = {}
    legs = family.legs()
    return [
        Option(
            day,
            frozenset() if choice.pattern is None else choice.pattern.services,
            paid,
            paid + choice.unpaid,
            choice.work_days > 0,
        )
        for day in DAYS
        for choice in day_choices(family, day, "school", legs, memo)
        for paid in range(choice.least, choice.most + 1, 15)
    ]


def timed(job: Callable[..., T], *arguments: object) -> tuple[float, T]:
    start = perf_counter()
    found = job(*arguments)
    return perf_counter() - start, found


def beside_cp_sat(families: list[tuple[Raw, Family]]) -> None:
    """Each takes two turns, in alternation; the quicker turn counts."""
    our_times, master_times, peer_times, different = [], [], [], 0
    for raw, family in families:
        turns = [_turn(raw, family) for _ in range(2)]
        our_times.append(min(turn[0] for turn in turns))
        master_times.append(min(turn[1] for turn in turns))
        peer_times.append(min(turn[1] + turn[2] for turn in turns))
        different += sum(not turn[3] for turn in turns)
    row("weeks per second", len(families) / sum(peer_times), len(families) / sum(our_times), "{:.0f}/s")
    row("one week, median", 1000 * median(peer_times), 1000 * median(our_times), "{:.2f} ms")
    row("one week, 95th percentile", 1000 * p95(peer_times), 1000 * p95(our_times), "{:.2f} ms")
    row(
        "median without the peer's day patterns",
        1000 * median(master_times),
        1000 * median(our_times),
        "{:.2f} ms",
    )
    alone = [timed(solve_week, raw, "school")[0] for raw, _ in families]
    row(
        "median with day patterns walked in full", 1000 * median(alone), 1000 * median(our_times), "{:.2f} ms"
    )
    print(f"weeks with another answer: {different} of {2 * len(families)} (goal 0); goal of the ratio: 10")


def _turn(raw: Raw, family: Family) -> tuple[float, float, float, bool]:
    """Our seconds, the peer's for choosing and for its day patterns, and whether both agree."""
    our_seconds, week = timed(ours, family)
    pattern_seconds, found = timed(options, family)
    master_seconds, peer = timed(choose, raw, "school", found)
    return our_seconds, master_seconds, pattern_seconds, week == peer


def noise(family: Family) -> None:
    times = [timed(ours, family)[0] for _ in range(200)]
    print(
        f"noise of this machine: one and the same week 200 times, 95th / median {p95(times) / median(times):.1f}\n"
    )


def row(job: str, peer: float, our: float, form: str) -> None:
    ratio = max(peer, our) / min(peer, our)
    print(f"{job:44} {form.format(peer):>12} {form.format(our):>12} {ratio:>7.0f} ×")


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def everything(family: Family) -> int:
    memo: Memo = {}
    single = gains(family, "school", memo)
    return len(single) + len(pairs(family, "school", single, memo))


def one_family(families: list[Family]) -> None:
    times = [timed(everything, family)[0] for family in families]
    print(f"\nall levers and pairs of one family (goal 500 ms), {len(families)} random families:")
    print(
        f"  median {1000 * median(times):.0f} ms, 95th {1000 * p95(times):.0f} ms, slowest {1000 * max(times):.0f} ms"
    )
    for name in ("a", "b"):
        family = read_family(golden(name))
        took = median(timed(everything, family)[0] for _ in range(9))
        print(f"  golden family {name.upper()}: {1000 * took:.0f} ms")


def large_families() -> None:
    """WKM-04. Three children and six services, and more: the 95th percentile of one solve, and with its levers."""
    found: list[Family] = []
    seed = 100_000
    while len(found) < 60:
        raw, family = random_family(seed)
        seed += 1
        if len(raw["children"]) >= 3 and len(raw["services"]) >= 6:
            found.append(family)
    solves = [timed(ours, family)[0] for family in found]
    with_levers = [timed(gains, family, "school")[0] for family in found]
    print("\nthree children or more, six services or more, 60 families:")
    print(f"  one solve, 95th: {1000 * p95(solves):.1f} ms (goal 500)")
    print(f"  with all levers, 95th: {1000 * p95(with_levers):.0f} ms (goal 3000)")


def growth(families: list[Family]) -> None:
    print(f"\nfamilies × {LEVERS} levers (goal: linear):")
    for count in (250, 500, 1000):
        seconds, solved = timed(all_fifteen, families[:count])
        print(
            f"  {count:5} families: {seconds:6.2f} s, {1000 * seconds / count:.2f} ms a family, {solved} weeks"
        )


def fifteen(family: Family) -> int:
    """The week itself and fifteen levers; a family with fewer repeats its first ones."""
    memo: Memo = {}
    found = levers(family, "school")
    solve(family, "school", memo)
    for number in range(LEVERS):
        solve(found[number % len(found)].apply(family), "school", memo)
    return LEVERS + 1


def all_fifteen(families: list[Family]) -> int:
    return sum(fifteen(family) for family in families)


def main() -> int:
    print(f"Python {platform.python_version()}, OR-Tools {version('ortools')}, {FAMILIES} random families")
    families = [random_family(seed) for seed in range(20_000, 20_000 + FAMILIES)]
    noise(families[0][1])
    print(f"{'job':44} {'CP-SAT':>12} {'ours':>12} {'ratio':>9}")
    beside_cp_sat(families)
    one_family([family for _, family in families])
    large_families()
    growth([random_family(seed)[1] for seed in range(30_000, 31_000)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
