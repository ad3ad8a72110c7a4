"""Writes of what a professional keeps for herself. No case, no object: the event says only that it happened."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404
from django.utils import timezone

from veerkracht.method import library as method
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from .. import queries
from ..domain.reflection import topics
from ..models import IntervisionCard, MirrorTick, Reflection


@action("guide.own_note_kept", allow=("create", "bias_reflectie"))
def tick_mirror(*, by: Account, about: Account, talk_id: int, factors: Iterable[str]) -> None:
    """Which success factors she recognises in a talk of her own; ticked again, the last time counts."""
    talk = queries.own_talk(account=by, talk_id=talk_id)
    known = [one.id for one in method.items("F")]
    chosen = set(factors)
    values = {"factors": [seed for seed in known if seed in chosen]}
    MirrorTick.objects.update_or_create(account=by, talk=talk, defaults=values)


@action("guide.own_note_kept", allow=("create", "bias_reflectie"))
def reflect(*, by: Account, about: Account, topic: str, words: str) -> None:
    if topic not in topics():
        raise Http404
    Reflection.objects.create(account=by, topic=topic, words=words, noted_on=timezone.localdate())


@action("guide.own_note_kept", allow=("delete", "bias_reflectie"))
def forget_reflection(*, by: Account, about: Account, reflection_id: int) -> None:
    queries.own_reflection(account=by, reflection_id=reflection_id).delete()


@action("guide.own_note_kept", allow=("create", "bias_reflectie"))
def write_card(
    *, by: Account, about: Account, situation: str, tried: str, system: str, question: str
) -> None:
    IntervisionCard.objects.create(
        account=by,
        situation=situation,
        tried=tried,
        system=system,
        question=question,
        noted_on=timezone.localdate(),
    )


@action("guide.own_note_kept", allow=("delete", "bias_reflectie"))
def forget_card(*, by: Account, about: Account, card_id: int) -> None:
    queries.own_card(account=by, card_id=card_id).delete()
