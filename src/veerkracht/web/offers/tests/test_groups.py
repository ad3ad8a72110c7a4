"""Groups: when they meet, taking part, leaving, and a word the day before that names nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.offers import actions
from veerkracht.web.offers.daily import remind_of_tomorrow
from veerkracht.web.offers.domain.meetings import DAYS, next_meeting
from veerkracht.web.offers.group_actions import join_group, leave_group
from veerkracht.web.offers.models import CatalogueOffer, GroupSeat
from veerkracht.web.people.models import Account, Case
from veerkracht.web.reach.models import Message, SafeContact

As = Callable[[Account], Client]


@pytest.fixture
def femke(others) -> Account:  # type: ignore[no-untyped-def]
    return others["func_beheer"]


@pytest.fixture
def group(femke) -> CatalogueOffer:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    return actions.add_offer(
        by=femke,
        name="Vrouwen na geweld",
        organisation="Vrouwenhuis",
        what="Praten met koffie.",
        aim="micro",
        topics=["samen"],
        source="kaart",
        place="Lindestraat 8",
        weekday=DAYS[tomorrow.weekday()],
        starts_at="09:30",
    )


def url(name: str, case: Case, *more: Any) -> str:
    return reverse(f"offers:{name}", args=[case.public_id, *more])


def test_a_group_meets_on_its_day_until_it_ends() -> None:
    monday = dt.date(2026, 11, 30)
    given: dict[str, Any] = {"first_on": None, "last_on": None}
    assert next_meeting("ma", **given, day=monday) == monday
    assert next_meeting("zo", **given, day=monday) == dt.date(2026, 12, 6)
    assert next_meeting("wo", first_on=dt.date(2027, 1, 7), last_on=None, day=monday) == dt.date(2027, 1, 13)
    assert next_meeting("wo", first_on=None, last_on=dt.date(2026, 12, 1), day=monday) is None
    assert next_meeting("", **given, day=monday) is None


def test_she_joins_sees_the_next_time_and_leaves(as_: As, samira, samira_case, peter, group) -> None:
    page = as_(samira).get(url("groups", samira_case)).content.decode()
    assert "Ik doe mee" in page and "9.30" in page
    as_(samira).post(url("join_group", samira_case, group.pk), {"bericht": "1"})
    as_(samira).post(url("join_group", samira_case, group.pk), {"bericht": "1"})
    assert GroupSeat.objects.filter(left_on=None).count() == 1
    assert "je doet mee" in as_(samira).get(url("groups", samira_case)).content.decode()
    assert "De volgende keer is" in as_(samira).get(reverse("mine:more")).content.decode()
    assert "zij doet mee" in as_(peter).get(url("groups", samira_case)).content.decode()
    as_(samira).post(url("leave_group", samira_case, group.pk))
    assert not GroupSeat.objects.filter(left_on=None).exists()
    as_(samira).post(url("join_group", samira_case, group.pk))
    assert GroupSeat.objects.count() == 2


def test_taking_part_is_her_own_choice_once_she_can_log_in(as_: As, peter, aylin, samira_case, group) -> None:
    assert as_(peter).post(url("join_group", samira_case, group.pk)).status_code == 404
    assert "kiest zij zelf" in as_(peter).get(url("groups", samira_case)).content.decode()
    assert as_(aylin).get(url("groups", samira_case)).status_code == 404
    Case.objects.filter(pk=samira_case.pk).update(account=None)
    as_(peter).post(url("join_group", samira_case, group.pk))
    assert GroupSeat.objects.count() == 1


def test_a_group_that_stopped_takes_nobody(samira, samira_case, femke, group) -> None:
    actions.stop_offer(by=femke, offer_id=group.pk, seen_version=1, stopped_on=timezone.localdate())
    with pytest.raises(Http404):
        join_group(by=samira, case=samira_case, offer_id=group.pk, wants_reminder=True)
    with pytest.raises(Http404):
        leave_group(by=samira, case=samira_case, offer_id=group.pk)


def test_the_word_the_day_before_names_nothing_and_comes_once(samira, samira_case, group) -> None:
    SafeContact.objects.create(
        case=samira_case, channel="email", email="s@post.example", until_hour=24, from_hour=0
    )
    join_group(by=samira, case=samira_case, offer_id=group.pk, wants_reminder=True)
    today = timezone.localdate()
    assert remind_of_tomorrow(today) == 1 and remind_of_tomorrow(today) == 0
    [message] = Message.objects.all()
    stored = f"{message.template} {message.link} {message.code}"
    for word in ("Vrouwen", "geweld", "Lindestraat", "09:30", "groep"):
        assert word not in stored
    assert message.template == "something_new" and message.to_her


def test_who_left_or_wants_none_gets_no_word(samira, samira_case, group) -> None:
    given = {"by": samira, "case": samira_case, "offer_id": group.pk}
    join_group(**given, wants_reminder=False)
    assert remind_of_tomorrow(timezone.localdate()) == 0
    join_group(**given, wants_reminder=True)
    leave_group(**given)
    assert remind_of_tomorrow(timezone.localdate()) == 0 and not Message.objects.exists()
