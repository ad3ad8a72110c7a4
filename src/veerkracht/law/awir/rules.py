"""Awir: the income that counts for allowances, and what is paid each month in advance.

Not modelled: een partner die maar een deel van het jaar je toeslagpartner is (art. 8 lid 3);
inkomen dat niet in Nederland is belast;
een wijziging in de loop van het jaar: ze telt vanaf de volgende maand, dit bedrag gaat uit van een heel jaar;
terugvordering, rente en betalingsregelingen.
"""

from __future__ import annotations

from ..engine.rounding import naar_beneden
from ..engine.rules import Law
from ..engine.units import EuroPerMonth, EuroPerYear, Flag

wet = Law("Algemene wet inkomensafhankelijke regelingen", bwb="BWBR0018472")


@wet.article("art. 7 lid 1 en art. 8 lid 1")
def toetsingsinkomen(
    belastbaar_inkomen_box_1: EuroPerYear,
    belastbaar_inkomen_box_1_partner: EuroPerYear,
    heeft_toeslagpartner: Flag,
) -> EuroPerYear:
    """Het bruto inkomen over het hele jaar waarmee je toeslagen worden berekend. Bijstand telt bruto mee."""
    partner = belastbaar_inkomen_box_1_partner if heeft_toeslagpartner else 0.0
    return max(0.0, belastbaar_inkomen_box_1 + partner)


@wet.article("art. 14 lid 4, art. 16 en 22")
def voorschot_zorgtoeslag(zorgtoeslag: EuroPerYear) -> EuroPerMonth:
    """De zorgtoeslag die je elke maand vooraf krijgt, in hele euro's."""
    return naar_beneden(zorgtoeslag / 12, 1.0)


@wet.article("art. 14 lid 4, art. 16 en 22")
def voorschot_kindgebonden_budget(kindgebonden_budget: EuroPerYear) -> EuroPerMonth:
    """Het kindgebonden budget dat je elke maand vooraf krijgt, in hele euro's."""
    return naar_beneden(kindgebonden_budget / 12, 1.0)


@wet.article("art. 14 lid 4, art. 16 en 22")
def voorschot_huurtoeslag(huurtoeslag: EuroPerYear) -> EuroPerMonth:
    """De huurtoeslag die je elke maand vooraf krijgt, in hele euro's."""
    return naar_beneden(huurtoeslag / 12, 1.0)


@wet.article("art. 14 lid 4, art. 16 en 22")
def voorschot_kinderopvangtoeslag(kinderopvangtoeslag: EuroPerYear) -> EuroPerMonth:
    """De kinderopvangtoeslag die je elke maand vooraf krijgt, in hele euro's."""
    return naar_beneden(kinderopvangtoeslag / 12, 1.0)
