"""Somebody who may be in the municipality already."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from veerkracht.web.record.encryption import EncryptedText


class HeldPerson(models.Model):
    """Somebody typed or imported who may have a case with a colleague: kept whole until the team lead has looked."""

    municipality = models.ForeignKey("people.Municipality", on_delete=models.PROTECT)
    typed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    typed_at = models.DateTimeField(default=timezone.now)
    other = models.ForeignKey("people.Case", null=True, on_delete=models.SET_NULL, related_name="+")
    first_name = models.CharField(max_length=120)
    last_name = models.CharField(max_length=200, blank=True)
    born_on = models.DateField(null=True)
    phone = models.CharField(max_length=30, blank=True)
    address = EncryptedText(blank=True)
    children = models.JSONField(default=list)  # [first name, day of birth] each
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    is_same = models.BooleanField(null=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "settled_at"])]

    def __str__(self) -> str:
        return f"vastgehouden {self.pk}"
