"""The order of the list, whose lever it is, and that her own limits are never proposed."""

from __future__ import annotations

import datetime as dt
import json

import pytest
import yaml

from veerkracht.commands.levers import answer_json
from veerkracht.levers.tests.families import NAMES, Raw, family
from veerkracht.week.tests.families import DATA, golden

DAY = dt.date(2026, 3, 1)
GROUPS = {"kinderopvang": 0, "werkgever": 1, "opleider": 2, "gemeente": 3, "verhuurder": 4}
GROUPS |= {"netwerkpersoon": 5, "andere_ouder": 5, "moeder": 6}
PROMISES = {
    "municipality",
    "klantmanager",
    "employer",
    "childcare",
    "school",
    "partner_organisation",
    "network",
    "signaal",
}
OWN = {"daily_load+1h", "weekly_load+4h"}
GOLDEN_FACTS: Raw = {
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 700,
    "servicekosten": 0,
    "leeftijd_ouder": 35,
    "aantal_medebewoners": 0,
    "maanden_bijstand": 12,
    "loonheffingskorting_bij": "werkgever",
    "vrijlating_regeling": "alleenstaande_ouder",
    "kinderen": [
        {"leeftijd": 6, "leeftijd_op_1_januari": 6},
        {"leeftijd": 2, "leeftijd_op_1_januari": 1},
    ],
}
EXPECTED = yaml.safe_load((DATA / "expected.yaml").read_text(encoding="utf-8"))["families"]


def answer(name: str) -> Raw:
    household = family(name)
    return answer_json(household["family"], household["facts"], household["hourly_wage"], DAY)


def golden_answer(name: str) -> Raw:
    facts = dict(GOLDEN_FACTS)
    if name == "b":
        ages = (9, 13)
        facts["kinderen"] = [{"leeftijd": age, "leeftijd_op_1_januari": age} for age in ages]
    return answer_json(golden(name), facts, 15.10, DAY)


@pytest.mark.parametrize("name", NAMES)
def test_the_system_comes_first_then_the_network_then_her_own_limits(name: str) -> None:
    levers = answer(name)["levers"]
    keys = [(GROUPS[lever["owner"]], -lever["euros_per_month"]) for lever in levers]
    assert keys == sorted(keys)
    assert {lever["id"] for lever in levers[-2:]} == OWN


@pytest.mark.parametrize("name", NAMES)
def test_her_own_limits_are_computed_and_never_proposed(name: str) -> None:
    for lever in answer(name)["levers"]:
        own = lever["id"] in OWN
        assert (lever["owner"] == "moeder") is own
        assert (lever["promise_of"] is None) is own
        if own:
            assert lever["proposed"] is False
            assert "niet om voor te stellen" in lever["sentence"]
        else:
            gives = lever["hours"] > 0 or (lever["hours"] == 0 and lever["euros_per_month"] > 0)
            assert lever["promise_of"] in PROMISES
            assert lever["proposed"] is gives


def test_nadia_would_gain_by_working_more_and_still_it_is_not_proposed() -> None:
    weekly = next(lever for lever in answer("nadia")["levers"] if lever["id"] == "weekly_load+4h")
    assert weekly["hours"] > 0
    assert weekly["euros_per_month"] > 0
    assert weekly["proposed"] is False


@pytest.mark.parametrize("name", NAMES)
def test_the_network_is_asked_only_if_both_want_it_and_nobody_is_told_what_to_do(name: str) -> None:
    found = answer(name)
    for lever in found["levers"]:
        if lever["promise_of"] == "network":
            assert "als beiden dat willen" in lever["sentence"]
    text = json.dumps(found, ensure_ascii=False).lower()
    for word in ("!", "moet ", "u kunt", "je kunt", "verstandig", "advies", "beter als"):
        assert word not in text


def test_whose_promise_a_lever_could_become() -> None:
    found = {lever["id"]: lever for lever in answer("roos")["levers"]}
    assert found["bso+1day"]["promise_of"] == "childcare"
    assert found["bso_close+30"]["promise_of"] == "signaal"
    assert found["employer_grace_5min"]["promise_of"] == "employer"
    assert found["work_15min_nearer"]["promise_of"] == "klantmanager"
    assert found["lesdag_donderdag"]["promise_of"] == "school"
    assert found["exemption_alleenstaande_ouder"]["promise_of"] == "municipality"
    assert found["rent-50"]["promise_of"] == "partner_organisation"
    assert found["vader_woensdag"]["promise_of"] == "network"
    assert all(lever["ring"] for lever in found.values())


@pytest.mark.parametrize("name", ["a", "b"])
def test_golden_families_have_the_hours_of_the_independent_solver(name: str) -> None:
    expected = EXPECTED[name.upper()]
    found = golden_answer(name)
    assert found["hours"] == expected["school_week_hours"]
    hours = {lever["id"]: lever["hours"] for lever in found["levers"]}
    for row in expected["sensitivity"]:
        assert hours.pop(row["lever"]) == row["delta_hours"]
    assert set(hours) == {
        "wage+1",
        "travel_allowance",
        "rent-50",
        "childcare_topup",
        "exemption_off",
        "exemption_algemeen",
    }
    assert set(hours.values()) == {0.0}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"vrijlating_regeling": "geen"}, {"exemption_algemeen", "exemption_alleenstaande_ouder"}),
        ({"vrijlating_regeling": "algemeen"}, {"exemption_off", "exemption_alleenstaande_ouder"}),
        # Art. 31 lid 5 Pw: not under 27.
        ({"vrijlating_regeling": "geen", "leeftijd_ouder": 24}, set()),
        # Six months and thirty months: art. 31 lid 2 onder n and r.
        (
            {"vrijlating_regeling": "geen", "maanden_algemene_vrijlating": 6},
            {"exemption_alleenstaande_ouder"},
        ),
        (
            {"vrijlating_regeling": "geen", "maanden_vrijlating_alleenstaande_ouder": 30},
            {"exemption_algemeen"},
        ),
        ({"vrijlating_regeling": "medisch_urenbeperkt"}, {"exemption_off"}),
        ({"maanden_bijstand": 0}, set()),
    ],
)
def test_only_exemptions_that_the_law_still_allows(facts: Raw, expected: set[str]) -> None:
    found = answer_json(golden("a"), GOLDEN_FACTS | facts, 15.10, DAY)
    assert {x["id"] for x in found["levers"] if x["id"].startswith("exemption")} == expected
