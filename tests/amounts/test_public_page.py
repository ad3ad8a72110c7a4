"""The page for anybody: WW with 20 hours, an adult child at home, a partner without work; worked out by hand.

20 hours of 16.00 are 1,386.67 a month, 17,971 a year with holiday pay. Norms of July 2026: 1,419.46 alone and 2,027.79
together. Rent 650 for three is 297.49 + 0.65 × 151.80 = 396 of huurtoeslag.
"""

from __future__ import annotations

import re

from django.test import Client

HOUSE = "huur=650&servicekosten=0&vermogen=0&uurloon_straks=16&uren_1=20&uren=0"


def page(told: str) -> str:
    content = Client().get(f"/rekenen?{HOUSE}&{told}").content.decode()
    text = re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(script|style).*?</\1>", "", content))
    return re.sub(r"\s+", " ", text.replace("&nbsp;", " ").replace("\u00a0", " "))


def test_ww_with_20_hours_is_not_compared(db: None) -> None:
    """UWV takes about 70 percent of the wage: no number without the WW-maandloon (WW art. 47)."""
    told = "leeftijd=34&partner=nee&medebewoners=0&bijstand=nee&ander_inkomen=1500&ander_inkomen_belast=ja"
    said = page(f"{told}&leeftijd_1=6&opvang_1=geen&heffingskorting=uwv")
    assert "Dit bedrag is er nog niet" in said and "ongeveer 70 procent van je loon" in said
    assert "meer over dan nu" not in said and "minder over dan nu" not in said


def test_an_adult_child_at_home_is_no_partner_and_shares_no_costs(db: None) -> None:
    """Awir art. 3 lid 5a, Pw art. 22a: 20 years old. With 20 hours the wage of 1,354.50 leaves no bijstand.

    The combination credit for the child of ten takes all tax: 6,425 - 3,115 - 2,858 - 1,343 is below nothing.
    """
    told = "leeftijd=48&partner=nee&medebewoners=1&kostendelers=0&inkomen_medebewoners=0&bijstand=ja&vrijlating=geen"
    said = page(f"{told}&leeftijd_1=20&leeftijd_2=10&opvang_1=geen&opvang_2=geen")
    for row in (
        "Nu: € 1.419 20 uur: € 0",
        "Kindgebonden budget schatting Nu: € 499 20 uur: € 499",
        "Huurtoeslag schatting Nu: € 396 20 uur: € 396",
        "Te besteden Nu: € 2.564 20 uur: € 2.642",
    ):
        assert row in said, row


def test_a_partner_without_work_gives_no_childcare_allowance(db: None) -> None:
    """Wko art. 1.6 lid 3: 80 hours of 10.00 are all their own. Bijstand is 1,926.40 - 1,354.50 with 20 hours.

    She earns the most, so the credit is not hers: 452 of tax on the wage, 38 a month.
    """
    told = (
        "leeftijd=34&partner=ja&loon_partner=0&leeftijd_partner=35&medebewoners=0&bijstand=ja&vrijlating=geen"
    )
    said = page(f"{told}&leeftijd_1=2&opvang_1=dagopvang&opvanguren_1=80&uurtarief_1=10")
    for row in (
        "Nu: € 2.028 20 uur: € 572",
        "Nu: € 0 20 uur: − € 38",
        "Zorgtoeslag schatting Nu: € 246",
        "Kindgebonden budget schatting Nu: € 215",
        "Kosten van kinderopvang ingevuld Nu: − € 800 20 uur: − € 800",
    ):
        assert row in said, row
    assert "Je partner werkt niet: dan is er geen kinderopvangtoeslag" in said
