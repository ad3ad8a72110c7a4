"""The one reader of the facts JSON: into a household, and the quantities of the law that were given as they are."""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.household.household import (
    Adult,
    Ages,
    Born,
    Care,
    Child,
    Grounds,
    Home,
    Household,
    Job,
    OtherIncome,
    Support,
    Wage,
)
from veerkracht.household.problem import Problem, problem
from veerkracht.household.unknown import NOT_ASKED

from .checking import MistakeInFacts
from .choices import CHOICES
from .engine.rules import Book
from .facts import COLUMNS, FACTS, MAY_BE_NEGATIVE, OF_A_CHILD
from .other_income import incomes_of

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
        MistakeInFacts: names the fact that is wrong.
    """
    if not isinstance(raw, Mapping):
        raise MistakeInFacts(problem("facts_no_object"))
    given: dict[str, Any] = {}
    apart: dict[str, Any] = {}
    fields: dict[str, dict[str, Any]] = {name: {} for name in RECORDS}
    for name, value in raw.items():
        if name in READ_WHOLE:
            record, field, read = READ_WHOLE[name]
            fields[record][field] = read(value)
        elif value is None:
            continue
        elif name in PLACES:
            record, field = PLACES[name]
            fields[record][field] = of_one_field(name, value)
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
        childcare_ground=Grounds(**fields["childcare_ground"]),
        **with_other_income(fields[""], apart),
    )
    return FactsRead(household=household, given=given)


def of_one_field(name: str, value: Any) -> Any:
    """A fact that is one field of one record, in the type of that field."""
    fact = FACTS[name]
    number = fitting(name, value, fact.unit, fact.highest, name)
    return value if fact.unit == "text" else CONVERT.get(fact.unit, float)(number)


def adult_of(apart: Mapping[str, Any], wage: str, age: str, fields: dict[str, Any]) -> Adult:
    """An adult; a wage of nothing is no job, which is something else than a job nobody was asked about."""
    if wage in apart:
        amount = Wage(amount=apart[wage], per="year")
        fields["jobs"] = (Job(key="werk", state="present", wage=amount),) if apart[wage] else ()
    if age in apart:
        if "born" in fields:
            raise MistakeInFacts(problem("age_given_twice", "geboortedatum_ouder"))
        fields["born"] = Ages(on_the_day=apart[age])
    return Adult(**fields)


def with_other_income(fields: dict[str, Any], apart: Mapping[str, Any]) -> dict[str, Any]:
    older = other_income_of(apart)
    if "other_income" not in fields:
        return {**fields, "other_income": older}
    if older is not NOT_ASKED:
        raise MistakeInFacts(problem("income_given_twice", "inkomen"))
    return fields


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
        raise MistakeInFacts(unknown_fact(book, name))
    highest = FACTS[name].highest if name in FACTS else math.inf
    if not unit.many:
        return fitting(name, value, unit.symbol, highest, name)
    if not isinstance(value, list):
        raise MistakeInFacts(problem("no_list_per_child", name))
    return [fitting(name, element, unit.symbol, highest, name) for element in value]


def unknown_fact(book: Book, name: str) -> Problem:
    known = [*FACTS, "kinderen", "inkomen", "geboortedatum_ouder", *(rule.name for rule in book.rules)]
    near = difflib.get_close_matches(name, known, 1)
    return problem("fact_unknown_but_near", name, near=near[0]) if near else problem("fact_unknown", name)


def fitting(where: str, value: Any, unit: str, highest: float, choice: str) -> Any:
    """The value as the rules want it.

    Raises:
        MistakeInFacts: it does not fit; says why.
    """
    is_number = type(value) in (int, float) and unit not in NOT_A_NUMBER
    if is_number and 0 <= value <= min(highest, LARGEST) and (unit != "count" or value == int(value)):
        return float(value)
    if unit == "bool":
        if not isinstance(value, bool):
            raise MistakeInFacts(problem("no_flag", where, value=value))
        return value
    if unit == "text":
        words = CHOICES.get(choice, CHOICES["vrijlating_regeling"])
        if not isinstance(value, str) or value not in words:
            raise MistakeInFacts(problem("no_choice", where, choices=tuple(words), value=value))
        return words[value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MistakeInFacts(problem("no_number_in_unit", where, unit=unit, value=value))
    if not math.isfinite(value) if isinstance(value, float) else abs(value) > 10**15:
        raise MistakeInFacts(problem("no_ordinary_number", where, unit=unit, value=value))
    if value < 0 and where not in MAY_BE_NEGATIVE:
        raise MistakeInFacts(problem("negative", where, value=value))
    if value > highest:
        raise MistakeInFacts(problem("above_the_highest", where, highest=highest, value=value))
    if unit == "count" and value != int(value):
        raise MistakeInFacts(problem("no_whole_number", where, value=value))
    return float(value)


def children_of(raw: Any) -> tuple[Child, ...]:
    if not isinstance(raw, list) or not all(isinstance(child, Mapping) for child in raw):
        raise MistakeInFacts(problem("children_no_list", "kinderen"))
    return tuple(child_of(child, number) for number, child in enumerate(raw))


def child_of(raw: Mapping[str, Any], number: int) -> Child:
    """One child: a date of birth or ages, and childcare whole or not at all."""
    where = f"kinderen[{number}]"
    given = {name: value for name, value in raw.items() if value is not None}
    birthday = given.pop("geboortedatum", None)
    for name in given:
        if name not in OF_A_CHILD:
            near = difflib.get_close_matches(name, [*OF_A_CHILD, "geboortedatum"], 1)
            code = "fact_unknown_but_near" if near else "fact_of_child_unknown"
            raise MistakeInFacts(problem(code, f"{where}.{name}", near="".join(near)))
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
            raise MistakeInFacts(problem("birth_date_and_ages", where))
        return date_of(birthday, f"{where}.geboortedatum")
    if "leeftijd" not in child:
        raise MistakeInFacts(problem("child_without_age", where))
    on_1_january = child.get("leeftijd_op_1_januari", NOT_ASKED)
    return Ages(on_the_day=child["leeftijd"], on_1_january=on_1_january)


def date_of(text: Any, where: str) -> dt.date:
    """Only the form 2019-05-31: `fromisoformat` alone would also take week dates and dates without hyphens."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise MistakeInFacts(problem("no_date", where)) from None


def cares_of(child: Mapping[str, Any], kind: Any, where: str) -> tuple[Care, ...]:
    hours = {name for name in ("opvanguren", "uurtarief") if child.get(name)}
    if kind is None:
        if hours:
            raise MistakeInFacts(problem("childcare_without_kind", where, name=min(hours)))
        return ()
    for name in ("opvanguren", "uurtarief"):
        if name not in child:
            raise MistakeInFacts(problem("childcare_incomplete", where, name=name))
    return (
        Care(
            key="opvang",
            kind=kind,
            hours_per_month=child["opvanguren"],
            euros_per_hour=child["uurtarief"],
        ),
    )


RECORDS = ("", "adult", "home", "support", "childcare_ground")
READ_WHOLE: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    "kinderen": ("", "children", children_of),
    "inkomen": ("", "other_income", incomes_of),
    "geboortedatum_ouder": ("adult", "born", lambda value: date_of(value, "geboortedatum_ouder")),
}
"""The facts that are no number, word or claim: the record, the field, and what reads them."""
