"""One table of the fields of a household under every reader: name in the JSON, place in the records, unit, range.

A field without a path has no place in the household: it is a quantity of the law itself, given as it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field that can be asked for.

    `path` is its place in `Household` (of a child: in `Child`), None where it has none; `meaning` the words a mother
    understands; `lowest` and `highest` the range of a number in its unit, both included.
    """

    path: str | None
    unit: str
    meaning: str
    lowest: float = 0.0
    highest: float = math.inf


FIELDS: dict[str, Field] = {
    "loon": Field(path="adult.jobs", unit="EUR/year", meaning="je brutoloon per jaar, met vakantiegeld"),
    "loon_partner": Field(
        path="partner.jobs",
        unit="EUR/year",
        meaning="het brutoloon van je partner per jaar, met vakantiegeld",
    ),
    "loonheffingskorting_bij": Field(
        path="support.tax_credit_at",
        unit="text",
        meaning="waar de loonheffingskorting staat: werkgever, bijstand of uwv",
    ),
    "maanden_bijstand": Field(
        path="support.bijstand_months_this_year",
        unit="count",
        meaning="hoeveel maanden van dit kalenderjaar je bijstand hebt",
        highest=12,
    ),
    "overig_netto_inkomen": Field(
        path="other_income",
        unit="EUR/month",
        meaning="ander inkomen per maand, zoals WW of alimentatie, netto",
    ),
    "overig_inkomen_is_belast": Field(
        path="other_income", unit="bool", meaning="of er belasting over dat andere inkomen gaat"
    ),
    "bruto_uitkering": Field(
        path=None,
        unit="EUR/month",
        meaning="je uitkering van UWV of de SVB, bruto per maand, zoals op de betaalspecificatie",
    ),
    "bruto_uitkering_partner": Field(
        path=None, unit="EUR/month", meaning="de uitkering van je partner, bruto per maand"
    ),
    "onbelast_inkomen": Field(
        path=None, unit="EUR/month", meaning="onbelast inkomen, zoals alimentatie voor de kinderen"
    ),
    "partneralimentatie_bruto": Field(
        path=None, unit="EUR/year", meaning="alimentatie voor jezelf, bruto per jaar"
    ),
    "ww_maandloon": Field(
        path=None, unit="EUR/month", meaning="het WW-maandloon op de beslissing van UWV, bruto"
    ),
    "ww_maand": Field(path=None, unit="count", meaning="de hoeveelste maand WW het is", lowest=1),
    "inkomen_in_de_maand": Field(
        path=None, unit="EUR/month", meaning="wat je in die maand met werk verdiende, bruto"
    ),
    "heeft_partner": Field(path="lives_with_partner", unit="bool", meaning="of je met een partner woont"),
    "vermogen": Field(
        path="wealth_on_1_january",
        unit="EUR",
        meaning="je spaargeld en bezit op 1 januari, min je schulden",
        lowest=-math.inf,
    ),
    "kale_huur": Field(path="home.rent", unit="EUR/month", meaning="de kale huur per maand"),
    "servicekosten": Field(path="home.service_costs", unit="EUR/month", meaning="de servicekosten per maand"),
    "leeftijd_ouder": Field(path="adult.born", unit="years", meaning="je leeftijd", highest=130),
    "leeftijd_partner": Field(
        path="partner.born", unit="years", meaning="de leeftijd van je partner", highest=130
    ),
    "aantal_medebewoners": Field(
        path="home.co_residents",
        unit="count",
        meaning="hoeveel andere volwassenen op je adres wonen, zonder je partner",
    ),
    "aantal_andere_kostendelers": Field(
        path="home.cost_sharers",
        unit="count",
        meaning="hoeveel van die volwassenen meetellen als kostendeler",
    ),
    "heeft_recht_op_kinderopvangtoeslag": Field(
        path=None,
        unit="bool",
        meaning="of je werkt, leert of een traject naar werk volgt, en je partner ook als je die hebt",
    ),
    "grond_kinderopvang": Field(
        path="childcare_ground.her",
        unit="text",
        meaning="waarom er recht is op kinderopvangtoeslag: je werkt, leert, volgt een traject of burgert in",
    ),
    "grond_kinderopvang_partner": Field(
        path="childcare_ground.partner",
        unit="text",
        meaning="of je partner werkt, leert, een traject volgt of inburgert",
    ),
    "is_medisch_urenbeperkt": Field(
        path="adult.medically_limited",
        unit="bool",
        meaning="of is vastgesteld dat je om je gezondheid minder uren kunt werken",
    ),
    "aanvulling_artikel_20": Field(
        path=None,
        unit="bool",
        meaning="of de gemeente je norm onder de 21 aanvult omdat je niet op je ouders kunt terugvallen",
    ),
    "leefsituatie": Field(path=None, unit="text", meaning="met wie je leeft, voor de beslagvrije voet"),
    "belastbaar_jaarinkomen": Field(
        path=None,
        unit="EUR/year",
        meaning="het belastbare inkomen over een jaar, met een partner van jullie samen",
    ),
    "leeftijd": Field(
        path=None, unit="years", meaning="de leeftijd van wie studietoeslag krijgt", highest=130
    ),
    "werk_helpt_uitstroom": Field(
        path="support.work_helps_leaving",
        unit="bool",
        meaning="of de gemeente vindt dat dit werk helpt om uit de bijstand te komen",
    ),
    "maanden_algemene_vrijlating": Field(
        path="support.months_general_exemption",
        unit="count",
        meaning="hoeveel maanden je al 25% van je loon mocht houden",
    ),
    "maanden_vrijlating_alleenstaande_ouder": Field(
        path="support.months_single_parent_exemption",
        unit="count",
        meaning="hoeveel maanden je al 12,5% van je loon mocht houden",
    ),
    "maanden_vrijlating_artikel_34a": Field(
        path="support.months_34a_exemption",
        unit="count",
        meaning="hoeveel maanden je al 15% van je loon mocht houden",
    ),
    "giften": Field(
        path="gifts_per_year", unit="EUR/year", meaning="wat je dit kalenderjaar van anderen kreeg"
    ),
    "inkomen_medebewoners": Field(
        path="home.co_residents_income",
        unit="EUR/year",
        meaning="het inkomen van de andere volwassenen op je adres",
    ),
    "maanden_laag_inkomen": Field(
        path="support.months_low_income",
        unit="count",
        meaning="hoeveel maanden achter elkaar je een laag inkomen hebt",
    ),
    "heeft_sociaal_medische_indicatie": Field(
        path=None, unit="bool", meaning="of er een sociaal-medische indicatie voor opvang is"
    ),
    "voltijdsuren": Field(
        path="full_time_hours",
        unit="hours/week",
        meaning="hoeveel uur een volle werkweek telt, zoals 36, 38 of 40",
        highest=60,
    ),
}
CHILD_FIELDS: dict[str, Field] = {
    "leeftijd": Field(path="born", unit="years", meaning="de leeftijd van elk kind", highest=130),
    "leeftijd_op_1_januari": Field(
        path="born", unit="years", meaning="de leeftijd van elk kind op 1 januari van dit jaar", highest=130
    ),
    "opvangsoort": Field(path="cares", unit="text", meaning="de soort opvang: dagopvang, bso of gastouder"),
    "opvanguren": Field(path="cares", unit="hours/month", meaning="de uren opvang per maand", highest=744),
    "uurtarief": Field(path="cares", unit="EUR/hour", meaning="wat een uur opvang kost"),
    "inkomen": Field(path="income_per_year", unit="EUR/year", meaning="het inkomen van het kind per jaar"),
}
