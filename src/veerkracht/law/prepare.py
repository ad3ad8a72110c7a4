"""From what was given to facts ready to calculate with: checked, and with what follows from them with certainty.

Nothing is guessed. What a fact settles by itself is filled in (no partner: no wage of a partner); everything else
that is missing stays missing. A few side incomes may be left out: then the answer says so.
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .checking import MistakeInFacts as MistakeInFacts
from .checking import check_facts, questions
from .choices import BIJSTAND, CHOICES, GEEN, GEEN_OPVANG, WERKGEVER
from .engine.calculate import CannotCalculate, MissingFact
from .engine.rules import Book
from .facts import ASSUMED, COLUMNS, FACTS, LEFT_OUT, MAY_BE_GIVEN, MAY_BE_NEGATIVE, OF_A_CHILD


@dataclass(frozen=True)
class Household:
    """Facts ready to calculate with, the sentences about what was left out, and what is hardly ever so."""

    values: dict[str, Any]
    left_out: dict[str, str]
    questions: tuple[str, ...] = ()


def prepare(book: Book, day: dt.date, raw: object) -> Household:
    """Check what was given, and add what follows from it with certainty."""
    if not isinstance(raw, Mapping):
        raise MistakeInFacts("Geef de feiten als één JSON-object, met namen en waarden.")
    values: dict[str, Any] = {"peildatum": float(day.toordinal())}
    for name, value in raw.items():
        if name == "kinderen":
            values |= columns_of(children_of(value, day))
        elif value is not None:
            values[name] = checked(book, name, value)
    for name, value in values.items():
        if isinstance(value, list) and len(value) != len(values.get("leeftijd_kind", value)):
            raise MistakeInFacts(f"'{name}' hoort één waarde per kind te hebben, net als 'kinderen'.")
    check_facts(values)
    return with_what_follows(values)


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
    return [fitting(name, one, unit.symbol, highest, name) for one in value]


def suggestion(book: Book, name: str) -> str:
    known = [*FACTS, "kinderen", *(rule.name for rule in book.rules)]
    near = difflib.get_close_matches(name, known, 1)
    return f"; bedoel je '{near[0]}'" if near else "; kijk in docs/law.md welke namen er zijn"


def fitting(where: str, value: Any, unit: str, highest: float, choice: str) -> Any:
    """The value as the rules want it, or a sentence that says what is wrong with it."""
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


def children_of(raw: Any, day: dt.date) -> list[dict[str, Any]]:
    if not isinstance(raw, list) or not all(isinstance(child, Mapping) for child in raw):
        raise MistakeInFacts("'kinderen' hoort een lijst te zijn met voor elk kind een object.")
    return [child_of(child, f"kinderen[{number}]", day) for number, child in enumerate(raw)]


def child_of(raw: Mapping[str, Any], where: str, day: dt.date) -> dict[str, Any]:
    """One child: ages from a date of birth where that is given, and childcare whole or not at all."""
    given = {name: value for name, value in raw.items() if value is not None}
    born = given.pop("geboortedatum", None)
    for name in given:
        if name not in OF_A_CHILD:
            near = difflib.get_close_matches(name, [*OF_A_CHILD, "geboortedatum"], 1)
            hint = f"; bedoel je '{near[0]}'" if near else ""
            raise MistakeInFacts(f"Het feit '{where}.{name}' is niet bekend{hint}.")
    child = {
        name: fitting(f"{where}.{name}", value, OF_A_CHILD[name].unit, OF_A_CHILD[name].highest, name)
        for name, value in given.items()
    }
    if born is not None:
        if "leeftijd" in child or "leeftijd_op_1_januari" in child:
            raise MistakeInFacts(f"Geef bij {where} een geboortedatum of leeftijden, niet allebei.")
        child |= ages(born, where, day)
    elif "leeftijd" not in child:
        raise MistakeInFacts(f"Bij {where} ontbreekt leeftijd (of geboortedatum).")
    elif child.get("leeftijd_op_1_januari", 0.0) > child["leeftijd"]:
        raise MistakeInFacts(
            f"Bij {where} is leeftijd_op_1_januari hoger dan leeftijd; pas een van beide aan."
        )
    elif child.get("leeftijd_op_1_januari", child["leeftijd"]) < child["leeftijd"] - 1:
        raise MistakeInFacts(
            f"Bij {where} is leeftijd {child['leeftijd']:g} en leeftijd_op_1_januari "
            f"{child['leeftijd_op_1_januari']:g}: op 1 januari van hetzelfde jaar is een kind hoogstens één jaar "
            "jonger; pas een van beide aan."
        )
    return child | childcare(child, where)


def ages(born: Any, where: str, day: dt.date) -> dict[str, float]:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", born):
            raise ValueError
        birthday = dt.date.fromisoformat(born)
    except (TypeError, ValueError):
        raise MistakeInFacts(f"'{where}.geboortedatum' hoort een datum te zijn zoals 2019-05-31.") from None
    if birthday > day:
        raise MistakeInFacts(f"'{where}.geboortedatum' ligt na {day.isoformat()}.")
    if age(birthday, day) > OF_A_CHILD["leeftijd"].highest:
        raise MistakeInFacts(
            f"'{where}.geboortedatum' {born} ligt meer dan {OF_A_CHILD['leeftijd'].highest:g} jaar terug."
        )
    quarter = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    return {
        "leeftijd": age(birthday, day),
        "leeftijd_op_1_januari": age(birthday, day.replace(month=1, day=1)),
        "begin_maand": age(birthday, day.replace(day=1)),
        "begin_kwartaal": age(birthday, quarter),
    }


def age(born: dt.date, day: dt.date) -> float:
    """Full years; a child that is born later in the year counts as 0 on the first of January."""
    return float(max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day))))


def childcare(child: Mapping[str, Any], where: str) -> dict[str, float]:
    hours = {name: child[name] for name in ("opvanguren", "uurtarief") if child.get(name)}
    if "opvangsoort" not in child:
        if hours:
            raise MistakeInFacts(f"Bij {where} ontbreekt opvangsoort, terwijl {min(hours)} is ingevuld.")
        return {"opvangsoort": GEEN_OPVANG, "opvanguren": 0.0, "uurtarief": 0.0}
    for name in ("opvanguren", "uurtarief"):
        if name not in child:
            raise MistakeInFacts(f"Bij {where} ontbreekt {name}, terwijl opvangsoort is ingevuld.")
    return {}


def columns_of(children: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """One list for each quantity of a child; a column that not every child has is left out, so that it is missed."""
    columns = {
        "leeftijd_kind": [child["leeftijd"] for child in children],
        "leeftijd_kind_begin_maand": [child.get("begin_maand", child["leeftijd"]) for child in children],
        "leeftijd_kind_begin_kwartaal": [
            child.get("begin_kwartaal", child["leeftijd"]) for child in children
        ],
    }
    for column, name in COLUMNS.items():
        if column not in columns and all(name in child for child in children):
            columns[column] = [child[name] for child in children]
    return columns


def with_what_follows(values: dict[str, Any]) -> Household:
    """Fill in what the facts settle by themselves, and what may be left out with a sentence about it."""
    left_out = {name: says for name, says in LEFT_OUT.items() if name not in values}
    zero_children = [0.0] * len(values.get("leeftijd_kind", []))
    follows: dict[str, Any] = {"overig_netto_inkomen": 0.0, "giften": 0.0}
    if "leeftijd_kind" in values:
        follows["inkomen_kind"] = zero_children
    if values.get("bruto_bijstand") == 0:
        follows["bruto_bijstand_partner"] = 0.0
    if values.get("overig_netto_inkomen", 0.0) == 0:
        follows["overig_inkomen_is_belast"] = False
    if values.get("aantal_medebewoners") == 0:
        follows |= {"inkomen_medebewoners": 0.0, "aantal_andere_kostendelers": 0.0}
    if not any(values.get("opvanguren", [1.0])):
        follows["heeft_recht_op_kinderopvangtoeslag"] = False
    follows |= without_partner(values) | without_wage_or_bijstand(values)
    assumed = what_is_assumed(values)
    left_out |= {name: ASSUMED[name] for name in assumed}
    follows |= assumed | about_the_norm({**assumed, **values})
    return Household(follows | values, left_out, questions(values))


def what_is_assumed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Two facts that hardly ever matter; left out they get a sentence in the answer."""
    assumed: dict[str, Any] = {}
    if values.get("heeft_partner") is True and values.get("leeftijd_ouder", 0.0) >= 21:
        assumed["leeftijd_partner"] = 21.0
    if "vermogen" not in values and values.get("maanden_bijstand", 0.0) > 0:
        assumed["vermogen_staat_in_de_weg"] = False
    return {name: value for name, value in assumed.items() if name not in values}


