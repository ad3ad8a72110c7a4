"""The shape of the whole book, on made-up households: never below nothing, and work pays except where the law says."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import NotKnown, calculate
from veerkracht.law.prepare import prepare

CLIFFS = tomllib.loads((Path(__file__).parents[1] / "cliffs.toml").read_text(encoding="utf-8"))["cliff"]
ALLOWANCES = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")
ADVANCES = tuple(f"voorschot_{name}" for name in ALLOWANCES)
ASKED = ("besteedbaar_inkomen", "netto_inkomen", "ontvangen_bijstand", *ALLOWANCES, *ADVANCES)
NEVER_NEGATIVE = {"EUR/year", "EUR/month", "EUR/quarter", "EUR/hour", "EUR"}
MAY_BE_NEGATIVE = {"belasting_over_loon", "inkomsten_voor_bijstand", "eigen_bijdrage_kinderopvang"}
ASKED_APART = ("gemeente", "beslagvrije_voet")
"""Laws with questions of their own, that these households do not answer."""
DAYS = st.sampled_from([dt.date(2025, 3, 1), dt.date(2025, 9, 1), dt.date(2026, 3, 1), dt.date(2026, 9, 1)])
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@st.composite
def children(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for age in draw(st.lists(st.integers(0, 17), max_size=4)):
        child: dict[str, Any] = {
            "leeftijd": age,
            "leeftijd_op_1_januari": max(0, age - draw(st.integers(0, 1))),
        }
        if age < 12 and draw(st.booleans()):
            child["opvangsoort"] = "dagopvang" if age < 4 else draw(st.sampled_from(["bso", "gastouder"]))
            child |= {
                "opvanguren": draw(st.integers(0, 240)),
                "uurtarief": draw(st.sampled_from([8.0, 9.98, 12.5])),
            }
        found.append(child)
    return found


@st.composite
def households(draw: st.DrawFn) -> dict[str, Any]:
    partner = draw(st.booleans())
    facts: dict[str, Any] = {
        "loon": 300.0 * draw(st.integers(0, 230)),
        "heeft_partner": partner,
        "vermogen": draw(st.sampled_from([0, 0, 0, 7900, 39000, 150000])),
        "kale_huur": draw(st.integers(200, 1200)),
        "servicekosten": draw(st.integers(0, 60)),
        "leeftijd_ouder": draw(st.integers(21 if partner else 18, 64)),
        "aantal_medebewoners": 0,
        "maanden_bijstand": draw(st.sampled_from([0, 12])),
        "loonheffingskorting_bij": draw(st.sampled_from(["werkgever", "bijstand"])),
        "vrijlating_regeling": draw(
            st.sampled_from(["geen", "algemeen", "alleenstaande_ouder", "medisch_urenbeperkt"])
        ),
        "heeft_recht_op_kinderopvangtoeslag": draw(st.booleans()),
        "kinderen": draw(children()),
    }
    if partner:
        facts["loon_partner"] = 300.0 * draw(st.integers(0, 150))
        # Without a wage of the partner the law book asks for a ground (Wko art. 1.6 lid 3).
        facts["grond_kinderopvang_partner"] = draw(st.sampled_from(["werk", "geen"]))
    return facts


def amounts(facts: dict[str, Any], day: dt.date, targets: tuple[str, ...] = ASKED) -> dict[str, Any]:
    try:
        return calculate(book(), day, prepare(book(), day, facts).values, targets).amounts
    except NotKnown:
        assume(False)
        raise


def fall(before: dict[str, Any], after: dict[str, Any], name: str) -> float:
    return float(max(0.0, before[name] - after[name]))


def accounted_for(
    cliff: dict[str, Any], before: dict[str, Any], after: dict[str, Any], first_wage: bool
) -> float:
    """How much of a fall this cliff can be the cause of, in euros a month."""
    beside_bijstand = before["ontvangen_bijstand"] > 0
    fallen = sum(fall(before, after, name) for name in cliff["quantities"])
    exact = sum((before[name] - after[name]) / 12 for name in ALLOWANCES)
    floored = sum(before[name] - after[name] for name in ADVANCES)
    found = {
        "overal": fallen,
        "naast bijstand": fallen if beside_bijstand else 0.0,
        "eerste loon naast bijstand": fallen if beside_bijstand and first_wage else 0.0,
        "waar een toeslag eindigt": sum(before[name] for name in cliff["quantities"] if after[name] == 0),
        "door de afronding": max(0.0, floored - exact),
        "waar drie toeslagen dalen": min(fall(before, after, name) for name in ALLOWANCES[:3]),
    }
    return float(min(found[cliff["where"]], cliff["most"]))


def unexplained(before: dict[str, Any], after: dict[str, Any], first_wage: bool) -> float:
    """How much of a fall no listed cliff accounts for, in euros a month."""
    lost = before["besteedbaar_inkomen"] - after["besteedbaar_inkomen"]
    return float(lost - sum(accounted_for(cliff, before, after, first_wage) for cliff in CLIFFS))


def check_that_work_pays(facts: dict[str, Any], day: dt.date) -> None:
    before = amounts(facts, day)
    after = amounts({**facts, "loon": facts["loon"] + 300.0}, day)
    assert unexplained(before, after, facts["loon"] == 0) <= 1e-6, (before, after)


def check_that_nothing_is_below_nothing(facts: dict[str, Any], day: dt.date) -> None:
    known = calculate(book(), day, prepare(book(), day, facts).values, ()).known
    names = tuple(
        rule.name
        for rule in book().on(day).values()
        if rule.unit.symbol in NEVER_NEGATIVE
        and rule.law.folder.name not in ASKED_APART
        and rule.name not in ("ww_uitkering", "studietoeslag")
        and rule.name not in known
    )
    asked = {"maanden_laag_inkomen": 0, "voltijdsuren": 38, **facts}
    for name, value in amounts(asked, day, names).items():
        if name not in MAY_BE_NEGATIVE and name != "besteedbaar_inkomen":
            assert min(value if isinstance(value, list) else [value], default=0.0) >= -1e-9, name


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(households(), DAYS)
def test_more_wage_never_means_less_except_at_a_named_cliff(facts: dict[str, Any], day: dt.date) -> None:
    check_that_work_pays(facts, day)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(households(), DAYS)
def test_no_amount_is_below_nothing(facts: dict[str, Any], day: dt.date) -> None:
    check_that_nothing_is_below_nothing(facts, day)


@settings(max_examples=60, deadline=None)
@given(households(), DAYS)
def test_a_toeslagpartner_means_no_kop_for_a_parent_alone(facts: dict[str, Any], day: dt.date) -> None:
    found = amounts({**facts, "heeft_toeslagpartner": True}, day, ("kop_voor_alleenstaande_ouder",))
    assert found["kop_voor_alleenstaande_ouder"] == 0.0


@settings(max_examples=60, deadline=None)
@given(st.integers(18, 26), st.sampled_from(["algemeen", "alleenstaande_ouder"]), st.integers(0, 4000), DAYS)
def test_under_27_there_is_no_exemption_n_or_r(age: int, regime: str, wage: int, day: dt.date) -> None:
    facts = {"leeftijd_ouder": age, "vrijlating_regeling": regime, "netto_loon_per_maand": wage}
    assert amounts(facts, day, ("vrijlating",)) == {"vrijlating": 0.0}


@settings(max_examples=60, deadline=None)
@given(st.integers(18, 64), st.booleans(), children(), st.integers(0, 12), st.integers(0, 40), st.booleans())
def test_exemptions_come_in_the_order_and_for_the_time_of_the_law(
    age: int, partner: bool, kids: list[dict[str, Any]], general: int, parent: int, helps: bool
) -> None:
    facts = {
        "leeftijd_ouder": age,
        "heeft_partner": partner,
        "kinderen": kids,
        "werk_helpt_uitstroom": helps,
        "maanden_algemene_vrijlating": general,
        "maanden_vrijlating_alleenstaande_ouder": parent,
        "is_medisch_urenbeperkt": False,
        "maanden_vrijlating_artikel_34a": 0,
    }
    regime = amounts(facts, dt.date(2026, 3, 1), ("vrijlating_regeling",))["vrijlating_regeling"]
    young_child = any(kid["leeftijd"] < 12 for kid in kids)
    if age >= 27 and general < 6 and helps:
        expected = 1.0
    elif age >= 27 and general >= 6 and parent < 30 and young_child and not partner and helps:
        expected = 2.0
    else:
        expected = 0.0
    assert regime == expected


@pytest.mark.long
@settings(max_examples=20_000, deadline=None, suppress_health_check=SLOW)
@given(households(), DAYS)
def test_work_pays_in_very_many_households(facts: dict[str, Any], day: dt.date) -> None:
    check_that_work_pays(facts, day)
    check_that_nothing_is_below_nothing(facts, day)


def test_every_cliff_is_named_with_its_article() -> None:
    for cliff in CLIFFS:
        assert {"name", "article", "sentence", "quantities", "where", "most"} == cliff.keys()
        assert set(cliff["quantities"]) <= set(ASKED)
