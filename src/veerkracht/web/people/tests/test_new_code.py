"""The way back to her own log-in: two colleagues, over HTTP, nothing of the demo."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from veerkracht.web.people.models import Account, Case, Invitation, NewCodeRequest
from veerkracht.web.record.models import Event

NEW = {"login": "samira", "password": "een nieuwe zin van haar", "again": "een nieuwe zin van haar"}
LIST = "/mensen/wacht-op-u/"


@pytest.fixture(autouse=True)
def _nobody_tried_yet() -> None:
    cache.clear()


def ask(browser: Client, case: Case, ground: str = "face_to_face"):
    return browser.post(reverse("people:ask_new_code", args=[case.public_id]), {"ground": ground})


def answer(browser: Client, words: str = "ja"):
    return browser.post(f"{LIST}{NewCodeRequest.objects.get().pk}/", {"antwoord": words})


def make(browser: Client, case: Case):
    return browser.post(reverse("people:invite", args=[case.public_id]))


@pytest.mark.parametrize("second", ["aylin", "marleen"])
def test_two_colleagues_give_her_a_new_code_and_her_old_session_ends(
    second, request, as_, peter, samira, samira_case
):
    old = as_(samira)
    hers = reverse("mine:about")
    assert old.get(hers).status_code == 200
    assert ask(as_(peter), samira_case).status_code == 302
    colleague = as_(request.getfixturevalue(second))
    words = colleague.get(LIST).content.decode()
    assert samira_case.public_id in words and samira_case.last_name not in words
    answer(colleague)
    code = make(as_(peter), samira_case).context["invitation"].code
    assert make(as_(peter), samira_case).context["invitation"] is None, "the code is made once"
    assert Client().post("/uitnodiging/", {"code": code, **NEW}).url == reverse("people:log_in")
    assert old.get(hers).status_code != 200
    fresh = Client()
    fresh.post(reverse("people:log_in"), {"login": "samira", "password": NEW["password"]})
    assert fresh.get(hers).status_code == 200
    samira_case.refresh_from_db()
    assert samira_case.account_id == samira.pk
    kinds = set(Event.objects.filter(case_id=samira_case.pk).values_list("kind", flat=True))
    assert {"people.new_code_asked", "people.new_code_answered", "people.door_renewed"} <= kinds


def test_neither_of_the_two_can_do_it_alone(as_, peter, marleen, samira, samira_case):
    before = Account.objects.get(pk=samira.pk).password
    asker = as_(peter)
    ask(asker, samira_case)
    assert answer(asker).status_code == 404
    assert samira_case.public_id not in asker.get(LIST).content.decode()
    assert make(asker, samira_case).context["invitation"] is None
    assert ask(as_(marleen), samira_case).status_code == 404
    answer(as_(marleen))
    assert make(as_(marleen), samira_case).status_code == 404
    assert not Invitation.objects.exists()
    assert Account.objects.get(pk=samira.pk).password == before


@pytest.mark.parametrize("who", ["samira", "bas"])
def test_no_one_else_answers(who, request, as_, peter, samira, samira_case):
    ask(as_(peter), samira_case)
    assert answer(as_(request.getfixturevalue(who))).status_code == 404
    assert NewCodeRequest.objects.get().is_agreed is None


def test_a_no_and_a_missing_ground_give_no_code(as_, peter, marleen, samira_case):
    ask(as_(peter), samira_case, ground="")
    assert not NewCodeRequest.objects.exists()
    ask(as_(peter), samira_case)
    answer(as_(marleen), "nee")
    assert make(as_(peter), samira_case).context["invitation"] is None
