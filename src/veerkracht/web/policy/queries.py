"""Reads of what is out: releases, the self-scan, and what the municipality said it would do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.people.models import Account

from .models import HowFar, Release, ScanAction, ScanAnswer
from .released import ReleasedQuarter
from .together_models import JointRelease

QUESTIONS = ("PM1", "PM2", "PM3", "PM4")


def releases_of(*, account: Account) -> list[ReleasedQuarter]:
    """The newest first, alone and together with others; of one quarter what went out."""
    place = account.municipality_id
    together = JointRelease.objects.filter(company__companions__municipality=place).order_by("pk")
    rows: list[ReleasedQuarter] = [
        *Release.objects.filter(municipality=place).order_by("pk"),
        *together.prefetch_related("company__companions__municipality"),
    ]
    by_quarter = {row.quarter: row for row in sorted(rows, key=lambda row: not row.not_out)}
    return sorted(by_quarter.values(), key=lambda row: row.quarter, reverse=True)


def release_of(*, account: Account, quarter: str) -> ReleasedQuarter:
    """Raises Http404: nothing was given out for this quarter."""
    release = next((row for row in releases_of(account=account) if row.quarter == quarter), None)
    if release is None:
        raise Http404
    return release


@dataclass(frozen=True, kw_only=True)
class ScanLine:
    """One question of the scan: this year, and last year beside it."""

    question: str
    now: ScanAnswer | None
    before: ScanAnswer | None
    actions: list[ScanAction]

    @property
    def moved(self) -> int:
        """Steps since last year; 0 when there is nothing to compare."""
        if self.now is None or self.before is None:
            return 0
        places = list(HowFar.values)
        return places.index(self.now.how_far) - places.index(self.before.how_far)


def scan_of(*, account: Account, year: int) -> list[ScanLine]:
    rows = ScanAnswer.objects.filter(municipality=account.municipality_id, year__in=(year - 1, year))
    answers: Mapping[tuple[int, str], ScanAnswer] = {
        (row.year, row.question): row for row in rows.order_by("pk")
    }
    actions = list(ScanAction.objects.filter(municipality=account.municipality_id).order_by("due_on", "pk"))
    return [
        ScanLine(
            question=question,
            now=answers.get((year, question)),
            before=answers.get((year - 1, question)),
            actions=[action for action in actions if action.question == question],
        )
        for question in QUESTIONS
    ]


def answer_of(*, account: Account, year: int, question: str) -> ScanAnswer | None:
    """Raises Http404: there is no such question."""
    if question not in QUESTIONS:
        raise Http404
    rows = ScanAnswer.objects.filter(municipality=account.municipality_id, year=year, question=question)
    return rows.first()


def scan_action_of(*, account: Account, action_id: int) -> ScanAction:
    row = ScanAction.objects.filter(municipality=account.municipality_id, pk=action_id).first()
    if row is None:
        raise Http404
    return row


def late_actions(*, account: Account, day: dt.date) -> int:
    rows = ScanAction.objects.filter(municipality=account.municipality_id, done_on=None, due_on__lt=day)
    return rows.count()
