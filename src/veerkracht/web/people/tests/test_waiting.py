"""*Wacht op u*: one list of what needs a yes or an answer, filled by whoever has something, each with its own right."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people.models import HeldPerson
from veerkracht.web.people.waiting import waiting_rows
from veerkracht.web.plan import actions
from veerkracht.web.plan.models import Proposal

pytestmark = pytest.mark.django_db(databases="__all__")
ROOM = "people:waiting_for_you"


def rows_of(account):
    return waiting_rows(account=account, day=timezone.localdate())


def proposal(case, by, days: int) -> Proposal:
    on = timezone.localdate() - dt.timedelta(days=days)
    return actions.add_proposal(by=by, case=case, what="De avondklas in het buurthuis.", proposed_on=on)


def answer(browser, case, row: Proposal, **sent: str):
    where = reverse("plan:reply_at_once", args=[case.public_id, row.pk])
    return browser.post(where, {"seen_version": row.version, **sent}, follow=True)


def test_her_proposal_is_answered_on_the_spot_with_a_reason(as_, peter, samira, samira_case):
    row = proposal(samira_case, samira, 20)
    page = as_(peter).get(reverse(ROOM)).content.decode()
    assert "De avondklas in het buurthuis." in page and "te laat" in page
    assert "Kies een antwoord" in answer(as_(peter), samira_case, row, antwoord="yes").content.decode()
    assert (
        "Kies een antwoord" in answer(as_(peter), samira_case, row, antwoord="", reden="x").content.decode()
    )
    row.refresh_from_db()
    assert row.reply == "", "without a reason nothing is answered"
    answer(as_(peter), samira_case, row, antwoord="yes", reden="Dit telt mee als scholing.")
    row.refresh_from_db()
    assert (row.reply, row.reason, row.replied_by) == ("yes", "Dit telt mee als scholing.", peter)
    assert rows_of(peter) == []


def test_who_comes_second_hears_it(as_, peter, samira, samira_case):
    row = proposal(samira_case, samira, 1)
    answer(as_(peter), samira_case, row, antwoord="no", reden="Er is geen plek.")
    page = answer(as_(peter), samira_case, row, antwoord="yes", reden="Toch wel.").content.decode()
    row.refresh_from_db()
    assert row.reply == "no" and "Iemand anders veranderde dit net" in page


def test_a_colleague_sees_nothing_of_it_and_a_lead_only_the_number(
    as_, peter, aylin, marleen, samira, samira_case
):
    row = proposal(samira_case, samira, 20)
    assert rows_of(aylin) == []
    assert answer(as_(aylin), samira_case, row, antwoord="yes", reden="x").status_code == 404
    assert answer(as_(marleen), samira_case, row, antwoord="yes", reden="x").status_code == 404
    page = as_(marleen).get(reverse(ROOM)).content.decode()
    assert samira_case.public_id in page and "avondklas" not in page and "Samira" not in page
    assert [each.is_late for each in rows_of(marleen)] == [True]


def test_a_double_is_answered_here(as_, marleen, aylin, samira_case):
    held = HeldPerson.objects.create(
        municipality=samira_case.municipality,
        typed_by=aylin,
        other=samira_case,
        first_name="Samira",
        last_name="Dubbel",
        born_on=dt.date(1990, 1, 1),
    )
    page = as_(marleen).get(reverse(ROOM)).content.decode()
    assert "Samira Dubbel" in page and reverse("people:settle_double", args=[held.pk]) in page
    as_(marleen).post(reverse("people:settle_double", args=[held.pk]), {"antwoord": "zelfde"})
    assert rows_of(marleen) == []


def test_an_empty_room_says_so_and_strangers_do_not_enter(as_, peter, samira):
    assert "Er wacht niets op uw antwoord." in as_(peter).get(reverse(ROOM)).content.decode()
    assert as_(samira).get(reverse(ROOM)).status_code == 404


def test_the_number_of_queries_does_not_grow(as_, peter, samira, samira_case, django_assert_max_num_queries):
    for days in range(12):
        proposal(samira_case, samira, days)
    browser = as_(peter)
    browser.get(reverse(ROOM))
    with django_assert_max_num_queries(40):
        browser.get(reverse(ROOM))
