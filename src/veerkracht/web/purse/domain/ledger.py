"""From what a case knows to its ledger of dated payments: the facts, the days of paying, the events, the months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.ledger.days import add_months, first_of, months_between, on_day
from veerkracht.money.ledger.events import MistakeInEvents
from veerkracht.money.ledger.months import Months, months
from veerkracht.money.ledger.settings import DEFAULTS
from veerkracht.words.sentences import refusal, say

from .event_kinds import WORDING
from .outcome import NotEnough, not_enough
from .questions import CHILDREN, PARTS, UNKNOWN
from .situation import Answers, KnownPerson, age_on, known, minimum_wage, missing_care, situation_of

SHOWN, BACK = 24, 11
"""Months that are shown from this one on; how many months ago an event may have been."""
DAILY = (1, 8, 15, 22)
"""Days on which a quarter of what is spent from day to day goes."""
DAYS = ("betaaldag_huur", "betaaldag_loon", "betaaldag_bijstand")
ADULT = 30
NO_BALANCE = DEFAULTS["saldo"]
"""The page shows no balance where none was typed in, so it need not say where one would begin."""


@dataclass(frozen=True)
class Noted:
    """An event as the case keeps it; a child is its key."""

    on: dt.date
    kind: str
    fields: Mapping[str, Any]
    id: int = 0
    version: int = 1


class ImpossibleEvent(NotEnough):
    """An event that cannot follow on what was there before it."""


@dataclass(frozen=True)
class Ledger:
    """The months that are shown, and what goes with them."""

    months: Months
    facts: dict[str, Any]
    events: tuple[dict[str, Any], ...]
    assumed: tuple[str, ...]
    saldo: float | None
    has_own_balance: bool
    """Whether a balance can be told: she filled in what there is, and what she spends from day to day."""
    costs_are_known: bool
    """Whether fixed costs beside the rent were filled in."""


def first_shown(today: dt.date) -> dt.date:
    return first_of(today)


def earliest(today: dt.date) -> dt.date:
    """The first day an event can count from."""
    return add_months(first_of(today), -BACK)


def last_shown(today: dt.date) -> dt.date:
    return add_months(first_of(today), SHOWN) - dt.timedelta(days=1)


def ledger_of(
    answers: Answers,
    person: KnownPerson,
    events: Sequence[Noted],
    today: dt.date,
    since: dt.date | None = None,
    could_be: Mapping[str, Any] | None = None,
) -> Ledger:
    """All payments of a case from today on. What happened in the months before it counts as well.

    Args:
        since: an earlier month of which the payments are wanted too, to lay pay slips beside.
        could_be: facts of the law that nobody knows, as they could be.

    Raises:
        NotEnough: an answer is missing, or an event cannot be; says which.
    """
    lacking = missing_care(answers, person)
    if lacking:
        names = ", ".join(lacking)
        raise NotEnough(f"Soort, uren of prijs van de opvang is nog niet bekend: {names}.", CHILDREN)
    noted = [one for one in events if one.on >= earliest(today)]
    shown_from = first_shown(today)
    start = min([shown_from, since or shown_from, *(first_of(one.on) for one in noted)])
    facts = {**facts_of(answers, person, start, could_be or {}), **settings_of(answers)}
    facts |= debts_of(answers, start, today)
    raw = tuple(raw_events(noted, answers, person))
    try:
        all_months = months(facts, list(raw), start, months_between(start, shown_from) + SHOWN)
    except MistakeInEvents as error:
        raise ImpossibleEvent(refusal(error, WORDING)) from error
    except CannotCalculate as error:
        raise not_enough(error) from error
    assumed = said_of(answers, all_months, person, today)
    return Ledger(
        replace(all_months, start=today),
        facts,
        raw,
        assumed,
        known(answers, "saldo"),
        known(answers, "saldo") is not None and known(answers, "dagelijks") is not None,
        known(answers, "vaste_lasten") is not None,
    )


def facts_of(
    answers: Answers, person: KnownPerson, start: dt.date, could_be: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    facts = {**situation_of(answers, person, start).facts, **(could_be or {})}
    for fact, words in (
        ("loon", "uren werk per week, en bij werk het uurloon"),
        ("maanden_bijstand", "bijstand"),
    ):
        if fact not in facts:
            raise NotEnough(f"Om dit uit te rekenen is nog nodig: {words}.", PARTS["werk"])
    return facts


def settings_of(answers: Answers) -> dict[str, Any]:
    """Days of paying and what goes out, by the names of the ledger. A premium is among the fixed costs."""
    settings: dict[str, Any] = {"zorgpremie": 0.0}
    for name in DAYS:
        if known(answers, name) is not None:
            settings[name] = int(known(answers, name))
    for name in ("saldo", "verrekening"):
        if known(answers, name) is not None:
            settings[name] = known(answers, name)
    costs = list(costs_of(answers))
    return settings | ({"vaste_lasten": costs} if costs else {})


def costs_of(answers: Answers) -> list[dict[str, Any]]:
    day = int(known(answers, "betaaldag_vaste_lasten") or 1)
    named = [("vaste_lasten", "Andere vaste lasten")]
    if not known(answers, "aflossing_maanden"):
        named.append(("aflossing", INSTALMENT))
    costs = [
        {"naam": label, "bedrag": known(answers, n), "dag": day} for n, label in named if known(answers, n)
    ]
    if known(answers, "reiskosten") and known(answers, "uren"):
        costs.append({"naam": TRAVEL, "bedrag": known(answers, "reiskosten"), "dag": 1})
    spent = known(answers, "dagelijks")
    if spent:
        costs += [{"naam": SPENT, "bedrag": round(spent / 4, 2), "dag": on} for on in DAILY]
    return costs


def debts_of(answers: Answers, start: dt.date, today: dt.date) -> dict[str, Any]:
    """The instalments as a debt that ends, where it was said how many months are left; `start` lies before today."""
    instalment, left = known(answers, "aflossing"), known(answers, "aflossing_maanden")
    if not (instalment and left):
        return {}
    day = int(known(answers, "betaaldag_vaste_lasten") or 1)
    behind = months_between(start, first_of(today)) + (on_day(first_of(today), day) < today)
    amount = instalment * (left + behind)
    return {"schulden": [{"naam": INSTALMENT, "bedrag": amount, "termijn": instalment, "dag": day}]}


TRAVEL, SPENT, INSTALMENT = "Reiskosten", "Dagelijkse uitgaven", "Aflossing van schulden"


def raw_events(noted: Sequence[Noted], answers: Answers, person: KnownPerson) -> list[dict[str, Any]]:
    """The events as the ledger reads them, in order of their days."""
    raw: list[dict[str, Any]] = []
    travels = bool(known(answers, "reiskosten") and known(answers, "uren"))
    for event in sorted(noted, key=lambda each: (each.on, each.id)):
        fields = fields_of(event, person)
        raw.append({"on": event.on.isoformat(), "kind": event.kind, **fields})
        if travels and (event.kind == "job_ends" or "travel" in fields):
            # What the journey costs now belongs to the work that stops here, or has another price from here on.
            raw.append({"on": event.on.isoformat(), "kind": "cost_ends", "name": TRAVEL})
            travels = False
    return raw


def fields_of(event: Noted, person: KnownPerson) -> dict[str, Any]:
    """The fields without what nobody knows; a child by its place, an unknown wage as the minimum wage."""
    fields = {name: value for name, value in event.fields.items() if value not in (None, "", UNKNOWN)}
    if event.fields.get("hourly_wage") == UNKNOWN:
        age = age_on(person.born_on, event.on) if person.born_on else ADULT
        fields["hourly_wage"] = minimum_wage(event.on, age)
    if "child" in fields:
        keys = [child.key for child in person.children]
        if str(fields["child"]) not in keys:
            raise NotEnough(
                "Een verandering gaat over een kind dat niet meer in het dossier staat. Haal die verandering weg."
            )
        fields["child"] = keys.index(str(fields["child"])) + 1
    return fields


def said_of(answers: Answers, all_months: Months, person: KnownPerson, today: dt.date) -> tuple[str, ...]:
    """What was taken for granted, in words, each once."""
    of_the_ledger = (one for one in all_months.assumptions if one != NO_BALANCE)
    assumed = [*situation_of(answers, person, today).assumed, *(say(one, WORDING) for one in of_the_ledger)]
    return tuple(dict.fromkeys(assumed))
