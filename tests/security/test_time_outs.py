"""SES-02: a log-in that is left alone ends to the second, and what was being typed survives for the same person."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
import time
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from veerkracht.web.people.models import Account
from veerkracht.web.plan.models import Plan
from veerkracht.web.record.encryption import decrypt

START = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    with freeze_time(START) as frozen:
        yield frozen


def password_of(who: Account) -> str:
    return f"{who.login}-heeft-een-lang-wachtwoord"


def code_of(who: Account) -> str:
    """What the app on this person's telephone shows now."""
    device = TOTPDevice.objects.get_or_create(user=who, defaults={"name": "app", "confirmed": True})[0]
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time()
    return f"{totp.token():06}"


def log_in(browser: Client, who: Account):  # type: ignore[no-untyped-def]
    code = code_of(who) if who.is_staff_member else ""
    answer = browser.post("/inloggen/", {"login": who.login, "password": password_of(who)})
    if who.is_staff_member:
        assert answer["Location"] == "/inloggen/code/"
        answer = browser.post("/inloggen/code/", {"code": code})
    assert answer.status_code == 302, "the log-in should work"
    return answer


def is_in(browser: Client) -> bool:
    return browser.get("/verder/")["Location"] == "/"


@pytest.mark.parametrize(("name", "minutes"), [("samira", 15), ("peter", 30)])
def test_an_idle_log_in_ends_to_the_second(name, minutes, people, clock, as_) -> None:
    browser = Client()
    log_in(browser, people[name])
    for _ in range(3):
        clock.tick(minutes * 60)
        assert is_in(browser), f"{minutes} minutes are not yet too long"
    clock.tick(minutes * 60 + 1)
    assert not is_in(browser)
    assert not is_in(browser), "it does not come back by asking again"


@pytest.mark.parametrize(("name", "minutes"), [("samira", 15), ("peter", 30)])
def test_the_clock_runs_from_the_log_in_itself(name, minutes, people, clock) -> None:
    """Also when the page after the log-in was never asked for."""
    browser = Client()
    log_in(browser, people[name])
    clock.tick(minutes * 60 + 1)
    assert not is_in(browser)


@pytest.mark.parametrize(("name", "hours"), [("samira", 8), ("peter", 12)])
def test_no_log_in_lasts_longer_than_a_working_day(name, hours, people, clock) -> None:
    browser = Client()
    log_in(browser, people[name])
    for _ in range(hours * 6):
        clock.tick(600)
        assert is_in(browser)
    clock.tick(1)
    assert not is_in(browser)


@pytest.mark.parametrize(("name", "seconds"), [("samira", 900), ("peter", 1800)])
def test_the_page_warns_two_minutes_before(name, seconds, people, samira_case, as_) -> None:
    page = as_(people[name]).get(f"/mensen/{samira_case.public_id}/plan/").content.decode()
    if name == "samira":
        assert (
            f'data-seconds="{seconds}"' in page and "Ben je er nog? Over 2 minuten gaat alles dicht." in page
        )
    else:
        assert f'<session-warning data-seconds="{seconds}">' in page
        assert "Over twee minuten stopt het inloggen" in page
    assert 'action="/nog-hier/"' in page, "without JavaScript the button still keeps the log-in alive"


def test_saying_still_here_keeps_the_log_in(samira, clock) -> None:
    browser = Client()
    log_in(browser, samira)
    for _ in range(4):
        clock.tick(14 * 60)
        assert browser.post("/nog-hier/").status_code == 204
    assert is_in(browser)


TYPED = "Ik wil koken,\r\nmaar niet op <zaterdag> & niet 's avonds. مرحبا 🙂"


def expired_with_text(browser: Client, who: Account, case, clock) -> None:  # type: ignore[no-untyped-def]
    log_in(browser, who)
    url = reverse("plan:wish", args=[case.public_id])
    browser.get(url)
    clock.tick(3601)
    answer = browser.post(url, {"wish": TYPED, "seen_version": 1, "csrfmiddlewaretoken": "x"})
    assert answer.status_code == 302 and answer["Location"] == "/inloggen/"
    assert not Plan.objects.exists(), "nothing is saved for somebody who is not logged in"
    assert "Wat je typte is bewaard" in browser.get("/inloggen/").content.decode()


