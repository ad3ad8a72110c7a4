"""The list of cases with what the guide and the plan put in it: sorted, filtered, never more questions."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from veerkracht.web.guide import actions as guide
from veerkracht.web.people import actions
from veerkracht.web.plan import actions as plan

TODAY = timezone.localdate


@pytest.fixture
def three(peter):
    ans, bo, cis = (actions.open_case(by=peter, first_name=n, last_name="Mol") for n in ("Ans", "Bo", "Cis"))
    late = {"owner": "municipality", "what": "Beslist.", "due_on": TODAY() - dt.timedelta(days=3)}
    plan.make_promise(by=peter, case=bo, **late)
    guide.plan_talk(by=peter, case=cis, on=TODAY() + dt.timedelta(days=1))
    guide.plan_talk(by=peter, case=ans, on=TODAY() - dt.timedelta(days=1))
    return ans, bo, cis


def names(client, **query) -> list[str]:
    page = client.get("/mensen/", query).context["page"]
    return [line.name.split()[0] for line in page.object_list]


def test_who_waits_for_us_stands_first(as_, peter, three):
    assert names(as_(peter), volgorde="laat") == ["Bo", "Ans", "Cis"]
    assert names(as_(peter), alleen="laat") == ["Bo"]


def test_a_talk_of_the_past_is_no_next_talk(as_, peter, three):
    assert names(as_(peter), volgorde="gesprek") == ["Cis", "Ans", "Bo"]
    assert names(as_(peter), alleen="gesprek") == ["Ans", "Bo"]
    chips = {c.key: c.count for c in as_(peter).get("/mensen/").context["cases"].filters}
    assert chips == {"": 3, "laat": 1, "gesprek": 2, "contact": 0}


@pytest.mark.parametrize("text", ["naam", "x' OR 1=1", "sort_key", "", "\x00"])
def test_an_order_or_filter_that_is_none_shows_everybody(as_, peter, three, text):
    assert names(as_(peter), volgorde=text, alleen=text) == ["Ans", "Bo", "Cis"]


def test_the_people_of_a_colleague_are_not_counted(as_, aylin, three):
    assert [c.count for c in as_(aylin).get("/mensen/").context["cases"].filters] == [0, 0, 0, 0]


def test_the_questions_to_the_database_do_not_grow(as_, peter, three):
    client = as_(peter)
    counts = []
    for _ in range(2):
        client.get("/mensen/", {"volgorde": "laat"})
        with CaptureQueriesContext(connection) as asked:
            client.get("/mensen/", {"volgorde": "laat"})
        counts.append(len(asked))
        for n in range(60):
            actions.open_case(by=peter, first_name=f"Dot{n}", last_name="Bos")
    assert counts[0] == counts[1]
