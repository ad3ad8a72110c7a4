"""What a passkey must never do; that it works stands in tests/journeys/test_passkey.py, in a real browser."""

from __future__ import annotations

import json

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from tests.security.test_time_outs import clock, log_in, password_of
from veerkracht.web.people import passkey_log_in as passkeys
from veerkracht.web.people.models import Account, LogInSession, Passkey
from veerkracht.web.people.second_factor import uncouple

__all__ = ["clock"]
ENTER = "people:enter_with_passkey"


def key_of(who: Account, name: str = "Telefoon") -> Passkey:
    return Passkey.objects.create(account=who, name=name, credential_id=f"id-{who.login}", public_key=b"x")


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"id": 7}',
        '{"id": "id-peter"}',
        '{"id": "\\u0000"}',
        "x" * 30_000,
        json.dumps({"id": "id-peter", "rawId": "aWQ", "type": "public-key", "response": {}}),
    ],
)
def test_rubbish_does_not_log_in_and_does_not_break(credential, peter):
    key_of(peter)
    browser = Client()
    assert "challenge" in browser.post(reverse(ENTER)).json()
    answer = browser.post(reverse(ENTER), {"credential": credential})
    assert answer.status_code == 302 and answer["Location"] == "/inloggen/"
    assert browser.get("/mensen/").status_code == 302


def test_every_question_is_a_new_one_and_good_once(peter):
    browser = Client()
    first, second = (browser.post(reverse(ENTER)).json()["challenge"] for _ in range(2))
    assert first != second
    assert browser.session["passkey_challenge"] == second
    browser.post(reverse(ENTER), {"credential": "{}"})
    assert "passkey_challenge" not in browser.session


def test_looking_at_the_log_in_page_makes_no_session(db):
    Client().get("/inloggen/")
    assert not LogInSession.objects.exists()


def test_the_device_must_know_its_owner(peter):
    browser = Client()
    assert browser.post(reverse(ENTER)).json()["userVerification"] == "required"
    log_in(browser, peter)
    options = json.loads(browser.get(reverse("people:passkeys")).context["options"])
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["user"]["name"] == "peter"


def test_nobody_removes_the_passkey_of_another(peter, samira):
    hers, browser = key_of(samira), Client()
    log_in(browser, peter)
    assert browser.post(reverse("people:remove_passkey", args=[hers.pk])).status_code == 404
    assert Passkey.objects.filter(pk=hers.pk).exists()


def test_long_after_the_log_in_a_passkey_goes_with_the_password_only(peter, clock):
    own, browser = key_of(peter), Client()
    log_in(browser, peter)
    clock.tick(601)
    remove = reverse("people:remove_passkey", args=[own.pk])
    assert "Typ eerst uw wachtwoord" in browser.post(remove).content.decode()
    assert Passkey.objects.exists()
    assert browser.post(remove, {"present": password_of(peter)}).status_code == 302
    assert not Passkey.objects.exists()


def test_a_passkey_that_is_not_signed_is_not_kept(as_, peter):
    page = as_(peter).post(reverse("people:passkeys"), {"name": "Nep", "credential": "{}"})
    assert "Het apparaat maakte geen passkey" in page.content.decode()
    assert not Passkey.objects.exists()


def test_ten_passkeys_is_the_most(peter):
    for number in range(10):
        given = {"name": "x", "credential_id": f"id-{number}", "public_key": b"x", "sign_count": 0}
        passkeys.add_passkey(by=peter, **given)
    with pytest.raises(Http404):
        passkeys.add_passkey(by=peter, **{**given, "credential_id": "id-10"})
    assert Passkey.objects.count() == 10


def test_who_starts_anew_starts_without_the_old_passkeys(peter):
    key_of(peter)
    uncouple(peter)
    assert not Passkey.objects.exists()
