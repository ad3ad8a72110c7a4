"""Reads of her own budget: each wish with its decision and balance, all together, and what waits for a team lead."""

from __future__ import annotations

import base64
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.web.people.queries import accounts_with_role, cases_of, klantmanager_of

from .domain import Entry, EntryKind, WishBalance, balance_of
from .models import BudgetEntry, BudgetWish, Proof


@dataclass(frozen=True, kw_only=True)
class SpentLine:
    """A spending with its right amount after corrections, and how it stands with its proof."""

    line: BudgetEntry
    cents: int
    corrections: list[BudgetEntry]
    has_proof: bool


@dataclass(frozen=True, kw_only=True)
class WishLine:
    wish: BudgetWish
    balance: WishBalance
    spent: list[SpentLine]
    is_late: bool
    earlier: list[BudgetEntry]
    """Decisions before the one that stands."""


@dataclass(frozen=True, kw_only=True)
class HerBudget:
    """Everything in cents; a wish without a decision counts in `wished` alone."""

    wishes: list[WishLine]
    decides: str

    @property
    def wished(self) -> int:
        return sum(each.wish.cost_cents for each in self.wishes)

    @property
    def granted(self) -> int:
        return sum(each.balance.granted or 0 for each in self.wishes)

    @property
    def spent(self) -> int:
        return sum(each.balance.spent for each in self.wishes)

    @property
    def left(self) -> int:
        return sum(each.balance.left for each in self.wishes)

    @property
    def short(self) -> int:
        """What the municipality carries because a decision says so."""
        return max(0, -self.left)

    @property
    def late(self) -> list[WishLine]:
        return [each for each in self.wishes if each.is_late]

    @property
    def waiting(self) -> list[WishLine]:
        return [each for each in self.wishes if each.wish.waits]


def budget_of(*, case: Case, day: dt.date) -> HerBudget:
    """The newest wish first; four queries, however many wishes."""
    wishes = list(
        BudgetWish.objects.filter(case=case).select_related("asked_by", "decided_by").order_by("-pk")
    )
    lines = lines_of(wishes)
    proofs = set(Proof.objects.filter(line__wish__in=wishes).order_by("pk").values_list("line", flat=True))
    return HerBudget(
        wishes=[_wish_line(wish, lines[wish.pk], proofs, day) for wish in wishes],
        decides=who_decides(municipality_id=case.municipality_id),
    )


def who_decides(*, municipality_id: int) -> str:
    """The names of the team leads; empty where the municipality has none."""
    leads = accounts_with_role(municipality_id=municipality_id, role=AccountRole.TEAMLEIDER)
    return ", ".join(each.name for each in leads)


def lines_of(wishes: Iterable[BudgetWish]) -> dict[int, list[BudgetEntry]]:
    """The entries of each wish, in the order in which they were written."""
    by_wish: dict[int, list[BudgetEntry]] = defaultdict(list)
    rows = BudgetEntry.objects.filter(wish__in=list(wishes)).select_related(
        "noted_by", "proof_checked_by", "replaced"
    )
    for row in rows.order_by("pk"):
        by_wish[row.wish_id].append(row)
    return by_wish


def entries_of(lines: Iterable[BudgetEntry]) -> list[Entry]:
    return [
        Entry(
            number=line.pk,
            kind=EntryKind(line.kind),
            cents=line.cents,
            corrects=line.corrects_id or 0,
            allows_shortage=line.allows_shortage,
        )
        for line in lines
    ]


def _wish_line(wish: BudgetWish, lines: list[BudgetEntry], proofs: set[int], day: dt.date) -> WishLine:
    balance = balance_of(entries_of(lines))
    spent = [
        SpentLine(
            line=line,
            cents=balance.cents_of(line.pk) or 0,
            corrections=[each for each in lines if each.corrects_id == line.pk],
            has_proof=line.pk in proofs,
        )
        for line in lines
        if line.kind == EntryKind.SPENT
    ]
    decisions = [line for line in lines if line.kind == EntryKind.GRANTED]
    return WishLine(
        wish=wish, balance=balance, spent=spent, is_late=wish.is_late(day), earlier=decisions[:-1]
    )


