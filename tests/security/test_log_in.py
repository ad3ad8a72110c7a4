"""SES-04 and SES-05: five guesses and no more, the same answer for every name, and two steps for all staff."""

from __future__ import annotations

import datetime as dt
import gzip
import logging
import re

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.security.addresses import body
from tests.security.test_time_outs import clock, code_of, is_in, log_in, password_of
from veerkracht.web.people.models import Account, AccountRole
from veerkracht.web.people.passwords import LEAKED

__all__ = ["clock"]


# ASVS 6.2.4 and 6.2.12
def test_a_password_that_leaked_is_refused(samira) -> None:
    leaked = gzip.decompress(LEAKED.read_bytes()).decode().splitlines()
    assert len(leaked) > 50_000 and min(map(len, leaked)) >= 12
    browser = Client()
    log_in(browser, samira)
    for password in ("1qaz2wsx3edc", "StrawberryFieldsForever", *leaked[:: len(leaked) // 3]):
        typed = {"present": password_of(samira), "password": password, "again": password}
        page = browser.post("/mijn-wachtwoord/", typed)
        assert page.status_code == 200 and "gelekte wachtwoorden" in page.content.decode(), password


def guess(login: str, password: str, address: int = 1):  # type: ignore[no-untyped-def]
    """One try from one of many addresses, each in a browser of its own."""
    place = f"10.0.{address // 250}.{address % 250 + 1}"
    return Client(REMOTE_ADDR=place).post("/inloggen/", {"login": login, "password": password})


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.long)])
def test_an_account_gets_five_guesses_whatever_the_number_of_addresses(count, samira, monkeypatch) -> None:
    checked = []
    real = Account.check_password
    monkeypatch.setattr(Account, "check_password", lambda self, raw: checked.append(raw) or real(self, raw))
    answers = [guess("samira", f"raad {n}", address=n % 200).status_code for n in range(count)]
    assert len(checked) <= 5
    assert set(answers[5:]) == {429}
    assert guess("samira", password_of(samira), address=77).status_code == 429, "even the right one waits"
    assert len(checked) <= 5


def test_capitals_accents_and_spaces_do_not_give_more_guesses(samira) -> None:
    for n, spelling in enumerate(("samira", "SAMIRA", "Sámira", " samira ", "sami\u0301ra", "SAMIRA\u200b")):
        last = guess(spelling, f"raad {n}")
    assert last.status_code == 429
    assert guess("samira", password_of(samira)).status_code == 429


def test_a_name_that_exists_gets_the_same_answers_as_one_that_does_not(samira, peter) -> None:
    def talk(login: str) -> list[tuple[int, str]]:
        answers = [guess(login, f"raad {n}") for n in range(8)]
        return [(a.status_code, body(a).replace(f'value="{login}"', "")) for a in answers]

    nobody = talk("niemand")
    assert talk("samira") == nobody
    assert talk("peter") == nobody, "and whether somebody is staff shows only after the password"


def test_a_stranger_cannot_keep_her_out_of_her_own_telephone(samira) -> None:
    telephone = Client()
    assert (
        telephone.post("/inloggen/", {"login": "samira", "password": password_of(samira)}).status_code == 302
    )
    telephone.post("/uitloggen/")
    for n in range(8):
        assert guess("samira", f"raad {n}", address=n).status_code in (200, 429)
    assert guess("samira", password_of(samira), address=99).status_code == 429
    came_in = telephone.post("/inloggen/", {"login": "samira", "password": password_of(samira)})
    assert came_in.status_code == 302 and is_in(telephone)


def test_her_telephone_has_five_guesses_too_and_nobody_elses_name(samira, denise) -> None:
    telephone = Client()
    telephone.post("/inloggen/", {"login": "samira", "password": password_of(samira)})
    telephone.post("/uitloggen/")
    answers = [
        telephone.post("/inloggen/", {"login": "samira", "password": f"raad {n}"}).status_code
        for n in range(7)
    ]
    assert answers[-1] == 429
    for n in range(7):
        telephone.post("/inloggen/", {"login": "denise", "password": f"raad {n}"})
    assert guess("denise", password_of(denise)).status_code == 429, "for another name it is a stranger"


