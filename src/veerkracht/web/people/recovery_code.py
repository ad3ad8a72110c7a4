"""Codes on paper for who has no telephone at hand: shown once, stored as slow and salted hashes, each good once."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class RecoveryCode(models.Model):
    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=128)
    made_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"recovery code {self.pk}"
