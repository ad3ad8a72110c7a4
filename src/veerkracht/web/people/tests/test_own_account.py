"""Own log-in: half log-ins end soon, sessions are ended, codes on paper work once, the demo gives text back."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import path, reverse
from freezegun import freeze_time

from tests.security.test_time_outs import code_of, log_in, password_of
from veerkracht.web.config import urls
from veerkracht.web.people import log_in_pages as entry
from veerkracht.web.people import recovery_codes
from veerkracht.web.people.models import Account, LogInSession, RecoveryCode
from veerkracht.web.people.sessions import device_in_words

# For the demo's entrance, which is no address outside the demo.
urlpatterns = [*urls.urlpatterns, path("demo", entry.demo, name="demo")]
START = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.UTC)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
NEW = "een heel andere lange zin"


@pytest.fixture
def clock():
    with freeze_time(START) as frozen:
        yield frozen


def half_way(browser: Client, who: Account) -> None:
    answer = browser.post("/inloggen/", {"login": who.login, "password": password_of(who)})
    assert answer["Location"] == "/inloggen/code/"


@pytest.mark.parametrize(("seconds", "in_time"), [(600, True), (601, False)])
def test_half_a_log_in_lasts_ten_minutes(seconds, in_time, peter, clock):
    code_of(peter)
    browser = Client()
    half_way(browser, peter)
    clock.tick(seconds)
    answer = browser.post("/inloggen/code/", {"code": code_of(peter)})
    assert answer["Location"] == ("/" if in_time else "/inloggen/")


def test_half_a_log_in_ends_with_the_password_it_was_made_with(peter):
    code_of(peter)
    browser = Client()
    half_way(browser, peter)
    peter.set_password(NEW)
    peter.save()
    assert browser.post("/inloggen/code/", {"code": code_of(peter)})["Location"] == "/inloggen/"


def test_half_a_log_in_gets_a_fresh_key(peter):
    browser = Client()
    browser.get("/mensen/")  # a page that waits: now there is a key
    before = browser.session.session_key
    half_way(browser, peter)
    assert before and browser.session.session_key != before
    assert not LogInSession.objects.filter(session_key=before).exists()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox op Linux"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome op Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) Version/18.1 Mobile Safari/604.1", "Safari op iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge op Windows"),
        ("", "Onbekend apparaat"),
        ("<script>", "Onbekend apparaat"),
    ],
)
def test_a_device_in_words(agent, words):
    assert device_in_words(agent) == words


def test_she_sees_her_sessions_and_ends_one_or_all(samira, denise):
    first, second, third, other = (Client(headers={"user-agent": FIREFOX}) for _ in range(4))
    for browser in (first, second, third):
        log_in(browser, samira)
    log_in(other, denise)
    page = first.get(reverse("people:own_account")).content.decode()
    assert page.count("Firefox op Linux") == 3 and page.count("dit apparaat") == 1
    assert not any(b.session.session_key in page for b in (first, second, third)), (
        "a handle, not the key itself"
    )
    handles = re.findall(r'name="sessie" value="([0-9a-f]+)"', page)
    assert len(handles) == 2
    assert other.post(reverse("people:end_session"), {"sessie": handles[0]}).status_code == 404
    assert first.post(reverse("people:end_session"), {"sessie": handles[0]}).status_code == 302
    still_in = [b.get(reverse("people:own_account")).status_code for b in (first, second, third, other)]
    assert sorted(still_in[1:3]) == [200, 302] and still_in[0] == still_in[3] == 200
    assert first.post(reverse("people:end_session")).status_code == 302
    assert [b.get(reverse("people:own_account")).status_code for b in (first, second, third)] == [
        200,
        302,
        302,
    ]


# ASVS 7.5.2: who holds the telephone for a minute does not log the others out.
def test_later_a_session_is_ended_with_the_password_only(samira, clock):
    here, there = Client(headers={"user-agent": FIREFOX}), Client()
    log_in(here, samira)
    log_in(there, samira)
    clock.tick(601)
    page = here.get(reverse("people:own_account")).content.decode()
    handle = re.findall(r'name="sessie" value="([0-9a-f]+)"', page)[0]
    end = reverse("people:end_session")
    asked = here.post(end, {"sessie": handle})
    assert asked.status_code == 200 and "Typ eerst je wachtwoord" in asked.content.decode()
    assert (
        "niet het wachtwoord van nu"
        in here.post(end, {"sessie": handle, "present": "geraden"}).content.decode()
    )
    assert there.get(reverse("people:own_account")).status_code == 200
    assert here.post(end, {"sessie": handle, "present": password_of(samira)}).status_code == 302
    assert there.get(reverse("people:own_account")).status_code == 302


def test_a_new_password_ends_the_sessions_elsewhere(samira):
    here, there = Client(), Client()
    log_in(here, samira)
    log_in(there, samira)
    chosen = {"password": NEW, "again": NEW, "present": password_of(samira)}
    assert here.post(reverse("people:own_password"), chosen).status_code == 302
    assert here.get(reverse("people:own_account")).status_code == 200
    assert there.get(reverse("people:own_account")).status_code == 302
    assert LogInSession.objects.filter(account_id=samira.pk).count() == 1


def test_stopping_an_account_ends_its_sessions(as_, peter, others):
    log_in(Client(), peter)
    as_(others["func_beheer"]).post(reverse("people:change_account", args=[peter.pk]), {"wat": "stop"})
    assert not LogInSession.objects.filter(account_id=peter.pk).exists()


def codes_of(browser: Client) -> list[str]:
    page = browser.post(reverse("people:recovery_codes")).content.decode()
    return re.findall(r"<code>([2-9A-Z]{5}-[2-9A-Z]{5})</code>", page)


def test_recovery_codes_are_shown_once_and_each_works_once(peter, clock):
    browser = Client()
    log_in(browser, peter)
    codes = codes_of(browser)
    assert len(set(codes)) == 10
    stored = " ".join(RecoveryCode.objects.values_list("code_hash", flat=True))
    page = browser.get(reverse("people:recovery_codes")).content.decode()
    assert not any(code in page or code.replace("-", "") in stored for code in codes)
    for code, works in ((codes[0].lower(), True), (codes[0], False), (codes[1].replace("-", " "), True)):
        clock.tick(120)  # a wrong one makes the next one wait
        visitor = Client()
        half_way(visitor, peter)
        answer = visitor.post("/inloggen/code/", {"code": code})
        assert (answer.status_code == 302) is works, code
    assert recovery_codes.codes_left(peter) == 8
    new = codes_of(browser)
    visitor = Client()
    half_way(visitor, peter)
    assert visitor.post("/inloggen/code/", {"code": codes[2]}).status_code == 200, "old ones are over"
    assert recovery_codes.codes_left(peter) == 10 == len(new)


def test_guessing_recovery_codes_slows_down(peter, clock):
    browser = Client()
    log_in(browser, peter)
    good = codes_of(browser)[0]
    visitor = Client()
    half_way(visitor, peter)
    for _ in range(6):
        visitor.post("/inloggen/code/", {"code": "ABCDE-23456"})
    assert visitor.post("/inloggen/code/", {"code": good}).status_code == 200, "even the right one waits"
    clock.tick(400)
    assert visitor.post("/inloggen/code/", {"code": good}).status_code == 302


def test_a_code_of_a_colleague_does_not_open(peter, aylin, clock):
    hers = recovery_codes.make_recovery_codes(by=aylin).new_codes[0]
    code_of(peter)
    visitor = Client()
    half_way(visitor, peter)
    assert visitor.post("/inloggen/code/", {"code": hers}).status_code == 200


def test_later_than_ten_minutes_after_the_log_in_the_password_is_asked(peter, clock):
    browser = Client()
    log_in(browser, peter)
    clock.tick(601)
    assert codes_of(browser) == []
    page = browser.post(reverse("people:recovery_codes"), {"present": "geraden"})
    assert "Dit is niet het wachtwoord van nu" in page.content.decode()
    answer = browser.post(reverse("people:recovery_codes"), {"present": password_of(peter)})
    assert len(answer.context["codes"]) == 10


# `ecosystem.md` A15: the demo's entrance lost the text that the page above it promised to keep.
def test_the_entrance_of_the_demo_gives_the_text_back(samira, samira_case, clock, settings):
    settings.DEMO, settings.ROOT_URLCONF = True, __name__
    type(samira.municipality).objects.update(is_demo=True)
    browser = Client()
    browser.post("/demo", {"login": "samira"})
    clock.tick(3601)
    address = reverse("plan:wish", args=[samira_case.public_id])
    browser.post(address, {"wish": "Ik wil koken voor anderen.", "seen_version": 1})
    answer = browser.post("/demo", {"login": "samira"})
    assert answer["Location"] == reverse("people:resume")
    assert "Ik wil koken voor anderen." in browser.get(answer["Location"]).content.decode()
