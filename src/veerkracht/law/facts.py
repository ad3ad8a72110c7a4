"""The facts about a household: names, units, and what each means in words a mother understands."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .engine.units import Unit


@dataclass(frozen=True)
class Fact:
    """What can be asked: its unit, and what it means in words a mother understands."""

    unit: str
    meaning: str
    highest: float = math.inf


FACTS: dict[str, Fact] = {
    "loon": Fact("EUR/year", "je brutoloon per jaar, met vakantiegeld"),
    "loon_partner": Fact("EUR/year", "het brutoloon van je partner per jaar, met vakantiegeld"),
    "loonheffingskorting_bij": Fact("text", "waar de loonheffingskorting staat: werkgever of bijstand"),
    "maanden_bijstand": Fact("count", "hoeveel maanden van dit kalenderjaar je bijstand hebt", 12),
    "overig_netto_inkomen": Fact("EUR/month", "ander inkomen per maand, zoals WW of alimentatie, netto"),
    "overig_inkomen_is_belast": Fact("bool", "of er belasting over dat andere inkomen gaat"),
    "heeft_partner": Fact("bool", "of je met een partner woont"),
    "vermogen": Fact("EUR", "je spaargeld en bezit op 1 januari, min je schulden"),
    "kale_huur": Fact("EUR/month", "de kale huur per maand"),
    "servicekosten": Fact("EUR/month", "de servicekosten per maand"),
    "leeftijd_ouder": Fact("years", "je leeftijd", 130),
    "leeftijd_partner": Fact("years", "de leeftijd van je partner", 130),
    "aantal_medebewoners": Fact("count", "hoeveel andere volwassenen op je adres wonen, zonder je partner"),
    "aantal_andere_kostendelers": Fact("count", "hoeveel van die volwassenen meetellen als kostendeler"),
    "heeft_recht_op_kinderopvangtoeslag": Fact("bool", "of je werkt, leert of een traject naar werk volgt"),
    "is_medisch_urenbeperkt": Fact(
        "bool", "of is vastgesteld dat je om je gezondheid minder uren kunt werken"
    ),
    "werk_helpt_uitstroom": Fact(
        "bool", "of de gemeente vindt dat dit werk helpt om uit de bijstand te komen"
    ),
    "maanden_algemene_vrijlating": Fact("count", "hoeveel maanden je al 25% van je loon mocht houden"),
    "maanden_vrijlating_alleenstaande_ouder": Fact(
        "count", "hoeveel maanden je al 12,5% van je loon mocht houden"
    ),
    "maanden_vrijlating_artikel_34a": Fact("count", "hoeveel maanden je al 15% van je loon mocht houden"),
    "giften": Fact("EUR/year", "wat je dit kalenderjaar van anderen kreeg"),
    "inkomen_medebewoners": Fact("EUR/year", "het inkomen van de andere volwassenen op je adres"),
    "maanden_laag_inkomen": Fact("count", "hoeveel maanden achter elkaar je een laag inkomen hebt"),
    "heeft_sociaal_medische_indicatie": Fact("bool", "of er een sociaal-medische indicatie voor opvang is"),
    "voltijdsuren": Fact("hours/week", "hoeveel uur een volle werkweek telt, zoals 36, 38 of 40", 60),
}
OF_A_CHILD: dict[str, Fact] = {
    "leeftijd": Fact("years", "de leeftijd van elk kind", 130),
    "leeftijd_op_1_januari": Fact("years", "de leeftijd van elk kind op 1 januari van dit jaar", 130),
    "opvangsoort": Fact("text", "de soort opvang: dagopvang, bso of gastouder"),
    "opvanguren": Fact("hours/month", "de uren opvang per maand", 744),
    "uurtarief": Fact("EUR/hour", "wat een uur opvang kost"),
    "inkomen": Fact("EUR/year", "het inkomen van het kind per jaar"),
}
COLUMNS: dict[str, str] = {
    "leeftijd_kind": "leeftijd",
    "leeftijd_kind_begin_maand": "leeftijd",
    "leeftijd_kind_begin_kwartaal": "leeftijd",
    "leeftijd_kind_op_1_januari": "leeftijd_op_1_januari",
    "opvangsoort": "opvangsoort",
    "opvanguren": "opvanguren",
    "uurtarief": "uurtarief",
    "inkomen_kind": "inkomen",
}
LEFT_OUT: dict[str, str] = {
    "overig_netto_inkomen": "Ander inkomen, zoals WW, een andere uitkering of alimentatie, is niet opgegeven.",
    "giften": "Giften zijn niet opgegeven.",
    "inkomen_kind": "Inkomen van je kinderen is niet opgegeven.",
}
ASSUMED: dict[str, str] = {
    "leeftijd_partner": "De leeftijd van je partner is niet opgegeven; er is gerekend met 21 jaar of ouder.",
    "vermogen_staat_in_de_weg": (
        "Je vermogen is niet opgegeven; er is gerekend alsof het onder de grens voor bijstand blijft."
    ),
}
MAY_BE_NEGATIVE = {"vermogen"}
MAY_BE_GIVEN = {
    "belastbaar_inkomen_box_1",
    "toetsingsinkomen",
    "rekeninkomen",
    "bruto_bijstand",
    "maandloon",
    "netto_loon_per_maand",
    "vrijlating_regeling",
    "heeft_fiscale_partner",
    "heeft_toeslagpartner",
    "loonheffingskorting_toegepast",
}


def units_of_facts() -> dict[str, Unit]:
    """The units of everything that can come in without a rule."""
    children = {column: Unit(OF_A_CHILD[name].unit, True) for column, name in COLUMNS.items()}
    return {name: Unit(fact.unit) for name, fact in FACTS.items()} | children | {"peildatum": Unit("day")}
