"""The side of the employer: a sheet by link, his answer laid over her week, and nothing about the family."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.chain import actions, handover_actions, link_actions, share_actions
from veerkracht.web.chain.daily import ask_after_six_weeks
from veerkracht.web.chain.domain.work_times import UnreadableLine, read_times
from veerkracht.web.chain.models import Helper, Share, SheetReply
from veerkracht.web.people.models import Account, Case
from veerkracht.web.planner import actions as planner_actions

As = Callable[[Account], Client]


def test_times_as_people_type_them() -> None:
    assert read_times("ma 9.00-13.00\n\nDinsdag 8:30 tot 14\nvr 9-12.15") == [
        ("ma", "09:00", "13:00"),
        ("di", "08:30", "14:00"),
        ("vr", "09:00", "12:15"),
    ]
    for line in ("ma", "ma 13.00-9.00", "ma 9.70-12.00", "elke dag 9-5", "ma 9-25"):
        with pytest.raises(UnreadableLine):
            read_times(line)


@pytest.fixture
def opened(
    settings: Any, peter: Account, samira: Account, samira_case: Case, django_capture_on_commit_callbacks: Any
) -> tuple[Client, int]:
    """The employer's browser with the link open, and the number of the share."""
    settings.MAIL_FROM, settings.PUBLIC_ADDRESS = "a@voorbeeld.nl", "https://overzicht.voorbeeld.nl"
    sheet = {
        "start_tolerance": 5,
        "phone_rule": "De telefoon ligt op tafel.",
        "holiday_rule": "",
        "roster_rule": "",
    }
    planner_actions.write_profile(by=samira, case=samira_case, seen_version=0, **sheet)
    boss: Helper = actions.add_helper(
        by=samira, case=samira_case, name="Wim Bakker", purpose="Werk", email="wim@bakker.example"
    )
    share = share_actions.ask_share(
        by=samira,
        case=samira_case,
        helper_id=boss.pk,
        purpose="Werk in de keuken",
        pieces=["sheet"],
        until=timezone.localdate() + dt.timedelta(days=90),
    )
    with django_capture_on_commit_callbacks(execute=True):
        link_actions.send_link(by=peter, case=samira_case, helper_id=boss.pk)
    found = re.search(r"/stuk/[\w-]+/", mail.outbox[-1].body)
    assert found
    browser = Client()
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(found[0])
    browser.post(f"{found[0]}code/", {"code": mail.outbox[-1].body.strip()})
    return browser, share.pk


def test_he_proposes_other_times_and_she_sees_it(as_: As, samira, samira_case, opened) -> None:
    browser, share_id = opened
    page = reverse("chain:link_answer_sheet", args=[share_id])
    read = browser.get(page).content.decode()
    assert not [word for word in ("Yara", "Adam", "kind", "opvang") if word in read]
    wrong = browser.post(page, {"answer": "other", "times": "elke ochtend", "words": "Graag vroeg."})
    assert "is niet te lezen" in wrong.content.decode() and "Graag vroeg." in wrong.content.decode()
    assert "Schrijf op welke tijden" in browser.post(page, {"answer": "other", "times": ""}).content.decode()
    sent = {
        "answer": "other",
        "times": "ma 9.00-12.00\ndo 9-12",
        "phone_rule_ok": "on",
        "words": "Graag vroeg.",
    }
    assert browser.post(page, sent).status_code == 302
    reply = SheetReply.objects.get()
    assert reply.times == [["ma", "09:00", "12:00"], ["do", "09:00", "12:00"]] and reply.phone_rule_ok
    hers = as_(samira).get(reverse("chain:shares", args=[samira_case.public_id])).content.decode()
    assert (
        "ma 09:00–12:00" in hers
        and "Of dit past, weten we pas als je week is ingevuld." in hers
        and "Graag vroeg." in hers
        and "De afspraak over de telefoon is goed." in hers
    )
    browser.post(page, {"answer": "yes", "school_weeks_ok": "on", "starts_on": "01-01-2026"})
    reply.refresh_from_db()
    assert reply.answer == "yes" and reply.school_weeks_ok and SheetReply.objects.count() == 1


def test_after_six_weeks_of_work_both_look_again(as_: As, samira, samira_case, opened) -> None:
    browser, share_id = opened
    sent = {"answer": "yes", "starts_on": "01-01-2026"}
    browser.post(reverse("chain:link_answer_sheet", args=[share_id]), sent)
    SheetReply.objects.update(said_on=dt.date(2025, 12, 20))
    page = as_(samira).get(reverse("chain:shares", args=[samira_case.public_id])).content.decode()
    assert "Het werk loopt zes weken" in page


def test_without_the_share_there_is_no_sheet(samira, samira_case, opened) -> None:
    browser, share_id = opened
    share_actions.withdraw(by=samira, case=samira_case, share_id=share_id, seen_version=2)
    page = reverse("chain:link_answer_sheet", args=[share_id])
    assert browser.get(page).status_code == 404
    assert browser.post(page, {"answer": "yes"}).status_code == 404
    assert not SheetReply.objects.exists()


