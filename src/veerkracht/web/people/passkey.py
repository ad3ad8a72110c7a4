"""A key of somebody's own telephone, laptop or security stick, with which nothing has to be typed or remembered."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Passkey(models.Model):
    """Log-in state, as the app for codes is: its counter moves at every log-in. On the journal's connection."""

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential_id = models.CharField(max_length=1400, unique=True)  # base64url; a key may be 1023 bytes
    public_key = models.BinaryField()
    sign_count = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"passkey {self.pk}"
