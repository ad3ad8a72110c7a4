"""A talk of Peter and Samira, and one sentence of hers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from veerkracht.web.guide import actions
from veerkracht.web.guide.models import Quote, Talk


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
