"""Hours and euros of a lever on the page are those of the engine; nothing in euros where too little was told."""

from __future__ import annotations

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.commands.levers import answer_json
from veerkracht.money.situation import law_day
from veerkracht.web.planner import actions
from veerkracht.web.planner.conftest import saved_parts
from veerkracht.web.planner.domain.changes import GROUPS
from veerkracht.web.planner.domain.family import family_json
from veerkracht.web.planner.domain.week_answer import week_answer
from veerkracht.web.planner.lever_prices import priced_levers
from veerkracht.web.planner.queries import week_of
from veerkracht.web.purse import actions as purse_actions
from veerkracht.web.purse.domain.situation import situation_of
from veerkracht.web.purse.queries import purse_of

TOLD = {
    "wonen": {"leeftijd": 34.0, "huur": 748.0, "servicekosten": 0.0, "partner": "nee", "medebewoners": 0.0},
    "werk": {"uren": 0.0, "bijstand": "ja", "vrijlating": "geen", "ander_inkomen": 0.0, "uurloon": 15.4},
    "kinderen": {"traject": "nee"},
    "bezit": {"vermogen": 0.0},
}


@pytest.fixture
def purse(peter, samira_case):
    for part, answers in TOLD.items():
        given = {"part": part, "answers": answers, "seen_version": 1}
        purse_actions.tell(by=peter, case=samira_case, **given)
    return purse_of(case=samira_case)


def test_euros_on_the_page_are_those_of_the_engine(as_, peter, samira_case, day_care, purse):
    day: dt.date = timezone.localdate()
    told = week_of(case=samira_case, account=peter, day=day).saved
    facts = situation_of(purse.answers, purse.person, day).facts
    engine = answer_json(family_json(told), facts, 15.4, law_day(day))["levers"]
    expected = {one["id"]: (one["hours"], one["euros_per_month"]) for one in engine}
    shown = priced_levers(samira_case, peter, week_answer(told), "school", day)
    assert shown is not None and shown.levers
    for id_, worth in shown.levers.items():
        assert (round(worth.minutes / 60, 2), round(worth.euros, 2)) == expected[id_]
    page = as_(peter).get(reverse("planner:week", args=[samira_case.public_id])).content.decode()
    assert "per maand" in page and "bij € 15,40 per uur" in page


def test_protected_time_does_not_confuse_the_money(peter, samira_case, day_care, purse, tell):
    facts = {"what": "rest", "day": "ma", "start": "13:00", "end": "15:00", "weeks": "both"}
    tell("block", "x", **facts)
    day = timezone.localdate()
    assert (
        priced_levers(
            samira_case,
            peter,
            week_answer(week_of(case=samira_case, account=peter, day=day).saved),
            "school",
            day,
        )
        is not None
    )


def test_without_facts_there_are_hours_and_no_euros(as_, peter, samira_case, day_care):
    page = as_(peter).get(reverse("planner:week", args=[samira_case.public_id])).content.decode()
    assert "uur per week" in page and "per maand" not in page


def test_a_change_that_opens_a_cliff_says_so_on_the_page(
    as_, peter, samira_case, day_care, purse, monkeypatch
):
    """From a joint income of 61,896 euros day care is paid for less (Besluit kinderopvangtoeslag 2026, bijlage I)."""
    day = timezone.localdate()
    five = {**saved_parts(samira_case, "service")[0], "days_school": 5, "days_holiday": 5}
    given = {"kind": "service", "key": day_care.key, "seen_version": day_care.version, "facts": five}
    actions.change_part(by=peter, case=samira_case, **given)
    found = week_answer(week_of(case=samira_case, account=peter, day=day).saved)
    now = found.weeks["school"].paid / 60 * 15.4 * 52 * 1.08
    facts = {
        "heeft_partner": True,
        "loon_partner": 61_896 - now - 600,
        "vermogen": 0,
        "kale_huur": 900,
        "servicekosten": 0,
        "leeftijd_ouder": 34,
        "aantal_medebewoners": 0,
        "maanden_bijstand": 0,
        "heeft_recht_op_kinderopvangtoeslag": True,
        "kinderen": [{"leeftijd": age, "leeftijd_op_1_januari": age - 1} for age in (6, 2)],
    }
    monkeypatch.setattr(
        "veerkracht.web.planner.lever_prices.situation_of", lambda *_: SimpleNamespace(facts=facts)
    )
    page = as_(peter).get(reverse("planner:week", args=[samira_case.public_id])).content.decode()
    told = re.search(
        r"Let op: vanaf [\d,]+ uur per week valt € \d+ per maand weg door “([^”]+)” \(([^)]+)\)", page
    )
    assert told is not None
    assert told.groups() == ("tabel kinderopvangtoeslag", "Besluit kinderopvangtoeslag, bijlage I")


def test_the_norm_is_said_once_and_only_told_of_what_reaches_it(as_, peter, samira_case, day_care, purse):
    page = as_(peter).get(reverse("planner:week", args=[samira_case.public_id])).content.decode()
    assert page.count("De grens van economische zelfstandigheid is € ") == 1
    assert "Hiermee is de grens" not in page


def test_the_system_comes_first_then_the_most_hours_and_toys_stay_away(
    as_, peter, samira_case, day_care, purse
):
    page = as_(peter).get(reverse("planner:week", args=[samira_case.public_id])).content.decode()
    sides = re.findall(r'data-label="Wie">([^<]+)', page)
    network = GROUPS["network"]
    assert sides == sorted(sides, key=lambda side: (side == "Twee dingen samen", side == network))
    hours = [float(h.replace(",", ".")) for h in re.findall(r'week-lever__more">\+ ([\d,]+) uur', page)]
    assert hours == sorted(hours, reverse=True)
    assert "Een huur die € 50 lager is" in page
