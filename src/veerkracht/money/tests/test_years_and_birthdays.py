"""What changes by the calendar alone: the exemption of 2027, her own birthdays, the bijstand of December.

By hand from the norms of July 2026 (1,419.46 and 350.42, less 5% holiday allowance: 1,348.49 and 332.90) and
Participatiewet art. 20, 34a and 45.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import said
from veerkracht.money.ledger.months import months

from .test_review_cases import JANUARY, MOTHER, amounts, job, paid

JULY = dt.date(2026, 7, 1)
NORM, YOUNG = 1348.49, 332.90


@pytest.mark.parametrize(
    ("facts", "december", "january", "year_after"),
    [
        # Six months of 25% used from August on: January is 15% without a maximum, for twelve months.
        (MOTHER, 832 * 0.25, 832 * 0.15, 0),
        # "y" only where "n" does not apply (art. 31 lid 2 y); without a limit from 2027 on.
        ({**MOTHER, "is_medisch_urenbeperkt": True}, 832 * 0.25, 832 * 0.15, 832 * 0.15),
        ({**MOTHER, "werk_helpt_uitstroom": False}, 0, 0, 0),
        ({**MOTHER, "maanden_vrijlating_artikel_34a": 12}, 832 * 0.25, 0, 0),
        ({**MOTHER, "leeftijd_ouder": 24}, 0, 832 * 0.15, 0),
        ({**MOTHER, "vrijlating_regeling": "geen"}, 0, 0, 0),
        ({**MOTHER, "vrijlating_regeling": "alleenstaande_ouder"}, 832 * 0.125, 832 * 0.15, 0),
    ],
)
@pytest.mark.parametrize("netting", ["zelfde_maand", "volgende_maand"])
def test_one_exemption_from_2027(
    facts: dict[str, Any], december: float, january: float, year_after: float, netting: str
) -> None:
    """Twelve hours of 16 euros is 832 a month, on which nothing is held back.

    Netting afterwards takes the wage of a month, with what is left alone of it, off the month after (art. 32).
    """
    ledger = months({**facts, "verrekening": netting}, [job("2026-08-01", 12)], JULY, 24)
    support = amounts(ledger, "bijstand")
    paid_over = (
        ("2027-01", "2027-02", "2028-03")
        if netting == "volgende_maand"
        else ("2026-12", "2027-01", "2028-02")
    )
    for month, free in zip(paid_over, (december, january, year_after), strict=True):
        assert support[month] == pytest.approx(NORM - 832 + free, abs=0.02), month


def test_without_the_exemption_of_2027_is_said_too() -> None:
    ledger = months(MOTHER, [job("2026-08-01", 12)], JULY, 12)
    (sentence,) = (one for one in map(said, ledger.assumptions) if "art. 34a" in one)
    assert "beslist de gemeente" in sentence and "125 euro per maand lager" in sentence


def test_the_worth_of_the_exemption_is_that_of_a_whole_month() -> None:
    """From Tuesday 30 March 2027: 2 of 23 working days of 832 first, then 15% of 832 every month."""
    ledger = months(MOTHER, [job("2027-03-30", 12)], dt.date(2026, 11, 1), 24)
    (sentence,) = (one for one in map(said, ledger.assumptions) if "art. 34a" in one)
    assert "125 euro per maand lager" in sentence


def test_an_exemption_that_is_not_in_the_sum_is_not_claimed() -> None:
    ledger = months({**MOTHER, "vrijlating_regeling": "geen"}, [job("2026-08-01", 12)], JULY, 12)
    (sentence,) = (one for one in map(said, ledger.assumptions) if "art. 34a" in one)
    assert "niet meegerekend" in sentence and "Zo is hier gerekend" not in sentence


def test_the_norm_of_21_counts_from_the_birthday() -> None:
    """21 on 16 October: 15 days of 332.90 and 16 days of 1,348.49, divided by 31."""
    facts = {name: value for name, value in MOTHER.items() if name != "leeftijd_ouder"}
    ledger = months({**facts, "geboortedatum_ouder": "2005-10-16"}, [], dt.date(2026, 8, 1), 5)
    support = amounts(ledger, "bijstand")
    assert support["2026-09"] == pytest.approx(YOUNG, abs=0.01)
    assert support["2026-10"] == pytest.approx((15 * YOUNG + 16 * NORM) / 31, abs=0.01)
    assert support["2026-11"] == pytest.approx(NORM, abs=0.01)


def test_at_27_the_exemptions_begin() -> None:
    """Art. 31 lid 5: no 25% under 27; from the month after the birthday on there is."""
    facts = {name: value for name, value in MOTHER.items() if name != "leeftijd_ouder"}
    ledger = months({**facts, "geboortedatum_ouder": "1999-10-01"}, [job("2026-08-01", 12)], JULY, 6)
    support = amounts(ledger, "bijstand")
    assert support["2026-09"] == pytest.approx(NORM - 832, abs=0.01)
    assert support["2026-11"] == pytest.approx(NORM - 0.75 * 832, abs=0.01)


def test_the_bijstand_of_december_comes_in_january() -> None:
    """Paid on the 8th of the next month: the first January has that of December 2025, 95% of 1,369.06."""
    facts = {**MOTHER, "betaalmaand_bijstand": "volgende", "betaaldag_bijstand": 8}
    support = paid(months(facts, [], JANUARY, 3), "bijstand")
    assert support["2025-12"] == (dt.date(2026, 1, 8), pytest.approx(1300.61, abs=0.01))
    assert sorted(support) == ["2025-12", "2026-01", "2026-02"]
