"""What disposable income is made of: each part with its sign, its name for people, and how sure it is.

`FIXED` follows from the law and the facts alone; `ESTIMATE` depends on the income of a whole year, which is only
known afterwards; `EXAMPLE` is a setting of an example municipality; `TYPED` is what she filled in herself;
`OF_MUNICIPALITY` is what a municipality said about its own schemes.
"""

from __future__ import annotations

from dataclasses import dataclass

FIXED, ESTIMATE, EXAMPLE, TYPED = "vast", "schatting", "voorbeeld", "zelf opgegeven"
OF_MUNICIPALITY = "gemeente"


@dataclass(frozen=True)
class Part:
    """One quantity of the law book as a part of what is left a month.

    `lower` completes "dat komt doordat …" when this part leaves less than before.
    """

    quantity: str
    label: str
    lower: str
    per_month: float
    certainty: str
    local: bool = False


PARTS: tuple[Part, ...] = (
    Part("loon", "Brutoloon met vakantiegeld", "je minder loon hebt", 1 / 12, FIXED),
    Part(
        "belasting_over_loon",
        "Belasting over je loon, af of terug",
        "je meer belasting betaalt",
        -1 / 12,
        ESTIMATE,
    ),
    Part(
        "netto_loon_na_aanslag_partner",
        "Nettoloon van je partner",
        "er van het loon van je partner minder overblijft",
        1,
        ESTIMATE,
    ),
    Part("ontvangen_bijstand", "Bijstand met vakantiegeld", "je bijstand lager wordt", 1, FIXED),
    Part(
        "verrekende_teruggave",
        "Teruggave van belasting die van je bijstand af gaat",
        "belasting die je terugkrijgt van je bijstand af gaat",
        -1,
        ESTIMATE,
    ),
    Part("ander_inkomen", "Ander inkomen", "je minder ander inkomen hebt", 1, TYPED),
    Part("voorschot_zorgtoeslag", "Zorgtoeslag", "je zorgtoeslag lager wordt", 1, ESTIMATE),
    Part(
        "voorschot_kindgebonden_budget",
        "Kindgebonden budget",
        "je kindgebonden budget lager wordt",
        1,
        ESTIMATE,
    ),
    Part("voorschot_huurtoeslag", "Huurtoeslag", "je huurtoeslag lager wordt", 1, ESTIMATE),
    Part("kinderbijslag", "Kinderbijslag", "je kinderbijslag lager wordt", 1 / 3, FIXED),
    Part("kosten_kinderopvang", "Kosten van kinderopvang", "je meer opvang betaalt", -1, TYPED),
    Part(
        "voorschot_kinderopvangtoeslag",
        "Kinderopvangtoeslag",
        "je kinderopvangtoeslag lager wordt",
        1,
        ESTIMATE,
    ),
)
LOCAL: tuple[Part, ...] = (
    Part(
        "individuele_inkomenstoeslag",
        "Individuele inkomenstoeslag",
        "de individuele inkomenstoeslag stopt",
        1 / 12,
        EXAMPLE,
        True,
    ),
    Part("kindpakket", "Kindpakket", "het kindpakket stopt", 1 / 12, EXAMPLE, True),
    Part("kwijtschelding", "Kwijtschelding", "de kwijtschelding stopt", 1 / 12, EXAMPLE, True),
    Part("gemeentepolis", "Bijdrage aan de zorgverzekering", "de gemeentepolis stopt", 1, EXAMPLE, True),
    Part("koa_kopje", "Vergoeding van de laatste opvangkosten", "het KOA-kopje stopt", 1, EXAMPLE, True),
)
BY_QUANTITY: dict[str, Part] = {part.quantity: part for part in (*PARTS, *LOCAL)}

TO_SPEND = "besteedbaar_inkomen"
ALLOWANCES = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")
ADVANCES = tuple(f"voorschot_{name}" for name in ALLOWANCES)
INDEPENDENCE = ("netto_inkomen_uit_werk", "norm_economische_zelfstandigheid", "is_economisch_zelfstandig")
"""What own work brings in net, the norm beside it (EUR a month), and whether it is reached."""
MONTH = (
    TO_SPEND,
    *(part.quantity for part in PARTS),
    "netto_loon_na_aanslag",
    *ALLOWANCES,
    "kosten_die_meetellen",
)
"""The only list of what money asks the law about a month; every page, command and lever reads from it."""

ON_THE_WAY = (TO_SPEND, "netto_inkomen", "ontvangen_bijstand", *ALLOWANCES, *ADVANCES)
"""The part of a month that a step of the wage can make fall: what a cliff is told by."""
