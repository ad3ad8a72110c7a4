"""The one reader of the facts JSON: into a household, and the quantities of the law that were given as they are."""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.household.household import (
    Adult,
    Ages,
    Born,
    Care,
    Child,
    Home,
    Household,
    Job,
    OtherIncome,
    Support,
    Wage,
)
from veerkracht.household.unknown import NOT_ASKED

from .checking import MistakeInFacts
from .choices import CHOICES
from .engine.rules import Book
from .facts import COLUMNS, FACTS, MAY_BE_NEGATIVE, OF_A_CHILD

READ_APART = {"adult.jobs", "partner.jobs", "adult.born", "partner.born", "other_income"}
PLACES: dict[str, tuple[str, str]] = {
    name: (field.path.rpartition(".")[0], field.path.rpartition(".")[2])
    for name, field in FACTS.items()
    if field.path is not None and field.path not in READ_APART
}
"""The facts that are one field of one record: the record ("" for the household itself) and the field."""
ANOTHER_INCOME = "ander_inkomen"
NOT_A_NUMBER = ("bool", "text")
LARGEST = 10.0**15
CONVERT = {"count": int, "text": str, "bool": bool}


@dataclass(frozen=True, kw_only=True)
class FactsRead:
    """The household, and the given quantities (checked, in the form the rules take) that have no place in it."""

    household: Household
    given: dict[str, Any]


def read_facts(book: Book, day: dt.date, raw: object) -> FactsRead:
    """Each fact checked for its name, type and range, and put in its place.

    Raises:
        MistakeInFacts: one sentence that names the fact that is wrong, and how to mend it.
    """
    if not isinstance(raw, Mapping):
        raise MistakeInFacts("Geef de feiten als één JSON-object, met namen en waarden.")
    given: dict[str, Any] = {}
    apart: dict[str, Any] = {}
    fields: dict[str, dict[str, Any]] = {"": {}, "adult": {}, "home": {}, "support": {}}
    for name, value in raw.items():
        if name == "kinderen":
            fields[""]["children"] = children_of(value)
        elif value is None:
            continue
        elif name in PLACES:
            record, field = PLACES[name]
            fact = FACTS[name]
            number = fitting(name, value, fact.unit, fact.highest, name)
            fields[record][field] = value if fact.unit == "text" else CONVERT.get(fact.unit, float)(number)
        elif name in FACTS and FACTS[name].path:
            apart[name] = checked(book, name, value)
        else:
            given[name] = checked(book, name, value)
    household = Household(
        day=day,
        adult=adult_of(apart, "loon", "leeftijd_ouder", fields["adult"]),
        partner=adult_of(apart, "loon_partner", "leeftijd_partner", {}),
        home=Home(**fields["home"]),
        support=Support(**fields["support"]),
        other_income=other_income_of(apart),
        **fields[""],
    )
    return FactsRead(household=household, given=given)


def adult_of(apart: Mapping[str, Any], wage: str, age: str, fields: dict[str, Any]) -> Adult:
    """An adult; a wage of nothing is no job, which is something else than a job nobody was asked about."""
    if wage in apart:
        amount = Wage(amount=apart[wage], per="year")
        fields["jobs"] = (Job(key="werk", state="present", wage=amount),) if apart[wage] else ()
    if age in apart:
        fields["born"] = Ages(on_the_day=apart[age])
    return Adult(**fields)


def other_income_of(apart: Mapping[str, Any]) -> Any:
    """Net and of no kind: the older pair of names says no more than an amount and whether it is taxed."""
    euros = apart.get("overig_netto_inkomen", NOT_ASKED)
    taxed = apart.get("overig_inkomen_is_belast", NOT_ASKED)
    if euros is NOT_ASKED and taxed is NOT_ASKED:
        return NOT_ASKED
    return (OtherIncome(key=ANOTHER_INCOME, kind="anders", euros=euros, gross=False, taxed=taxed),)


def checked(book: Book, name: str, value: Any) -> Any:
    """One fact: is the name known, and does the value fit its unit?"""
    unit = book.units.get(name)
    if unit is None or name in COLUMNS or name == "peildatum":
        raise MistakeInFacts(f"Het feit '{name}' is niet bekend{suggestion(book, name)}.")
    highest = FACTS[name].highest if name in FACTS else math.inf
    if not unit.many:
        return fitting(name, value, unit.symbol, highest, name)
    if not isinstance(value, list):
        raise MistakeInFacts(f"'{name}' hoort een lijst te zijn, met één waarde per kind.")
    return [fitting(name, element, unit.symbol, highest, name) for element in value]


def suggestion(book: Book, name: str) -> str:
    known = [*FACTS, "kinderen", *(rule.name for rule in book.rules)]
    near = difflib.get_close_matches(name, known, 1)
    return f"; bedoel je '{near[0]}'" if near else "; kijk in docs/law.md welke namen er zijn"


