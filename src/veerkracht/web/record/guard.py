"""No write outside an action, and none at all while a page is only read.

The guard looks at every statement on its way to the database. It is a second lock: the first is that views call
actions. A forgotten `.save()` in a view or a template therefore breaks a test instead of changing a case unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from .journal import JOURNAL_TABLES

_in_action: ContextVar[bool] = ContextVar("in_action", default=False)
_only_reading: ContextVar[bool] = ContextVar("only_reading", default=False)

_HARMLESS = re.compile(
    r"\s*(SELECT|EXPLAIN|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|PRAGMA|SHOW|SET|VALUES)\b", re.I
)
_JOURNAL = re.compile(
    rf'\s*(INSERT (OR \w+ )?INTO|UPDATE|DELETE FROM)\s+"({"|".join(map(re.escape, JOURNAL_TABLES))})', re.I
)


class WriteRefused(RuntimeError):
    """Something tried to write outside an action, or in a request that may only read."""


@contextmanager
def writing() -> Iterator[None]:
    """Open the guard for one action. Refused while a page is only read (GET, HEAD)."""
    if _only_reading.get():
        raise WriteRefused("a page that only reads tried to run an action")
    token = _in_action.set(True)
    try:
        yield
    finally:
        _in_action.reset(token)


@contextmanager
def only_reading() -> Iterator[None]:
    token = _only_reading.set(True)
    try:
        yield
    finally:
        _only_reading.reset(token)


def refuse_writes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """An `execute_wrapper` for both connections: lets reads, journal tables and actions through, refuses the rest."""
    if _HARMLESS.match(sql) or _JOURNAL.match(sql) or _in_action.get():
        return execute(sql, params, many, context)
    raise WriteRefused(f"a write outside an action: {sql[:80]}")
