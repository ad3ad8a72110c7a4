"""For the figures: which mothers a signal is about. Asked once a quarter, for all of them, with the key."""

from __future__ import annotations

from collections.abc import Iterable

from .models import Signal, SignalTopic, Stage, Ticket
from .sealing import holder_digests, unseal


def topics_by_case(*, case_ids: Iterable[int]) -> dict[int, set[int]]:
    """By case the topics of the signals that came from it: mothers are counted, not signals."""
    holders = {digest: case_id for case_id in case_ids for digest in holder_digests(case_id)}
    sent = Ticket.objects.filter(holder__in=list(holders), stage=Stage.SENT).order_by("id")
    given = [(holders[ticket.holder], unseal(ticket.sealed)["signal"]) for ticket in sent]
    topics = {row.pk.hex: row.topic_id for row in Signal.objects.filter(pk__in=[pk for _, pk in given])}
    cases: dict[int, set[int]] = {}
    for case_id, signal_id in given:
        cases.setdefault(case_id, set()).add(topics[signal_id])
    return cases


def topic_titles(*, municipality_id: int) -> dict[int, str]:
    rows = SignalTopic.objects.filter(municipality=municipality_id, merged_into=None)
    return dict(rows.order_by("pk").values_list("pk", "title"))
