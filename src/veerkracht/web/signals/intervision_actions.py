"""Lay a card on the table, answer one, take one off. Its events say neither who nor when."""

from __future__ import annotations

import uuid

from veerkracht.web.guide.queries import own_card
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from .intervision_models import CardReply, SharedCard
from .intervision_queries import shared_card


@action("signals.card_shared", allow=("create", "intervisiecasus"), unnamed=True)
def share_card(*, by: Account, card_id: int) -> SharedCard:
    """The words of an own card, for the colleagues of this municipality.

    Raises:
        Http404: it is not a card of this account.
    """
    card = own_card(account=by, card_id=card_id)
    words = {name: getattr(card, name) for name in ("situation", "tried", "system", "question")}
    return SharedCard.objects.create(municipality=by.municipality, **words)


@action("signals.card_answered", allow=("create", "intervisiecasus"), unnamed=True)
def reply_to_card(*, by: Account, shared_id: uuid.UUID, words: str) -> CardReply:
    return CardReply.objects.create(card=shared_card(account=by, shared_id=shared_id), words=words)


@action("signals.card_taken_off", allow=("create", "intervisiecasus"), unnamed=True)
def take_card_off(*, by: Account, shared_id: uuid.UUID) -> None:
    """Anybody at the table may: who recognises somebody takes it off at once."""
    shared_card(account=by, shared_id=shared_id).delete()
