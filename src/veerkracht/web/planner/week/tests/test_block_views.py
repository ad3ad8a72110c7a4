"""Time that is kept free moves by button, key or drag, each a change of its own version, with a way back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from veerkracht.web.planner import actions
from veerkracht.web.planner.conftest import saved_parts
from veerkracht.web.record.models import Event


def url(name: str, case, *more) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])


def body(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def rest(peter, samira_case):
    facts = {"what": "rest", "day": "ma", "start": "13:00", "end": "15:00", "weeks": "both"}
    return actions.add_part(by=peter, case=samira_case, kind="block", facts=facts)


def place(part) -> tuple[str, str, str]:
    part.refresh_from_db()
    facts = saved_parts(part.case, "block")[0]
    return facts["day"], facts["start"], facts["end"]


def test_a_block_moves_by_button_a_quarter_or_a_day(as_, peter, samira_case, rest):
    for version, to in enumerate(["later", "later_day", "earlier_day"], 1):
        as_(peter).post(url("move_block", samira_case, rest.key), {"to": to, "seen_version": version})
    assert place(rest) == ("ma", "13:15", "15:15")
    assert Event.objects.filter(kind="planner.block_moved").count() == 3


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"to": "at", "day": "vr", "start": "9:30"}, ("vr", "09:30", "11:30")),
        ({"to": "at", "day": "za", "start": "09:30"}, None),
        ({"to": "at", "day": "di", "start": "23:00"}, None),
        ({"to": "at", "day": "di", "start": "half tien"}, None),
        ({"to": "at"}, None),
        ({"to": "earlier_day"}, None),
        ({"to": "naar de maan"}, None),
    ],
)
def test_a_drag_says_where_and_the_length_stays(as_, peter, samira_case, rest, asked, there):
    answer = as_(peter).post(
        url("move_block", samira_case, rest.key), {**asked, "seen_version": 1}, follow=True
    )
    assert place(rest) == (there or ("ma", "13:00", "15:00"))
    assert ("Verplaatst: Vrijdag 09:30–11:30, rust." if there else "Verder kan niet") in body(answer)


def test_after_a_move_there_is_a_way_back(as_, peter, samira_case, rest):
    client = as_(peter)
    page = client.post(
        url("move_block", samira_case, rest.key), {"to": "later_day", "seen_version": 1}, follow=True
    )
    assert "Ongedaan maken: terug naar maandag 13:00" in body(page)
    back = {"to": "at", "day": "ma", "start": "13:00", "seen_version": 2}
    client.post(url("move_block", samira_case, rest.key), back)
    assert place(rest) == ("ma", "13:00", "15:00") and rest.version == 3
    assert "Ongedaan maken" not in body(client.get(url("week", samira_case)))


@pytest.mark.parametrize(
    "query",
    [
        "terug=ZZ",
        "terug=<b>&dag=ma&van=13:00",
        "terug={key}&dag=xx&van=10:00",
        "terug={key}&dag=di&van=kwart",
        "terug={key}&dag=ma&van=13:00",
    ],
)
def test_an_address_that_makes_no_sense_offers_no_way_back(as_, peter, samira_case, rest, query):
    page = body(as_(peter).get(f"{url('week', samira_case)}?{query.format(key=rest.key)}"))
    assert "Ongedaan maken" not in page


def test_a_move_from_an_older_picture_moves_nothing(as_, peter, samira, samira_case, rest):
    as_(samira).post(url("move_block", samira_case, rest.key), {"to": "later", "seen_version": 1})
    answer = as_(peter).post(
        url("move_block", samira_case, rest.key), {"to": "later", "seen_version": 1}, follow=True
    )
    assert "Iemand anders veranderde dit net" in body(answer) and place(rest) == ("ma", "13:15", "15:15")


def test_a_block_that_is_not_there_does_not_move(as_, peter, samira_case):
    assert as_(peter).post(url("move_block", samira_case, "ZZZZ"), {"to": "later"}).status_code == 404


def test_the_picture_can_be_worked_in_by_who_may_change_the_week(as_, peter, samira_case, rest):
    page = body(as_(peter).get(url("week", samira_case)))
    assert "<week-board" in page and f'data-block="{rest.key}"' in page and 'class="week-free"' in page
    assert 'aria-label="Maandag 13:00–15:00, rust"' in page


def test_empty_time_that_was_chosen_in_the_picture_stands_in_the_form(as_, peter, samira_case):
    page = body(as_(peter).get(url("add_block", samira_case) + "?dag=do&van=09:15&tot=10:30"))
    assert 'value="09:15"' in page and 'value="10:30"' in page and '<option value="do" selected' in page
    wrong = body(as_(peter).get(url("add_block", samira_case) + "?dag=zo&van=<b>&tot=99"))
    assert "<b>" not in wrong and 'value="99"' not in wrong
