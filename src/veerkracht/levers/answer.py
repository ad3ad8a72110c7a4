"""The JSON form of the levers, and what it says when something about the week is unknown."""

from __future__ import annotations

import datetime as dt
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.levers.purse import article_of
from veerkracht.levers.sentences import assumptions, head, lever_sentence
from veerkracht.levers.worth import Found, Worth, worth_of_levers
from veerkracht.week.reading import read_family
from veerkracht.week.times import hours
from veerkracht.week.unknown import bounds

# The quantity whose article belongs to a part; what is not the law's own names its article here.
QUANTITIES = {
    "loon": "netto_loon_na_aanslag",
    "bijstand": "bijstand",
    "zorgtoeslag": "zorgtoeslag",
    "kindgebonden_budget": "kindgebonden_budget",
    "huurtoeslag": "huurtoeslag",
    "kinderopvangtoeslag": "kinderopvangtoeslag",
    "kinderbijslag": "kinderbijslag",
    "kosten_kinderopvang": "kosten_kinderopvang",
}
ARTICLES = {
    "reiskostenvergoeding": "Wet op de loonbelasting 1964, art. 31a lid 2 onder a",
    "bijdrage_gemeente_kinderopvang": "Wet kinderopvang, art. 1.13 en gemeentelijk beleid",
    "huur": "huurovereenkomst",
}


def answer_json(family: Any, facts: Any, hourly_wage: float, day: dt.date) -> dict[str, Any]:
    """The answer for parsed JSON; where something in the week is unknown, at its worst, with the range beside it."""
    ends = bounds(family)
    if ends is None:
        return as_json(worth_of_levers(read_family(family), facts, hourly_wage, day))
    worst = worth_of_levers(read_family(ends.worst), facts, hourly_wage, day)
    best = worth_of_levers(read_family(ends.best), facts, hourly_wage, day)
    return as_json(worst) | {
        "range": {
            "worst_hours": hours(worst.minutes),
            "best_hours": hours(best.minutes),
            "worst_disposable_per_month": round(worst.purse.disposable, 2),
            "best_disposable_per_month": round(best.purse.disposable, 2),
            "unknown": ends.unknown,
        }
    }


def as_json(found: Found) -> dict[str, Any]:
    money, amounts = found.money, found.purse.amounts
    return {
        "date": money.day.isoformat(),
        "hourly_wage": money.hourly_wage,
        "sentence": head(found),
        "hours": hours(found.minutes),
        "disposable_per_month": round(found.purse.disposable, 2),
        "independence": {
            "net_from_work_per_month": round(amounts["netto_inkomen_uit_werk"], 2),
            "norm_per_month": round(amounts["norm_economische_zelfstandigheid"], 2),
            "reached": found.purse.independent,
        },
        "levers": [_lever(worth, money.day) for worth in found.levers],
        "assumptions": assumptions(money),
        "not_modelled": not_modelled(),
    }


def not_modelled() -> list[str]:
    """What the amount itself leaves out; the laws under it say the rest in `veerkracht calculate`."""
    law = next(law for law in book().laws if law.folder.name == "besteedbaar_inkomen")
    return [f"{part[0].upper()}{part[1:]}." for part in law.not_modelled]


def _lever(worth: Worth, day: dt.date) -> dict[str, Any]:
    return {
        "id": worth.id,
        "owner": worth.owner,
        "ring": worth.ring,
        "promise_of": worth.promise_of,
        "hours": hours(worth.minutes),
        "euros_per_month": round(worth.euros, 2),
        "proposed": worth.proposed,
        "hours_after": hours(worth.minutes_after),
        "disposable_per_month": round(worth.disposable, 2),
        "independent": worth.independent,
        "changes": [
            {"what": name, "euros_per_month": round(euros, 2), "article": _article(name, day)}
            for name, euros in worth.parts.items()
        ],
        "cliffs": [
            {
                "name": cliff.name,
                "article": cliff.article,
                "sentence": cliff.sentence,
                "at_loon": round(cliff.at_loon, 2),
                "at_hours": round(cliff.at_hours, 2),
                "euros_per_month": round(-cliff.euros, 2),
            }
            for cliff in worth.cliffs
        ],
        "sentence": lever_sentence(worth),
    }


def _article(part: str, day: dt.date) -> str:
    return ARTICLES[part] if part in ARTICLES else article_of(QUANTITIES[part], day)
