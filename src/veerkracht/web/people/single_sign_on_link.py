"""Which person of the municipality's own log-in an account belongs to."""

from __future__ import annotations

from django.db import models


class SingleSignOnLink(models.Model):
    account = models.OneToOneField("people.Account", on_delete=models.CASCADE, related_name="single_sign_on")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(
        max_length=255
    )  # the provider's own name for the person; never changes, never reused

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="one_account_per_subject")]

    def __str__(self) -> str:
        return f"single sign-on {self.pk}"
