"""Writes of her private part. Of no case, so that nothing of it stands in a history; sealed before they come here."""

from __future__ import annotations

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account
from veerkracht.web.record.models import Conflict

from .models import PrivateNote
from .private_code import SealedPlace
from .private_notes import note_row, sealed_of


@action("mine.private_written", allow=("update", "account_eigen"))
def write_note(
    *, by: Account, place: SealedPlace, kind: str, words: str, key: str = "", seen_version: int = 0
) -> PrivateNote:
    """A new note, or other words in one that is there.

    Raises:
        Conflict: she wrote in it in another window since.
        Http404: no such note in this place.
    """
    sealed = sealed_of(place, kind=kind, words=words)
    if not key:
        return PrivateNote.objects.create(account=by, place=place.number, sealed=sealed)
    return note_row(account=by, place=place, key=key).change(seen_version, sealed=sealed)


@action("mine.private_removed", allow=("update", "account_eigen"))
def remove_note(*, by: Account, place: SealedPlace, key: str, seen_version: int) -> None:
    """Gone at once and for good: nothing of it can be put back.

    Raises:
        Conflict: she wrote in it in another window since.
    """
    row = note_row(account=by, place=place, key=key)
    if row.version != seen_version:
        raise Conflict(row)
    row.delete()
