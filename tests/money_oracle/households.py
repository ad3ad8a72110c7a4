"""Random households and what happens to them, in the form of `veerkracht months`."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from tests.money_oracle.life import later

MONTHS = 24


def _date(start: dt.date, rng: random.Random, low: int = 1, high: int = MONTHS - 3) -> dt.date:
    month = later(start, rng.randint(low, high))
    return month.replace(day=rng.choice([1, 1, rng.randint(2, 28)]))


def _child(start: dt.date, rng: random.Random) -> dt.date:
    """Nobody goes to primary school in these two years; some go to secondary school."""
    years = rng.choice([rng.uniform(0.1, 1.8), rng.uniform(4.2, 10.9), rng.uniform(9, 17.5)])
    return start - dt.timedelta(days=int(years * 365.25))


def _care(born: dt.date, start: dt.date, rng: random.Random) -> dict[str, Any]:
    age = (start - born).days / 365.25
    if age > 10.9 or rng.random() < 0.5:
        return {}
    kind = rng.choice(["dagopvang" if age < 2 else "bso", "gastouder"])
    return {
        "opvangsoort": kind,
        "opvanguren": rng.randint(20, 240),
        "uurtarief": rng.choice([7.5, 9.98, 11.4]),
    }


def _job(rng: random.Random, start: dt.date) -> dict[str, Any]:
    on = _date(start, rng)
    job = {
        "on": on.isoformat(),
        "kind": "job_starts",
        "hours": rng.randint(6, 36),
        "hourly_wage": 15.5 + rng.randint(0, 9) / 2,
    }
    rhythm = rng.choice(["same", "same", "next", "four"])
    if rhythm == "four":
        job |= {
            "pay": "four_weekly",
            "first_pay_on": (on + dt.timedelta(days=rng.randint(13, 27))).isoformat(),
        }
    elif rhythm == "next":
        job |= {"pay_month": "volgende", "pay_day": rng.choice([5, 10, 15])}
    else:
        job |= {"pay_day": rng.choice([23, 25, 27])}
    return job


def _after(job: dict[str, Any], rng: random.Random, start: dt.date) -> list[dict[str, Any]]:
    """Other hours, or the end of it."""
    on = dt.date.fromisoformat(job["on"])
    latest = later(start, MONTHS - 3)
    events: list[dict[str, Any]] = []
    for kind in rng.choice(
        [
            [],
            [],
            ["hours_change"],
            ["hours_change", "hours_change"],
            ["job_ends"],
            ["hours_change", "job_ends"],
        ]
    ):
        on += dt.timedelta(days=rng.choice([31, 62, rng.randint(29, 200)]))
        if on >= latest:
            break
        event: dict[str, Any] = {"on": on.isoformat(), "kind": kind}
        if kind == "hours_change":
            event |= {"hours": rng.randint(6, 38), "hourly_wage": job["hourly_wage"]}
        events.append(event)
    return events


def _facts(rng: random.Random, start: dt.date) -> dict[str, Any]:
    bijstand = rng.random() < 0.65
    loon = 0 if bijstand else rng.choice([0, *[rng.randint(9000, 42000)] * 3])
    if bijstand and rng.random() < 0.4:
        loon = rng.randint(3000, 15000)
    children = [_child(start, rng) for _ in range(rng.choice([1, 1, 2, 3]))]
    rows = [{"geboortedatum": b.isoformat(), **(_care(b, start, rng))} for b in children]
    used = rng.choice([0, 0, 3, 6])
    return {
        "loon": loon,
        "maanden_bijstand": 12 if bijstand else 0,
        "heeft_partner": False,
        "vermogen": 0,
        "kale_huur": rng.randint(350, 880),
        "servicekosten": 0,
        "leeftijd_ouder": rng.choice([34, 34, 24]),
        "aantal_medebewoners": 0,
        "werk_helpt_uitstroom": rng.random() < 0.8,
        "maanden_algemene_vrijlating": used,
        "maanden_vrijlating_alleenstaande_ouder": rng.choice([0, 10, 28, 30]) if used == 6 else 0,
        "is_medisch_urenbeperkt": rng.random() < 0.1,
        "maanden_vrijlating_artikel_34a": 0,
        "kinderen": rows,
        "loonheffingskorting_bij": rng.choice(["werkgever", "werkgever", "bijstand"])
        if bijstand
        else "werkgever",
        "verrekening": rng.choice(["zelfde_maand", "volgende_maand"]),
        "betaalmaand_bijstand": rng.choice(["zelfde", "volgende"]),
        "betaaldag_bijstand": rng.choice([8, 15, 28]),
        "na_een_maand_zonder_bijstand": rng.choice(["loopt_door", "opnieuw_aanvragen"]),
    }


def _partner(rng: random.Random, start: dt.date) -> list[dict[str, Any]]:
    on = _date(start, rng, high=MONTHS - 8)
    wage = rng.choice([0, 0, rng.randint(15000, 38000)])
    ground = rng.choice(["werk", "studie"] if wage else ["geen", "studie"])
    joins = {"on": on.isoformat(), "kind": "partner_joins", "wage": wage, "childcare_ground": ground}
    if rng.random() < 0.5:
        return [joins]
    leaves = on + dt.timedelta(days=rng.randint(40, 200))
    return [joins, {"on": leaves.isoformat(), "kind": "partner_leaves"}]


def _alimony(rng: random.Random, start: dt.date) -> list[dict[str, Any]]:
    on = _date(start, rng, high=MONTHS - 4)
    kind = rng.choice(["kinderalimentatie", "partneralimentatie"])
    row = {"on": on.isoformat(), "kind": "other_income_changes", "type": kind, "gross": True, "pay_day": 5}
    stops = {**row, "on": (on + dt.timedelta(days=rng.randint(40, 90))).isoformat(), "amount": 0}
    return [{**row, "amount": rng.randint(60, 500)}, *([stops] if rng.random() < 0.5 else [])]


def _unemployment(rng: random.Random, start: dt.date, facts: dict[str, Any]) -> list[dict[str, Any]]:
    """The wage she has ends, WW begins, and perhaps a smaller job beside it."""
    month = later(start, rng.randint(1, 12))
    on = month.isoformat()
    facts["loonheffingskorting_bij"] = "uwv"
    wage = round(facts["loon"] / 12, 2)
    events = [{"on": on, "kind": "job_ends"}, {"on": on, "kind": "ww_starts", "wage": wage, "pay_day": 10}]
    if rng.random() < 0.6:
        job = _job(rng, start) | {
            "on": later(month, rng.randint(1, 4)).isoformat(),
            "hours": rng.randint(6, 12),
        }
        for name in ("pay", "first_pay_on"):
            job.pop(name, None)
        events.append(job)
    return events


def random_case(rng: random.Random) -> tuple[dict[str, Any], list[dict[str, Any]], dt.date]:
    """Facts, events and the first day."""
    start = dt.date(rng.choice([2025, 2026, 2026]), rng.randint(1, 12), 1)
    start = max(start, dt.date(2025, 7, 1))
    facts = _facts(rng, start)
    events: list[dict[str, Any]] = []
    bijstand = bool(facts["maanden_bijstand"])
    if facts["loon"] and not bijstand and rng.random() < 0.4:
        events += _unemployment(rng, start, facts)
    elif not facts["loon"]:
        job = _job(rng, start)
        events += [job, *_after(job, rng, start)]
    elif rng.random() < 0.4:
        events.append({"on": _date(start, rng).isoformat(), "kind": "job_ends"})
    if bijstand and rng.random() < 0.25:
        events.append({"on": _date(start, rng).isoformat(), "kind": "bijstand_ends"})
    for chance, more in ((0.3, _partner), (0.25, _alimony)):
        if rng.random() < chance:
            events += more(rng, start)
    if rng.random() < 0.2:
        events.append({"on": _date(start, rng).isoformat(), "kind": "child_born"})
    if rng.random() < 0.2:
        events.append(
            {"on": _date(start, rng).isoformat(), "kind": "rent_changes", "rent": rng.randint(400, 990)}
        )
    if rng.random() < 0.2:
        event = {"kind": "one_off", "name": "wasmachine", "amount": -rng.randint(50, 900)}
        events.append({"on": _date(start, rng).isoformat(), **event})
    if facts["loon"] or any(e["kind"] == "job_starts" for e in events):
        facts["grond_kinderopvang"] = "werk"
    else:
        facts["grond_kinderopvang"] = rng.choice(["traject", "geen"])
    if not facts["loon"]:
        facts["grond_kinderopvang"] = rng.choice(["traject", "geen"])
    events.sort(key=lambda e: str(e["on"]))
    return facts, events, start
