"""Facts about paying that the law book does not know: days, the municipality's way of netting, costs, debts.

They stand in the same object as the other facts. What is left out gets a default that is said in the answer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark
from veerkracht.law.prepare import MistakeInFacts

from ..own_schemes import FACT, OwnScheme, from_fact

THIS_MONTH, NEXT_MONTH = "zelfde_maand", "volgende_maand"
PAID_SAME, PAID_NEXT = "zelfde", "volgende"
RUNS_ON, ASK_AGAIN = "loopt_door", "opnieuw_aanvragen"
CHOICES: dict[str, tuple[str, ...]] = {
    "verrekening": (THIS_MONTH, NEXT_MONTH),
    "betaalmaand_bijstand": (PAID_SAME, PAID_NEXT),
    "na_een_maand_zonder_bijstand": (RUNS_ON, ASK_AGAIN),
}


@dataclass(frozen=True)
class Debt:
    """What is still to pay, the instalment a month and its day."""

    name: str
    amount: float
    instalment: float
    pay_day: int = 1


@dataclass(frozen=True)
class FixedCost:
    """A fixed cost a month and its day."""

    name: str
    amount: float
    pay_day: int = 1


@dataclass(frozen=True)
class Settings:
    """How and when this household and this municipality pay."""

    saldo: float | None = None
    betaaldag_loon: int = 25
    betaaldag_loon_partner: int = 25
    betaaldag_bijstand: int = 28
    betaalmaand_bijstand: str = PAID_SAME
    na_een_maand_zonder_bijstand: str = RUNS_ON
    verrekening: str = THIS_MONTH
    vakantietoeslag_maand: int = 6
    vakantiegeld_maand: int = 5
    betaaldag_huur: int = 1
    betaaldag_opvang: int = 1
    betaaldag_zorgpremie: int = 1
    betaaldag_overig_inkomen: int = 25
    zorgpremie: float = 0.0
    inkomenstoeslag_maand: int = 0
    schulden: tuple[Debt, ...] = ()
    vaste_lasten: tuple[FixedCost, ...] = ()
    regelingen_van_de_gemeente: tuple[OwnScheme, ...] = ()


DEFAULTS: dict[str, Remark] = {
    "saldo": remark("balance_unknown"),
    "betaaldag_bijstand": remark("bijstand_on_the_28th"),
    "betaalmaand_bijstand": remark("bijstand_in_its_month"),
    "na_een_maand_zonder_bijstand": remark("bijstand_runs_on_after_a_month"),
    "verrekening": remark("wage_netted_in_its_month"),
    "betaaldag_huur": remark("rent_on_the_first"),
    "zorgpremie": remark("premium_left_out"),
    "vaste_lasten": remark("costs_left_out"),
}
"""What is said where a setting is not given."""
HIGHEST = {
    name: 12.0 if name.endswith("maand") else 31.0 if name.startswith("betaaldag") else 1_000_000.0
    for name in Settings.__dataclass_fields__
}


def split(facts: object) -> tuple[dict[str, Any], Settings, tuple[Remark, ...]]:
    """The facts of the law book, the settings, and a remark for each default that was used."""
    if not isinstance(facts, Mapping):
        raise MistakeInFacts(problem("facts_no_object"))
    names = Settings.__dataclass_fields__
    chosen = {
        name: checked(name, value) for name, value in facts.items() if name in names and value is not None
    }
    law = {name: value for name, value in facts.items() if name not in names}
    return law, Settings(**chosen), tuple(said for name, said in DEFAULTS.items() if name not in chosen)


def checked(name: str, value: Any) -> Any:
    if name in CHOICES:
        if value not in CHOICES[name]:
            raise MistakeInFacts(problem("no_choice_of_few", name, choices=CHOICES[name], value=value))
        return value
    if name in MADE_OF:
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            raise MistakeInFacts(problem("no_list_of_objects", name))
        return tuple(MADE_OF[name](one, f"{name}[{number}]") for number, one in enumerate(value))
    whole = name.startswith("betaaldag") or name.endswith("maand")
    low = -1_000_000.0 if name == "saldo" else 1.0 if whole and name != "inkomenstoeslag_maand" else 0.0
    return number_in(value, name, low, HIGHEST[name], whole)


def debt_of(raw: Mapping[str, Any], where: str) -> Debt:
    known(raw, where, ("naam", "bedrag", "termijn", "dag"), ("naam", "bedrag", "termijn"))
    return Debt(
        str(raw["naam"]),
        number_in(raw["bedrag"], f"{where}.bedrag", 0, 1_000_000),
        number_in(raw["termijn"], f"{where}.termijn", 0.01, 1_000_000),
        int(number_in(raw.get("dag", 1), f"{where}.dag", 1, 31, True)),
    )


def cost_of(raw: Mapping[str, Any], where: str) -> FixedCost:
    known(raw, where, ("naam", "bedrag", "dag"), ("naam", "bedrag"))
    return FixedCost(
        str(raw["naam"]),
        number_in(raw["bedrag"], f"{where}.bedrag", 0, 100_000),
        int(number_in(raw.get("dag", 1), f"{where}.dag", 1, 31, True)),
    )


def known(raw: Mapping[str, Any], where: str, names: tuple[str, ...], needed: tuple[str, ...]) -> None:
    for name in raw:
        if name not in names:
            raise MistakeInFacts(problem("name_unknown", f"{where}.{name}", choices=names))
    for name in needed:
        if raw.get(name) is None:
            raise MistakeInFacts(problem("name_missing", where, name=name))


def number_in(value: Any, where: str, low: float, high: float, whole: bool = False) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise MistakeInFacts(problem("no_number", where, value=value))
    if not low <= value <= high:
        raise MistakeInFacts(problem("out_of_range", where, lowest=low, highest=high, value=value))
    if whole and value != int(value):
        raise MistakeInFacts(problem("no_whole_number", where, value=value))
    return int(value) if whole else float(value)


MADE_OF: dict[str, Callable[[Mapping[str, Any], str], object]] = {
    "schulden": debt_of,
    "vaste_lasten": cost_of,
    FACT: lambda raw, where: from_fact(raw),
}
"""The settings that are a list, and what makes one of them."""
