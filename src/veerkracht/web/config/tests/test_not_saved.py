"""Whatever breaks, what was typed is on the answer, in Dutch, with one press to send it again."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.urls import reverse

from veerkracht.web.plan import actions
from veerkracht.web.plan.models import Plan
from veerkracht.web.record.models import Conflict

pytestmark = pytest.mark.django_db(databases="__all__")
WISH = "Ik wil koken op een school, met een rooster dat past."
BROKEN = [
    OperationalError("database or disk is full"),
    OperationalError("database is locked"),
    OperationalError("attempt to write a readonly database"),
    OperationalError("connection to server failed"),
]


def wish_form(client, case) -> tuple[str, dict[str, str]]:
    url = reverse("plan:wish", args=[case.public_id])
    return url, {"wish": WISH, "seen_version": "1"}


@pytest.mark.parametrize("error", BROKEN, ids=str)
def test_her_text_is_on_the_answer_when_nothing_can_be_saved(as_, samira, samira_case, monkeypatch, error):
    def broken(**given: object) -> None:
        raise error

    monkeypatch.setattr(actions, "write_wish", broken)
    client = as_(samira)
    url, sent = wish_form(client, samira_case)
    answer = client.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert WISH in page and f'action="{url}"' in page and "Probeer het nog een keer" in page
    assert "Server Error" not in page and "sqlite" not in page.lower()


def test_even_the_page_of_an_error_needs_no_database(as_, samira, samira_case, monkeypatch):
    def broken(*given: object, **named: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("veerkracht.web.people.middleware.SessionTimes.__call__", broken)
    client = as_(samira)
    client.raise_request_exception = False
    url, sent = wish_form(client, samira_case)
    answer = client.post(url, sent)
    assert answer.status_code == 503 and WISH in answer.content.decode()


def test_who_comes_second_gets_a_page_and_the_text(as_, peter, samira_case, monkeypatch):
    def second(**given: object) -> None:
        raise Conflict(Plan())

    monkeypatch.setattr("veerkracht.web.plan.views.plan.edit", lambda *given, **named: second())
    client = as_(peter)
    url, sent = wish_form(client, samira_case)
    answer = client.post(url, sent)
    assert answer.status_code == 409
    assert WISH in answer.content.decode() and "ander venster" in answer.content.decode()


def test_a_password_is_never_given_back(as_, samira, monkeypatch):
    def broken(**given: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("veerkracht.web.people.account_actions.choose_password", broken)
    secret = "een heel andere lange zin"
    sent = {"password": secret, "again": secret, "present": "samira-heeft-een-lang-wachtwoord"}
    answer = as_(samira).post("/mijn-wachtwoord/", sent)
    assert secret not in answer.content.decode()
    assert "lang-wachtwoord" not in answer.content.decode()
