"""The `action` decorator: one write, one transaction, one event, one check of who may.

Every function in a capability's `actions.py` wears it; a test fails on one that does not.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from veerkracht.web.record.actions import (
    done_at_the_same_moment,
    note_event,
    note_unnamed_event,
    refuse_twice,
)
from veerkracht.web.record.guard import writing
from veerkracht.web.record.sqlite_write_queue import in_turn

from .authorize import require
from .models import Account, Case

Act = Callable[..., Any]


def action(event: str, *, allow: tuple[str, str] | None, unnamed: bool = False) -> Callable[[Act], Act]:
    """Mark a function as an action.

    The function takes keywords only: `by` (the account), mostly `case`, and what it needs; it returns the object it
    made or changed. `once`, the form's token, is taken off here: the same form sent twice has one effect.

    Args:
        event: the kind of the event, `capability.what_happened`; its words stand in the capability's apps.py.
        allow: (action, object) of the matrix. None only for set-up that runs without a person (demo, command line).
        unnamed: the event says neither who nor when, because what was done must lead back to nobody.

    Raises (from the decorated function):
        Http404: the account may not do this.
        AlreadyDone: this form had its effect before.
        Conflict: somebody saved a newer version.
    """

    def decorate(function: Act) -> Act:
        @functools.wraps(function)
        def act(*, by: Account | None, once: UUID | None = None, **arguments: Any) -> Any:
            case: Case | None = arguments.get("case")
            if allow is not None:
                require(by, allow[0], allow[1], case=case, obj=arguments.get("about", by))  # type: ignore[arg-type]
            try:
                with in_turn(), transaction.atomic(), writing():
                    refuse_twice(once)
                    written = function(by=by, **arguments)
                    if unnamed:
                        place = by.municipality_id if by else None
                        note_unnamed_event(kind=event, municipality_id=place, once=once)
                    else:
                        note(event, by, case or _case_of(written), written, once)
                    return written
            except IntegrityError as error:
                # Two copies of one form at the very same moment: the unique token decides.
                if once is None or "once" not in str(error):
                    raise
                raise done_at_the_same_moment(once) from error

        act.event, act.allow = event, allow  # type: ignore[attr-defined]
        return act

    return decorate


def _case_of(written: Any) -> Case | None:
    """In whose history a write stands that named no case: a case itself, or what says so with `event_case`."""
    return written if isinstance(written, Case) else getattr(written, "event_case", None)


def note(event: str, by: Account | None, case: Case | None, written: Any, once: UUID | None) -> None:
    note_event(
        kind=event,
        actor=by,
        municipality_id=by.municipality_id if by else getattr(case, "municipality_id", None),
        case_id=case.pk if case else getattr(written, "case_id", None),
        about=written,
        once=once,
    )
