"""One household beside OpenFisca-core: a budget line of 161 points with the steps of one point as JSON.

`python -m benchmarks.law.run`. Ours and the peer's turns alternate in one run; medians are quoted. The peer needs
`openfisca-core==46.0.1`; where it is not installed only ours is measured, and the table says so.
"""

from __future__ import annotations

import datetime as dt
import json
import platform
from collections.abc import Callable
from importlib.util import find_spec
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from veerkracht.commands.calculate import as_data
from veerkracht.law.answer import answer_for
from veerkracht.law.catalogue import book
from veerkracht.law.engine.line import along
from veerkracht.law.prepare import prepare

DAY = dt.date(2026, 3, 1)
HOURS = [0.25 * step for step in range(161)]
WAGES = [hours * 15.10 * 52 * 1.08 for hours in HOURS]
AT = WAGES[80]
AGES, RENT = [6.0, 2.0], 748.0
TURNS = 60
OUR_LINE, OURS = "ours, same rules, the line", "ours, same rules, line and steps as JSON"
THEIR_LINE, THEIRS = "OpenFisca-core, the line", "OpenFisca-core, line and serialised trace"
GOAL = 5.0
WORKING: dict[str, Any] = {
    "loon": AT,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": RENT,
    "servicekosten": 0,
    "leeftijd_ouder": 30,
    "aantal_medebewoners": 0,
    "maanden_bijstand": 0,
    "kinderen": [{"leeftijd": age, "leeftijd_op_1_januari": age} for age in AGES],
}
SAME_RULES: dict[str, Any] = {
    **WORKING,
    "heeft_toeslagpartner": False,
    "heeft_fiscale_partner": False,
    "voorschot_kinderopvangtoeslag": 0,
    "eigen_bijdrage_kinderopvang": 0,
}
"""What the peer's small package leaves out is given as a fact: then its rules are not run here either."""
CARE = [
    {"opvangsoort": "bso", "opvanguren": 40, "uurtarief": 9.5},
    {"opvangsoort": "dagopvang", "opvanguren": 80, "uurtarief": 11},
]
ON_BIJSTAND: dict[str, Any] = {
    **WORKING,
    "maanden_bijstand": 12,
    "loonheffingskorting_bij": "werkgever",
    "vrijlating_regeling": "geen",
    "heeft_recht_op_kinderopvangtoeslag": True,
    "kinderen": [{**child, **care} for child, care in zip(WORKING["kinderen"], CARE, strict=True)],
}


def our_line(facts: dict[str, Any]) -> list[float]:
    """Check the facts, and the line."""
    values = prepare(book(), DAY, facts).values
    return list(along(book(), DAY, values, {"loon": WAGES}, ["besteedbaar_inkomen"])["besteedbaar_inkomen"])


def ours(facts: dict[str, Any]) -> tuple[list[float], str]:
    """What a page asks for: check the facts, the line, and the steps of one point."""
    line = our_line(facts)
    steps = as_data(*answer_for(book(), DAY, facts, ["besteedbaar_inkomen"]), with_steps=True)
    return line, json.dumps(steps)


def turns(jobs: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Milliseconds of each job, taken in turn, after a first turn that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(TURNS + 1):
        for name, job in jobs.items():
            start = perf_counter()
            job()
            if turn:
                taken[name].append(1000 * (perf_counter() - start))
    return taken


def peers() -> dict[str, Callable[[], object]]:
    if find_spec("openfisca_core") is None:
        return {}
    import numpy
    from benchmarks.law import peer

    rules, wages = peer.system(), numpy.array(WAGES)
    line, _ = peer.line_and_steps(rules, wages, AT, AGES, RENT)
    apart = max(abs(a - b) for a, b in zip(line, ours(SAME_RULES)[0], strict=True))
    print(f"same rules: the two lines differ by at most {apart:.3f} euro (OpenFisca keeps money in 32 bits)")
    return {
        THEIR_LINE: lambda: peer.simulation(rules, wages, AGES, RENT, trace=False).calculate(
            "besteedbaar_inkomen", peer.YEAR_OF_LINE
        ),
        THEIRS: lambda: peer.line_and_steps(rules, wages, AT, AGES, RENT),
    }


def main() -> None:
    jobs: dict[str, Callable[[], object]] = {
        OUR_LINE: lambda: our_line(SAME_RULES),
        OURS: lambda: ours(SAME_RULES),
        "ours, whole book with bijstand and childcare": lambda: ours(ON_BIJSTAND),
        **peers(),
    }
    taken = turns(jobs)
    print(f"Python {platform.python_version()} on {platform.machine()}, {TURNS} turns, milliseconds")
    print(f"{'job':<48}{'median':>8}{'p95':>8}   goal {GOAL:g} ms")
    for name, times in taken.items():
        print(f"{name:<48}{median(times):8.2f}{quantiles(times, n=20)[-1]:8.2f}")
    if THEIRS in taken:
        for theirs, own, job in ((THEIR_LINE, OUR_LINE, "the line"), (THEIRS, OURS, "line and steps")):
            ratio = median(taken[theirs]) / median(taken[own])
            print(f"ratio, {job}: OpenFisca-core takes {ratio:.1f} times as long as ours (goal: 5)")
    else:
        print("peer not measured: openfisca-core is not installed here (pip install openfisca-core==46.0.1)")


if __name__ == "__main__":
    main()
