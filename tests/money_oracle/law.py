"""The law of 2025 and 2026 in plain sums, for the ledger that checks the ledger: none of the program's own code.

Written from `formulas.md` and `formulas_2.md` of the domain files alone; the amounts stand in `figures.yaml` with the
sources those files give. What has no amount for 2027 keeps the amount of 2026.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FIGURES: dict[str, Any] = yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8"))["parameters"]
NEVER = float("inf")


class NotPublished(Exception):
    """A figure that no source gives: then there is no amount."""


@cache
def figure(name: str, day: dt.date) -> Any:
    """The amount in force on a day; the first one for a day before all of them."""
    in_force = [row for row in FIGURES[name] if row["from"] <= day.isoformat()]
    return (in_force or FIGURES[name][:1])[-1]["value"]


def cents(amount: float) -> float:
    return float(Decimal(repr(round(amount, 6))).quantize(Decimal("0.01"), ROUND_HALF_UP))


def new_year(year: int) -> dt.date:
    return dt.date(year, 1, 1)


# Income tax and wage tax: Wet IB 2001 art. 2.10, 8.10, 8.11 and 8.14a.


def brackets(year: int) -> list[tuple[float, float, float]]:
    """From, up to, rate."""
    rows, below = [], 0.0
    for row in figure("box1_below_aow", new_year(year)):
        rows.append((below, row["upto"] or NEVER, row["rate"]))
        below = row["upto"]
    return rows


def tax(year: int, income: float) -> float:
    return sum(max(0.0, min(income, top) - low) * rate for low, top, rate in brackets(year))


def general_credit(year: int, income: float) -> float:
    f = figure("algemene_heffingskorting", new_year(year))
    return (
        max(0.0, f["max"] - f["taper_rate"] * max(0.0, income - f["taper_start"]))
        if income < f["nil_from"]
        else 0.0
    )


def work_credit(year: int, wage: float) -> float:
    f = figure("arbeidskorting", new_year(year))
    row = [b for b in f["brackets"] if wage >= b["above"]][-1]
    return (
        max(0.0, row["base"] + row["rate_on_excess"] * (wage - row["above"])) if wage < f["nil_from"] else 0.0
    )


def parent_credit(year: int, wage: float) -> float:
    f = figure("iack", new_year(year))
    return min(f["max"], f["rate"] * max(0.0, wage - f["threshold"]))


def first_rate(year: int) -> float:
    return brackets(year)[0][2]


def withheld(year: int, pay: float, *, credit: bool, from_work: bool = True) -> float:
    """Wage tax of one period by the white table (the green one for what is not from work), as published."""
    a_year = math.floor(pay / 4.5 + 1e-9) * 4.5 * 12
    due = float(
        sum(math.floor(max(0.0, min(a_year, top) - low) * r + 1e-9) for low, top, r in brackets(year))
    )
    if credit:
        due -= math.ceil(general_credit(year, a_year) - 1e-9)
        due -= math.ceil(work_credit(year, a_year) - 1e-9) if from_work else 0
    return cents(max(0.0, due) / 12)


def special_rate(year: int, month_pay: float, *, credit: bool) -> float:
    """The share that wage tax takes of holiday pay: the rate at the yearly wage (formulas.md, netting wage)."""
    a_year = 12 * month_pay
    rate = next(r for low, top, r in brackets(year) if low <= a_year < top)
    if not credit:
        return rate
    if withheld(year, month_pay, credit=True) == 0:
        return 0.0
    lost = general_credit(year, a_year) - general_credit(year, a_year + 1)
    gained = work_credit(year, a_year + 1) - work_credit(year, a_year)
    return rate + lost - gained


# Bijstand: Participatiewet art. 20, 21, 31.


def norm(day: dt.date, *, couple: bool, age: int, topped_up: bool = False) -> tuple[float, float]:
    """A full month without and its holiday allowance, of a lone parent or a couple."""
    if couple:
        with_it, without = (figure(f"norm_couple_21plus_{x}_vt", day) for x in ("incl", "excl"))
    elif age >= 21:
        with_it, without = (figure(f"norm_single_parent_21plus_{x}_vt", day) for x in ("incl", "excl"))
    else:
        with_it, without = (figure(f"norm_single_parent_18_20_{x}_vt", day) for x in ("incl", "excl"))
        if topped_up:
            with_it = with_it + figure("youth_topup_art_20_3", day)
            without = cents(0.95 * with_it)
    return without, cents(with_it - without)


# Allowances: Wzt art. 2, Wkgb art. 2, Wht art. 16-21, Wko art. 1.7, AKW art. 12.


def care_allowance(year: int, income: float, *, partner: bool) -> float:
    """Zorgtoeslag of a year, rounded to whole euros; nothing below 24."""
    day = new_year(year)
    start = figure("zorgtoeslag.drempelinkomen", day)
    kind = "partners" if partner else "single"
    own = figure(f"zorgtoeslag.normpremie_pct_drempel_{kind}", day) / 100 * start
    own += figure("zorgtoeslag.afbouw_pct", day) / 100 * max(0.0, income - start)
    amount = math.floor(figure("zorgtoeslag.standaardpremie", day) * (2 if partner else 1) - own + 0.5)
    return float(amount) if amount >= figure("awir.minimum_grant", day) else 0.0


def months_old(born: dt.date, month: dt.date) -> int:
    """Whole calendar months between the month of birth and this one."""
    return 12 * (month.year - born.year) + month.month - born.month


def child_budget(month: dt.date, income: float, children: list[dt.date], *, partner: bool) -> float:
    """Kindgebonden budget of a year as it is for this month: from the month after birth, 12, 16, until 18."""
    ages = [months_old(b, month) for b in children]
    counted = [a for a in ages if 0 < a <= 18 * 12]
    if not counted:
        return 0.0
    amount = len(counted) * figure("kgb.per_child", month)
    amount += sum(figure("kgb.supplement_12_15", month) for a in counted if 144 < a <= 192)
    amount += sum(figure("kgb.supplement_16_17", month) for a in counted if a > 192)
    amount += 0 if partner else figure("kgb.alo_kop", month)
    start = figure("kgb.threshold_partners" if partner else "kgb.threshold_single", month)
    amount -= figure("kgb.taper_pct", month) / 100 * max(0.0, income - start)
    return amount if amount >= figure("awir.minimum_grant", month) else 0.0


def rent_allowance(month: dt.date, income: float, rent: float, persons: int) -> float:
    """Huurtoeslag of a month."""
    kind = "multi" if persons > 1 else "single"

    def f(name: str) -> Any:
        return figure(f"huurtoeslag.{name}", month)

    lower = f("aftoppingsgrens_1_2_persons" if persons <= 2 else "aftoppingsgrens_3plus_persons")
    own, less = f("basishuur_minimum")[kind], 0.0
    if month.year == 2025:
        if rent > f("max_rent"):
            return 0.0
        a, b = f("normhuur_factors")[kind].values()
        share = math.ceil(round((a * income * income + b * income) * 100, 6)) / 100
        own = max(own, share - f("normhuur_at_ijkpunt")["less_eigen_bijdrage"])
        highest = 0.4 if persons == 1 else 0.0
    else:
        rent = min(rent, f("max_rent"))
        less = f("taper_pct")[kind] / 100 * max(0.0, income - f("minimum_inkomensijkpunt")[kind]) / 12
        highest = f("slice_pct")["above_aftopping"] / 100
    first = f("kwaliteitskortingsgrens")
    amount = max(0.0, min(rent, first) - own)
    amount += 0.65 * max(0.0, min(rent, lower) - max(first, own))
    amount += highest * max(0.0, rent - max(lower, own))
    amount = max(0.0, amount - less)
    return amount if 12 * amount >= figure("awir.minimum_grant", month) else 0.0


@cache
def _care_table(year: int) -> list[dict[str, str]]:
    name = "kot_2025.csv" if year == 2025 else "kot_2026.csv"
    lines = [r for r in (HERE / name).read_text(encoding="utf-8").splitlines() if not r.startswith("#")]
    return list(csv.DictReader(lines))


def childcare_allowance(month: dt.date, income: float, care: list[tuple[str, float, float]]) -> float:
    """Kinderopvangtoeslag of a month; `care` is kind, hours, rate of each child."""
    euros = math.floor(income)
    row = [r for r in _care_table(month.year) if int(r["from"]) <= euros][-1]
    highest = figure("kot.max_hourly_rate", month)
    amount = 0.0
    for place, (kind, hours, rate) in enumerate(sorted(care, key=lambda c: (-c[1], -c[1] * c[2]))):
        if not (percent := row["pct_first" if place == 0 else "pct_next"]):
            raise NotPublished(f"kinderopvangtoeslag {month.year}, een volgend kind bij {euros} euro")
        share = float(percent) / 100
        amount += min(hours, 230) * min(rate, highest[kind]) * share
    return amount if 12 * amount >= figure("awir.minimum_grant", month) else 0.0


def child_benefit(quarter: dt.date, children: list[dt.date]) -> float:
    """Kinderbijslag of the quarter that begins on this day."""
    amount = 0.0
    for born in children:
        if born > quarter:
            continue
        age = quarter.year - born.year - ((quarter.month, quarter.day) < (born.month, born.day))
        band = "age_0_5" if age < 6 else "age_6_11" if age < 12 else "age_12_17"
        amount += figure("akw.per_quarter", quarter)[band] if age < 18 else 0.0
    return cents(amount)


def unemployment(day: dt.date, wage: float, month: int, earned: float) -> float:
    """WW of a month, gross: art. 47; nothing above 87.5 percent of the wage it is of (art. 20)."""
    f = figure("ww_shares", day)
    if earned > f["stop_above"] * wage:
        return 0.0
    return cents((f["first"] if month <= f["first_months"] else f["then"]) * (wage - earned))


def care_contribution(year: int, alimony: float) -> float:
    """Income-dependent contribution Zvw over alimony from a former partner."""
    f = figure("zvw_low_rate", new_year(year))
    return f["rate"] * min(alimony, f["max_base"])
