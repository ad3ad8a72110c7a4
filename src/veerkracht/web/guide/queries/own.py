"""Reads of what a professional keeps for herself: every one begins with the own account."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.method import library as method
from veerkracht.web.people.models import Account
from veerkracht.web.people.queries import cases_of

from ..models import IntervisionCard, MirrorTick, Reflection, Talk, TalkState

TALKS_BACK = 8
ENOUGH = 3
TO_MIND = 3


@dataclass(frozen=True)
class MirrorTalk:
    id: int
    on: dt.date
    name: str
    is_ticked: bool


@dataclass(frozen=True)
class MirrorLine:
    """One success factor, and in which of the own last talks it was recognised (oldest first)."""

    id: str
    text: str
    touched: tuple[bool, ...]


@dataclass(frozen=True)
class MirrorTheme:
    name: str
    lines: tuple[MirrorLine, ...]


@dataclass(frozen=True)
class Mirror:
    talks: list[MirrorTalk]
    ticked: list[MirrorTalk]
    themes: list[MirrorTheme]

    @property
    def rare(self) -> list[MirrorLine]:
        """The few that were recognised least, once there are three talks to look back on."""
        lines = [line for theme in self.themes for line in theme.lines]
        seldom = sorted(lines, key=lambda line: sum(line.touched))[:TO_MIND]
        return [line for line in seldom if not all(line.touched)] if len(self.ticked) >= ENOUGH else []


def mirror_of(*, account: Account) -> Mirror:
    """The own ticks over the last talks; talks with people one no longer works with count without a name."""
    ticks = {t.talk_id: set(t.factors) for t in MirrorTick.objects.filter(account=account).order_by("pk")}
    visible = set(cases_of(account=account).values_list("pk", flat=True))
    mine = Talk.objects.filter(led_by=account, state__in=(TalkState.ENDED, TalkState.SIGNED))
    rows = mine.select_related("case").order_by("-on", "-pk")[:TALKS_BACK]
    talks = [_talk(row, visible, ticks) for row in rows]
    ticked = [talk for talk in reversed(talks) if talk.is_ticked]
    return Mirror(talks, ticked, _themes([ticks[talk.id] for talk in ticked]))


def _talk(row: Talk, visible: set[int], ticks: dict[int, set[str]]) -> MirrorTalk:
    return MirrorTalk(row.pk, row.on, row.case.first_name if row.case_id in visible else "", row.pk in ticks)


def _themes(ticked: list[set[str]]) -> list[MirrorTheme]:
    return [
        MirrorTheme(
            name,
            tuple(
                MirrorLine(one.id, one.text, tuple(one.id in chosen for chosen in ticked))
                for one in method.items("F", theme=name)
            ),
        )
        for name in method.themes("F")
    ]


def own_talk(*, account: Account, talk_id: int) -> Talk:
    """A talk this account led, with somebody it still works with.

    Raises:
        Http404: there is none.
    """
    mine = Talk.objects.filter(pk=talk_id, led_by=account, case__in=cases_of(account=account))
    talk = mine.exclude(state=TalkState.PLANNED).select_related("case").first()
    if talk is None:
        raise Http404
    return talk


def ticks_of(*, account: Account, talk: Talk) -> list[str]:
    row = MirrorTick.objects.filter(account=account, talk=talk).first()
    return list(row.factors) if row else []


def reflections_of(*, account: Account) -> dict[str, list[Reflection]]:
    """The own answers, newest first, by question."""
    by_topic: dict[str, list[Reflection]] = {}
    for row in Reflection.objects.filter(account=account).order_by("-noted_on", "-pk"):
        by_topic.setdefault(row.topic, []).append(row)
    return by_topic


def own_reflection(*, account: Account, reflection_id: int) -> Reflection:
    row = Reflection.objects.filter(account=account, pk=reflection_id).first()
    if row is None:
        raise Http404
    return row


def cards_of(*, account: Account) -> list[IntervisionCard]:
    return list(IntervisionCard.objects.filter(account=account).order_by("-noted_on", "-pk"))


def own_card(*, account: Account, card_id: int) -> IntervisionCard:
    card = IntervisionCard.objects.filter(account=account, pk=card_id).first()
    if card is None:
        raise Http404
    return card
