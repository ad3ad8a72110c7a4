"""What one helper may see: a promise, her money in four amounts, or the times she is busy. Nothing else is here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.promise_words import promise_in_words
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.planner.her_week import her_week
from veerkracht.web.planner.queries import profile_of
from veerkracht.web.purse.her_money import her_money
from veerkracht.words.promise import Reader

from .models import Helper

MONEY, TIMETABLE, PROMISE, SHEET = "money", "timetable", "promise", "sheet"


@dataclass(frozen=True, kw_only=True)
class ShareablePiece:
    """One thing that is shown. `promise_id` where the helper can answer to it."""

    key: str
    title: str
    lines: tuple[str, ...]
    promise_id: int | None = None
    due_on: dt.date | None = None
    is_sheet: bool = False


def shareable_with(*, helper: Helper, day: dt.date) -> list[tuple[str, str]]:
    """What can be shared with this one: to an employer with a log-in nothing but the sheet."""
    return [(key, name) for key, name in shareable(case=helper.case, day=day) if may_see(helper, [key])]


def shareable(*, case: Case, day: dt.date) -> list[tuple[str, str]]:
    """What can be shared at all: key and name. Promises that are open, her money, her busy times."""
    plan = plan_of(case=case, day=day)
    promises = [
        (f"{PROMISE}:{each.id}", _sentence(each, plan.text.klantmanager, case))
        for each in plan.promises
        if each.done_on is None and each.answer != "disagree"
    ]
    kinds = [(MONEY, _t("Het geld: wat er binnenkomt, de huur en de vaste lasten"))]
    kinds.append((TIMETABLE, _t("De tijden waarop zij bezet is")))
    if profile_of(case=case):
        kinds.append((SHEET, _t("Het blad voor een werkgever: alleen werktijden en afspraken")))
    return [*promises, *kinds]


def fits_together(keys: Collection[str]) -> bool:
    """The sheet for an employer goes alone: with it nothing else can slip along."""
    return bool(keys) and (SHEET not in keys or set(keys) == {SHEET})


def may_see(helper: Helper, keys: Collection[str]) -> bool:
    """An employer with a log-in gets the sheet, and nothing about the family whatever is asked."""
    is_employer = helper.account is not None and helper.account.role == AccountRole.WERKGEVER
    return not is_employer or set(keys) == {SHEET}


def pieces_of(*, case: Case, account: Account, keys: Collection[str], day: dt.date) -> list[ShareablePiece]:
    """The pieces with these keys as they are today; what is not there any more is left out.

    Args:
        account: in whose sight they are made: hers or her klantmanager's. The helper's own sight plays no part.
    """
    pieces = [*_promises(case, keys, day)]
    if MONEY in keys:
        pieces.append(ShareablePiece(key=MONEY, title=_t("Het geld"), lines=_money(case, day)))
    if TIMETABLE in keys:
        pieces.append(
            ShareablePiece(key=TIMETABLE, title=_t("Bezet"), lines=tuple(_busy(case, account, day)))
        )
    if SHEET in keys:
        pieces.append(ShareablePiece(key=SHEET, title=_t("Werktijden"), lines=(), is_sheet=True))
    return pieces


def _promises(case: Case, keys: Collection[str], day: dt.date) -> Iterator[ShareablePiece]:
    plan = plan_of(case=case, day=day)
    for each in plan.promises:
        if f"{PROMISE}:{each.id}" in keys:
            yield ShareablePiece(
                key=f"{PROMISE}:{each.id}",
                title=_t("Afgesproken"),
                lines=(_sentence(each, plan.text.klantmanager, case),),
                promise_id=each.id,
                due_on=each.due_on,
            )


def _sentence(promise: PromiseFacts, klantmanager: str, case: Case) -> str:
    text = promise_in_words(promise, klantmanager=klantmanager, her_name=case.first_name, reader=Reader.STAFF)
    return f"{promise.owner_name}: {text}" if promise.owner_name and not promise.clauses else text


def _money(case: Case, day: dt.date) -> tuple[str, ...]:
    money = her_money(case=case, day=day)
    if money is None:
        return (_t("Dat is nog niet ingevuld."),)
    amounts = (
        (_t("Er komt binnen per maand"), money.income),
        (_t("Huur"), money.rent),
        (_t("Vaste lasten"), money.fixed),
        (_t("Blijft over"), money.rest),
    )
    return tuple(_t("%(what)s: € %(amount)s") % {"what": what, "amount": amount} for what, amount in amounts)


def _busy(case: Case, account: Account, day: dt.date) -> Iterator[str]:
    """Only from when to when she is busy: not with what, with whom or where."""
    week = her_week(case=case, account=account, day=day)
    if week is None:
        yield _t("Dat is nog niet ingevuld.")
        return
    for each in week.days:
        times = [
            f"{moment.starts_at:%H.%M}–{moment.ends_at:%H.%M}"
            if moment.ends_at
            else f"{moment.starts_at:%H.%M}"
            for moment in each.moments
            if moment.is_hers and not moment.is_all_day
        ]
        if times:
            yield f"{each.code}: {', '.join(times)}"
