"""What an administrator may not do alone to a colleague's account: asked by one, agreed by the team lead.

Whoever asked and whoever agreed each get half of a code. The colleague types both halves and chooses a password;
neither of the two can.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccountDeed(models.TextChoices):
    PASSWORD = "wachtwoord", _("een nieuw wachtwoord")
    APP = "app", _("een nieuw wachtwoord, en de app opnieuw koppelen")
    ACCOUNT = "account", _("een nieuw account")
    ROLE = "rol", _("een andere rol")


class AccountRequest(models.Model):
    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="requests")
    deed = models.CharField(max_length=12, choices=AccountDeed.choices)
    # None for asker and agreer: whoever runs the server, with `first_account`, `rescue` or `second_yes`.
    asked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    wanted_role = models.CharField(max_length=20, blank=True)  # of a ROLE request
    is_agreed = models.BooleanField(null=True)  # None: nobody answered yet
    done_at = models.DateTimeField(null=True)
    # Keyed hashes of the two halves; empty as long as that half was not shown to anybody.
    asker_half = models.CharField(max_length=64, blank=True)
    agreer_half = models.CharField(max_length=64, blank=True)
    wrong_tries = models.PositiveSmallIntegerField(default=0)

    half = ""  # in readable form on the answer of the action that made it; never a column

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None) | Q(asked_by=None) | ~Q(answered_by=F("asked_by")),
                name="account_request_by_two_people",
            )
        ]

    def __str__(self) -> str:
        return f"account request {self.pk}"

    def get_wanted_role_display(self) -> str:
        return str(dict(self.account._meta.get_field("role").flatchoices).get(self.wanted_role, ""))
