"""Facts that are a word for people and a number in a rule: the words and their numbers, in one place."""

from __future__ import annotations

GEEN_OPVANG = 0.0
DAGOPVANG = 1.0
BSO = 2.0
GASTOUDER = 3.0

WERKGEVER = 0.0
BIJSTAND = 1.0

GEEN = 0.0
ALGEMEEN = 1.0
ALLEENSTAANDE_OUDER = 2.0
MEDISCH_URENBEPERKT = 3.0
ARTIKEL_34A = 4.0

CHOICES: dict[str, dict[str, float]] = {
    "opvangsoort": {"dagopvang": DAGOPVANG, "bso": BSO, "gastouder": GASTOUDER},
    "loonheffingskorting_bij": {"werkgever": WERKGEVER, "bijstand": BIJSTAND},
    "vrijlating_regeling": {
        "geen": GEEN,
        "algemeen": ALGEMEEN,
        "alleenstaande_ouder": ALLEENSTAANDE_OUDER,
        "medisch_urenbeperkt": MEDISCH_URENBEPERKT,
        "artikel_34a": ARTIKEL_34A,
    },
}
