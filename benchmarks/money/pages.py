"""Server time of the pages of money of one demo family, each a whole request with its queries and its template.

The cleaning mother with a change of hours in her months. Used by run.py; medians over turns that alternate.
"""

from __future__ import annotations

from statistics import median, quantiles
from time import perf_counter

from benchmarks.program import client_of, ready

from veerkracht.web.config.demo.load import load_once
from veerkracht.web.people.models import Account, Case

TURNS = 20
PAGES: dict[str, tuple[float | None, str]] = {
    "months, with the line and what to arrange": (100.0, "maanden/"),
    "pay slips beside the forecast": (None, "maanden/loonstroken/"),
    "the year afterwards, four delays, two starts": (None, "afrekening/"),
}


def main() -> None:
    ready()
    load_once()
    case = Case.objects.get(account__login="wendy")
    client = client_of(Account.objects.get(login="peter"))
    taken: dict[str, list[float]] = {name: [] for name in PAGES}
    for turn in range(TURNS + 1):
        for name, (_, place) in PAGES.items():
            start = perf_counter()
            answer = client.get(f"/mensen/{case.public_id}/geld/{place}")
            assert answer.status_code == 200, (place, answer.status_code)
            if turn:
                taken[name].append(1000 * (perf_counter() - start))
    print(f"\npages, {TURNS} turns, milliseconds")
    print(f"{'page':<50}{'least':>9}{'median':>9}{'p95':>9}{'goal':>7}{'ratio':>7}")
    for name, times in taken.items():
        goal = PAGES[name][0]
        told = f"{goal:7.0f}{median(times) / goal:7.2f}" if goal else f"{'-':>7}{'-':>7}"
        print(f"{name:<50}{min(times):9.2f}{median(times):9.2f}{quantiles(times, n=20)[-1]:9.2f}{told}")


if __name__ == "__main__":
    main()
