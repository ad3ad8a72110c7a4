"""PM4, CO6: a case goes to colleagues without persons, and nobody sees whose card or whose answer it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from veerkracht.web.guide import actions as guide_actions
from veerkracht.web.guide.queries import cards_of
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Event
from veerkracht.web.signals import intervision_actions as actions
from veerkracht.web.signals.intervision_queries import shared_cards
from veerkracht.web.signals.models import CardReply, SharedCard


@pytest.fixture
def card_id(peter: Account, samira_case: Case) -> int:
    words = {"situation": "Een moeder wil leren en mag niet.", "tried": "", "system": "De lijst is kort."}
    guide_actions.write_card(by=peter, about=peter, **words, question="Wat vraag ik eerst?")
    return int(cards_of(account=peter)[0].pk)


def test_colleagues_read_it_and_answer_without_a_name(
    card_id: int, peter: Account, aylin: Account, as_: Callable[..., Any]
) -> None:
    preview = as_(peter).get(f"/intervisie/nieuw/{card_id}/").content.decode()
    assert "Zo lezen uw collega" in preview and SharedCard.objects.count() == 0
    assert as_(peter).post(f"/intervisie/nieuw/{card_id}/").status_code == 302
    shared = SharedCard.objects.get()
    actions.reply_to_card(by=aylin, shared_id=shared.pk, words="Wat wil zij zelf het eerst?")
    page = as_(aylin).get("/intervisie/").content.decode().split("<main")[1]
    assert "Een moeder wil leren" in page and "Wat wil zij zelf" in page
    assert "Peter" not in page and "Aylin" not in page
    assert {field.name for model in (SharedCard, CardReply) for field in model._meta.concrete_fields} == {
        "id",
        "municipality",
        "situation",
        "tried",
        "system",
        "question",
        "card",
        "words",
    }


def test_nothing_says_who_laid_it_there(card_id: int, peter: Account) -> None:
    actions.share_card(by=peter, card_id=card_id)
    event = Event.objects.get(kind="signals.card_shared")
    assert (event.actor_id, event.case_id, event.object_id) == (None, None, None)
    assert event.at.astimezone(dt.timezone(dt.timedelta(hours=1))).time() in (dt.time(0), dt.time(23))


def test_a_card_of_somebody_else_or_of_another_municipality_stays_out_of_reach(
    card_id: int, peter: Account, aylin: Account, bas: Account
) -> None:
    with pytest.raises(Http404):
        actions.share_card(by=aylin, card_id=card_id)
    shared = actions.share_card(by=peter, card_id=card_id)
    with pytest.raises(Http404):
        actions.reply_to_card(by=bas, shared_id=shared.pk, words="x")
    assert shared_cards(account=bas) == []


def test_who_recognises_somebody_takes_it_off_and_the_private_card_stays(
    card_id: int, peter: Account, aylin: Account
) -> None:
    shared = actions.share_card(by=peter, card_id=card_id)
    actions.take_card_off(by=aylin, shared_id=shared.pk)
    assert shared_cards(account=peter) == []
    assert actions.share_card(by=peter, card_id=card_id).pk != shared.pk
