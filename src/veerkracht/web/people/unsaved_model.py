"""What somebody typed and did not send yet."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from veerkracht.web.record.encryption import EncryptedJSON


class UnsavedText(models.Model):
    """What somebody typed in a form and did not send yet: for that account alone, until it is sent or a week old."""

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    # The address the form posts to: where what was typed belongs.
    address = models.CharField(max_length=300)
    fields = EncryptedJSON()
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account", "address"], name="one_unsaved_text_a_form")
        ]

    def __str__(self) -> str:
        return f"nog niet opgeslagen tekst {self.pk}"