def test_a_mark_that_somebody_made_up_counts_as_a_strangers(samira) -> None:
    for n in range(8):
        browser = Client()
        browser.cookies["toestel"] = f"samira:{n}"
        last = browser.post("/inloggen/", {"login": "samira", "password": f"raad {n}"})
    assert last.status_code == 429


def test_a_new_password_asks_the_one_of_now(samira) -> None:
    browser = Client()
    browser.post("/inloggen/", {"login": "samira", "password": password_of(samira)})
    chosen = {"password": "een heel andere lange zin", "again": "een heel andere lange zin"}
    for present in ({}, {"present": "geraden"}):
        assert browser.post("/mijn-wachtwoord/", {**chosen, **present}).status_code == 200
    samira.refresh_from_db()
    assert samira.check_password(password_of(samira))
    assert browser.post("/mijn-wachtwoord/", {**chosen, "present": password_of(samira)}).status_code == 302
    samira.refresh_from_db()
    assert samira.check_password("een heel andere lange zin")


def test_log_ins_are_written_down_without_a_name(samira, caplog) -> None:
    caplog.set_level("INFO", logger="veerkracht")
    logging.getLogger("veerkracht").addHandler(caplog.handler)
    guess("samira", "geraden-wachtwoord")
    browser = Client()
    browser.post("/inloggen/", {"login": "samira", "password": password_of(samira)})
    browser.get("/mensen/ZZZZZZZZ/plan/")
    lines = " ".join(str(record.msg) for record in caplog.records)
    logging.getLogger("veerkracht").removeHandler(caplog.handler)
    assert all(kind in lines for kind in ("log_in_refused", "logged_in", "door_refused"))
    assert "samira" not in lines.lower() and "geraden" not in lines and "ZZZZZZZZ" not in lines


def test_a_lock_lasts_half_an_hour(samira, clock) -> None:
    for n in range(6):
        guess("samira", f"raad {n}")
    clock.tick(29 * 60)
    assert guess("samira", password_of(samira)).status_code == 429
    clock.tick(30 * 60 + 1)
    answer = guess("samira", password_of(samira))
    assert answer.status_code == 302 and answer["Location"] == "/"


def test_a_lock_on_one_account_leaves_the_others_alone(samira, denise) -> None:
    for n in range(8):
        guess("samira", f"raad {n}")
    assert guess("denise", password_of(denise)).status_code == 302


def test_a_good_log_in_forgets_the_mistakes(samira, clock) -> None:
    for _ in range(3):
        for n in range(4):
            assert guess("samira", f"raad {n}").status_code == 200
        log_in(Client(), samira)


def test_a_wrong_password_is_kept_nowhere(samira, db) -> None:
    guess("samira", "dit-is-mijn-bankpas-1234")
    kept = " ".join(map(repr, AccessAttempt.objects.values_list()))
    assert "samira" in kept and "bankpas" not in kept


STAFF = [role for role in AccountRole if role not in ("moeder", "gemachtigde", "netwerkpersoon")]


@pytest.mark.parametrize("role", STAFF)
def test_no_staff_account_gets_in_with_a_password_alone(role, voorbeeld) -> None:
    who = Account(login="ella", name="Ella Vink", role=role, municipality=voorbeeld)
    who.set_password(password_of(who))
    who.save()
    browser = Client()
    answer = browser.post("/inloggen/", {"login": "ella", "password": password_of(who)})
    assert answer["Location"] == "/inloggen/code/"
    assert not is_in(browser), "the first step alone opens nothing"
    assert browser.get("/inloggen/code/")["Location"] == "/inloggen/app-koppelen/"


