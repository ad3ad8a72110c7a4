"""Events: each kind is read, each mistake is one sentence, nothing follows on what it cannot follow on."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from tests.refusals import refused
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.ledger.arrange import to_arrange
from veerkracht.money.ledger.birthdays import OWN_BIRTHDAY
from veerkracht.money.ledger.changes import APPLY
from veerkracht.money.ledger.events import KINDS
from veerkracht.money.ledger.months import months

from .families import CLEANING_MOTHER, DENISE, SAMIRA, households

START = dt.date(2026, 3, 1)
JOB = {"on": "2026-05-01", "kind": "job_starts", "hours": 20, "hourly_wage": 15.10, "pay_day": 24}
EACH: list[tuple[dict[str, Any], list[dict[str, Any]]]] = [
    (
        DENISE,
        [
            {**JOB, "hours": 36},
            {"on": "2026-11-10", "kind": "job_ends"},
            {"on": "2026-11-12", "kind": "bijstand_starts"},
        ],
    ),
    (CLEANING_MOTHER, [{"on": "2026-06-01", "kind": "hours_change", "hours": 26, "hourly_wage": 15.10}]),
    (CLEANING_MOTHER, [{"on": "2026-06-01", "kind": "bijstand_ends"}]),
    (
        SAMIRA,
        [
            {
                "on": "2026-04-01",
                "kind": "childcare_changes",
                "child": 2,
                "care": "dagopvang",
                "hours_per_month": 80,
                "hourly_rate": 11,
            },
            {"on": "2026-09-01", "kind": "childcare_ends", "child": 2},
            {
                "on": "2026-10-01",
                "kind": "childcare_starts",
                "child": 1,
                "care": "bso",
                "hours_per_month": 30,
                "hourly_rate": 9,
            },
        ],
    ),
    (
        CLEANING_MOTHER,
        [
            {"on": "2026-04-01", "kind": "exemption_starts", "regime": "algemeen"},
            {"on": "2026-10-01", "kind": "exemption_ends"},
        ],
    ),
    (
        {**DENISE, "kinderen": [{"leeftijd": 11}]},
        [{"on": "2026-07-03", "kind": "child_birthday", "child": 1}],
    ),
    (DENISE, [{"on": "2026-07-03", "kind": "child_born"}]),
    (
        DENISE,
        [
            {"on": "2026-05-01", "kind": "partner_joins", "wage": 28000},
            {"on": "2027-01-01", "kind": "partner_leaves"},
        ],
    ),
    (
        DENISE,
        [
            {
                "on": "2026-07-01",
                "kind": "shared_care_starts",
                "child": 1,
                "kinderbijslag": "half",
                "days_per_year": 182,
            }
        ],
    ),
    (DENISE, [{"on": "2026-07-01", "kind": "rent_changes", "rent": 850, "service_costs": 20}]),
    (
        DENISE,
        [{"on": "2026-07-01", "kind": "other_income_changes", "amount": 300, "taxed": False, "pay_day": 5}],
    ),
    (
        {**DENISE, "maanden_bijstand": 0, "loon": 24000, "loonheffingskorting_bij": "uwv"},
        [
            {"on": "2026-07-01", "kind": "job_ends"},
            {"on": "2026-07-01", "kind": "ww_starts", "wage": 2000, "pay_day": 12},
            {
                "on": "2026-07-10",
                "kind": "other_income_changes",
                "type": "partneralimentatie",
                "amount": 400,
                "gross": True,
            },
        ],
    ),
    (
        DENISE,
        [
            {"on": "2026-07-01", "kind": "debt_starts", "name": "energie", "amount": 500, "instalment": 60},
            {"on": "2026-07-01", "kind": "cost_starts", "name": "internet", "amount": 40},
            {"on": "2026-08-01", "kind": "cost_ends", "name": "internet"},
            {"on": "2026-08-03", "kind": "one_off", "name": "fiets", "amount": -150},
            {"on": "2026-08-03", "kind": "estimate_passed_on", "income": 24000},
        ],
    ),
]


@pytest.mark.parametrize(("facts", "events"), EACH)
def test_each_kind_of_event_can_happen(facts: dict[str, Any], events: list[dict[str, Any]]) -> None:
    found = months(facts, events, START, 24)
    assert found.payments and found.balance


def test_every_kind_is_tried_and_can_be_applied() -> None:
    assert (
        {event["kind"] for _, events in EACH for event in events}
        == KINDS.keys()
        == APPLY.keys() - {OWN_BIRTHDAY}
    )


@pytest.mark.parametrize(
    ("events", "named"),
    [
        ({}, "lijst"),
        (["morgen"], "JSON-object"),
        ([{"on": "2026-05-01", "kind": "job_start"}], "bedoel je 'job_starts'"),
        ([{"on": "2026-05-01"}], "bestaat niet"),
        ([{"on": "2026-05-01", "kind": "job_starts", "hours": 20}], "ontbreekt hourly_wage"),
        ([{**JOB, "hours": "veel"}], "hours in gebeurtenis 1"),
        ([{**JOB, "hours": float("nan")}], "hours in gebeurtenis 1"),
        ([{**JOB, "hours": 80}], "tussen 0 en 60"),
        ([{**JOB, "pay_day": 0}], "tussen 1 en 31"),
        ([{**JOB, "pay_day": 2.5}], "heel getal"),
        ([{**JOB, "pay": "weekly"}], "monthly, four_weekly"),
        ([{**JOB, "pay": "four_weekly"}], "ontbreekt first_pay_on"),
        ([{**JOB, "on": "1 mei"}], "datum"),
        ([{**JOB, "on": "2026-02-30"}], "datum"),
        ([{**JOB, "on": "2025-05-01"}], "valt buiten de maanden"),
        ([{**JOB, "uren": 20}], "'uren' hoort niet"),
        ([JOB, {**JOB, "on": "2026-06-01"}], "er is al werk"),
        ([{"on": "2026-05-01", "kind": "job_ends"}], "geen werk"),
        ([{"on": "2026-05-01", "kind": "hours_change", "hours": 20}], "nog geen werk"),
        ([{"on": "2026-05-01", "kind": "partner_leaves"}], "geen partner"),
        ([{"on": "2026-05-01", "kind": "childcare_ends", "child": 1}], "geen opvang"),
        ([{"on": "2026-05-01", "kind": "childcare_ends", "child": 9}], "geen opvang"),
        ([{"on": "2026-05-01", "kind": "child_birthday", "child": 1}], "al bekend"),
        ([{"on": "2026-05-01", "kind": "cost_ends", "name": "krant"}], "geen vaste last"),
        ([{"on": "2026-05-01", "kind": "exemption_ends"}], "geen vrijlating"),
        ([{"on": "2026-05-01", "kind": "other_income_changes", "amount": 20}], "taxed"),
        (
            [{"on": "2026-05-01", "kind": "bijstand_ends"}, {"on": "2026-05-02", "kind": "bijstand_ends"}],
            "geen b",
        ),
    ],
)
def test_a_mistake_is_one_sentence_that_names_it(events: Any, named: str) -> None:
    with refused(CannotCalculate, match=named) as error:
        months(DENISE, events, START, 24)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"loon": 1000}, "maanden_bijstand"),
        ({"loon": 1000, "maanden_bijstand": 0}, "kinderen ontbreekt"),
        ({"maanden_bijstand": 0}, "loon ontbreekt"),
        ({**DENISE, "toetsingsinkomen": 20000}, "toetsingsinkomen"),
        ({**DENISE, "verrekening": "soms"}, "verrekening"),
        ({**DENISE, "betaaldag_huur": 40}, "tussen 1 en 31"),
        ({**DENISE, "schulden": [{"naam": "x", "bedrag": 3}]}, "termijn"),
        ({**DENISE, "schulden": 3}, "lijst"),
        ({**DENISE, "saldo": "niks"}, "saldo"),
        ({**DENISE, "vermogn": 0}, "bedoel je 'vermogen'"),
        ([], "JSON-object"),
    ],
)
def test_a_mistake_in_the_facts_is_named(facts: Any, named: str) -> None:
    with refused(CannotCalculate, match=named):
        months(facts, [], START, 24)


@pytest.mark.parametrize("number", [0, -1, 121, 2.5, True])
def test_the_number_of_months_has_bounds(number: Any) -> None:
    with refused(CannotCalculate, match="aantal maanden"):
        months(DENISE, [], START, number)


@pytest.mark.parametrize("facts", households(40, seed=99, day=START))
def test_any_household_with_any_events(facts: dict[str, Any]) -> None:
    """Whatever comes one after another: no crash, a source for each payment, the balance is what was paid."""
    chance = random.Random(facts["kale_huur"])  # noqa: S311  # households, not secrets
    events: list[dict[str, Any]] = [
        {"on": "2026-07-01", "kind": "rent_changes", "rent": facts["kale_huur"] + 30}
    ]
    if facts["loon"]:
        events.append(
            {"on": f"2026-{chance.randint(4, 8):02}-{chance.randint(1, 28):02}", "kind": "job_ends"}
        )
        asked = {"on": f"2026-09-{chance.randint(1, 28):02}", "kind": "bijstand_starts"}
        events += [] if facts["maanden_bijstand"] else [asked]
    events.append({**JOB, "on": f"2026-11-{chance.randint(1, 28):02}", "hours": chance.randint(4, 38)})
    leaves = "partner_leaves" if facts["heeft_partner"] else "child_born"
    events.append({"on": f"2027-02-{chance.randint(1, 28):02}", "kind": leaves})
    found = months(
        {**facts, "saldo": 50, "verrekening": chance.choice(["zelfde_maand", "volgende_maand"])},
        events,
        START,
        24,
    )
    total = 50 + sum(p.effect for p in found.payments)
    total += sum(s.amount for s in found.settlements if s.on < found.stop)
    assert found.balance[-1][1] == pytest.approx(total, abs=0.05)
    assert all(p.article and (p.amount >= 0 or p.what.startswith("terugbetaling")) for p in found.payments)
    to_arrange(found)


def test_bijstand_that_runs_cannot_start() -> None:
    """It would open a gap of four weeks in which the payments go on (review of the law book, part 4)."""
    with refused(CannotCalculate, match="bijstand_starts op 2026-05-01 kan niet: er is op die dag al"):
        months(DENISE, [{"on": "2026-05-01", "kind": "bijstand_starts"}], START, 12)
