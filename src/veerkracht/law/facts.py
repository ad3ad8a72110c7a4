"""The facts of the law book: the fields of a household under the names of the law, and what may be left out."""

from __future__ import annotations

from veerkracht.household.fields import CHILD_FIELDS, FIELDS

from .engine.units import Unit

FACTS = FIELDS
OF_A_CHILD = CHILD_FIELDS
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
MAY_BE_NEGATIVE = {name for name, field in FIELDS.items() if field.lowest < 0}
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