def about_the_norm(values: Mapping[str, Any]) -> dict[str, Any]:
    follows: dict[str, Any] = {}
    if values.get("vermogen", 1.0) <= 0:
        follows["vermogen_staat_in_de_weg"] = False
    if values.get("heeft_partner") is False:
        follows |= {"leeftijd_partner": 0.0, "deel_voor_kind_van_jong_paar": 0.0}
    elif min(values.get("leeftijd_ouder", 0.0), values.get("leeftijd_partner", 0.0)) >= 21:
        follows["deel_voor_kind_van_jong_paar"] = 0.0
    return follows


def without_partner(values: Mapping[str, Any]) -> dict[str, Any]:
    together, fiscal, allowance = (
        values.get(name) for name in ("heeft_partner", "heeft_fiscale_partner", "heeft_toeslagpartner")
    )
    if True in (together, fiscal, allowance):
        return {}
    follows: dict[str, Any] = {}
    if together is False or fiscal is False:
        follows["loon_partner"] = 0.0
    if together is False or allowance is False:
        follows["belastbaar_inkomen_box_1_partner"] = 0.0
    if together is False:
        nothing = ("netto_loon_per_maand", "netto_loon_na_aanslag", "bruto_bijstand")
        follows |= {f"{name}_partner": 0.0 for name in nothing}
        if not any(age < 18 for age in values.get("leeftijd_kind", [0.0])):
            # Only with a child under 18 could another adult at the address be one.
            follows |= {"heeft_toeslagpartner": False, "heeft_fiscale_partner": False}
    return follows


