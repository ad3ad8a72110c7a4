"""Random households for comparing two ways of computing: adversarial, made with a seed, checked by the book's reader.

Among them are newborns, parents of 18 and of pension age, other adults, partners, gifts, benefits, quantities given
as facts and facts left out, so that answers that the law does not give and facts that are missing occur too.
"""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.law.prepare import prepare

GIVEN = (
    "toetsingsinkomen",
    "belastbaar_inkomen_box_1",
    "bruto_bijstand",
    "netto_loon_per_maand",
    "maandloon",
)
REGIMES = (
    None,
    "geen",
    "algemeen",
    "alleenstaande_ouder",
    "medisch_urenbeperkt",
    "artikel_34a",
    "loonkostensubsidie",
)


def child(dice: random.Random) -> dict[str, Any]:
    age = dice.choice([0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 15, 16, 17, 18, 22, 27])
    made: dict[str, Any] = {"leeftijd": age, "leeftijd_op_1_januari": max(0, age - dice.randint(0, 1))}
    if dice.random() < 0.2:
        made = {
            "geboortedatum": f"{dice.randint(2008, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        }
        age = 6
    if age < 12 and dice.random() < 0.5:
        made["opvangsoort"] = "dagopvang" if age < 4 else dice.choice(["bso", "gastouder"])
        made |= {"opvanguren": dice.randint(0, 260), "uurtarief": round(dice.uniform(6, 14), 2)}
    if dice.random() < 0.1:
        made["inkomen"] = dice.choice([0, 900, 8000, 31000])
    return made


def household(dice: random.Random) -> dict[str, Any]:
    partner = dice.random() < 0.3
    facts: dict[str, Any] = {
        "loon": dice.choice([0, 0, dice.randint(1, 80000), round(dice.uniform(0, 40000), 2)]),
        "heeft_partner": partner,
        "vermogen": dice.choice([0, 0, 1500, 7900, 8000, 39000, 150000]),
        "kale_huur": dice.choice([0, round(dice.uniform(200, 1300), 2)]),
        "servicekosten": dice.randint(0, 60),
        "leeftijd_ouder": dice.choice(
            [18, 19, 20, 21, 22, 23, 26, 27, 30, 45, 66, 67, 70, dice.randint(21, 60)]
        ),
        "aantal_medebewoners": dice.choice([0, 0, 0, 1, 2, 3]),
        "maanden_bijstand": dice.choice([0, 12, 12, 5]),
        "loonheffingskorting_bij": dice.choice(["werkgever", "bijstand", "uwv"]),
        "heeft_recht_op_kinderopvangtoeslag": dice.random() < 0.7,
        "is_medisch_urenbeperkt": dice.random() < 0.1,
        "werk_helpt_uitstroom": dice.random() < 0.8,
        "maanden_algemene_vrijlating": dice.choice([0, 5, 6, 12]),
        "maanden_vrijlating_alleenstaande_ouder": dice.choice([0, 29, 30, 40]),
        "maanden_vrijlating_artikel_34a": dice.choice([0, 11, 12]),
        "kinderen": [child(dice) for _ in range(dice.choice([0, 1, 1, 2, 2, 3, 5]))],
    }
    if partner:
        facts["loon_partner"] = dice.choice([0, dice.randint(1, 60000)])
        facts["grond_kinderopvang_partner"] = dice.choice(["werk", "geen", "studie"])
        facts["leeftijd_partner"] = dice.choice([19, 20, 21, 35, 68])
    seasoned(facts, dice)
    return facts


def seasoned(facts: dict[str, Any], dice: random.Random) -> None:
    """What only some have: other adults, other income, gifts, given quantities, and facts left out."""
    if facts["aantal_medebewoners"]:
        facts["aantal_andere_kostendelers"] = dice.randint(0, facts["aantal_medebewoners"])
        facts["inkomen_medebewoners"] = dice.choice([0, 12000, 30000])
    if dice.random() < 0.2:
        facts["overig_netto_inkomen"] = dice.choice([0, 450, 1500, 9000])
        facts["overig_inkomen_is_belast"] = dice.random() < 0.7
    elif dice.random() < 0.2:
        kind = dice.choice(["ww", "zw", "wia", "anw", "partneralimentatie", "kinderalimentatie"])
        facts["inkomen"] = [{"soort": kind, "bruto": dice.randint(100, 2600)}]
    if dice.random() < 0.1:
        facts["giften"] = dice.choice([0, 800, 2500])
    if dice.random() < 0.2:
        facts["vrijlating_regeling"] = dice.choice(REGIMES)
    if dice.random() < 0.1:
        facts["aanvulling_artikel_20"] = dice.random() < 0.5
    if dice.random() < 0.1:
        facts[dice.choice(GIVEN)] = dice.randint(0, 40000)
    if dice.random() < 0.1:
        facts["heeft_toeslagpartner"] = dice.random() < 0.5
    if dice.random() < 0.1:
        facts.pop(dice.choice([name for name in facts if name != "kinderen"]))


def random_households(number: int, seed: int, day: dt.date) -> list[dict[str, Any]]:
    """Prepared facts of so many households that the book's own reader takes."""
    dice, accepted = random.Random(seed), []
    while len(accepted) < number:
        try:
            accepted.append(prepare(book(), day, household(dice)).values)
        except CannotCalculate:
            continue
    return accepted
