"""Writes of her own budget. Entries only grow; every amount is whole cents, and what is left follows from them."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.decision import ANSWER_WITHIN, LeadDecision, standing
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .domain import Entry, EntryKind, after, balance_of
from .models import BudgetEntry, BudgetWish, Proof, ReplacedBudgetDecision
from .queries import asked_wish, entries_of, lines_of, spending_of, wish_of


@action("budget.wish_asked", allow=("create", "eigen_budget"))
def ask_wish(
    *, by: Account, case: Case, what: str, cost_cents: int, why: str = "", advice: str = ""
) -> BudgetWish:
    """Ask it of the municipality: it answers before a day."""
    today = timezone.localdate()
    return BudgetWish.objects.create(
        case=case,
        what=what,
        why=why,
        cost_cents=cost_cents,
        advice="" if by.pk == case.account_id else advice,
        asked_on=today,
        asked_by=by,
        decide_by=today + ANSWER_WITHIN,
    )


@action("budget.wish_changed", allow=("update", "eigen_budget"))
def change_wish(
    *,
    by: Account,
    case: Case,
    wish_id: int,
    seen_version: int,
    what: str,
    cost_cents: int,
    why: str = "",
    advice: str | None = None,
) -> BudgetWish:
    """As long as nothing was decided. The day of the answer stays.

    Raises:
        Http404: it was decided already.
    """
    wish = _undecided(case, wish_id)
    values = {"what": what, "cost_cents": cost_cents, "why": why}
    if advice is not None and by.pk != case.account_id:
        values["advice"] = advice
    return wish.change(seen_version, **values)


@action("budget.wish_withdrawn", allow=("update", "eigen_budget"))
def withdraw_wish(*, by: Account, case: Case, wish_id: int, seen_version: int) -> BudgetWish:
    """Nobody decides on it any more.

    Raises:
        Http404: it was decided already.
    """
    wish = _undecided(case, wish_id)
    number = wish.pk
    if not BudgetWish.objects.filter(pk=number, version=seen_version).delete()[0]:
        raise Conflict(wish_of(case=case, wish_id=wish_id))
    wish.pk = number
    return wish


def _undecided(case: Case, wish_id: int) -> BudgetWish:
    wish = wish_of(case=case, wish_id=wish_id)
    if wish.decision:
        raise Http404
    return wish


@action("budget.decided", allow=("approve", "teamleiderbesluit"))
def decide_wish(
    *,
    by: Account,
    wish_id: int,
    seen_version: int,
    decision: str,
    cents: int,
    reason: str,
    again_on: dt.date | None = None,
    allows_shortage: bool = False,
) -> BudgetWish:
    """The team lead's yes, part or no. Deciding again is a new decision beside the earlier one.

    Args:
        cents: what is granted; all of the cost for a yes, nothing for a no.
        allows_shortage: she already spent more than this, and the municipality carries the difference.

    Raises:
        EntryRefused: less than was spent, without a word on who carries that.
    """
    wish = asked_wish(account=by, wish_id=wish_id, day=timezone.localdate()).wish
    granted = {LeadDecision.YES: wish.cost_cents, LeadDecision.NO: 0}.get(LeadDecision(decision), cents)
    today, before = timezone.localdate(), standing(wish)
    if before:
        _keep_beside(wish, before)
    decided = wish.change(
        seen_version,
        decision=decision,
        reason=reason,
        decided_on=today,
        decided_by=by,
        again_on=None if decision == LeadDecision.YES else again_on,
        her_words="",
    )
    _write(
        decided,
        BudgetEntry(
            kind=EntryKind.GRANTED,
            cents=granted,
            allows_shortage=allows_shortage,
            words=reason,
            on=today,
            noted_by=by,
        ),
    )
    return decided


def _keep_beside(wish: BudgetWish, before: dict[str, Any]) -> None:
    """The decision of before, with what she said of it, at the entry it granted."""
    granted = BudgetEntry.objects.filter(wish=wish, kind=EntryKind.GRANTED).latest("pk")
    ReplacedBudgetDecision.objects.create(line=granted, **before)


@action("budget.decision_answered", allow=("create", "eigen_budget"))
def answer_decision(
    *, by: Account, case: Case, wish_id: int, seen_version: int, her_words: str
) -> BudgetWish:
    """What she says of the decision, kept beside it in her words."""
    return wish_of(case=case, wish_id=wish_id).change(seen_version, her_words=her_words)


@action("budget.spent", allow=("create", "budget_uitgave"))
def spend(
    *,
    by: Account,
    case: Case,
    wish_id: int,
    cents: int,
    on: dt.date,
    words: str = "",
    proof: tuple[str, bytes] | None = None,
) -> BudgetEntry:
    """Write down what was bought, with a receipt where there is one.

    Raises:
        EntryRefused: nothing was decided yet, or more than is left.
    """
    wish = wish_of(case=case, wish_id=wish_id)
    line = _write(wish, BudgetEntry(kind=EntryKind.SPENT, cents=cents, on=on, words=words, noted_by=by))
    if proof:
        _bring(line, *proof)
    return line


@action("budget.corrected", allow=("update", "budget_uitgave"))
def correct(*, by: Account, case: Case, line_id: int, cents: int, words: str) -> BudgetEntry:
    """The right amount of an earlier spending; the wrong one stays readable beside it.

    Raises:
        EntryRefused: the right amount is more than is left.
    """
    spending = spending_of(case=case, line_id=line_id)
    line = BudgetEntry(
        kind=EntryKind.CORRECTED,
        cents=cents,
        corrects=spending,
        words=words,
        on=timezone.localdate(),
        noted_by=by,
    )
    return _write(spending.wish, line)


def _write(wish: BudgetWish, line: BudgetEntry) -> BudgetEntry:
    """Append an entry, when it follows on what is there. The wish is held, so that two at once cannot both fit."""
    held = BudgetWish.objects.select_for_update().get(pk=wish.pk)
    entry = Entry(
        number=0,
        kind=EntryKind(line.kind),
        cents=line.cents,
        corrects=line.corrects_id or 0,
        allows_shortage=line.allows_shortage,
    )
    after(balance_of(entries_of(lines_of([held])[held.pk])), entry)
    line.wish = held
    line.save(force_insert=True)
    return line


@action("budget.proof_brought", allow=("create", "budget_bewijs"))
def bring_proof(*, by: Account, case: Case, line_id: int, proof: tuple[str, bytes]) -> BudgetEntry:
    """A receipt for a spending; another one takes the place of the first.

    Raises:
        Http404: it was looked at already.
    """
    line = spending_of(case=case, line_id=line_id)
    if line.proof_checked_on:
        raise Http404
    _bring(line, *proof)
    return line


def _bring(line: BudgetEntry, kind: str, content: bytes) -> None:
    Proof.objects.filter(line=line).delete()
    encoded = base64.b64encode(content).decode()
    Proof.objects.create(line=line, kind=kind, content=encoded, brought_on=timezone.localdate())


@action("budget.proof_checked", allow=("approve", "budget_bewijs"))
def check_proof(*, by: Account, case: Case, line_id: int) -> BudgetEntry:
    """Somebody of the municipality looked at it: that stays, the file itself goes.

    Raises:
        Http404: there is no proof (any more).
    """
    line = spending_of(case=case, line_id=line_id)
    if not Proof.objects.filter(line=line).delete()[0]:
        raise Http404
    line.proof_checked_on, line.proof_checked_by = timezone.localdate(), by
    line.save(update_fields=["proof_checked_on", "proof_checked_by"])
    return line


@action("budget.proof_removed", allow=("delete", "budget_bewijs"))
def remove_proof(*, by: Account, case: Case, line_id: int) -> BudgetEntry:
    """Taken back before anybody looked.

    Raises:
        Http404: there is none.
    """
    line = spending_of(case=case, line_id=line_id)
    if not Proof.objects.filter(line=line).delete()[0]:
        raise Http404
    return line