def wish_of(*, case: Case, wish_id: int) -> BudgetWish:
    """One wish of this case.

    Raises:
        Http404: there is none.
    """
    row = BudgetWish.objects.filter(case=case, pk=wish_id).first()
    if row is None:
        raise Http404
    return row


def spending_of(*, case: Case, line_id: int) -> BudgetEntry:
    """One spending of this case.

    Raises:
        Http404: there is none.
    """
    rows = BudgetEntry.objects.filter(wish__case=case, pk=line_id, kind=EntryKind.SPENT)
    row = rows.select_related("wish").first()
    if row is None:
        raise Http404
    return row


def proof_of(*, case: Case, line_id: int) -> tuple[str, bytes]:
    """The kind and the file itself.

    Raises:
        Http404: there is none (any more).
    """
    row = Proof.objects.filter(line__wish__case=case, line=line_id).first()
    if row is None:
        raise Http404
    return row.kind, base64.b64decode(row.content)


@dataclass(frozen=True, kw_only=True)
class AskedWish:
    """A wish as the team lead reads it, without the case behind it; `newest` is what a decision would change."""

    wish: BudgetWish
    klantmanager: str
    by_herself: bool
    """She asked herself: then no name stands there."""
    is_late: bool
    balance: WishBalance


def asked_wishes(*, account: Account, day: dt.date) -> list[AskedWish]:
    """What waits for a yes or no in this municipality, the longest first; never what the team lead asked herself."""
    rows = (
        BudgetWish.objects.filter(
            case__municipality=account.municipality_id,
            case__closed_on=None,
            case__removed_on=None,
            asked_on__isnull=False,
            decision="",
        )
        .exclude(asked_by=account)
        .select_related("case", "asked_by")
    )
    return [_asked(row, day) for row in rows.order_by("decide_by", "pk")]


def asked_wish(*, account: Account, wish_id: int, day: dt.date) -> AskedWish:
    """One wish this account may decide on, also again after an earlier decision.

    Raises:
        Http404: it is none of this municipality, or its case is closed.
    """
    rows = BudgetWish.objects.filter(
        case__municipality=account.municipality_id, case__closed_on=None, case__removed_on=None
    )
    row = rows.exclude(asked_by=account).select_related("case", "asked_by").filter(pk=wish_id).first()
    if row is None:
        raise Http404
    return _asked(row, day)


def _asked(row: BudgetWish, day: dt.date) -> AskedWish:
    guide = klantmanager_of(case=row.case, day=day)
    return AskedWish(
        wish=row,
        klantmanager=guide.name if guide else "",
        by_herself=row.asked_by_id == row.case.account_id,
        is_late=row.is_late(day),
        balance=balance_of(entries_of(lines_of([row])[row.pk])),
    )


def decided_wishes(*, account: Account) -> list[BudgetWish]:
    """What this account decided, the newest first: a decision may be taken again, with its reason."""
    rows = BudgetWish.objects.filter(decided_by=account, case__closed_on=None, case__removed_on=None)
    return list(rows.select_related("case").order_by("-decided_on", "-pk")[:20])


def waiting_wishes(*, case: Case) -> list[BudgetWish]:
    """What was asked and not answered, the first day first."""
    rows = BudgetWish.objects.filter(case=case, asked_on__isnull=False, decision="")
    return list(rows.order_by("decide_by", "pk"))


def wishes_again(*, account: Account, day: dt.date, until: dt.date) -> list[BudgetWish]:
    """The decisions to be talked about again in that time, with one's own people."""
    rows = BudgetWish.objects.filter(
        case__in=cases_of(account=account).guided_now(day), again_on__gte=day, again_on__lte=until
    )
    return list(rows.select_related("case").order_by("again_on", "pk"))


def waiting_count(*, municipality_id: int) -> int:
    """How many wishes wait for a decision; whose they are is not read."""
    rows = BudgetWish.objects.filter(
        case__municipality=municipality_id, case__closed_on=None, case__removed_on=None, decision=""
    )
    return rows.filter(asked_on__isnull=False).count()