def test_a_filled_week_says_at_once_what_fits_and_what_not(as_: As, samira, samira_case, opened) -> None:
    """Adam at day care, Yara at school: a morning fits, an evening until nine does not."""
    _fill_her_week(samira, samira_case)
    browser, share_id = opened
    page = reverse("chain:link_answer_sheet", args=[share_id])
    browser.post(page, {"answer": "other", "times": "ma 9.00-13.00"})
    for where in ("chain:shares", "planner:week"):
        hers = as_(samira).get(reverse(where, args=[samira_case.public_id])).content.decode()
        assert "Werktijden: antwoord van Wim Bakker" in hers and "past nog niet" not in hers, where
    browser.post(page, {"answer": "other", "times": "ma 9.00-13.00\ndi 17.00-21.00"})
    for where in ("chain:shares", "planner:week"):
        hers = as_(samira).get(reverse(where, args=[samira_case.public_id])).content.decode()
        assert "past nog niet" in hers and "dinsdag" in hers, where
    assert "Antwoord van Wim Bakker" in as_(samira).get(reverse("mine:week")).content.decode()


DAY_CARE = {
    "type": "dagopvang",
    "name": "Kinderdagverblijf",
    "at": "own",
    "open_days": ["ma", "di", "wo", "do", "vr"],
    "open": "07:30",
    "close": "18:00",
    "latest_drop": "09:30",
    "handover": 8,
    "days_school": 5,
    "days_holiday": 5,
    "hours_per_day": 10.5,
    "rate": 10.9,
}


def _fill_her_week(samira: Account, case: Case) -> None:
    """Adam can be at day care from 7.30 to 18.00; Yara is at school, the journeys are what they often are."""
    adam = case.household.children.get(first_name="Adam")
    facts = {**DAY_CARE, "children": [str(adam.pk)]}
    planner_actions.add_part(by=samira, case=case, kind="service", facts=facts)


def test_the_sheet_goes_alone(as_: As, samira, samira_case, opened) -> None:
    boss = Share.objects.get(pk=opened[1]).helper
    page = reverse("chain:ask_share", args=[samira_case.public_id, boss.pk])
    sent = {"pieces": ["sheet", "money"], "purpose": "Werk", "until": "01-01-2027"}
    assert "Het blad voor een werkgever gaat alleen" in as_(samira).post(page, sent).content.decode()


@pytest.fixture
def wim(others: dict[str, Account]) -> Account:
    return others["werkgever"]


def test_an_employer_with_a_log_in_gets_the_sheet_and_nothing_else(
    as_: As, wim, samira, samira_case, peter, opened
) -> None:
    boss: Helper = actions.add_helper(
        by=samira, case=samira_case, name="Wim", purpose="Werk", account_id=wim.pk
    )
    day = timezone.localdate() + dt.timedelta(days=30)
    asked = {"by": samira, "case": samira_case, "helper_id": boss.pk, "purpose": "Werk", "until": day}
    for pieces in (["money"], ["timetable"], ["sheet", "money"]):
        with pytest.raises(Http404):
            share_actions.ask_share(**asked, pieces=pieces)
    choices = as_(samira).get(reverse("chain:ask_share", args=[samira_case.public_id, boss.pk]))
    assert [key for key, _ in choices.context["form"].fields["pieces"].choices] == ["sheet"]
    share = share_actions.ask_share(**asked, pieces=["sheet"])
    browser = as_(wim)
    assert "Samira Haddad" in browser.get("/", follow=True).content.decode()
    page = reverse("chain:answer_sheet", args=[boss.pk, share.pk])
    read = browser.get(page).content.decode()
    assert not [word for word in ("Yara", "Adam", "kind", "opvang") if word in read]
    assert browser.post(page, {"answer": "other", "times": "ma 9-12"}).status_code == 302
    assert SheetReply.objects.get(share=share).times == [["ma", "09:00", "12:00"]]
    assert browser.get(reverse("chain:around", args=[samira_case.public_id])).status_code == 404
    with pytest.raises(Http404):
        handover_actions.make_handover(by=peter, case=samira_case, topic="x", to_helper_id=boss.pk)


def test_money_of_before_stays_shut_when_the_log_in_becomes_an_employers(
    as_: As, wim, carla, samira, samira_case, partner
) -> None:
    day = timezone.localdate() + dt.timedelta(days=30)
    share_actions.ask_share(
        by=samira, case=samira_case, helper_id=partner.pk, purpose="Geld", pieces=["money"], until=day
    )
    Helper.objects.filter(pk=partner.pk).update(account=wim)
    assert as_(wim).get(reverse("chain:pieces", args=[partner.pk])).status_code == 404


def test_after_six_weeks_both_are_asked_once(
    as_: As, samira, samira_case, opened, django_capture_on_commit_callbacks
) -> None:
    browser, share_id = opened
    page = reverse("chain:link_answer_sheet", args=[share_id])
    browser.post(page, {"answer": "yes", "starts_on": "30-11-2026"})
    SheetReply.objects.update(starts_on=dt.date(2026, 11, 30), said_on=dt.date(2026, 11, 20))
    Share.objects.update(until=dt.date(2027, 6, 1))
    assert ask_after_six_weeks(dt.date(2027, 1, 10)) == 0
    before = len(mail.outbox)
    with django_capture_on_commit_callbacks(execute=True):
        assert ask_after_six_weeks(dt.date(2027, 1, 11)) == 1
    assert ["wim@bakker.example"] in [letter.to for letter in mail.outbox[before:]]
    assert ask_after_six_weeks(dt.date(2027, 1, 12)) == 0
