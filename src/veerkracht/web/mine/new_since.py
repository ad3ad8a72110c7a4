"""Nieuw sinds je vorige bezoek: what others did after her last look before this log-in. Nothing is written for it."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import HistoryEntry, changes_by_others
from veerkracht.web.record.queries import last_look_before


def new_since(request: SignedInRequest, case: Case) -> list[HistoryEntry]:
    """Newest first; empty on her first visit, for then everything is new."""
    began = dt.datetime.fromtimestamp(request.session.get("since", 0), tz=dt.UTC)
    before = last_look_before(account_id=request.user.pk, case_id=case.pk, moment=began)
    return changes_by_others(case=case, since=before) if before else []
