"""What goes to the case system of the municipality, and whether it arrived."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Case
from veerkracht.web.record.encryption import EncryptedText


class DeliveryKind(models.TextChoices):
    PLAN = "plan", _("plan")
    LETTER = "letter", _("brief")
    REPORT = "report", _("verslag")


class Delivery(models.Model):
    """One document on its way. Its content stays here, encrypted, until it has arrived."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=DeliveryKind.choices)
    key = models.CharField(max_length=20)  # which version, which talk
    made_at = models.DateTimeField()
    content = EncryptedText(blank=True)  # base64
    ending = models.CharField(max_length=5, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "key"], name="one_delivery_a_document")
        ]
        indexes = [models.Index(fields=["delivered_at", "id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
