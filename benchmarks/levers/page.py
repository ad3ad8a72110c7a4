"""Server time of the page of the levers, for the families of the demo: the week, all levers and pairs with their euros.

The request is the whole of it: log-in, reading log, the week, the law, the pictures and the template.
"""

from __future__ import annotations

import time
from statistics import median

from benchmarks.program import client_of, ready

from veerkracht.web.config.demo.load import load_once
from veerkracht.web.people.models import Account
from veerkracht.web.planner.models import Part

ROUNDS = 9


def pages() -> list[tuple[str, float, float, int]]:
    """Of each family with a week: median and slowest in milliseconds, and how many changes the page shows."""
    ready()
    load_once()
    cases = (
        Part.objects.order_by("case")
        .values_list("case__first_name", "case__public_id", "case__account")
        .distinct()
    )
    return [(name, *measured(public_id, account)) for name, public_id, account in cases]


def measured(public_id: str, account: int) -> tuple[float, float, int]:
    client = client_of(Account.objects.get(pk=account))
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        answer = client.get(f"/mensen/{public_id}/week/")
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 200, answer.status_code
    return median(times[1:]), max(times[1:]), answer.content.count(b"data-change=")


def tell() -> None:
    print("\nserver time of the page of the levers, with pairs and euros (goal 500 ms):")
    for name, usual, slowest, changes in pages():
        print(f"  {name:10} {usual:6.0f} ms, slowest {slowest:6.0f} ms, {changes} changes shown")
