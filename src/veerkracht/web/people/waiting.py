"""*Wacht op u*: what needs a second yes or an answer of this account, with its term; late like any promise.

A capability registers its rows: `fill("waiting_for_you", order, rows)`, with `rows(*, account, day)` giving a list of
`WaitingRow`. Who may answer is asked by the provider, and again by the view that takes the answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.web.ui.slots import filled

from . import doubles, new_code, second_yes
from .account_request import AccountRequest
from .authorize import authorize
from .merging import same_people
from .models import Account, AccountRole, NewCodeRequest
from .queries import accounts_with_role

ANSWER_WITHIN = dt.timedelta(days=7)
MOST = 200
SLOT = "waiting_for_you"


@dataclass(frozen=True, kw_only=True)
class WaitingRow:
    """One thing that waits. With `answers` it is answered on the spot; else `url` says where."""

    kind: str
    """What sort of thing, in two or three words."""
    asks: str
    """What is asked, in one sentence."""
    asked_by: str = ""
    asked_on: dt.date | None = None
    due_on: dt.date | None = None
    reason: str = ""
    """Why it is asked, in the words of who asks."""
    url: str = ""
    """The page where more of it stands."""
    url_label: str = ""
    answer_url: str = ""
    """Where the form posts `antwoord`, `reden` and `seen_version`; that view goes back to *Wacht op u*."""
    answers: tuple[tuple[str, str], ...] = ()
    """Value and label of each button."""
    asks_reason: bool = False
    """Whether the answer needs a reason; then the form has the field."""
    seen_version: int = 0
    is_late: bool = False


def waiting_rows(*, account: Account, day: dt.date) -> list[WaitingRow]:
    """Everything that waits for this account, what is late first, then by its day."""
    rows: Iterable[WaitingRow] = (row for rows in filled(SLOT, account=account, day=day) for row in rows)
    marked = [replace(row, is_late=row.due_on is not None and row.due_on < day) for row in rows]
    return sorted(marked, key=lambda row: (row.due_on or dt.date.max, row.kind))[:MOST]


def answer_on_the_spot(request: HttpRequest) -> tuple[str, str]:
    """What the form of a row sent: the answer and its reason."""
    return request.POST.get("antwoord", ""), request.POST.get("reden", "").strip()


def yes_or_no() -> tuple[tuple[str, str], ...]:
    return (("ja", _t("Ja")), ("nee", _t("Nee")))


def rows_of_people(*, account: Account, day: dt.date) -> list[WaitingRow]:
    """New codes, accounts, and people who may be in the municipality twice."""
    rows = []
    if authorize(account, "approve", "nieuwe_code"):
        rows += [_code_row(each) for each in new_code.waiting_requests(account=account)[:MOST]]
    if authorize(account, "approve", "gebruikersbeheer"):
        rows += [_account_row(each) for each in second_yes.waiting_account_requests(by=account)[:MOST]]
    if authorize(account, "update", "mogelijk_dubbel"):
        rows += [_double_row(each) for each in doubles.possible_doubles(account=account, day=day)]
        rows += _pair_rows(account, day)
    return rows


def rows_without_lead(*, account: Account, kind: str, count: int) -> list[WaitingRow]:
    """What nobody can decide: for who appoints a team lead, in numbers and without what is asked."""
    if not count or not authorize(account, "update", "gebruikersbeheer") or has_any_lead(account):
        return []
    says = ngettext(
        "Er wacht %(n)s vraag op een besluit, en er is geen teamleider. Wijs een collega aan.",
        "Er wachten %(n)s vragen op een besluit, en er is geen teamleider. Wijs een collega aan.",
        count,
    )
    url, label = reverse("people:accounts"), _t("Naar de accounts")
    return [WaitingRow(kind=kind, asks=says % {"n": count}, url=url, url_label=label)]


def has_any_lead(account: Account) -> bool:
    return bool(accounts_with_role(municipality_id=account.municipality_id, role=AccountRole.TEAMLEIDER))


def _code_row(row: NewCodeRequest) -> WaitingRow:
    asked_on = timezone.localdate(row.asked_at)
    return WaitingRow(
        kind=_t("Nieuwe code"),
        asks=_t(
            "Een nieuwe code voor dossier %(number)s. Vraag uw collega eerst hoe die weet dat zij het is."
        )
        % {"number": row.case.public_id},
        reason=str(row.get_ground_display()),
        asked_by=row.asked_by.name,
        asked_on=asked_on,
        due_on=asked_on + ANSWER_WITHIN,
        answer_url=reverse("people:answer_new_code", args=[row.pk]),
        answers=yes_or_no(),
    )


def _account_row(row: AccountRequest) -> WaitingRow:
    asked_on = timezone.localdate(row.asked_at)
    wanted = f": {row.get_wanted_role_display()}" if row.wanted_role else ""
    return WaitingRow(
        kind=_t("Account"),
        asks=f"{row.account.name}, {row.account.get_role_display()}",
        reason=f"{row.get_deed_display()}{wanted}",
        asked_by=row.asked_by.name if row.asked_by else "–",
        asked_on=asked_on,
        due_on=asked_on + ANSWER_WITHIN,
        answer_url=reverse("people:answer_account_change", args=[row.pk]),
        answers=yes_or_no(),
    )


def _double_row(double: doubles.PossibleDouble) -> WaitingRow:
    return WaitingRow(
        kind=_t("Misschien dubbel"),
        asks=_t("%(name)s: dezelfde persoon als dossier %(number)s, van %(who)s?")
        % {
            "name": double.name,
            "number": double.public_id,
            "who": double.klantmanager or _t("niemand"),
        },
        asked_by=double.typed_by,
        asked_on=double.typed_on,
        due_on=double.typed_on + ANSWER_WITHIN,
        answer_url=reverse("people:settle_double", args=[double.id]),
        answers=(("zelfde", _t("Dezelfde persoon")), ("anders", _t("Iemand anders: open het dossier"))),
    )


def _pair_rows(account: Account, day: dt.date) -> list[WaitingRow]:
    """Two cases of one person; since the later was opened."""
    pairs = same_people(account=account, day=day)
    opened = [(pair, max(case.opened_on for case in pair.cases)) for pair in pairs]
    return [
        WaitingRow(
            kind=_t("Staat er twee keer in"),
            asks=_t("%(name)s heeft twee dossiers. Welk dossier blijft?") % {"name": pair.name},
            asked_by=" / ".join(case.klantmanager or _t("niemand") for case in pair.cases),
            asked_on=since,
            due_on=since + ANSWER_WITHIN,
            url=reverse("people:possible_doubles"),
            url_label=_t("Samenvoegen"),
        )
        for pair, since in opened
    ]
