"""Reads of her private part: only what the open place holds, unsealed."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account

from .hiding import heading_of
from .models import PrivateNote
from .private_code import SealedPlace


class NoteKind(models.TextChoices):
    """Only her own heading above a note; nothing is done with it."""

    NOTE = "note", _("Gewoon iets")
    WISH = "wish", _("Wat ik echt wil")
    DEED = "deed", _("Wat ik doe")
    SAFE = "safe", _("Voor als het niet veilig is")


@dataclass(frozen=True, kw_only=True)
class PrivateText:
    key: str
    version: int
    kind: str
    words: str

    @property
    def is_hidden(self) -> bool:
        """It stood in her plan or on her map, and can go back there."""
        return self.kind not in NoteKind.values

    @property
    def heading(self) -> str:
        return heading_of(self.kind) if self.is_hidden else str(NoteKind(self.kind).label)


def sealed_of(place: SealedPlace, *, kind: str, words: str) -> str:
    return place.seal(json.dumps([kind, words]))


def _text_of(row: PrivateNote, place: SealedPlace) -> PrivateText:
    kind, words = json.loads(place.unseal(row.sealed))
    return PrivateText(key=row.key, version=row.version, kind=kind, words=words)


def texts_of(*, account: Account, place: SealedPlace) -> list[PrivateText]:
    rows = PrivateNote.objects.filter(account=account, place=place.number)
    return [_text_of(row, place) for row in rows]


def note_row(*, account: Account, place: SealedPlace, key: str) -> PrivateNote:
    """One note of the open place.

    Raises:
        Http404: not there, or of another place: the same answer.
    """
    row = PrivateNote.objects.filter(account=account, place=place.number, key=key).first()
    if row is None:
        raise Http404
    return row


def text_of(*, account: Account, place: SealedPlace, key: str) -> PrivateText:
    return _text_of(note_row(account=account, place=place, key=key), place)
