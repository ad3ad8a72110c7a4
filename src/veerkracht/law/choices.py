"""Facts that are a word for people and a number in a rule: the words and their numbers, in one place."""

from __future__ import annotations

GEEN_OPVANG = 0.0
DAGOPVANG = 1.0
BSO = 2.0
GASTOUDER = 3.0

WERKGEVER = 0.0
BIJSTAND = 1.0
UWV = 2.0

GEEN = 0.0
ALGEMEEN = 1.0
ALLEENSTAANDE_OUDER = 2.0
MEDISCH_URENBEPERKT = 3.0
ARTIKEL_34A = 4.0
LOONKOSTENSUBSIDIE = 5.0

ALLEENSTAANDE = 0.0
LEEFT_ALS_OUDER = 1.0
PAAR_ZONDER_KIND = 2.0
PAAR_MET_KIND = 3.0

GEEN_GROND = 0.0
GRONDEN = {"geen": GEEN_GROND, "werk": 1.0, "studie": 2.0, "traject": 3.0, "inburgering": 4.0}

CHOICES: dict[str, dict[str, float]] = {
    "opvangsoort": {"dagopvang": DAGOPVANG, "bso": BSO, "gastouder": GASTOUDER},
    "loonheffingskorting_bij": {"werkgever": WERKGEVER, "bijstand": BIJSTAND, "uwv": UWV},
    "vrijlating_regeling": {
        "geen": GEEN,
        "algemeen": ALGEMEEN,
        "alleenstaande_ouder": ALLEENSTAANDE_OUDER,
        "medisch_urenbeperkt": MEDISCH_URENBEPERKT,
        "artikel_34a": ARTIKEL_34A,
        "loonkostensubsidie": LOONKOSTENSUBSIDIE,
    },
    "grond_kinderopvang": GRONDEN,
    "grond_kinderopvang_partner": GRONDEN,
    "leefsituatie": {
        "alleenstaande": ALLEENSTAANDE,
        "alleenstaande_ouder": LEEFT_ALS_OUDER,
        "paar_zonder_kind": PAAR_ZONDER_KIND,
        "paar_met_kind": PAAR_MET_KIND,
    },
}
