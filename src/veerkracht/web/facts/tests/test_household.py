"""The typed record under the facts, and what in it cannot be so."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from veerkracht.household.household import Block, Wage
from veerkracht.household.unknown import NOT_ASKED, NOT_KNOWN
from veerkracht.web.facts.household import KnownChild, household_from
from veerkracht.web.facts.models import HouseholdFacts, Statement
from veerkracht.web.facts.queries import facts_of

DAY = dt.date(2026, 11, 29)


def say(case, said: dict[str, object]) -> None:
    HouseholdFacts.objects.get_or_create(case=case)
    for path, value in said.items():
        Statement.objects.create(case=case, path=path, value=value, said_on_page="week", revision=1)


def household(case):
    children = [KnownChild(key="7", name="Yara", born=dt.date(2020, 7, 12))]
    return household_from(facts_of(case=case), day=DAY, born=None, children=children)


def test_nothing_said_is_nothing_known_and_not_none(samira_case):
    empty = household(samira_case)
    assert (empty.adult.jobs, empty.home.rent, empty.children[0].cares) == (NOT_ASKED,) * 3
    assert empty.lives_with_partner == NOT_ASKED and empty.travel.legs == NOT_ASKED


def test_what_was_said_stands_in_its_record(samira_case):
    say(
        samira_case,
        {
            "home.rent": {"unknown": "not_known"},
            "lives_with_partner": "nee",
            "children.7.school": {"ma": ["08:30", "14:15"]},
            "cares.K.kind": "voorschoolse_opvang",
            "cares.K.children": ["7"],
            "cares.K.contract_days.school": {"unknown": "not_known"},
            "cares.K.closes": "08:30",
            "jobs.J.wage_per_hour": 15.9,
            "jobs.J.blocks": {"za": [["09:00", "12:00"], ["13:00", "16:00"]]},
            "present_job.hours_per_week": 12.0,
            "travel.mode": "ov",
            "travel.ov.home-work": 35,
        },
    )
    found = household(samira_case)
    assert found.home.rent == NOT_KNOWN and found.lives_with_partner is False
    assert found.children[0].school == (Block(day="ma", start=510, end=855),)
    care = found.children[0].cares[0]
    assert (care.kind, care.contract_days["school"], care.closes) == ("voorschoolse", NOT_KNOWN, 510)
    present, offered = found.adult.jobs
    assert (present.state, present.hours_per_week, offered.state) == ("present", 12.0, "offered")
    assert offered.wage == Wage(amount=15.9, per="hour")
    assert [(block.day, block.start, block.end) for block in offered.blocks] == [
        ("za", 540, 720),
        ("za", 780, 960),
    ]
    assert found.travel.legs == {("home", "work"): 35}


def test_what_cannot_be_so_is_asked_on_the_page(as_, peter, samira, samira_case):
    say(samira_case, {"lives_with_partner": "nee", "partner.wage_per_year": 20000.0})
    samira_case.change(samira_case.version, born_on=dt.date(2012, 1, 1))
    for who in (peter, samira):
        page = as_(who).get(reverse("facts:facts", args=[samira_case.public_id])).content.decode()
        assert "Er staat een loon van een partner" in page and "Tussen ouder en kind zit" in page


def test_times_in_turn_keep_their_weeks(samira_case):
    rows = [{"day": "za", "from": "22:00", "to": "24:00", "weeks": "odd"}]
    say(samira_case, {"jobs.J.blocks": rows})
    assert household(samira_case).adult.jobs[0].blocks == (
        Block(day="za", start=1320, end=1440, weeks="odd"),
    )
