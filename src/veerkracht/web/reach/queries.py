"""How somebody wants to be reached: for her page, and for who rings her."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import cases_of

from .models import Calling, SafeContact, Voicemail


@dataclass(frozen=True, kw_only=True)
class HowToReach:
    """What a colleague must know before ringing or writing. None of it is for a list."""

    may_call: str  # a value of Calling
    hours: str  # "9-17"
    days: str
    voicemail: str
    code_word: str

    @property
    def never_call(self) -> bool:
        return self.may_call == Calling.NEVER

    @property
    def leaves_a_name(self) -> bool:
        return self.voicemail == Voicemail.NAME


def safe_contact_of(*, case: Case) -> SafeContact | None:
    return SafeContact.objects.filter(case=case).first()


def how_to_reach(*, case: Case) -> HowToReach | None:
    """None: nothing was agreed yet."""
    row = safe_contact_of(case=case)
    if row is None:
        return None
    return HowToReach(
        may_call=row.calling,
        hours=f"{row.from_hour}-{row.until_hour}",
        days=str(row.get_days_display()),
        voicemail=row.voicemail,
        code_word=row.code_word,
    )


def masked(address: str) -> str:
    """`s…@v…nl`: enough to know which one it is, too little to read it."""
    name, _, domain = address.partition("@")
    return f"{name[:1]}…@{domain[:1]}…{domain[-3:]}" if domain else ""


def waiting_change(*, contact: SafeContact, day: dt.date) -> dt.date | None:
    """From which day another address counts, while that can still be stopped."""
    ahead = [on for on in (contact.next_email_on, contact.next_phone_on) if on is not None and on > day]
    return min(ahead, default=None)


def changes_ahead(*, account: Account, day: dt.date) -> list[tuple[Case, dt.date]]:
    """Of the people of this account those whose address or number is about to change, and from when."""
    changing = Q(next_email_on__gt=day) | Q(next_phone_on__gt=day)
    mine = cases_of(account=account).filter(closed_on=None)
    rows = SafeContact.objects.filter(changing, case__in=mine.values("pk")).select_related("case")
    pairs = [(row.case, waiting_change(contact=row, day=day)) for row in rows.order_by("pk")]
    return [(case, on) for case, on in pairs if on]
