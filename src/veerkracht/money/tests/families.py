"""Made-up households for the tests: the cleaning mother, Denise, and as many random ones as a test wants."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

DAY = dt.date(2026, 3, 1)

CLEANING_MOTHER: dict[str, Any] = {
    "loon": 12 * 15.10 * 52 * 1.08,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 689,
    "servicekosten": 0,
    "leeftijd_ouder": 45,
    "aantal_medebewoners": 0,
    "maanden_bijstand": 12,
    "loonheffingskorting_bij": "werkgever",
    "vrijlating_regeling": "geen",
    "maanden_laag_inkomen": 48,
    "kinderen": [{"geboortedatum": "2010-08-14"}, {"geboortedatum": "2013-11-02"}],
}
DENISE: dict[str, Any] = {
    **CLEANING_MOTHER,
    "loon": 0,
    "kale_huur": 812,
    "leeftijd_ouder": 41,
    "kinderen": [{"geboortedatum": "2011-10-03"}, {"geboortedatum": "2017-01-20"}],
}
SAMIRA: dict[str, Any] = {
    **CLEANING_MOTHER,
    "loon": 0,
    "kale_huur": 748,
    "leeftijd_ouder": 34,
    "heeft_recht_op_kinderopvangtoeslag": True,
    "kinderen": [
        {"geboortedatum": "2019-09-12"},
        {"geboortedatum": "2024-02-03", "opvangsoort": "dagopvang", "opvanguren": 40, "uurtarief": 11.0},
    ],
}


def random_household(chance: random.Random, day: dt.date = DAY) -> dict[str, Any]:
    """A household that can exist: alone or together, zero to four children, with or without bijstand and care."""
    partner = chance.random() < 0.3
    works = chance.random() < 0.6
    facts: dict[str, Any] = {
        "loon": 100.0 * chance.randint(20, 450) if works else 0,
        "heeft_partner": partner,
        "vermogen": chance.choice([0, 0, 0, 1500, 9000]),
        "kale_huur": chance.randint(350, 1000),
        "servicekosten": chance.choice([0, 0, 45]),
        "leeftijd_ouder": chance.randint(21, 60),
        "aantal_medebewoners": 0,
        "maanden_bijstand": chance.choice([0, 12]) if works else 12,
        "loonheffingskorting_bij": "werkgever",
        "vrijlating_regeling": chance.choice(["geen", "alleenstaande_ouder", "algemeen"]),
        "heeft_recht_op_kinderopvangtoeslag": works,
        "kinderen": [random_child(chance, day, works) for _ in range(chance.choice([0, 1, 1, 2, 2, 3, 4]))],
    }
    if partner:
        facts["loon_partner"] = 100.0 * chance.choice([0, 0, chance.randint(50, 350)])
        facts["grond_kinderopvang_partner"] = "werk" if facts["loon_partner"] else "studie"
    return facts


def random_child(chance: random.Random, day: dt.date, works: bool) -> dict[str, Any]:
    born = day - dt.timedelta(days=chance.randint(20, 17 * 365))
    child: dict[str, Any] = {"geboortedatum": born.isoformat()}
    if works and born > day - dt.timedelta(days=11 * 365) and chance.random() < 0.6:
        small = born > day - dt.timedelta(days=4 * 365)
        child |= {
            "opvangsoort": "dagopvang" if small else "bso",
            "opvanguren": chance.choice([20, 40, 90]),
            "uurtarief": chance.choice([9.5, 11.2]),
        }
    return child


def households(number: int, seed: int = 2026, day: dt.date = DAY) -> list[dict[str, Any]]:
    chance = random.Random(seed)  # noqa: S311  # households, not secrets
    return [random_household(chance, day) for _ in range(number)]
