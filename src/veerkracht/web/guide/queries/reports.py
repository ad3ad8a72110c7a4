"""Reads of reports: what would stand in one, and one that is signed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.domain import PromiseFacts

from ..domain.heard import TeamAverage, team_average
from ..domain.report import KEPT_OUT, ReportText
from ..models import Destination, Heard, Quote, Report, Talk
from .talks import next_talk_of, promises_of


@dataclass(frozen=True)
class RemarkFacts:
    kind: str
    words: str
    author: str
    written_at: dt.datetime


@dataclass(frozen=True)
class ReportFacts:
    """A signed report, and what was said about it afterwards."""

    talk: Talk
    text: ReportText
    hash: str
    signed_by: str
    signed_by_id: int
    signed_at: dt.datetime
    confirmed_at: dt.datetime | None
    remarks: tuple[RemarkFacts, ...]


def report_text(*, talk: Talk, case: Case) -> ReportText:
    """What she said and chose to have in the report, in the order in which she said it; nothing seen yet."""
    quotes = Quote.objects.filter(talk=talk).exclude(destination__in=KEPT_OUT).order_by("pk")
    words = tuple(quotes.values_list("words", flat=True))
    return ReportText(on=talk.on, name=case.full_name, professional=talk.led_by.name, said=words, seen="")


def report_row(*, case: Case, talk_id: int) -> Report:
    rows = Report.objects.filter(talk__case=case, talk__id=talk_id)
    report = rows.select_related("talk", "talk__led_by", "signed_by").first()
    if report is None:
        raise Http404
    return report


def report_of(*, case: Case, talk_id: int) -> ReportFacts:
    """One signed report.

    Raises:
        Http404: this case has no such talk, or its report is not signed yet.
    """
    row = report_row(case=case, talk_id=talk_id)
    remarks = row.remarks.select_related("author").order_by("pk")
    return ReportFacts(
        talk=row.talk,
        text=ReportText.from_json(row.text),
        hash=row.hash,
        signed_by=row.signed_by.name,
        signed_by_id=row.signed_by_id,
        signed_at=row.signed_at,
        confirmed_at=row.confirmed_at,
        remarks=tuple(
            RemarkFacts(r.get_kind_display(), r.words, r.author.name, r.written_at) for r in remarks
        ),
    )


@dataclass(frozen=True)
class AfterTalk:
    """What the case system gets beside the report: whose case, who promised what, and when they meet again."""

    number: str
    name: str
    klantmanager: str
    promises: tuple[PromiseFacts, ...]
    next_talk: Talk | None


def after_talk(*, case: Case, report: ReportFacts) -> AfterTalk:
    """As it stands now; the promises are those made or changed in this talk."""
    day = timezone.localdate()
    promises = tuple(promises_of(talk=report.talk, case=case, day=day))
    next_talk = next_talk_of(case=case, day=day)
    return AfterTalk(case.public_id, case.first_name, report.text.professional, promises, next_talk)


def between_us(*, talk: Talk) -> list[str]:
    """What stays between the two of them: for the page of the professional alone, never for paper or a copy."""
    rows = Quote.objects.filter(talk=talk, destination=Destination.BETWEEN_US).order_by("pk")
    return list(rows.values_list("words", flat=True))


def heard_of(*, case: Case) -> dict[int, Heard]:
    """What she said about each talk, by talk. Hers alone."""
    return {heard.talk_id: heard for heard in Heard.objects.filter(talk__case=case).order_by("pk")}


def heard_in_team(*, account: Account) -> TeamAverage | None:
    """The average of the whole municipality; None while there are fewer than ten."""
    rows = Heard.objects.filter(talk__case__municipality=account.municipality_id)
    return team_average(list(rows.order_by("said_at", "pk").values_list("face", flat=True)))
