"""Cases talked over with colleagues, without persons: also without who brought them and who answered."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from veerkracht.web.people.models import Municipality
from veerkracht.web.record.encryption import EncryptedText


class SharedCard(models.Model):
    """A card for intervision that its writer laid on the table. The private card stays where it was."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    situation = EncryptedText()
    tried = EncryptedText(blank=True)
    system = EncryptedText(blank=True)
    question = EncryptedText()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"casus {self.pk}"


class CardReply(models.Model):
    """What a colleague gives back: a question or a thought, of nobody in particular."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(SharedCard, on_delete=models.CASCADE, related_name="replies")
    words = EncryptedText()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"reactie {self.pk}"
