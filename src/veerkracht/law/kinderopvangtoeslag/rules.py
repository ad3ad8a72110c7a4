"""Kinderopvangtoeslag: a part of the cost of registered childcare, for a parent who works or is on the way to work.

Not modelled: opvang die niet in het landelijk register staat en kinderen die al naar de middelbare school gaan;
de drie maanden doorlopen na verlies van werk;
het percentage voor een volgend kind in 2025 boven een inkomen van 47.403 euro;
het nieuwe stelsel dat voor 2029 is aangekondigd.
"""

from __future__ import annotations

from ..choices import BSO, DAGOPVANG, GASTOUDER
from ..engine.rounding import opzoeken
from ..engine.rules import Law
from ..engine.units import (
    Choice,
    EuroPerHour,
    EuroPerMonth,
    EuroPerYear,
    Flag,
    FractionTable,
    HoursPerMonth,
    Members,
)

wet = Law("Wet kinderopvang en Besluit kinderopvangtoeslag", bwb="BWBR0017017")


@wet.article("art. 1.7 Wko", per_child=True)
def kosten_opvang_per_kind(opvanguren: HoursPerMonth, uurtarief: EuroPerHour) -> EuroPerMonth:
    """Wat de opvang van dit kind per maand kost."""
    return opvanguren * uurtarief


@wet.article("art. 4 Besluit kinderopvangtoeslag", per_child=True)
def hoogste_uurtarief(
    opvangsoort: Choice,
    maximum_uurtarief_dagopvang: EuroPerHour,
    maximum_uurtarief_bso: EuroPerHour,
    maximum_uurtarief_gastouder: EuroPerHour,
) -> EuroPerHour:
    """Het hoogste uurtarief dat wordt vergoed. Wat duurder is, betaal je zelf."""
    if opvangsoort == DAGOPVANG:
        return maximum_uurtarief_dagopvang
    if opvangsoort == BSO:
        return maximum_uurtarief_bso
    return maximum_uurtarief_gastouder if opvangsoort == GASTOUDER else 0.0


@wet.article("art. 8a Besluit kinderopvangtoeslag", per_child=True)
def uren_die_meetellen(opvanguren: HoursPerMonth, maximum_opvanguren: HoursPerMonth) -> HoursPerMonth:
    """De uren opvang waarover je toeslag krijgt, tot het maximum per maand."""
    return min(opvanguren, maximum_opvanguren)


@wet.article("art. 1.7 Wko; art. 4 Besluit kinderopvangtoeslag", per_child=True)
def kosten_die_meetellen(
    uren_die_meetellen: HoursPerMonth, uurtarief: EuroPerHour, hoogste_uurtarief: EuroPerHour
) -> EuroPerMonth:
    """De kosten waarover je toeslag krijgt: niet meer uren en geen hoger tarief dan het maximum."""
    return uren_die_meetellen * min(uurtarief, hoogste_uurtarief)


@wet.article("art. 1.7 lid 1 Wko; art. 6 Besluit kinderopvangtoeslag")
def is_eerste_kind(
    uren_die_meetellen: Members[HoursPerMonth], kosten_die_meetellen: Members[EuroPerMonth]
) -> Members[Flag]:
    """Welk kind als eerste telt: het kind met de meeste uren, en bij gelijke uren met de hoogste kosten."""
    eerste = 0
    for i in range(len(uren_die_meetellen)):
        meer_uren = uren_die_meetellen[i] > uren_die_meetellen[eerste]
        even_veel = uren_die_meetellen[i] == uren_die_meetellen[eerste]
        if meer_uren or (even_veel and kosten_die_meetellen[i] > kosten_die_meetellen[eerste]):
            eerste = i
    return [i == eerste for i in range(len(uren_die_meetellen))]


@wet.article(
    "art. 6 en bijlage I Besluit kinderopvangtoeslag",
    per_child=True,
    unknown="het percentage voor een volgend kind is in 2025 bij dit inkomen niet gevonden.",
)
def kinderopvangtoeslag_per_kind(
    toetsingsinkomen: EuroPerYear,
    heeft_recht_op_kinderopvangtoeslag: Flag,
    kosten_die_meetellen: EuroPerMonth,
    is_eerste_kind: Flag,
    vergoeding_eerste_kind: FractionTable,
    vergoeding_volgend_kind: FractionTable,
) -> EuroPerMonth:
    """De toeslag voor de opvang van dit kind per maand."""
    if kosten_die_meetellen == 0 or not heeft_recht_op_kinderopvangtoeslag:
        return 0.0
    tabel = vergoeding_eerste_kind if is_eerste_kind else vergoeding_volgend_kind
    return opzoeken(tabel, toetsingsinkomen) * kosten_die_meetellen


@wet.article("art. 1.5 tot en met 1.7 Wko; Awir art. 14 lid 5 (kleinste bedrag)")
def kinderopvangtoeslag(
    kinderopvangtoeslag_per_kind: Members[EuroPerMonth],
    minimumbedrag_toeslag: EuroPerYear,
) -> EuroPerYear:
    """Een bijdrage in de kosten van kinderopvang, als je werkt, leert of een traject naar werk volgt."""
    bedrag = 12 * sum(kinderopvangtoeslag_per_kind)
    return bedrag if bedrag >= minimumbedrag_toeslag else 0.0


@wet.article("art. 1.7 Wko")
def kosten_kinderopvang(kosten_opvang_per_kind: Members[EuroPerMonth]) -> EuroPerMonth:
    """Wat de opvang van al je kinderen per maand kost, voordat de toeslag eraf gaat."""
    return 1.0 * sum(kosten_opvang_per_kind)


@wet.article("art. 1.7 Wko")
def eigen_bijdrage_kinderopvang(
    kosten_kinderopvang: EuroPerMonth, voorschot_kinderopvangtoeslag: EuroPerMonth
) -> EuroPerMonth:
    """Wat je per maand zelf betaalt aan de opvang."""
    return kosten_kinderopvang - voorschot_kinderopvangtoeslag
