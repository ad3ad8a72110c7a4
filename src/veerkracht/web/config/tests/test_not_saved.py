"""Whatever breaks, what was typed is on the answer, in Dutch, with one press to send it again."""

from __future__ import annotations

import re

import pytest
from django.db import OperationalError
from django.urls import reverse

from veerkracht.web.config.not_saved import TypedField
from veerkracht.web.people.models import Account, LogInSession
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


def second_save(monkeypatch, case, first: Account) -> None:
    """Her wish was just changed by `first`; whoever saves now comes second, in a view that does not see to it."""
    plan = Plan.objects.get_or_create(case=case)[0]
    plan = actions.write_wish(by=first, case=case, seen_version=plan.version, wish="Eerst.")

    def second(*given: object, **named: object) -> None:
        raise Conflict(plan)

    monkeypatch.setattr("veerkracht.web.plan.views.plan.edit", second)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("samira", "peter", "Iemand anders heeft dit net veranderd."),
        ("peter", "peter", "Dit heeft u net zelf veranderd, in een ander venster."),
        ("samira", "samira", "Dit heb je net zelf veranderd, in een ander venster."),
    ],
)
def test_who_comes_second_hears_who_was_first_and_gets_the_text(
    as_, peter, samira, samira_case, monkeypatch, first, second, said
):
    people = {"peter": peter, "samira": samira}
    second_save(monkeypatch, samira_case, people[first])
    client = as_(people[second])
    url, sent = wish_form(client, samira_case)
    answer = client.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert WISH in page and said in page


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("peter", "Iemand anders heeft dit intussen veranderd"),
        ("samira", "Dit heb je zelf veranderd, in een ander venster"),
    ],
)
def test_two_versions_side_by_side_say_who_was_first(as_, peter, samira, samira_case, second, said):
    plan = Plan.objects.get_or_create(case=samira_case)[0]
    actions.write_wish(by=samira, case=samira_case, seen_version=plan.version, wish="Eerst.")
    url, sent = wish_form(None, samira_case)
    answer = as_({"peter": peter, "samira": samira}[second]).post(url, sent | {"seen_version": plan.version})
    assert answer.status_code == 409 and said in answer.content.decode()


def test_one_word_comes_back_in_sight(as_, samira, samira_case, monkeypatch):
    def broken(**given: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(actions, "write_wish", broken)
    url = reverse("plan:wish", args=[samira_case.public_id])
    page = as_(samira).post(url, {"wish": "werk", "seen_version": "1"}).content.decode()
    shown = re.search(r'<input class="utrecht-textbox" type="text" name="wish" value="([^"]*)"', page)
    assert shown and shown[1] == "werk"
    assert "de schijf is vol" in page


def test_what_the_page_itself_sent_is_not_shown_as_if_somebody_wrote_it():
    hidden = {
        "once": "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        "was": "Abc:Def",
        "seen_version": "3",
        "owner": "mother",
    }
    assert not any(TypedField(name, value).is_text for name, value in hidden.items())


@pytest.mark.parametrize("who", ["peter", "samira"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_that_cannot_be_written_is_no_bad_request(
    as_, peter, samira, samira_case, monkeypatch, who, method
):
    client = as_({"peter": peter, "samira": samira}[who])

    def full(*given: object, **named: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("veerkracht.web.people.models.LogInSession.save", full)
    monkeypatch.setattr("django.contrib.sessions.base_session.AbstractBaseSession.save", full)
    url, sent = wish_form(client, samira_case)
    answer = client.get(url) if method == "get" else client.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 503 and "de schijf is vol" in page
    assert method == "get" or WISH in page


def test_a_log_in_that_was_ended_elsewhere_gives_the_text_back(as_, samira, samira_case):
    client = as_(samira)
    url, sent = wish_form(client, samira_case)
    LogInSession.objects.all().delete()
    answer = client.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert WISH in page and "De inlog is intussen gestopt" in page and 'href="/inloggen/"' in page


def test_a_password_is_never_given_back(as_, samira, monkeypatch):
    def broken(**given: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("veerkracht.web.people.account_actions.choose_password", broken)
    secret = "een heel andere lange zin"
    sent = {"password": secret, "again": secret, "present": "samira-heeft-een-lang-wachtwoord"}
    answer = as_(samira).post("/mijn-wachtwoord/", sent)
    assert secret not in answer.content.decode()
    assert "lang-wachtwoord" not in answer.content.decode()
