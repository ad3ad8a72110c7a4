"""Write down what happened. Called by the `action` decorator and by the doors, never by a view."""

from __future__ import annotations

import secrets
import uuid
from typing import Any

from django.utils import timezone

from .models import Event


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


def note_unnamed_event(*, kind: str, municipality_id: int | None, once: uuid.UUID | None) -> Event:
    """One line that says that something was done, and neither who did it, nor to what, nor when on that day.

    Its number is drawn below zero: the lines before and after it would tell who was at work.
    """
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return Event.objects.create(
        pk=-1 - secrets.randbits(62), at=midnight, kind=kind, municipality_id=municipality_id, once=once
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


def done_at_the_same_moment(once: uuid.UUID) -> AlreadyDone:
    """The refusal for the second of two copies of one form, when the database let only the first through."""
    return AlreadyDone(Event.objects.get(once=once).object_id)
