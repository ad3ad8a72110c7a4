"""The facts of the law book: the fields of a household under the names of the law, and what may be left out."""

from __future__ import annotations

from veerkracht.household.fields import CHILD_FIELDS, FIELDS
from veerkracht.household.remark import Remark, remark

from .engine.units import Unit

FACTS = FIELDS
OF_A_CHILD = CHILD_FIELDS
COLUMNS: dict[str, str] = {
    "leeftijd_kind": "leeftijd",
    "leeftijd_kind_eind_vorige_maand": "leeftijd",
    "leeftijd_kind_begin_kwartaal": "leeftijd",
    "leeftijd_kind_op_1_januari": "leeftijd_op_1_januari",
    "opvangsoort": "opvangsoort",
    "opvanguren": "opvanguren",
    "uurtarief": "uurtarief",
    "inkomen_kind": "inkomen",
}
LEFT_OUT: dict[str, Remark] = {
    "overig_netto_inkomen": remark("other_income_left_out"),
    "giften": remark("gifts_left_out"),
    "inkomen_kind": remark("income_of_children_left_out"),
}
ASSUMED: dict[str, Remark] = {
    "leeftijd_partner": remark("partner_assumed_grown"),
    "aanvulling_artikel_20": remark("supplement_assumed_absent"),
    "vermogen_staat_in_de_weg": remark("wealth_assumed_small"),
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
