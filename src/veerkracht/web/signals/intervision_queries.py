"""The cards on the table of one municipality, without who laid them there."""

from __future__ import annotations

import uuid

from django.http import Http404

from veerkracht.web.people.models import Account

from .intervision_models import SharedCard


def shared_cards(*, account: Account) -> list[SharedCard]:
    rows = SharedCard.objects.filter(municipality=account.municipality_id).order_by("id")
    return list(rows.prefetch_related("replies"))


def shared_card(*, account: Account, shared_id: uuid.UUID) -> SharedCard:
    """Raises Http404: there is none here."""
    card = SharedCard.objects.filter(municipality=account.municipality_id, pk=shared_id).first()
    if card is None:
        raise Http404
    return card
