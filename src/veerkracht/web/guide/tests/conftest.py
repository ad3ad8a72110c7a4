"""A talk of Peter and Samira, and one sentence of hers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from veerkracht.web.guide import actions
from veerkracht.web.guide.models import Quote, Talk
from veerkracht.web.people.models import Account, Assignment, Case, Household


@pytest.fixture
def talk(peter, samira_case) -> Talk:
    made = actions.plan_talk(
        by=peter, case=samira_case, on=timezone.localdate(), starts_at=dt.time(9, 30), place="het buurthuis"
    )
    return actions.start_talk(by=peter, case=samira_case, talk_id=made.pk)


@pytest.fixture
def say(peter, samira_case, talk):
    def said(words: str, **more) -> Quote:
        return actions.add_quote(by=peter, case=samira_case, talk_id=talk.pk, words=words, **more)

    return said


@pytest.fixture
def new_case(voorbeeld, peter):
    """One more mother of Peter's, as many as a test wants."""

    def made(number: int) -> Case:
        household = Household.objects.create(municipality=voorbeeld)
        mother = Account.objects.create(login=f"m{number}", name="M", role="moeder", municipality=voorbeeld)
        case = Case.objects.create(
            municipality=voorbeeld,
            household=household,
            account=mother,
            first_name="M",
            last_name=f"Nr{number}",
        )
        Assignment.objects.create(case=case, account=peter, starts_on=dt.date(2024, 1, 1))
        return case

    return made
