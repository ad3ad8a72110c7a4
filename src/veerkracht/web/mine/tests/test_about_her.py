"""Her details: a secret address on no screen, a new number after seven days, her appointments, and what is new."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from veerkracht.web.guide import actions as guide_actions
from veerkracht.web.guide.models import Talk
from veerkracht.web.reach.outbox import carry_out

NOON = dt.datetime(2026, 11, 30, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))
CONTACT = {
    "channel": "email",
    "email": "s@voorbeeld.nl",
    "days": "every_day",
    "from_hour": "9",
    "until_hour": "17",
}
CONTACT |= {"calling": "never", "voicemail": "nothing", "code_word": ""}


@pytest.mark.parametrize("page", ["mine:about", "mine:contact", "mine:start"])
def test_a_secret_address_is_on_no_screen(page, as_, samira, samira_case, peter) -> None:
    samira_case.address, samira_case.address_is_secret = "Hofzicht 31", True
    samira_case.save()
    assert "Hofzicht" not in as_(samira).get(reverse(page)).content.decode()
    staff = f"/mensen/{samira_case.public_id}/"
    for address in (staff, f"{staff}gegevens/"):
        assert "Hofzicht" not in as_(peter).get(address).content.decode()
    form = as_(peter).get(f"{staff}gegevens/").context["form"]
    typed = {"first_name": "Samira", "last_name": "Haddad", "address": "", "address_is_secret": "on"}
    sent = {**typed, "seen_version": form["seen_version"].value(), "was": form["was"].value()}
    assert as_(peter).post(f"{staff}gegevens/", sent).status_code == 302
    samira_case.refresh_from_db()
    assert samira_case.address == "Hofzicht 31"


def test_she_cannot_change_her_address_alone(as_, samira, samira_case) -> None:
    assert as_(samira).get(f"/mensen/{samira_case.public_id}/gegevens/").status_code == 404
    assert as_(samira).post(f"/mensen/{samira_case.public_id}/gegevens/", {"address": "x"}).status_code == 404


def test_another_number_counts_after_seven_days_and_can_be_stopped(
    as_, samira, samira_case, settings, django_capture_on_commit_callbacks
) -> None:
    settings.MAIL_FROM, settings.PUBLIC_ADDRESS = (
        "Mijn overzicht <a@voorbeeld.nl>",
        "https://overzicht.voorbeeld.nl",
    )
    with freeze_time(NOON):
        browser = as_(samira)
        browser.post(reverse("mine:contact"), CONTACT)
        with django_capture_on_commit_callbacks(execute=True):
            browser.post(reverse("mine:phone"), {"phone": "06 99 99 99 99"})
        assert [letter.to for letter in mail.outbox] == [["s@voorbeeld.nl"]]
        assert "06 99" not in mail.outbox[0].body
        today = timezone.localdate()
        carry_out(today + dt.timedelta(days=6))
        samira_case.refresh_from_db()
        assert samira_case.phone != "06 99 99 99 99"
        text = browser.get(reverse("mine:contact")).content.decode()
        assert "Nee, stop dit" in text and "99 99 99" not in text
        browser.post(reverse("mine:keep_contact"))
        carry_out(today + dt.timedelta(days=8))
        samira_case.refresh_from_db()
        assert samira_case.phone != "06 99 99 99 99"
        browser.post(reverse("mine:phone"), {"phone": "06 99 99 99 99"})
        carry_out(today + dt.timedelta(days=7))
        samira_case.refresh_from_db()
        assert samira_case.phone == "06 99 99 99 99"


def test_she_answers_an_appointment_and_another_day_asks_her_anew(as_, samira, samira_case, peter) -> None:
    on = timezone.localdate() + dt.timedelta(days=3)
    talk = guide_actions.plan_talk(by=peter, case=samira_case, on=on, bring="de brief van de opvang")
    browser, url = as_(samira), reverse("mine:answer_talk", args=[talk.pk])
    assert "de brief van de opvang" in browser.get(reverse("mine:talks")).content.decode()
    browser.post(url, {"kom": "nee", "words": "Dinsdag heb ik les"})
    staff = as_(peter).get(f"/mensen/{samira_case.public_id}/gesprekken/").content.decode()
    assert "Wil liever een andere dag." in staff and "Dinsdag heb ik les" in staff
    browser.post(url, {"kom": "ja"})
    talk = Talk.objects.get()
    assert (talk.her_answer, talk.her_words) == ("comes", "")
    guide_actions.change_talk(
        by=peter, case=samira_case, talk_id=talk.pk, seen_version=talk.version, on=on + dt.timedelta(days=1)
    )
    assert Talk.objects.get().her_answer == ""


def test_new_since_her_last_visit_is_what_others_did(as_, samira, samira_case, peter) -> None:
    with freeze_time(NOON - dt.timedelta(days=2)):
        as_(samira).get(reverse("mine:start"))
    with freeze_time(NOON - dt.timedelta(days=1)):
        guide_actions.plan_talk(by=peter, case=samira_case, on=timezone.localdate())
    with freeze_time(NOON):
        browser = as_(samira)
        browser.get(reverse("mine:more"))
        text = browser.get(reverse("mine:news")).content.decode()
        assert "Peter van Dongen" in text and "plande een gesprek" in text
        guide_actions.add_agenda_point(by=samira, case=samira_case, words="Iets")
        assert "gesprekspunt" not in browser.get(reverse("mine:news")).content.decode().lower()


def test_a_first_visit_has_no_news(as_, samira, samira_case) -> None:
    assert "Niets. Je bent bij." in as_(samira).get(reverse("mine:news")).content.decode()
