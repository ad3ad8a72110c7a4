"""CH4, with the clock given from outside: nobody out of sight, told to both sides and to her, on time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from veerkracht.web.chain import actions, handover_actions
from veerkracht.web.chain.models import Handover, Helper
from veerkracht.web.chain.silence_queries import out_of_sight, risks_ahead
from veerkracht.web.guide import actions as talk_actions
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions

As = Callable[[Account], Client]
BEGIN = "2026-11-30 09:00"  # a Monday


@pytest.fixture
def clock():  # type: ignore[no-untyped-def]
    with freeze_time(BEGIN) as frozen:
        yield frozen


@pytest.fixture
def offered(
    clock, peter: Account, samira: Account, samira_case: Case, others: dict[str, Account]
) -> Handover:  # type: ignore[no-untyped-def]
    """A handover to Carla that she released on Monday morning."""
    samira_case.opened_on = dt.date(2026, 11, 29)
    samira_case.save()
    add = {"by": peter, "case": samira_case, "is_announced": True}
    taker: Helper = actions.add_helper(
        **add, name="Carla Maas", purpose="Hulp", account_id=others["keten"].pk
    )
    giver: Helper = actions.add_helper(**add, name="Ans Kok", purpose="De opvang")
    row = handover_actions.make_handover(
        by=peter, case=samira_case, topic="Hulp", to_helper_id=taker.pk, from_helper_id=giver.pk
    )
    done: Handover = handover_actions.release(by=samira, case=samira_case, handover_id=row.pk, seen_version=1)
    return done


def test_an_answer_that_does_not_come_is_told_to_three(as_: As, peter, samira, others, offered) -> None:
    """Five working days from Monday 30 November end on Monday 7 December; on Tuesday everybody reads it."""
    pages = {
        "klantmanager": (peter, reverse("today:today")),
        "receiver": (others["keten"], reverse("chain:shared_with_me")),
        "she": (samira, reverse("mine:helping")),
    }
    says = {
        "klantmanager": "Carla Maas heeft nog geen antwoord gegeven",
        "receiver": "Dat antwoord is er nog niet",
        "she": "Ans Kok blijft verantwoordelijk",
    }
    with freeze_time("2026-12-07 20:00"):
        for who, (account, page) in pages.items():
            assert says[who] not in as_(account).get(page).content.decode(), f"too early for {who}"
    with freeze_time("2026-12-08 08:00"):
        for who, (account, page) in pages.items():
            assert says[who] in as_(account).get(page).content.decode(), f"nobody told {who}"
        assert "om te lezen" in as_(samira).get(reverse("mine:start")).content.decode()


def test_after_the_yes_the_first_talk_is_expected(as_: As, peter, samira, others, offered) -> None:
    """Ten working days after 1 December: 15 December."""
    with freeze_time("2026-12-01 09:00"):
        handover_actions.accept(by=others["keten"], handover_id=offered.pk, seen_version=offered.version)
    offered.refresh_from_db()
    assert offered.talk_due_on == dt.date(2026, 12, 15)
    line = "Het eerste gesprek met Carla Maas is er nog niet geweest"
    for moment, is_there in (("2026-12-15 20:00", False), ("2026-12-16 08:00", True)):
        with freeze_time(moment):
            page = as_(peter).get(reverse("today:today")).content.decode()
            assert (line in page) == is_there, moment
            assert (line in as_(samira).get(reverse("mine:helping")).content.decode()) == is_there


def test_three_weeks_without_anybody_is_told(clock, peter, samira_case) -> None:
    samira_case.opened_on = dt.date(2026, 11, 1)
    samira_case.save()
    assert [line.words for line in out_of_sight(account=peter, day=dt.date(2026, 11, 22))] == []
    (line,) = out_of_sight(account=peter, day=dt.date(2026, 11, 23))
    assert line.words == "Sinds 01-11-2026 had niemand contact."
    helper = actions.add_helper(
        by=peter, case=samira_case, name="Karin", purpose="Schulden", is_announced=True
    )
    actions.note_helper_contact(
        by=peter, case=samira_case, helper_id=helper.pk, seen_version=1, on=dt.date(2026, 11, 20)
    )
    assert out_of_sight(account=peter, day=dt.date(2026, 12, 11)) == [], "a helper's contact counts"


def test_a_late_promise_of_somebody_else_is_on_vandaag(as_: As, clock, peter, samira_case) -> None:
    plan_actions.make_promise(
        by=peter,
        case=samira_case,
        owner="partner_organisation",
        owner_name="Het wijkteam",
        what="Maakt een eerste afspraak.",
        due_on=dt.date(2026, 11, 25),
    )
    assert "Maakt een eerste afspraak." in as_(peter).get(reverse("today:today")).content.decode()


def test_cancelling_twice_asks_about_the_rhythm(clock, peter, samira_case) -> None:
    def words() -> list[str]:
        return [line.words for line in out_of_sight(account=peter, day=dt.date(2026, 11, 30))]

    for n, day in enumerate((dt.date(2026, 11, 25), dt.date(2026, 11, 27))):
        assert not any("Klopt het ritme nog?" in each for each in words()), n
        talk_actions.note_contact(by=peter, case=samira_case, on=day, kind="did_not_happen", line="Belde af.")
    assert any("Klopt het ritme nog?" in each for each in words())


def test_changes_ahead_stand_on_vandaag_six_weeks_before(as_: As, clock, peter, samira_case) -> None:
    samira_case.opened_on = dt.date(2026, 1, 1)
    samira_case.save()
    actions.add_risk(by=peter, case=samira_case, kind="debt_help", on=dt.date(2027, 2, 1), words="loopt af")
    helper = actions.add_helper(by=peter, case=samira_case, name="Els", purpose="Coach", is_announced=True)
    actions.change_helper(
        by=peter, case=samira_case, helper_id=helper.pk, seen_version=1, until=dt.date(2027, 1, 20)
    )
    assert risks_ahead(account=peter, day=dt.date(2026, 12, 8)) == []
    words = [line.words for line in risks_ahead(account=peter, day=dt.date(2026, 12, 21))]
    assert words == ["Els stopt met helpen", "schuldhulp begint of stopt: loopt af"]
    with freeze_time("2026-12-21 08:00"):
        assert "Els stopt met helpen" in as_(peter).get(reverse("today:today")).content.decode()


def test_vandaag_asks_as_many_queries_for_one_as_for_many(
    clock, peter, samira_case, django_assert_max_num_queries
) -> None:
    from veerkracht.web.people.actions import open_case

    for n in range(30):
        open_case(by=peter, first_name=f"Vrouw{n}", last_name="Vos")
    with django_assert_max_num_queries(20):
        out_of_sight(account=peter, day=dt.date(2027, 1, 30))
        risks_ahead(account=peter, day=dt.date(2026, 12, 1))
