"""CH5 and IN4: a table with her in the chair, and appointments without a sensitive word, in the right time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time
from icalendar import Calendar

from veerkracht.web.chain import actions, calendar_actions, table_actions
from veerkracht.web.chain.calendar_file import Appointment, calendar_of
from veerkracht.web.chain.models import Helper, JointTable
from veerkracht.web.guide import actions as talk_actions
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Between
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import Promise

As = Callable[[Account], Client]


@pytest.fixture
def table(peter: Account, samira_case: Case) -> JointTable:
    plan_actions.make_promise(
        by=peter,
        case=samira_case,
        owner="school",
        owner_name="De school",
        what="Belt over de tijden.",
        due_on=dt.date(2026, 1, 1),
    )
    on = timezone.localdate() + dt.timedelta(days=7)
    made: JointTable = table_actions.plan_table(by=peter, case=samira_case, on=on, starts_at=dt.time(9, 30))
    return made


def test_from_agenda_to_plan_and_ties(as_: As, peter, samira, samira_case, table) -> None:
    nodes = [
        map_actions.add_node(by=peter, case=samira_case, name=n, ring="micro").pk for n in ("Coach", "Jeugd")
    ]
    tie = map_actions.add_between(
        by=peter,
        case=samira_case,
        first=nodes[0],
        second=nodes[1],
        state="contradictory",
        lost="De een zegt rust.",
    )
    helper: Helper = actions.add_helper(
        by=peter, case=samira_case, name="Els", purpose="Coach", is_announced=True
    )
    here = [samira_case.public_id, table.pk]
    mother = as_(samira)
    page = mother.get(reverse("chain:table", args=here)).content.decode()
    assert "Belt over de tijden" in page and "De een zegt rust." in page and "Jij zit voor" in page
    duty = reverse("chain:agree_duty", args=here)
    assert (
        "Kies een van de mogelijkheden" in mother.post(duty, {"what": "Belt elke maandag."}).content.decode()
    )
    mother.post(duty, {"what": "Belt elke maandag.", "owner": f"helper:{helper.pk}"})
    promise = Promise.objects.latest("pk")
    assert (promise.owner, promise.owner_name) == ("partner_organisation", "Els")
    mother.post(reverse("chain:mend_tie", args=[*here, tie.pk]))
    assert Between.objects.get(pk=tie.pk).state == "in_touch"
    mother.post(reverse("chain:stop_helper", args=[*here, helper.pk]))
    helper.refresh_from_db()
    assert helper.until == timezone.localdate()
    sent = {
        "minutes": "Wij spraken af: één iemand belt.",
        "what_stops": "Twee kennismakingen.",
        "seen_version": 2,
    }
    mother.post(reverse("chain:write_minutes", args=here), sent)
    table.refresh_from_db()
    assert table.held_on == timezone.localdate() and table.promises == [promise.pk]
    assert "één iemand belt" in as_(peter).get(reverse("chain:table", args=here)).content.decode()


def test_she_does_not_promise_for_the_municipality(as_: As, samira, samira_case, table) -> None:
    duty = reverse("chain:agree_duty", args=[samira_case.public_id, table.pk])
    page = as_(samira).post(duty, {"what": "Betaalt.", "owner": "municipality"}).content.decode()
    assert "Deze keuze bestaat niet" in page


@pytest.mark.parametrize(
    ("on", "offset"),
    [
        (dt.date(2027, 3, 26), 1),  # summer time begins on 28 March 2027, and ends on 31 October
        (dt.date(2027, 3, 29), 2),
        (dt.date(2027, 10, 29), 2),
        (dt.date(2027, 11, 1), 1),
    ],
)
def test_half_past_nine_stays_half_past_nine(on: dt.date, offset: int) -> None:
    content = calendar_of(
        [Appointment(uid="a@b", on=on, starts_at=dt.time(9, 30))],
        now=dt.datetime(2026, 11, 29, tzinfo=dt.UTC),
    )
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    start = event.decoded("dtstart")
    assert (start.hour, start.minute, start.utcoffset()) == (9, 30, dt.timedelta(hours=offset))
    assert b"TZID=Europe/Amsterdam" in content and b"BEGIN:VTIMEZONE" in content


def test_the_file_says_when_and_nothing_more(as_: As, peter, samira, samira_case, table) -> None:
    talk_actions.plan_talk(
        by=peter,
        case=samira_case,
        on=table.on,
        starts_at=dt.time(14),
        place="Het stadhuis",
        interpreter="Tigrinya",
    )
    for who in (samira, peter):
        content = as_(who).get(reverse("chain:calendar_file")).content.decode()
        events = Calendar.from_ical(content).walk("VEVENT")
        assert [str(event["summary"]) for event in events] == ["Afspraak", "Afspraak"]
        words = (
            "Samira",
            "Haddad",
            "Peter",
            "stadhuis",
            "Tigrinya",
            "gemeente",
            "tafel:",
            samira_case.public_id,
        )
        assert not [word for word in words if word in content]
        assert not any("location" in event or "description" in event for event in events)


def test_a_feed_is_ones_own_and_can_be_stopped(as_: As, peter, aylin, samira_case, table) -> None:
    page = as_(peter).post(reverse("chain:calendar")).content.decode()
    assert "Je ziet het maar één keer" not in page and "U ziet het maar één keer" in page
    feed = calendar_actions.make_feed(by=peter)
    address = reverse("chain:feed", args=[feed.token])
    assert b"BEGIN:VEVENT" in Client().get(address).content
    other = calendar_actions.make_feed(by=aylin)
    assert b"BEGIN:VEVENT" not in Client().get(reverse("chain:feed", args=[other.token])).content
    calendar_actions.make_feed(by=peter)
    assert Client().get(address).status_code == 404, "a new address replaces it"
    as_(aylin).post(reverse("chain:stop_feed"))
    assert Client().get(reverse("chain:feed", args=[other.token])).status_code == 404


def test_who_does_not_guide_her_any_more_reads_nothing_of_her(peter, samira_case, table) -> None:
    feed = calendar_actions.make_feed(by=peter)
    address = reverse("chain:feed", args=[feed.token])
    assert b"BEGIN:VEVENT" in Client().get(address).content
    samira_case.assignments.all().delete()
    assert b"BEGIN:VEVENT" not in Client().get(address).content


@freeze_time("2026-11-30 09:00")
@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("on", "01-01-2026", "Deze dag is voorbij"), ("starts_at", "laat", "geen tijd")],
)
def test_a_table_that_cannot_be_says_why(
    as_: As, samira, samira_case, field: str, value: str, says: str
) -> None:
    sent = {"on": "24-12-2026", "place": "Buurthuis De Zon", field: value}
    page = as_(samira).post(reverse("chain:plan_table", args=[samira_case.public_id]), sent).content.decode()
    assert says in page and "Buurthuis De Zon" in page