def fitting(where: str, value: Any, unit: str, highest: float, choice: str) -> Any:
    """The value as the rules want it, or a sentence that says what is wrong with it."""
    is_number = type(value) in (int, float) and unit not in NOT_A_NUMBER
    if is_number and 0 <= value <= min(highest, LARGEST) and (unit != "count" or value == int(value)):
        return float(value)
    if unit == "bool":
        if not isinstance(value, bool):
            raise MistakeInFacts(f"'{where}' hoort true of false te zijn, niet {value!r}.")
        return value
    if unit == "text":
        words = CHOICES.get(choice, CHOICES["vrijlating_regeling"])
        if not isinstance(value, str) or value not in words:
            raise MistakeInFacts(f"'{where}' hoort één van {', '.join(words)} te zijn, niet {value!r}.")
        return words[value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MistakeInFacts(f"'{where}' hoort een getal te zijn ({unit}), niet {value!r}.")
    if not math.isfinite(value) if isinstance(value, float) else abs(value) > 10**15:
        raise MistakeInFacts(f"'{where}' hoort een gewoon getal te zijn ({unit}), niet {value!r}.")
    if value < 0 and where not in MAY_BE_NEGATIVE:
        raise MistakeInFacts(f"'{where}' kan niet negatief zijn ({value}).")
    if value > highest:
        raise MistakeInFacts(f"'{where}' kan niet hoger zijn dan {highest:g} ({value}).")
    if unit == "count" and value != int(value):
        raise MistakeInFacts(f"'{where}' hoort een heel getal te zijn, niet {value!r}.")
    return float(value)


def children_of(raw: Any) -> tuple[Child, ...]:
    if not isinstance(raw, list) or not all(isinstance(child, Mapping) for child in raw):
        raise MistakeInFacts("'kinderen' hoort een lijst te zijn met voor elk kind een object.")
    return tuple(child_of(child, number) for number, child in enumerate(raw))


def child_of(raw: Mapping[str, Any], number: int) -> Child:
    """One child: a date of birth or ages, and childcare whole or not at all."""
    where = f"kinderen[{number}]"
    given = {name: value for name, value in raw.items() if value is not None}
    birthday = given.pop("geboortedatum", None)
    for name in given:
        if name not in OF_A_CHILD:
            near = difflib.get_close_matches(name, [*OF_A_CHILD, "geboortedatum"], 1)
            hint = f"; bedoel je '{near[0]}'" if near else ""
            raise MistakeInFacts(f"Het feit '{where}.{name}' is niet bekend{hint}.")
    child = {
        name: fitting(f"{where}.{name}", value, OF_A_CHILD[name].unit, OF_A_CHILD[name].highest, name)
        for name, value in given.items()
    }
    return Child(
        key=str(number),
        born=born_of(birthday, child, where),
        cares=cares_of(child, given.get("opvangsoort"), where),
        income_per_year=child.get("inkomen", NOT_ASKED),
    )


def born_of(birthday: Any, child: Mapping[str, Any], where: str) -> Born:
    if birthday is not None:
        if "leeftijd" in child or "leeftijd_op_1_januari" in child:
            raise MistakeInFacts(f"Geef bij {where} een geboortedatum of leeftijden, niet allebei.")
        return date_of(birthday, where)
    if "leeftijd" not in child:
        raise MistakeInFacts(f"Bij {where} ontbreekt leeftijd (of geboortedatum).")
    on_1_january = child.get("leeftijd_op_1_januari", NOT_ASKED)
    return Ages(on_the_day=child["leeftijd"], on_1_january=on_1_january)


def date_of(text: Any, where: str) -> dt.date:
    """Only the form 2019-05-31: `fromisoformat` alone would also take week dates and dates without hyphens."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise MistakeInFacts(f"'{where}.geboortedatum' hoort een datum te zijn zoals 2019-05-31.") from None


def cares_of(child: Mapping[str, Any], kind: Any, where: str) -> tuple[Care, ...]:
    hours = {name for name in ("opvanguren", "uurtarief") if child.get(name)}
    if kind is None:
        if hours:
            raise MistakeInFacts(f"Bij {where} ontbreekt opvangsoort, terwijl {min(hours)} is ingevuld.")
        return ()
    for name in ("opvanguren", "uurtarief"):
        if name not in child:
            raise MistakeInFacts(f"Bij {where} ontbreekt {name}, terwijl opvangsoort is ingevuld.")
    return (
        Care(
            key="opvang",
            kind=kind,
            hours_per_month=child["opvanguren"],
            euros_per_hour=child["uurtarief"],
        ),
    )