def test_peter_couples_his_app_at_the_first_log_in(peter, clock) -> None:
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": password_of(peter)})
    page = browser.get("/inloggen/app-koppelen/").content.decode()
    assert "<svg" in page and re.search(r"otpauth://totp/[^ ]*secret=[A-Z2-7]{32}", page)
    wrong = browser.post("/inloggen/app-koppelen/", {"code": "000000"})
    assert wrong.status_code == 200 and not is_in(browser)
    assert not TOTPDevice.objects.get(user=peter).confirmed
    clock.tick(60)
    assert browser.post("/inloggen/app-koppelen/", {"code": code_of(peter)}).status_code == 302
    assert is_in(browser) and TOTPDevice.objects.get(user=peter).confirmed


def test_a_second_app_cannot_be_coupled_with_the_password_alone(peter, clock) -> None:
    code_of(peter)
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": password_of(peter)})
    assert browser.get("/inloggen/app-koppelen/").status_code == 302
    assert browser.post("/inloggen/app-koppelen/", {"code": "123456"}).status_code == 302
    assert TOTPDevice.objects.filter(user=peter).count() == 1


@pytest.mark.parametrize("typed", ["000000", "12345", "abcdef", "١٢٣٤٥٦", "", "1234567", "12 34"])
def test_a_wrong_code_stays_at_the_door_with_a_sentence(typed, peter, clock) -> None:
    code_of(peter)
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": password_of(peter)})
    answer = browser.post("/inloggen/code/", {"code": typed})
    assert answer.status_code == 200 and "vk-error-summary" in answer.content.decode()
    assert not is_in(browser)


# ASVS 6.5.5
@pytest.mark.parametrize("seconds", [-30, 30])
def test_a_code_is_good_in_its_own_thirty_seconds_only(seconds, peter, clock) -> None:
    clock.move_to(dt.datetime(2026, 11, 30, 9, 0, 15))
    clock.tick(seconds)
    code = code_of(peter)
    clock.tick(-seconds)
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": password_of(peter)})
    page = browser.post("/inloggen/code/", {"code": code}).content.decode()
    assert "Deze code is net voorbij" in page and not is_in(browser)
    clock.tick(2)  # a wrong code makes the next try wait a second
    assert browser.post("/inloggen/code/", {"code": code_of(peter)}).status_code == 302


def test_a_code_works_once(peter, clock) -> None:
    code = code_of(peter)
    log_in(Client(), peter)
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": password_of(peter)})
    assert browser.post("/inloggen/code/", {"code": code}).status_code == 200
    assert not is_in(browser), "somebody looked over his shoulder"
    clock.tick(30)
    assert browser.post("/inloggen/code/", {"code": code_of(peter)}).status_code in (200, 302)


def test_codes_cannot_be_guessed_one_after_the_other(peter, clock) -> None:
    code = code_of(peter)
    browser = Client()
    browser.post("/inloggen/", {"login": "peter", "password": password_of(peter)})
    for n in range(20):
        browser.post("/inloggen/code/", {"code": f"{n:06}"})
    assert browser.post("/inloggen/code/", {"code": code}).status_code == 200
    assert not is_in(browser), "after wrong ones even the right one has to wait"


def test_the_second_step_needs_the_first(peter, clock) -> None:
    code = code_of(peter)
    browser = Client()
    assert browser.post("/inloggen/code/", {"code": code})["Location"] == "/inloggen/"
    assert not is_in(browser)


def test_after_log_in_one_lands_only_on_pages_of_our_own(samira) -> None:
    for evil in ("https://elders.example/", "//elders.example/", "javascript:alert(1)"):
        browser = Client()
        browser.get("/")
        session = browser.session
        session["next"] = evil
        session.save()
        assert log_in(browser, samira)["Location"] == "/"


def test_the_demo_entrance_does_not_exist_outside_demo_mode(db) -> None:
    assert Client().get("/demo").status_code == 404
    assert Client().post("/demo", {"login": "samira"}).status_code == 404