@pytest.mark.parametrize("name", ["samira", "peter"])
def test_typed_text_survives_the_new_log_in_and_is_saved_with_one_click(
    name, people, samira_case, clock
) -> None:
    browser, who = Client(), people[name]
    expired_with_text(browser, who, samira_case, clock)
    assert log_in(browser, who)["Location"] == "/verder/"
    page = browser.get("/verder/").content.decode()
    action = re.search(r'<form class="vk-form" method="post" action="([^"]+)">', page)
    assert action and action[1] == reverse("plan:wish", args=[samira_case.public_id])
    assert "&lt;zaterdag&gt;" in page and "<zaterdag>" not in page
    fields = {k: html.unescape(v) for k, v in HIDDEN.findall(page) if k != "csrfmiddlewaretoken"}
    assert browser.post(action[1], fields).status_code == 302
    assert Plan.objects.get(case=samira_case).wish == TYPED.replace("\r\n", "\n")


# DUR-05: the clock of the server is put an hour forward or back while she types, and right again after.
@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_jumps_loses_no_text_and_breaks_no_log(hours, samira, samira_case, clock) -> None:
    browser, address = Client(), reverse("plan:wish", args=[samira_case.public_id])
    log_in(browser, samira)
    browser.get(address)
    clock.tick(hours * 3600)
    saved = browser.post(address, {"wish": TYPED, "seen_version": 1})
    if saved["Location"] == "/inloggen/":  # an hour of silence, as far as the program can see
        log_in(browser, samira)
        fields = {k: html.unescape(v) for k, v in HIDDEN.findall(browser.get("/verder/").content.decode())}
        assert browser.post(address, fields).status_code == 302
    clock.tick(-hours * 3600)
    assert browser.get(address).status_code == 200, "and she is still there when the clock is right again"
    assert Plan.objects.get(case=samira_case).wish == TYPED.replace("\r\n", "\n")
    call_command("verify_reading_log", stdout=io.StringIO())


def test_typed_text_is_dropped_unseen_for_another_person(samira, denise, samira_case, clock) -> None:
    browser = Client()
    expired_with_text(browser, samira, samira_case, clock)
    assert log_in(browser, denise)["Location"] == "/"
    for path in ("/verder/", "/", "/inloggen/"):
        assert "zaterdag" not in browser.get(path, follow=True).content.decode()
    browser.post("/uitloggen/")
    log_in(browser, samira)
    assert "zaterdag" not in browser.get("/verder/", follow=True).content.decode()


def test_a_password_is_never_among_what_is_kept(samira, samira_case, clock) -> None:
    browser = Client()
    log_in(browser, samira)
    clock.tick(3601)
    url = reverse("plan:wish", args=[samira_case.public_id])
    browser.post(url, {"wish": "Koken.", "password": "geheim", "code": "123456"})
    kept = json.loads(decrypt(browser.session["kept"]["fields"]))
    assert [name for name, _ in kept] == ["wish"]


def test_a_form_without_its_token_gives_back_what_was_typed(samira, samira_case) -> None:
    """A page that stood open while somebody logged in again in another tab."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(samira, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("plan:wish", args=[samira_case.public_id])
    answer = browser.post(url, {"wish": "Koken voor anderen.", "seen_version": 1})
    page = answer.content.decode()
    assert answer.status_code == 403 and "Dit is nog niet opgeslagen" in page
    assert "Koken voor anderen." in page and not Plan.objects.exists()
    fields = dict(HIDDEN.findall(page))
    assert browser.post(url, fields).status_code == 302
    assert Plan.objects.get().wish == "Koken voor anderen."


def test_a_form_made_up_by_another_site_gets_no_button_to_save_it(samira, samira_case) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(samira, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("plan:wish", args=[samira_case.public_id])
    answer = browser.post(url, {"wish": "Verzonnen tekst."}, headers={"origin": "https://elders.example"})
    assert answer.status_code == 403
    assert "Verzonnen" not in answer.content.decode() and "Alsnog opslaan" not in answer.content.decode()


def test_leaving_ends_the_session_on_the_server(samira, clock) -> None:
    browser = Client()
    log_in(browser, samira)
    old = browser.cookies["sessie"].value
    answer = browser.post("/uitloggen/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    thief = Client()
    thief.cookies["sessie"] = old
    assert not is_in(thief)


def test_the_session_gets_a_new_name_at_log_in(samira) -> None:
    """SES-01: a session somebody else prepared is worth nothing after the log-in."""
    browser = Client()
    browser.get("/")
    before = browser.cookies["sessie"].value
    log_in(browser, samira)
    assert browser.cookies["sessie"].value != before
    thief = Client()
    thief.cookies["sessie"] = before
    assert not is_in(thief)
