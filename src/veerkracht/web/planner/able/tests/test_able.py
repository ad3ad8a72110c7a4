"""What she can do: the week and every offer keep within it, and nobody is asked why."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.planner import actions
from veerkracht.web.planner.domain.able import limits_with, too_much
from veerkracht.web.planner.domain.family import family_json
from veerkracht.web.planner.domain.saved_week import LIMITS
from veerkracht.web.planner.offer.rosters import offered_blocks
from veerkracht.web.planner.queries import week_of
from veerkracht.web.planner.tests.test_views import body, url

ABLE: dict[str, Any] = {
    "can": "Twee ochtenden gaan goed, als ik kan zitten.",
    "parts": ["morning"],
    "longest": "3",
    "helps": "Een pauze na anderhalf uur.",
}
SHOP: dict[str, Any] = {
    "name": "Fietsenwinkel",
    "sort": "job",
    "days_1": ["ma", "di"],
    "times_1": "9:00-13:00",
    "weeks_1": "every",
    "home": "10",
    "wage": "",
}


def saved(case: Any, account: Any) -> Any:
    return week_of(case=case, account=account, day=timezone.localdate()).saved


def test_the_limits_of_the_week_narrow_and_never_widen() -> None:
    narrow = limits_with(LIMITS, {"parts": ["morning"], "longest": 180})
    assert (narrow["work_from"], narrow["work_to"], narrow["paid_day"]) == ("07:00", "12:00", 180)
    assert limits_with(LIMITS, {}) == LIMITS
    wide = limits_with(LIMITS, {"parts": ["morning", "afternoon", "evening"], "longest": 900})
    assert (wide["work_from"], wide["work_to"], wide["paid_day"]) == ("07:00", "18:00", 480)


@pytest.mark.parametrize(
    ("able", "times", "kinds"),
    [
        ({"longest": 180}, ("09:00", "13:00"), ["long"]),
        ({"parts": ["morning"]}, ("09:00", "13:00"), ["moment"]),
        ({"parts": ["morning", "afternoon"]}, ("09:00", "13:00"), []),
        ({"parts": ["morning", "evening"]}, ("11:00", "18:00"), ["moment"]),
        ({}, ("05:00", "23:00"), []),
    ],
)
def test_an_offer_is_held_against_it_block_by_block(able, times, kinds) -> None:
    blocks = offered_blocks([{"day": "ma", "from": times[0], "to": times[1]}])
    assert [fault.kind for fault in too_much(able, blocks)] == kinds


def test_told_once_it_counts_in_the_week_and_in_every_offer(as_, peter, samira_case, day_care) -> None:
    browser = as_(peter)
    browser.post(url("able", samira_case), ABLE)
    parent = family_json(saved(samira_case, peter))["parent"]
    assert (parent["work_to"], parent["maximum_paid_minutes_per_day"]) == ("12:00", 180)
    assert "’s ochtends, tot 3 uur achter elkaar" in body(browser.get(url("week", samira_case)))
    browser.post(url("add_offer", samira_case), SHOP)
    key = next(iter(saved(samira_case, peter).many("offer")))
    page = body(browser.get(url("offer", samira_case, key)))
    assert "vraagt meer dan nu kan" in page and "Twee ochtenden gaan goed" in page
    assert "Op maandag is een blok 60 minuten langer dan nu gaat." in page


def test_a_day_without_a_sentence_of_hers_is_refused_and_nothing_typed_is_lost(
    as_, peter, samira_case
) -> None:
    page = body(as_(peter).post(url("able", samira_case), {**ABLE, "can": "", "longest": "drie"}))
    assert "is geen aantal uren" in page and "Een pauze na anderhalf uur." in page
    assert not saved(samira_case, peter).able


def test_who_comes_second_sees_both(as_, peter, samira, samira_case) -> None:
    actions.tell_part(by=samira, case=samira_case, kind="able", seen_version=0, facts={"can": "Van mij."})
    answer = as_(peter).post(url("able", samira_case), {**ABLE, "seen_version": "0"})
    assert answer.status_code == 409 and saved(samira_case, peter).able["can"] == "Van mij."


def test_beside_the_hours_every_question_may_stay_open(as_, peter, samira, samira_case, day_care) -> None:
    browser = as_(peter)
    browser.post(url("add_offer", samira_case), SHOP)
    key = next(iter(saved(samira_case, peter).many("offer")))
    browser.post(url("own_fit", samira_case, key), {})
    assert "alles mag open blijven" in body(browser.get(url("offer", samira_case, key)))
    sent = {"lasting": "temporary", "why": "Tot de opleiding begint.", "others": "Mijn moeder is blij."}
    as_(samira).post(url("own_fit", samira_case, key), {**sent, "seen_version": "1"})
    page = body(browser.get(url("offer", samira_case, key)))
    assert "tijdelijk: voor nu" in page and "Mijn moeder is blij." in page and "In het hoofd" not in page


def test_an_offer_that_is_not_there_looks_absent(as_, peter, samira_case) -> None:
    assert as_(peter).get(url("own_fit", samira_case, "nergens")).status_code == 404


def test_the_private_check_stands_before_fixing_and_is_never_hers(as_, peter, samira, samira_case) -> None:
    where = reverse("plan:fix", args=[samira_case.public_id])
    assert "waar een traject op stukloopt" in body(as_(peter).get(where))
    hers = as_(samira).get(where)
    assert hers.status_code == 404 or "stukloopt" not in body(hers)
