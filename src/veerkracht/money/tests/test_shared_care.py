"""A child that is with both parents: kinderbijslag, kindgebonden budget and the combination credit.

By hand from SVB 2026 (6 to 11 years: 362.35 a quarter from July), Wkgb 2026 (2,580 and 3,416 a year) and the norm of
July 2026 without holiday allowance, 1,348.49.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.refusals import said
from veerkracht.money.ledger.months import months

from .test_review_cases import AUGUST, JANUARY, MOTHER, amounts, job


def shared(who: str, days: int = 182, on: str = "2026-09-10") -> dict[str, object]:
    return {"on": on, "kind": "shared_care_starts", "child": 1, "kinderbijslag": who, "days_per_year": days}


@pytest.mark.parametrize(
    ("who", "benefit", "budget"), [("zij", 362.35, 499), ("half", 181.18, 499), ("andere_ouder", 0, 0)]
)
def test_who_is_paid_the_kinderbijslag_is_paid_the_budget(who: str, benefit: float, budget: float) -> None:
    ledger = months(MOTHER, [shared(who)], AUGUST, 6)
    assert amounts(ledger, "kinderbijslag")["2026-Q3"] == pytest.approx(362.35, abs=0.01)
    assert amounts(ledger, "kinderbijslag").get("2026-Q4", 0) == pytest.approx(benefit, abs=0.01)
    found = amounts(ledger, "kindgebonden_budget")
    assert found["2026-09"] == 499 and found.get("2026-10", 0) == budget
    assert any("co-ouderschap" in sentence for sentence in map(said, ledger.assumptions))


@pytest.mark.parametrize(("days", "has_credit"), [(155, False), (156, True)])
def test_the_combination_credit_asks_156_days(days: int, has_credit: bool) -> None:
    """Wet IB art. 8.14a: without them there is nothing left of the refund that the credit gives."""
    facts = {**MOTHER, "maanden_bijstand": 0, "loon": 30000}
    ledgers = months(facts, [shared("zij", days, "2026-01-02")], JANUARY, 12), months(facts, [], JANUARY, 12)
    with_shared, plain = (
        sum(s.amount for s in one.settlements if s.what == "inkomstenbelasting") for one in ledgers
    )
    assert (with_shared == pytest.approx(plain)) == has_credit


EARNS = {**MOTHER, "maanden_bijstand": 0, "loon": 45000}
CREDIT = 3032
"""The highest of 2026, above a wage of 32,720 (Wet IB art. 8.14a)."""


def refund(facts: dict[str, Any], *events: dict[str, object]) -> float:
    ledger = months(facts, [*events], JANUARY, 12)
    return sum(s.amount for s in ledger.settlements if s.what == "inkomstenbelasting")


@pytest.mark.parametrize(
    ("born", "has_credit"), [("2026-05-14", True), ("2026-07-01", True), ("2026-07-02", False)]
)
def test_a_birth_in_the_first_half_of_the_year_gives_the_combination_credit(
    born: str, has_credit: bool
) -> None:
    """Six months on the same address in the year: also when the household had no young child in most months.

    An only child of fourteen, a baby, and another state of the household for most of the months.
    """
    facts = {**EARNS, "kinderen": [{"geboortedatum": "2012-06-14"}]}
    events = {"on": born, "kind": "child_born"}, {"on": "2026-12-01", "kind": "rent_changes", "rent": 660}
    more = refund(facts, *events) - refund(facts, *events[1:])
    assert more == pytest.approx(CREDIT if has_credit else 0.0, abs=0.05)


@pytest.mark.parametrize(
    ("on", "has_credit"), [("2026-06-02", False), ("2026-07-01", True), ("2026-10-01", True)]
)
def test_a_child_that_goes_in_the_second_half_of_the_year_keeps_the_credit(on: str, has_credit: bool) -> None:
    less = refund(EARNS) - refund(EARNS, shared("zij", 100, on))
    assert less == pytest.approx(0.0 if has_credit else CREDIT, abs=0.05)


def test_the_exemption_of_lone_parents_asks_full_care() -> None:
    facts = {**MOTHER, "maanden_algemene_vrijlating": 6}
    support = amounts(months(facts, [job("2026-08-01", 12), shared("zij")], AUGUST, 5), "bijstand")
    assert support["2026-08"] == pytest.approx(1348.49 - 0.875 * 832, abs=0.01)
    assert support["2026-10"] == pytest.approx(1348.49 - 832, abs=0.01)
