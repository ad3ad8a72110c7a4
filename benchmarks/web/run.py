"""Server time and number of queries of the main pages, with 10,000 cases in the database.

Peer: the same page with 10 cases. A page that does not grow with the municipality has a ratio near 1, and the same
number of queries. Run by `make bench`; prints a table, fails on nothing but a mistake in the program.
"""

from __future__ import annotations

import random
import statistics
import time

from benchmarks.program import client_of, ready
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from veerkracht.web.guide.models import Talk
from veerkracht.web.people.models import (
    Account,
    Assignment,
    Case,
    Child,
    Household,
    Municipality,
    plain,
)
from veerkracht.web.plan.models import Plan, Promise

FIRST = ["Anna", "Bo", "Chiara", "Demi", "Elif", "Fleur", "Guusje", "Hanan", "Imke", "Jada"]
LAST = ["de Vries", "Yilmaz", "Bakker", "El Idrissi", "Smit", "Nowak", "Jansen", "Peters", "Öz", "van Dam"]
KLANTMANAGERS, ROUNDS = 100, 40


def fill(number: int, dice: random.Random) -> tuple[Account, str, int]:
    """`number` cases over the klantmanagers of one municipality; one of them, one of her cases and its talk."""
    place = Municipality.objects.create(name=f"Bench {number}", slug=f"bench-{number}", phone="085 000 00 00")
    staff = [
        Account(login=f"km{number}-{i}", name=f"Km {i}", role="klantmanager", municipality=place, phone="06")
        for i in range(max(1, min(KLANTMANAGERS, number // 10)))
    ]
    staff = Account.objects.bulk_create(staff)
    households = Household.objects.bulk_create(Household(municipality=place) for _ in range(number))
    today = timezone.localdate()
    cases = []
    for household in households:
        first, last = dice.choice(FIRST), dice.choice(LAST)
        names = {"first_name": first, "last_name": last, "search_name": plain(f"{first} {last}")}
        cases.append(Case(municipality=place, household=household, **names))
    cases = Case.objects.bulk_create(cases, batch_size=2000)
    born = today.replace(year=today.year - 6, day=1)
    Child.objects.bulk_create(
        (Child(household=h, first_name="Kind", born_on=born) for h in households for _ in range(2)),
        batch_size=5000,
    )
    Assignment.objects.bulk_create(
        (Assignment(case=c, account=staff[i % len(staff)], starts_on=today) for i, c in enumerate(cases)),
        batch_size=5000,
    )
    plans = Plan.objects.bulk_create(
        (Plan(case=c, wish="Werken met mensen.") for c in cases), batch_size=5000
    )
    Promise.objects.bulk_create(
        (
            Promise(plan=p, owner=o, what="Doet wat is beloofd.", due_on=today)
            for p in plans
            for o in ("municipality", "mother")
        ),
        batch_size=5000,
    )
    talk = Talk.objects.create(case=cases[0], on=today, led_by=staff[0])
    return staff[0], cases[0].public_id, talk.pk


def measure(client: Client, address: str) -> tuple[float, float, int]:
    """Median and 95th percentile in milliseconds, and the number of queries."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    number = len(queries)  # the next request starts the list anew
    assert answer.status_code == 200, (address, answer.status_code)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), sorted(times)[int(ROUNDS * 0.95) - 1], number


def pages(public_id: str, talk: int) -> list[tuple[str, str]]:
    person = f"/mensen/{public_id}/"
    return [
        ("today", "/vandaag/"),
        ("list of cases", "/mensen/"),
        ("search by name", "/mensen/?zoek=anna"),
        ("first page of a case", person),
        ("map", f"{person}kaart/"),
        ("plan", f"{person}plan/"),
        ("talks", f"{person}gesprekken/"),
        ("preparing a talk", f"{person}gesprekken/{talk}/voorbereiden/"),
        ("the mirror", "/spiegel/"),
        ("fixing a plan", f"{person}plan/vaststellen/"),
        ("money", f"{person}geld/"),
        ("what changed", f"{person}verloop/"),
    ]


def main() -> None:
    ready()
    dice = random.Random(7)
    measured = []
    for number in (10, 10_000):
        account, public_id, talk = fill(number, dice)
        client = client_of(account)
        measured.append([measure(client, address) for _, address in pages(public_id, talk)])
    print(f"{'page':<24}{'10 cases':>12}{'10,000':>10}{'p95':>8}{'ratio':>8}{'queries':>14}")
    for (name, _), small, large in zip(pages("", 0), *measured, strict=True):
        counts = f"{small[2]} → {large[2]}"
        ratio = large[0] / small[0]
        print(f"{name:<24}{small[0]:>9.1f} ms{large[0]:>7.1f} ms{large[1]:>8.1f}{ratio:>8.2f}{counts:>14}")


if __name__ == "__main__":
    main()
