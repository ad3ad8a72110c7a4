"""The line is its points; the words about it say what its marginal rates are, on fifty households."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.refusals import said
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.money.budget_line import budget_line
from veerkracht.money.hours import AS_NOW, INDEPENDENT, MORE, OUT_OF_BIJSTAND, hours_needed, table
from veerkracht.money.situation import Care, Offer, scenario
from veerkracht.money.stretches import HALF, HARDLY, LESS, LITTLE, MOST, Stretch, stretches

from .families import CLEANING_MOTHER, DAY, DENISE, SAMIRA, households

FIFTY = households(50, seed=5)
BETWEEN = {
    LESS: (-99.0, 0.0),
    HARDLY: (-0.01, 0.15),
    LITTLE: (0.15, 0.35),
    HALF: (0.35, 0.65),
    MOST: (0.65, 1.5),
}
CARE = (Care(0, "bso", 9.5, hours_per_work_hour=0.4), Care(1, "dagopvang", 11.0, hours_per_work_hour=1.2))


def left(facts: dict[str, Any], offer: Offer, hours: float) -> float:
    """One point, asked of the law book by itself."""
    one = scenario(facts, DAY, offer, hours)
    if not hours and facts.get("heeft_recht_op_kinderopvangtoeslag") is not True:
        one.values["heeft_recht_op_kinderopvangtoeslag"] = False
    found = calculate(book(), one.day, one.values, ("besteedbaar_inkomen",)).known["besteedbaar_inkomen"]
    return float(found) - one.travel


@pytest.mark.parametrize(
    ("facts", "offer"),
    [
        (CLEANING_MOTHER, Offer(15.10)),
        (DENISE, Offer(22.40, travel_per_work_hour=0.5)),
        (SAMIRA, Offer(15.10)),
        (SAMIRA, Offer(18.0, CARE)),
        *[(facts, Offer(16.5)) for facts in FIFTY[:15]],
    ],
)
def test_a_line_is_its_points(facts: dict[str, Any], offer: Offer) -> None:
    line = budget_line(facts, DAY, offer)
    assert len(line.hours) == 161
    for at in range(0, 161, 7):
        assert line.disposable[at] == pytest.approx(left(facts, offer, line.hours[at]))


def shares(facts: dict[str, Any], offer: Offer, stretch: Stretch) -> float:
    """What is really left of an extra hour, as a share of its gross wage."""
    gained = left(facts, offer, stretch.stop) - left(facts, offer, stretch.start)
    return gained / (stretch.stop - stretch.start) / (offer.hourly_wage * 52 * 1.08 / 12)


@pytest.mark.parametrize("facts", FIFTY)
def test_the_words_say_what_the_marginal_rates_are(facts: dict[str, Any]) -> None:
    offer = Offer(16.5)
    found = stretches(budget_line(facts, DAY, offer, with_local=False))
    assert found[0].start == 0 and found[-1].stop == 40
    for one, following in zip(found, found[1:], strict=False):
        assert one.stop == following.start
    for one in found:
        share = shares(facts, offer, one)
        low, high = BETWEEN[one.kind]
        assert low <= share <= high + 1e-9, said(one)
        check_sentence(facts, offer, one)


def check_sentence(facts: dict[str, Any], offer: Offer, one: Stretch) -> None:
    """The hours, the amount and the cause in the sentence are those of the law book."""
    assert f" {one.start:g} " in said(one)
    gained = left(facts, offer, one.stop) - left(facts, offer, one.start)
    amount = re.search(r"(?:ongeveer|is het) (\d[\d.]*) euro", said(one))
    if amount:
        per = -gained if one.kind == LESS else gained / (one.stop - one.start)
        assert float(amount[1].replace(".", "")) == pytest.approx(per, abs=0.51), said(one)
    for cause in one.causes:
        assert cause.article in said(one) and cause.article
    if one.causes and one.kind != MOST:
        assert lost(facts, offer, one, one.causes[0].quantity) > 0


def lost(facts: dict[str, Any], offer: Offer, one: Stretch, quantity: str) -> float:
    """What the named cause took, asked of the law book in both points."""
    before, after = (
        calculate(book(), DAY, scenario(facts, DAY, offer, hours).values, (quantity,)).known[quantity]
        for hours in (one.start, one.stop)
    )
    takes = ("belasting_over_loon", "verrekende_teruggave", "kosten_kinderopvang")
    return float(after - before if quantity in takes else before - after)


def test_bijstand_that_is_netted_is_named_with_its_article() -> None:
    """Pw art. 31 and 32: wage is taken off bijstand; without exemption nothing is left, until the holiday allowance
    on the wage (8%) passes that of bijstand (70.07): at 876 net, about 13 hours."""
    first = stretches(budget_line(CLEANING_MOTHER, DAY, Offer(15.10)))[0]
    assert first.kind in (HARDLY, LESS) and first.start == 0 and first.stop == 13
    assert first.causes[0].article == "Participatiewet, art. 31 en 32"
    assert "doordat je bijstand lager wordt" in said(first)


def test_the_taper_of_huurtoeslag_is_named_with_its_article() -> None:
    """Wht 2026: 22% of income above 31,500 for a household of more persons."""
    last = stretches(budget_line(DENISE, DAY, Offer(22.40)))[-1]
    assert "Wet op de huurtoeslag, art. 17 en 21 lid 2" in said(last)


def test_no_sentence_advises_or_shouts() -> None:
    for facts in FIFTY[:20]:
        for one in stretches(budget_line(facts, DAY, Offer(15.10))):
            assert not re.search(r"!|je moet|u kunt|beter|verstandig", said(one))


def test_denise_needs_fewer_hours_with_each_diploma() -> None:
    rows = table(DENISE, DAY, [("zorgcursus", 15.60), ("AD", 19.50), ("HBO", 22.40)], more=200)
    hours = [{one.goal: one.hours for one in row.needed} for row in rows]
    for goal in (INDEPENDENT, OUT_OF_BIJSTAND, MORE):
        needed = [row[goal] for row in hours]
        assert None not in needed and needed == sorted(needed, reverse=True), goal
    as_now = [one for row in rows for one in row.needed if one.goal == AS_NOW]
    assert all(one.first == 0 for one in as_now), "no hours are as now; between lies where local schemes stop"


@pytest.mark.parametrize("facts", FIFTY[:12])
def test_the_hours_are_enough_and_a_quarter_less_is_not(facts: dict[str, Any]) -> None:
    offer = Offer(17.25)
    for one in hours_needed(facts, DAY, offer):
        if one.goal == INDEPENDENT and one.hours:
            own = [
                calculate(
                    book(),
                    DAY,
                    scenario(facts, DAY, offer, hours).values,
                    ("netto_inkomen_uit_werk", "norm_economische_zelfstandigheid"),
                ).amounts.values()
                for hours in (one.hours, one.hours - 0.25)
            ]
            (enough, norm), (less, _) = own
            assert enough >= norm - 0.01 and less < norm


def test_too_few_hours_in_a_week_is_said() -> None:
    found = {one.goal: one for one in hours_needed(DENISE, DAY, Offer(9.0), most_hours=20)}
    assert found[INDEPENDENT].hours is None
