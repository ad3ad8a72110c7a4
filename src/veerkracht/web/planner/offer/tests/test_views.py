"""Work as it is really offered, typed on the form: two blocks a day, a Saturday, weeks in turn."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.planner.models import Part
from veerkracht.web.planner.queries import week_of
from veerkracht.web.planner.tests.test_views import body, url

CLEANING: dict[str, Any] = {
    "name": "Schoonmaak",
    "sort": "job",
    "days_1": ["ma", "di", "do"],
    "times_1": "6:30-8:30 en 17-19",
    "weeks_1": "every",
    "days_2": ["za"],
    "times_2": "9:00-12:00",
    "weeks_2": "odd",
    "home": "20",
    "wage": "15,10",
}


def saved(case: Any, account: Any, day: Any) -> dict[str, Any]:
    (offer,) = week_of(case=case, account=account, day=day).saved.many("offer").values()
    return dict(offer)


def test_two_blocks_a_day_and_a_saturday_are_typed_in_two_rows(as_, peter, samira_case, day_care):
    answer = as_(peter).post(url("add_offer", samira_case), CLEANING, follow=True)
    assert answer.status_code == 200
    offer = saved(samira_case, peter, timezone.localdate())
    assert offer["days"][:2] == [
        {"day": "ma", "from": "06:30", "to": "08:30", "weeks": "every"},
        {"day": "ma", "from": "17:00", "to": "19:00", "weeks": "every"},
    ]
    assert offer["days"][-1] == {"day": "za", "from": "09:00", "to": "12:00", "weeks": "odd"}
    assert len(offer["days"]) == 7
    key = next(iter(week_of(case=samira_case, account=peter, day=timezone.localdate()).saved.many("offer")))
    page = body(as_(peter).get(url("offer", samira_case, key)))
    for words in ("06:30–08:30", "17:00–19:00", "Zaterdag (oneven weken)", "gemiddeld over twee weken"):
        assert words in page
    again = body(as_(peter).get(url("change_offer", samira_case, key)))
    assert 'value="06:30-08:30 en 17:00-19:00"' in again and 'name="times_3"' in again


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"times_1": "half zeven"}, "is geen begin en einde"),
        ({"times_1": "17-19 en 18-20"}, "vallen samen"),
        ({"times_1": "22:00-6:00"}, "tot 24:00 op de ene dag"),
        ({"times_1": ""}, "Vul bij deze dagen de tijden in"),
        ({"days_1": []}, "Kies op welke dagen dit is"),
        ({"days_2": ["ma"], "times_2": "8:00-9:00"}, "Op maandag valt 08:00–09:00 samen met 06:30–08:30"),
        ({"days_1": [], "times_1": "", "days_2": [], "times_2": ""}, "Kies ten minste één dag"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(as_, peter, samira_case, kids, change, says):
    page = body(as_(peter).post(url("add_offer", samira_case), {**CLEANING, **change}))
    assert says in page
    assert 'value="Schoonmaak"' in page and 'value="15,10"' in page
    if "times_2" not in change:
        assert 'value="9:00-12:00"' in page
    assert not Part.objects.filter(kind="offer").exists()


def test_an_evening_until_midnight_can_be_told(as_, peter, samira_case, kids):
    as_(peter).post(url("add_offer", samira_case), {**CLEANING, "times_1": "20:00-24:00"})
    assert saved(samira_case, peter, timezone.localdate())["days"][0]["to"] == "24:00"


def test_the_journey_to_work_is_not_asked_again(as_, peter, samira_case, kids, tell):
    tell("travel", "fiets", **{"home-work": 23, "school-work": 17})
    page = body(as_(peter).get(url("add_offer", samira_case)))
    assert 'name="home" value="23"' in page and 'name="from_school" value="17"' in page


def test_the_page_of_what_we_know_reads_its_times_too(as_, peter, samira_case, day_care):
    as_(peter).post(url("add_offer", samira_case), CLEANING)
    page = body(as_(peter).get(reverse("facts:facts", args=[samira_case.public_id])))
    assert "maandag, dinsdag, donderdag 06:30–08:30 en 17:00–19:00" in page
    assert "zaterdag 09:00–12:00 (oneven weken)" in page
