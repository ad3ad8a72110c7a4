"""What an administrator may not do alone to a colleague's account: asked by one, agreed by the team lead, done once."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccountDeed(models.TextChoices):
    PASSWORD = "wachtwoord", _("een nieuw wachtwoord")
    APP = "app", _("de app opnieuw koppelen")
    ACCOUNT = "account", _("een nieuw account")


class AccountRequest(models.Model):
    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="requests")
    deed = models.CharField(max_length=12, choices=AccountDeed.choices)
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    is_agreed = models.BooleanField(null=True)  # None: nobody answered yet
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")),
                name="account_request_by_two_people",
            )
        ]

    def __str__(self) -> str:
        return f"account request {self.pk}"
