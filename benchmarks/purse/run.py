"""Server time of the pages about money in time: months, life events, later; and that it grows linearly.

Time of the processor, so that others on the machine do not count. One case with everything filled in, one process, no
network. Peer: the same page with less on it. Run by `make bench`; prints a table, fails on nothing but a mistake in
the program.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

from benchmarks.program import client_of, ready
from django.test import Client
from django.utils import timezone

from veerkracht.money.life.stress import offered_events
from veerkracht.web.people.models import (
    Account,
    Assignment,
    Case,
    Child,
    Household,
    Municipality,
)
from veerkracht.web.purse.models import PartAnswers

ROUNDS, GOAL = 25, 100.0
EVENTS = [event.id for event in offered_events()]
TOLD: dict[str, dict[str, Any]] = {
    "wonen": {
        "huur": 905.0,
        "servicekosten": 18.0,
        "partner": "ja",
        "loon_partner": 24600.0,
        "medebewoners": 0.0,
    },
    "werk": {"uren": 24.0, "uurloon": 17.8, "bijstand": "nee", "vrijlating": "geen", "ander_inkomen": 0.0},
    "kinderen": {"traject": "nee"},
    "bezit": {"vermogen": 2100.0, "vaste_lasten": 480.0, "aflossing": 75.0},
}
STUDY = {"studie_jaren": 2.0, "studie_uren": 12.0, "studie_loon": 15.6, "studie_kosten": 90.0}


def one_case() -> tuple[Account, Case]:
    place = Municipality.objects.create(name="Bench", slug="bench", phone="085 000 00 00")
    account = Account.objects.create(
        login="km", name="Km", role="klantmanager", municipality=place, phone="06"
    )
    today = timezone.localdate()
    household = Household.objects.create(municipality=place)
    names = {"first_name": "Nadia", "last_name": "Bench", "search_name": "nadia bench"}
    born_on = today.replace(year=today.year - 36, day=1)
    case = Case.objects.create(municipality=place, household=household, born_on=born_on, **names)
    for name, age, care in (("Sofia", 11, "bso"), ("Mees", 2, "dagopvang")):
        on = today.replace(year=today.year - age, day=1)
        key = Child.objects.create(household=household, first_name=name, born_on=on).pk
        TOLD["kinderen"] |= {f"opvang_{key}": care, f"opvanguren_{key}": 40.0, f"uurtarief_{key}": 10.5}
    Assignment.objects.create(case=case, account=account, starts_on=today)
    for part, answers in TOLD.items():
        PartAnswers.objects.create(case=case, part=part, answers=answers)
    return account, case


def tell(case: Case, part: str, answers: dict[str, Any]) -> None:
    PartAnswers.objects.update_or_create(case=case, part=part, defaults={"answers": answers})


def paths(number: int, years: int) -> dict[str, Any]:
    told: dict[str, Any] = {"pad_jaren": float(years), "aflossing_maanden": 18.0}
    for place in range(1, number + 1):
        one = {"naam": f"Pad {place}", "uren": 24.0, "loon": 15.0 + 2 * place, **STUDY}
        told |= {f"pad{place}_{name}": value for name, value in one.items()}
    return told


def measure(client: Client, address: str) -> float:
    """Median milliseconds of one visit; the first, which warms up, left out."""
    assert client.get(address).status_code == 200, address
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        client.get(address)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    ready()
    account, case = one_case()
    client = client_of(account)
    money = f"/mensen/{case.public_id}/geld/"
    rows = [
        ("money now and later", measure(client, money)),
        ("24 months", measure(client, f"{money}maanden/")),
    ]
    for number in (4, 8, 16, len(EVENTS)):
        tell(case, "leven", {"gebeurtenissen": EVENTS[:number]})
        median = measure(client, f"{money}als/")
        shown = client.get(f"{money}als/").content.count(b"vk-card life-event")
        rows.append((f"life events, {shown} that fit", median))
    for number, years in ((1, 5), (3, 5), (3, 10)):
        tell(case, "paden", paths(number, years))
        rows.append((f"later, {number} paths of {years} years", measure(client, f"{money}later/")))
    print(f"{ROUNDS} turns, milliseconds of server time")
    print(f"{'page':<34}{'median':>9}{'goal':>7}{'ratio':>7}")
    for name, median in rows:
        print(f"{name:<34}{median:>9.1f}{GOAL:>7.0f}{median / GOAL:>7.2f}")


if __name__ == "__main__":
    main()
