"""The only door: may this account do this to this thing of this case, today.

The answer comes from `matrix.toml` (role × object × action, default deny) and from conditions. Later capabilities
(sharing, safety) register the conditions they bring; until then such a cell denies.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from .models import Account, AccountRole, Assignment, AssignmentKind, Case

Condition = Callable[[Account, Case | None, Any], bool]
ACTIONS = ("list", "read", "create", "update", "delete", "share", "export", "approve")
_KLANTMANAGER = frozenset({"km_eigen", "km_waarnemer", "km_ander"})
_conditions: dict[str, Condition] = {}


@cache
def matrix() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "matrix.toml").read_text())


def condition(name: str) -> Callable[[Condition], Condition]:
    """Register what a condition of the matrix means.

    Raises:
        ValueError: when the matrix has no such condition, or it has a meaning already.
    """
    if name not in matrix()["conditions"] or name in _conditions:
        raise ValueError(f"the matrix has no condition {name!r}, or it has a meaning already")

    def register(predicate: Condition) -> Condition:
        _conditions[name] = predicate
        return predicate

    return register


@condition("own")
def _own(account: Account, case: Case | None, obj: Any) -> bool:
    return case is not None and case.account_id == account.pk


@condition("assigned")
def _assigned(account: Account, case: Case | None, obj: Any) -> bool:
    # The role km_eigen/km_waarnemer on a case *is* an active assignment (see roles_of); without a case the list
    # itself is cut by visible_to. A team lead has no assignment, so her "assigned" cells stay closed.
    return account.role == AccountRole.KLANTMANAGER


@condition("self_only")
def _self_only(account: Account, case: Case | None, obj: Any) -> bool:
    return obj == account or getattr(obj, "account_id", None) == account.pk


@condition("author")
def _author(account: Account, case: Case | None, obj: Any) -> bool:
    return getattr(obj, "author_id", None) == account.pk


@condition("both_sign")
def _both_sign(account: Account, case: Case | None, obj: Any) -> bool:
    return case is not None and (case.account_id == account.pk or account.role == AccountRole.KLANTMANAGER)


@condition("no_content")
def _no_content(account: Account, case: Case | None, obj: Any) -> bool:
    return case is None


@condition("meta")
def _meta(account: Account, case: Case | None, obj: Any) -> bool:
    return case is None or case.account_id == account.pk


# What is still done with a case that was closed: opening it again, and what the law gives her a right to.
_ALSO_WHEN_CLOSED = frozenset({"dossierstand", "avg_verzoek", "vernietiging_uitstel"})


def changes_closed(action: str, kind: str) -> bool:
    """Whether this would change what a closed case holds. Reading it and taking it along always stays possible."""
    return action not in ("list", "read", "export") and kind not in _ALSO_WHEN_CLOSED


def roles_of(account: Account | AnonymousUser, case: Case | None = None) -> frozenset[str]:
    """The roles of the matrix this account has, today, towards this case (or in general without one)."""
    if not isinstance(account, Account) or not account.is_active:
        return frozenset({"anon"})
    other_tenant = case is not None and case.municipality_id != account.municipality_id
    if account.role == AccountRole.KLANTMANAGER:
        if case is None:
            return _KLANTMANAGER
        return frozenset({"km_andere_gemeente" if other_tenant else _role_on(account, case)})
    if other_tenant:
        return frozenset()
    if account.role == AccountRole.KETEN:
        return frozenset({"keten_ander"})
    return frozenset({account.role})


def _role_on(account: Account, case: Case) -> str:
    """The role by assignment; asked once for each loaded case, so once a request: the next request asks again."""
    known: dict[int, str] = case.__dict__.setdefault("_roles_by_account", {})
    if account.pk not in known:
        known[account.pk] = _ask_role(account, case)
    return known[account.pk]


def _ask_role(account: Account, case: Case) -> str:
    active = Assignment.objects.active(timezone.localdate()).filter(account=account, case=case)
    kinds = set(active.values_list("kind", flat=True))
    if AssignmentKind.OWN in kinds:
        return "km_eigen"
    return "km_waarnemer" if AssignmentKind.STAND_IN in kinds else "km_ander"


def authorize(
    account: Account | AnonymousUser, action: str, kind: str, *, case: Case | None = None, obj: Any = None
) -> bool:
    """Whether the account may do `action` to an object of this `kind` (names of the matrix).

    Raises:
        KeyError: when the matrix does not know the kind or the action; a typing mistake never means "allowed".
    """
    if action not in ACTIONS:
        raise KeyError(f"the matrix has no action {action!r}")
    cells = matrix()["objects"][kind].get(action, {})
    if case is not None and case.is_closed and changes_closed(action, kind):
        return False
    for role in roles_of(account, case):
        cell = cells.get(role)
        if cell == "allow":
            return True
        if cell in _conditions and isinstance(account, Account) and _conditions[cell](account, case, obj):
            return True
    return False


def require(
    account: Account | AnonymousUser, action: str, kind: str, *, case: Case | None = None, obj: Any = None
) -> None:
    """As `authorize`, but absent and forbidden look the same.

    Raises:
        Http404: when it is not allowed.
    """
    if not authorize(account, action, kind, case=case, obj=obj):
        raise Http404
