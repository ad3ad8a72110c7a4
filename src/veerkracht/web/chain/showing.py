"""What the pages add to the facts: for a tie that goes wrong the button that makes it somebody's promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.case_panel import SendTo, promise_from
from veerkracht.web.plan.domain import MUNICIPALITY_SIDE

from .queries import HelperTie

# Who mends a contact, as the owner of a promise.
PROMISER = {"care": "partner_organisation"}


@dataclass(frozen=True, kw_only=True)
class TieLine:
    tie: HelperTie
    send: SendTo | None


def with_sends(ties: Iterable[HelperTie], *, account: Account, case: Case) -> list[TieLine]:
    """A contact that goes well needs nobody; one that nobody mends yet is the klantmanager's to begin with."""
    return [TieLine(tie=tie, send=None if tie.goes_well else _send(tie, account, case)) for tie in ties]


def _send(tie: HelperTie, account: Account, case: Case) -> SendTo | None:
    owner = PROMISER.get(tie.owner, tie.owner) or "klantmanager"
    name = "" if owner in MUNICIPALITY_SIDE else tie.first
    what = _t("Zorgt dat %(first)s en %(second)s met elkaar praten.") % {
        "first": tie.first,
        "second": tie.second,
    }
    if tie.lost:
        what += " " + _t("Het gaat om: %(lost)s") % {"lost": tie.lost}
    return promise_from(account, case, owner, name, what)
