"""Her own door (S6, A3): over HTTP, without demo people, from the code on paper to her own page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people.models import Account, Case, Invitation
from veerkracht.web.record.models import Event

CHOSEN = {"login": "Noor", "password": "de regen valt zacht", "again": "de regen valt zacht"}
DOOR = "/uitnodiging/"


@pytest.fixture(autouse=True)
def _nobody_tried_yet() -> None:
    cache.clear()


@pytest.fixture
def alone(samira_case: Case) -> Case:
    """A case that nobody is tied to, as every case outside the demo begins."""
    Case.objects.filter(pk=samira_case.pk).update(account=None)
    samira_case.refresh_from_db()
    return samira_case


def code_of(browser: Client, case: Case) -> str:
    page = browser.post(reverse("people:invite", args=[case.public_id]))
    assert page.context["invitation"].code in page.content.decode()
    return page.context["invitation"].code


def test_she_gets_in_with_the_code_and_sees_her_own_pages(as_, peter, alone):
    code = code_of(as_(peter), alone)
    hers = Client()
    assert hers.post(DOOR, {"code": code.lower().replace("-", " "), **CHOSEN}).url == reverse("people:log_in")
    logged_in = hers.post(reverse("people:log_in"), {"login": "noor", "password": CHOSEN["password"]})
    assert logged_in.status_code == 302
    assert hers.get(reverse("people:case", args=[alone.public_id]), follow=True).status_code == 200
    alone.refresh_from_db()
    assert alone.account.login == "noor" and alone.account.role == "moeder"
    kinds = set(Event.objects.filter(case_id=alone.pk).values_list("kind", flat=True))
    assert {"people.invited", "people.door_opened"} <= kinds


def test_the_code_is_nowhere_afterwards(as_, peter, alone):
    browser = as_(peter)
    code = code_of(browser, alone)
    assert code not in browser.get(reverse("people:invite", args=[alone.public_id])).content.decode()
    stored = str(list(Invitation.objects.values()))
    assert code not in stored and code.replace("-", "") not in stored


@pytest.mark.parametrize("why", ["used", "too old", "replaced", "wrong"])
def test_a_code_that_does_not_work_makes_no_account(why, as_, peter, alone):
    code = code_of(as_(peter), alone)
    if why == "used":
        Client().post(DOOR, {"code": code, **CHOSEN})
    elif why == "too old":
        Invitation.objects.update(expires_on=timezone.localdate() - dt.timedelta(days=1))
    elif why == "replaced":
        code_of(as_(peter), alone)
    else:
        code = "ABCD-2345-EFGH"
    before = Account.objects.count()
    page = Client().post(DOOR, {"code": code, **CHOSEN, "login": "iemand"})
    assert "Deze code werkt niet" in page.content.decode()
    assert Account.objects.count() == before


def test_it_works_until_the_fourteenth_day(as_, peter, alone):
    code_of(as_(peter), alone)
    assert Invitation.objects.get().expires_on == timezone.localdate() + dt.timedelta(days=14)


def test_who_has_a_door_gets_no_second_one_from_her_klantmanager_alone(as_, peter, samira_case):
    page = as_(peter).post(reverse("people:invite", args=[samira_case.public_id]))
    assert "nooit één collega alleen" in page.content.decode()
    assert not Invitation.objects.exists()


def test_without_a_right_code_the_page_does_not_say_which_names_exist(peter):
    page = Client().post(DOOR, {"code": "ABCD-2345-EFGH", **CHOSEN, "login": "peter"})
    assert "bestaat al" not in page.content.decode()


def test_a_name_that_exists_and_a_short_password_are_named(as_, peter, alone):
    code = code_of(as_(peter), alone)
    page = Client().post(DOOR, {"code": code, "login": "peter", "password": "kort", "again": "anders"})
    words = page.content.decode()
    assert "Deze naam bestaat al" in words and "12" in words and "niet twee keer hetzelfde" in words
    assert Invitation.objects.get().used_at is None, "the code still works"


def test_guessing_stops_after_twenty_wrong_codes(db):
    answers = [Client().post(DOOR, {"code": f"ABCD-2345-{n:04}", **CHOSEN}).status_code for n in range(21)]
    assert answers == [200] * 20 + [429]


@pytest.mark.parametrize("name", ["aylin", "bas", "marleen"])
def test_nobody_else_invites_her(name, request, as_, alone):
    browser = as_(request.getfixturevalue(name))
    assert browser.post(reverse("people:invite", args=[alone.public_id])).status_code == 404
    assert not Invitation.objects.exists()
