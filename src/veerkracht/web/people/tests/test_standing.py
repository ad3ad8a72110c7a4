"""Closing, reopening, pausing and taking off: with reasons, and with the story intact."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people import actions, standing_actions
from veerkracht.web.people.models import Case, Turn
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import Plan
from veerkracht.web.today.queries import today


def page(name, case):
    return reverse(f"people:{name}", args=[case.public_id])


def close(client, case, **more):
    case.refresh_from_db()
    return client.post(
        page("close", case), {"reason": "work", "seen_version": case.version, "was": "", **more}
    )


def names(client, **query):
    lines = client.get(reverse("people:case_list"), query).context["page"].object_list
    return [line.name for line in lines]


def test_a_closed_case_leaves_the_list_and_is_still_found(as_, peter, samira_case):
    client = as_(peter)
    assert close(client, samira_case, words="Zij begon bij de bakker.").status_code == 302
    assert names(client) == []
    assert names(client, alleen="afgesloten") == ["Samira Haddad"]
    assert names(client, zoek="haddad") == ["Samira Haddad"]
    turn = Turn.objects.get(case=samira_case)
    assert (turn.kind, turn.reason, turn.words, turn.by) == (
        "closed",
        "work",
        "Zij begon bij de bakker.",
        peter,
    )


def test_without_a_reason_nothing_is_closed_and_the_words_come_back(as_, peter, samira_case):
    answer = close(as_(peter), samira_case, reason="", words="Zij belde zelf af.")
    text = answer.content.decode()
    assert "Kies een van de mogelijkheden" in text and "Zij belde zelf af." in text
    samira_case.refresh_from_db()
    assert not samira_case.is_closed


def test_nothing_changes_in_a_closed_case_until_it_is_reopened(as_, peter, samira_case):
    client = as_(peter)
    plan_actions.write_wish(by=peter, case=samira_case, wish="Koken voor anderen.", seen_version=1)
    close(client, samira_case)
    answer = client.get(page("change_case", samira_case), follow=True)
    assert "Heropen het eerst" in answer.content.decode()
    samira_case.refresh_from_db()
    with pytest.raises(Http404):
        plan_actions.write_wish(by=peter, case=samira_case, wish="Weg ermee.", seen_version=2)
    client.post(page("turn_back", samira_case), {"wat": "heropenen", "seen_version": samira_case.version})
    assert names(client) == ["Samira Haddad"]
    assert Plan.objects.get(case=samira_case).wish == "Koken voor anderen."
    assert [turn.kind for turn in Turn.objects.filter(case=samira_case)] == ["closed", "reopened"]


def test_she_reads_that_it_stopped_and_changes_nothing(as_, peter, samira, samira_case):
    close(as_(peter), samira_case)
    text = as_(samira).get(page("case", samira_case), follow=True).content.decode()
    assert "Je begeleiding is gestopt" in text
    answer = as_(samira).post(page("change_case", samira_case), {"first_name": "Sam"}, follow=True)
    assert "kun je hier niets veranderen" in answer.content.decode()
    assert as_(samira).get(page("standing", samira_case)).status_code == 404


def test_two_who_close_at_once_close_once(as_, peter, joke, samira_case):
    seen = samira_case.version
    assert close(as_(peter), samira_case).status_code == 302
    samira_case.refresh_from_db()
    standing_actions.reopen_case(by=peter, case=samira_case, seen_version=samira_case.version)
    late = as_(joke).post(page("close", samira_case), {"reason": "other", "seen_version": seen, "was": ""})
    assert late.status_code == 409


def test_a_pause_silences_the_reminder_of_silence_and_nothing_else(as_, peter, samira_case):
    day = timezone.localdate()
    Plan.objects.create(case=samira_case, rhythm_weeks=2, rhythm_on=day - dt.timedelta(weeks=9))
    assert [one.name for one in today(account=peter, day=day).silent] == ["Samira Haddad"]
    until = day + dt.timedelta(days=30)
    client = as_(peter)
    sent = {"reason": "rest", "until": f"{until:%d-%m-%Y}", "seen_version": samira_case.version, "was": ""}
    assert client.post(page("pause", samira_case), sent).status_code == 302
    assert today(account=peter, day=day).silent == []
    assert names(client) == names(client, alleen="rust") == ["Samira Haddad"]
    assert [one.name for one in today(account=peter, day=until + dt.timedelta(days=1)).silent] == [
        "Samira Haddad"
    ]


@pytest.mark.parametrize("until", ["1-1-2020", "1-1-2099", "31-02-2027", "straks", ""])
def test_a_day_that_cannot_be_says_why(as_, peter, samira_case, until):
    answer = as_(peter).post(
        page("pause", samira_case),
        {
            "reason": "rest",
            "until": until,
            "words": "Even niet.",
            "seen_version": samira_case.version,
            "was": "",
        },
    )
    assert answer.status_code == 200 and "Even niet." in answer.content.decode()
    assert not Turn.objects.exists()


def typed_by_mistake(peter) -> Case:
    return actions.open_case(by=peter, first_name="Dubbel", last_name="Getypt")


def test_a_mistake_is_taken_off_and_put_back(as_, peter):
    case, client = typed_by_mistake(peter), as_(peter)
    sent = {"reason": "typed", "seen_version": case.version, "was": ""}
    assert client.post(page("remove", case), sent)["Location"] == reverse("people:case_list")
    assert names(client) == names(client, zoek="dubbel") == []
    assert client.get(page("case", case)).status_code == 404
    assert "Dubbel" in client.get(reverse("people:removed_cases")).content.decode()
    client.post(reverse("people:put_back"), {"nummer": case.public_id})
    assert names(client) == ["Dubbel Getypt"]


def test_nobody_else_puts_it_back_and_not_after_fourteen_days(as_, peter, aylin):
    case = typed_by_mistake(peter)
    standing_actions.remove_case(by=peter, case=case, seen_version=1, reason="typed")
    as_(aylin).post(reverse("people:put_back"), {"nummer": case.public_id})
    assert Case.objects.get(pk=case.pk).removed_on
    Case.objects.filter(pk=case.pk).update(removed_on=timezone.localdate() - dt.timedelta(days=15))
    answer = as_(peter).post(reverse("people:put_back"), {"nummer": case.public_id}, follow=True)
    assert "niet (meer)" in answer.content.decode()


def test_who_has_her_own_log_in_is_closed_and_not_taken_off(as_, peter, samira_case):
    text = as_(peter).get(page("remove", samira_case)).content.decode()
    assert "kunt u niet weghalen" in text and "eigen manier om in te loggen" in text
    with pytest.raises(Http404):
        standing_actions.remove_case(by=peter, case=samira_case, seen_version=1, reason="typed")


def test_a_stand_in_pauses_and_does_not_take_off(as_, joke, samira_case):
    text = as_(joke).get(page("standing", samira_case)).content.decode()
    assert "Pauzeren" in text and "per vergissing" not in text
    assert as_(joke).get(page("remove", samira_case)).status_code == 404
