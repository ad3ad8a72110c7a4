"""What is typed and not sent yet: kept for that account and form alone, gone when the form is saved."""

from __future__ import annotations

import datetime as dt
import json

from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from veerkracht.web.people.draft_recovery import kept_for
from veerkracht.web.people.models import UnsavedText

FIELDS = {"wish": "Ik wil koken."}


def send(browser: Client, what: str, address: str, fields: object = None):  # type: ignore[no-untyped-def]
    given = {"what": what, "address": address}
    if fields is not None:
        given["fields"] = fields if isinstance(fields, str) else json.dumps(fields)
    return browser.post(reverse("people:unsaved_text"), given)


def test_it_is_given_back_to_the_same_account_only(as_, samira, peter, samira_case) -> None:
    address = reverse("plan:wish", args=[samira_case.public_id])
    assert send(as_(samira), "save", address, FIELDS).status_code == 204
    assert send(as_(samira), "find", address).json()["fields"] == FIELDS, "a new log-in gives it back"
    assert send(as_(peter), "find", address).status_code == 204
    assert send(as_(samira), "find", "/elders/").status_code == 204


def test_a_saved_form_has_nothing_unsaved(as_, samira, samira_case) -> None:
    address = reverse("plan:wish", args=[samira_case.public_id])
    browser = as_(samira)
    send(browser, "save", address, FIELDS)
    assert browser.post(address, {"wish": "", "seen_version": "99"}).status_code != 302
    assert UnsavedText.objects.count() == 1, "a form that was not right keeps what was typed"
    assert browser.post(address, {"wish": "Ik wil koken.", "seen_version": "1"}).status_code == 302
    assert not UnsavedText.objects.exists()


def test_it_can_be_thrown_away_and_grows_old(as_, samira, samira_case) -> None:
    browser = as_(samira)
    with freeze_time(dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)):
        send(browser, "save", "/oud/", FIELDS)
    browser = as_(samira)
    send(browser, "save", "/nieuw/", FIELDS)
    assert [row.address for row in UnsavedText.objects.all()] == ["/nieuw/"]
    send(browser, "drop", "/nieuw/")
    assert not UnsavedText.objects.exists()


def test_bad_input_is_refused_and_nothing_is_kept(as_, samira, samira_case) -> None:
    browser = as_(samira)
    for fields in ("", "[]", "{", '{"a": 1}', json.dumps({"a": "x" * 200_000})):
        assert send(browser, "save", "/hier/", fields).status_code == 400
    assert send(browser, "save", "elders", FIELDS).status_code == 400
    assert send(browser, "iets", "/hier/").status_code == 204
    assert not UnsavedText.objects.exists()


def test_no_more_than_thirty_forms_wait(as_, samira, samira_case) -> None:
    browser = as_(samira)
    for number in range(33):
        send(browser, "save", f"/{number}/", FIELDS)
    assert UnsavedText.objects.count() == 30
    assert not UnsavedText.objects.filter(address="/0/").exists()


def test_what_waits_for_another_account_is_dropped_unseen(rf, peter, samira):
    """A second lock behind the log-in: even in a session that still holds it, nobody else's text is shown."""
    waiting = {"account": samira.pk, "path": "/mijn/", "fields": [("wish", "Geheim.")]}
    request = rf.get("/mijn/")
    request.session, request.user = {"kept": waiting}, peter
    assert kept_for(request) is None and "kept" not in request.session
    request.session, request.user = {"kept": waiting}, samira
    assert kept_for(request).path == "/mijn/"
