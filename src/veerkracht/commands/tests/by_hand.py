"""Every lever once more, without the package: the change made in the JSON, hours and euros from the two commands.

The highest hourly rates of 2026 are those of art. 4 Besluit kinderopvangtoeslag (Stb. 2025, 233); 230 hours a month
is its art. 8a. Travel and rent are outside the law book: two euros a work day in 48 weeks, and fifty euros a month.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from veerkracht.commands.calculate import main as calculate_command
from veerkracht.commands.week import main as week_command
from veerkracht.levers.tests.families import DAY, Raw

HIGHEST_RATE = {"dagopvang": 11.23, "bso": 9.98, "gastouder": 8.49}
AS_BSO = ("voorschoolse_opvang", "vakantieopvang")
TARGETS = "besteedbaar_inkomen,is_economisch_zelfstandig,kosten_die_meetellen,voorschot_kinderopvangtoeslag"


class Once(NamedTuple):
    """One situation: hours of the week, work days, and the amounts of the law."""

    hours: float
    work_days: int
    amounts: Raw


class Commands:
    """The two commands, with files in between."""

    def __init__(self, folder: Path, read: Callable[[], str]) -> None:
        self.folder, self.read = folder, read

    def run(self, command: Callable[[list[str]], int], value: Raw, *options: str) -> Raw:
        path = self.folder / "in.json"
        path.write_text(json.dumps(value), encoding="utf-8")
        assert command([str(path), *options]) == 0
        found: Raw = json.loads(self.read())
        return found

    def situation(self, family: Raw, facts: Raw, wage: float) -> Once:
        week = self.run(week_command, family)
        known = with_work(facts, family, week["hours"], wage)
        answer = self.run(calculate_command, known, "--date", DAY, "--targets", TARGETS)
        return Once(week["hours"], week["work_days"], answer["amounts"])


def with_work(facts: Raw, family: Raw, hours: float, wage: float) -> Raw:
    """The facts of the household with this work; its children stand in the same order in both files."""
    known = copy.deepcopy(facts)
    known["loon"] = hours * wage * 52 * 1.08
    if hours and not known["heeft_partner"]:
        known["heeft_recht_op_kinderopvangtoeslag"] = True
    if known["heeft_partner"] and not known.get("loon_partner"):
        known.setdefault("grond_kinderopvang_partner", "geen")
    if hours and "loonheffingskorting_bij" not in known:
        known["loonheffingskorting_bij"] = "werkgever"
    counted = []
    for child, told in zip(family["children"], known["kinderen"], strict=True):
        rows = contracts(child["id"], family)
        hours_a_month = sum(row[1] for row in rows)
        counted.append(sum(h * min(rate, HIGHEST_RATE[sort]) for sort, h, rate in rows))
        assert hours_a_month <= 230
        if rows:
            cost = sum(h * rate for _, h, rate in rows)
            told |= {
                "opvangsoort": rows[0][0],
                "opvanguren": hours_a_month,
                "uurtarief": cost / hours_a_month,
            }
    return known | {"kosten_die_meetellen": counted}


def contracts(child: str, family: Raw) -> list[tuple[str, float, float]]:
    rows = []
    for service in family["services"]:
        days = service["contract_days"]["school"] * 40 + service["contract_days"]["holiday"] * 12
        if service["type"] != "informeel" and child in service["children"] and days:
            sort = "bso" if service["type"] in AS_BSO else service["type"]
            rows.append((sort, days * service["paid_hours_per_day"] / 12, service["hourly_rate"]))
    return rows


def changed(lever: str, family: Raw, facts: Raw, wage: float) -> tuple[Raw, Raw, float]:
    """The same household after a lever, in the words of the input."""
    family, facts = copy.deepcopy(family), copy.deepcopy(facts)
    possible = family.get("possible", {})
    for service in family["services"]:
        if lever == f"{service['id']}+1day":
            service["contract_days"]["school"] = min(service["contract_days"]["school"] + 1, 5)
        elif lever == f"{service['id']}_close+30":
            service["close"] = shifted(service["close"], 30)
        elif lever == f"{service['id']}_open-30":
            service["open"] = shifted(service["open"], -30)
    for person in list(possible.get("trusted", [])):
        if lever == person["id"]:
            possible["trusted"].remove(person)
            family["services"].append(as_service(person))
    for other in possible.get("other_parent", []):
        if lever == other["id"]:
            for child in family["children"]:
                if child["id"] in other["children"]:
                    child["other_parent_days"] = {"school": other["days"], "holiday": other["days"]}
    for course in possible.get("courses", []):
        if lever == course["id"]:
            family["course"] = course["course"]
    change_of_work(lever, family)
    if lever.startswith("exemption_"):
        facts["vrijlating_regeling"] = lever.removeprefix("exemption_").replace("off", "geen")
    if lever == "rent-50":
        facts["kale_huur"] -= 50
    return family, facts, wage + 1 if lever == "wage+1" else wage


def change_of_work(lever: str, family: Raw) -> None:
    parent = family["parent"]
    if lever == "work_15min_nearer":
        for leg in family["travel"]:
            if "work" in (leg["from"], leg["to"]):
                leg["minutes"] = min(leg["minutes"], max(5, leg["minutes"] - 15))
    elif lever == "employer_grace_5min":
        family["travel_buffer_minutes"] -= 5
    elif lever == "short_shifts_2h":
        parent["minimum_shift_minutes"] = min(120, parent["minimum_shift_minutes"])
    elif lever == "employer_window+60":
        parent |= {"work_from": shifted(parent["work_from"], -60), "work_to": shifted(parent["work_to"], 60)}
    elif lever == "daily_load+1h":
        parent["maximum_load_minutes_per_day"] += 60
    elif lever == "weekly_load+4h":
        parent["maximum_load_minutes_per_week"] += 240


def shifted(clock: str, minutes: int) -> str:
    total = int(clock[:2]) * 60 + int(clock[3:]) + minutes
    return f"{total // 60:02d}:{total % 60:02d}"


def as_service(person: Raw) -> Raw:
    kept = ("id", "place", "children", "open_days", "handover_minutes")
    return {key: person[key] for key in kept} | {
        "type": "informeel",
        "close": person["until"],
        "contract_days": {"school": person["afternoons"], "holiday": 0},
    }


def outside_the_law(lever: str, now: Once) -> float:
    """What a lever gives next to the amounts of the law, in euros a month."""
    if lever == "travel_allowance":
        return 2 * now.work_days * 48 / 12
    if lever == "childcare_topup":
        return max(
            0.0, sum(now.amounts["kosten_die_meetellen"]) - now.amounts["voorschot_kinderopvangtoeslag"]
        )
    return 50.0 if lever == "rent-50" else 0.0
