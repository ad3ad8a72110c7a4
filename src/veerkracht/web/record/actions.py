"""Write down what happened. Called by the `action` decorator and by the doors, never by a view."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils import timezone

from .models import Event, Reading


class AlreadyDone(Exception):
    """This very form was sent before; its effect stands. Carries the id of what it made."""

    def __init__(self, object_id: int | None) -> None:
        super().__init__("this form had its effect before")
        self.object_id = object_id


def note_event(
    *,
    kind: str,
    actor: Any,
    municipality_id: int | None,
    case_id: int | None,
    about: Any,
    once: uuid.UUID | None,
) -> Event:
    """One line for one write, inside the write's own transaction.

    Args:
        about: the object that was made or changed; only its type, id and version are kept.
    """
    return Event.objects.create(
        at=timezone.now(),
        kind=kind,
        actor_id=getattr(actor, "pk", None),
        municipality_id=municipality_id,
        case_id=case_id,
        object_type=about._meta.model_name if about is not None else "",
        object_id=getattr(about, "pk", None),
        version=getattr(about, "version", None),
        once=once,
    )


def refuse_twice(once: uuid.UUID | None) -> None:
    """Stop when the form with this token already had its effect.

    Raises:
        AlreadyDone: with the id of what it made the first time.
    """
    if once is None:
        return
    earlier = Event.objects.filter(once=once).first()
    if earlier is not None:
        raise AlreadyDone(earlier.object_id)


def note_reading(*, account_id: int, case_id: int, what: str, role: str) -> None:
    Reading.objects.create(at=timezone.now(), account_id=account_id, case_id=case_id, what=what, role=role)