def without_wage_or_bijstand(values: Mapping[str, Any]) -> dict[str, Any]:
    follows: dict[str, Any] = {}
    if values.get("loonheffingskorting_toegepast") is True:
        follows["loonheffingskorting_bij"] = WERKGEVER
    if values.get("maanden_bijstand") == 0:
        follows["loonheffingskorting_bij"] = WERKGEVER
        nothing = (
            "bruto_bijstand",
            "bruto_bijstand_partner",
            "netto_bijstand_over_het_jaar",
            "ontvangen_bijstand",
        )
        follows |= dict.fromkeys((*nothing, "verrekende_teruggave"), 0.0)
    elif values.get("loon") == 0 and not values.get("netto_loon_per_maand"):
        follows |= {"loonheffingskorting_bij": BIJSTAND, "vrijlating_regeling": GEEN}
    return follows


def sentence_about(error: CannotCalculate) -> str:
    """The error in words she understands: which fact is missing, what it means, what could be given instead."""
    if not isinstance(error, MissingFact):
        return str(error)
    name = error.fact
    if name in COLUMNS:
        said = f"kinderen ontbreekt, of bij een kind {COLUMNS[name]}: {OF_A_CHILD[COLUMNS[name]].meaning}"
    elif name in FACTS:
        said = f"{name} ontbreekt: {FACTS[name].meaning}"
    else:
        return f"De uitkomst '{name}' is niet bekend."
    instead = [step for step in error.path[1:-1] if step in MAY_BE_GIVEN]
    return said + (f" (of geef zelf {' of '.join(reversed(instead))} op)." if instead else ".")
