"""The `action` decorator: one write, one transaction, one event, one check of who may.

Every function in a capability's `actions.py` wears it; a test fails on one that does not.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from veerkracht.web.record.actions import AlreadyDone, note_event, refuse_twice
from veerkracht.web.record.guard import writing
from veerkracht.web.record.models import Event
from veerkracht.web.record.turns import in_turn

from .authorize import require
from .models import Account, Case

Act = Callable[..., Any]


def action(event: str, *, allow: tuple[str, str] | None) -> Callable[[Act], Act]:
    """Mark a function as an action.

    The function takes keywords only: `by` (the account), mostly `case`, and what it needs; it returns the object it
    made or changed. `once`, the form's token, is taken off here: the same form sent twice has one effect.

    Args:
        event: the kind of the event, `capability.what_happened`; its words stand in the capability's apps.py.
        allow: (action, object) of the matrix. None only for set-up that runs without a person (demo, command line).

    Raises (from the decorated function):
        Http404: the account may not do this.
        AlreadyDone: this form had its effect before.
        Conflict: somebody saved a newer version.
    """

    def decorate(function: Act) -> Act:
        @functools.wraps(function)
        def act(*, by: Account | None, once: UUID | None = None, **given: Any) -> Any:
            case: Case | None = given.get("case")
            if allow is not None:
                require(by, allow[0], allow[1], case=case, obj=given.get("about", by))  # type: ignore[arg-type]
            try:
                with in_turn(), transaction.atomic(), writing():
                    refuse_twice(once)
                    made = function(by=by, **given)
                    note(event, by, case or (made if isinstance(made, Case) else None), made, once)
                    return made
            except IntegrityError as error:
                # Two copies of one form at the very same moment: the unique token decides.
                if once is None or "once" not in str(error):
                    raise
                raise AlreadyDone(Event.objects.get(once=once).object_id) from error

        act.event, act.allow = event, allow  # type: ignore[attr-defined]
        return act

    return decorate


def note(event: str, by: Account | None, case: Case | None, made: Any, once: UUID | None) -> None:
    note_event(
        kind=event,
        actor=by,
        municipality_id=by.municipality_id if by else getattr(case, "municipality_id", None),
        case_id=case.pk if case else getattr(made, "case_id", None),
        about=made,
        once=once,
    )
