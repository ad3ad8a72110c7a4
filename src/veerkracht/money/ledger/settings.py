"""Facts about paying that the law book does not know: days, the municipality's way of netting, costs, debts.

They stand in the same object as the other facts. What is left out gets a default that is said in the answer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.law.prepare import MistakeInFacts

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


SAID: dict[str, str] = {
    "saldo": (
        "Het saldo op de eerste dag is niet opgegeven. Het verloop begint daarom bij 0 euro; of er op een dag te "
        "weinig is, is niet bekend."
    ),
    "betaaldag_bijstand": "De gemeente betaalt de bijstand op de 28e.",
    "betaalmaand_bijstand": "De gemeente betaalt de bijstand in dezelfde maand.",
    "na_een_maand_zonder_bijstand": (
        "Na één maand met te veel loon voor bijstand loopt de bijstand door, na twee maanden niet meer. De gemeente "
        "kan de bijstand alleen met een besluit beëindigen: vraag op papier wat zij bij één maand doet."
    ),
    "verrekening": "De gemeente verrekent loon in dezelfde maand.",
    "betaaldag_huur": "De huur wordt op de 1e van de maand betaald.",
    "zorgpremie": "De premie van je zorgverzekering is niet opgegeven en telt niet mee.",
    "vaste_lasten": "Energie, eten en andere vaste lasten zijn niet opgegeven en tellen niet mee.",
}
HIGHEST = {
    name: 12.0 if name.endswith("maand") else 31.0 if name.startswith("betaaldag") else 1_000_000.0
    for name in Settings.__dataclass_fields__
}


def split(facts: object) -> tuple[dict[str, Any], Settings, tuple[str, ...]]:
    """The facts of the law book, the settings, and a sentence for each default that was used."""
    if not isinstance(facts, Mapping):
        raise MistakeInFacts("Geef de feiten als één JSON-object, met namen en waarden.")
    names = Settings.__dataclass_fields__
    given = {
        name: checked(name, value) for name, value in facts.items() if name in names and value is not None
    }
    law = {name: value for name, value in facts.items() if name not in names}
    return law, Settings(**given), tuple(said for name, said in SAID.items() if name not in given)


def checked(name: str, value: Any) -> Any:
    if name in CHOICES:
        if value not in CHOICES[name]:
            raise MistakeInFacts(f"'{name}' hoort {' of '.join(CHOICES[name])} te zijn, niet {value!r}.")
        return value
    if name in ("schulden", "vaste_lasten"):
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            raise MistakeInFacts(f"'{name}' hoort een lijst te zijn, met per regel een object.")
        make = debt_of if name == "schulden" else cost_of
        return tuple(make(one, f"{name}[{number}]") for number, one in enumerate(value))
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
            raise MistakeInFacts(f"'{where}.{name}' is niet bekend; er passen: {', '.join(names)}.")
    for name in needed:
        if raw.get(name) is None:
            raise MistakeInFacts(f"Bij {where} ontbreekt {name}.")


def number_in(value: Any, where: str, low: float, high: float, whole: bool = False) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise MistakeInFacts(f"'{where}' hoort een getal te zijn, niet {value!r}.")
    if not low <= value <= high:
        raise MistakeInFacts(f"'{where}' hoort tussen {low:g} en {high:g} te liggen, niet {value!r}.")
    if whole and value != int(value):
        raise MistakeInFacts(f"'{where}' hoort een heel getal te zijn, niet {value!r}.")
    return int(value) if whole else float(value)
