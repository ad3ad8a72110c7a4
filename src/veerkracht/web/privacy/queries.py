"""Reads about one's own data: requests and their terms, holds, and how long what is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.numbers import account_names, number_of, public_ids
from veerkracht.web.people.who_looked import list_in_words, looked_at_in_words, role_in_words
from veerkracht.web.record.queries import log_lines
from veerkracht.web.record.reading_log import Break, breaks, case_chain, stub_until

from .models import DataRequest, Decision, Destruction, Hold, RetentionTerm
from .personal_data import RetentionClass, retention_classes
from .terms import months_of

DOWNLOAD_DAYS = 30


@dataclass(frozen=True, kw_only=True)
class TermLine:
    """One class of what is kept, as it is in force; `asked`: another number that waits for the privacy officer."""

    kind: RetentionClass
    months: int
    asked: RetentionTerm | None

    @property
    def in_words(self) -> str:
        if self.months % 12:
            return ngettext("%(n)s maand", "%(n)s maanden", self.months) % {"n": self.months}
        return _t("%(n)s jaar") % {"n": self.months // 12}


def requests_of(*, case: Case) -> list[DataRequest]:
    return list(DataRequest.objects.filter(case=case).select_related("decided_by").order_by("-pk"))


def open_requests(*, account: Account) -> list[DataRequest]:
    """What waits for an answer in this municipality; the first term first."""
    rows = DataRequest.objects.filter(municipality=account.municipality_id, decision=Decision.OPEN)
    return list(rows.select_related("asked_by").order_by("due_on", "pk"))


def answered_requests(*, account: Account) -> list[DataRequest]:
    rows = DataRequest.objects.filter(municipality=account.municipality_id).exclude(decision=Decision.OPEN)
    return list(rows.select_related("decided_by").order_by("-decided_on", "-pk")[:100])


def open_request(*, account: Account, request_id: int) -> DataRequest:
    """One open request of this municipality.

    Raises:
        Http404: no such request here, or answered already.
    """
    rows = DataRequest.objects.filter(
        municipality=account.municipality_id, pk=request_id, decision=Decision.OPEN
    )
    request = rows.select_related("case", "asked_by").first()
    if request is None:
        raise Http404
    return request


def may_print(*, case: Case, day: dt.date) -> bool:
    """Whether an access was agreed in the last thirty days: then who works with her prints it for her."""
    since = day - dt.timedelta(days=DOWNLOAD_DAYS)
    agreed = (Decision.AGREED, Decision.PART)
    rows = DataRequest.objects.filter(case=case, kind="access", decision__in=agreed, decided_on__gte=since)
    return rows.exists()


def hold_of(*, case: Case) -> Hold | None:
    return Hold.objects.filter(case=case, let_go_on=None).select_related("held_by").first()


def terms_of(*, municipality_id: int) -> list[TermLine]:
    months = months_of(municipality_id=municipality_id)
    waiting = RetentionTerm.objects.filter(municipality=municipality_id, agreed_by=None).select_related(
        "asked_by"
    )
    asked = {row.term: row for row in waiting}
    return [
        TermLine(kind=kind, months=months[key], asked=asked.get(key))
        for key, kind in retention_classes().items()
    ]


def open_term(*, account: Account, term_id: int) -> RetentionTerm:
    """A number of months that waits for a second yes.

    Raises:
        Http404: no such one here.
    """
    rows = RetentionTerm.objects.filter(municipality=account.municipality_id, pk=term_id, agreed_by=None)
    row = rows.first()
    if row is None:
        raise Http404
    return row


def destructions(*, account: Account) -> list[Destruction]:
    return list(Destruction.objects.filter(municipality=account.municipality_id).order_by("-on", "pk")[:100])


@dataclass(frozen=True, kw_only=True)
class LogEntry:
    """One line of the reading log for the privacy officer: when, who, which case or list, what."""

    at: dt.datetime
    who: str
    public_id: str
    what: str
    role: str
    selection: str


@dataclass(frozen=True, kw_only=True)
class LogPage:
    page: Page[LogEntry]
    # Of the case that was asked for: where its chain breaks; None when it holds or none was asked for.
    break_at: Break | None
    stub_until: dt.date | None


def log_page(
    *,
    account: Account,
    public_id: str,
    account_id: int | None,
    first: dt.date | None,
    last: dt.date | None,
    page: int,
) -> LogPage:
    """The reading log of this municipality, newest first, a hundred lines a page.

    Raises:
        Http404: no case with this number here.
    """
    case_id = number_of(account=account, public_id=public_id) if public_id else None
    staff = account_names(municipality_id=account.municipality_id)
    ids = [account_id] if account_id in staff else list(staff)
    rows: Page[Any] = Paginator(
        log_lines(account_ids=ids, case_id=case_id, first=first, last=last), 100
    ).get_page(page)
    numbers = public_ids(case_ids=[row.case_id for row in rows if row.case_id])
    rows.object_list = [
        LogEntry(
            at=row.at,
            who=staff[row.account_id],
            public_id=numbers.get(row.case_id or 0, ""),
            what=looked_at_in_words(row.what) if row.case_id else list_in_words(row.what),
            role=role_in_words(row.role),
            selection=row.selection,
        )
        for row in rows
    ]
    chain = case_chain(case_id) if case_id else ""
    return LogPage(
        page=rows,
        break_at=next(breaks(chain=chain), None) if chain else None,
        stub_until=stub_until(chain=chain) if chain else None,
    )
