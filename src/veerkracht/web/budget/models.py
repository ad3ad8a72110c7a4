"""Her own budget: wishes with their decision, entries that only grow, and the proof until somebody looked at it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.decision import DecidedByLead, ReplacedDecision
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedText

from .domain import EntryKind


class BudgetWish(DecidedByLead):
    """Something she wants to pay from a budget of her own."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    what = EncryptedText()
    why = EncryptedText(blank=True)
    cost_cents = models.PositiveIntegerField()
    # What her klantmanager thinks of it, for the team lead to read; she reads it too.
    advice = EncryptedText(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [models.Index(fields=["case", "decision"], name="budget_wishes_of_a_case")]

    def __str__(self) -> str:
        return f"wish {self.pk}"


class ProofKind(models.TextChoices):
    PDF = "pdf", _("PDF")
    JPEG = "jpg", _("foto")
    PNG = "png", _("plaatje")


class BudgetEntry(models.Model):
    """One entry: granted, spent, or the right amount of an earlier spending. Never changed but for the proof."""

    wish = models.ForeignKey(BudgetWish, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in EntryKind])
    cents = models.PositiveIntegerField()
    corrects = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")
    allows_shortage = models.BooleanField(default=False)
    on = models.DateField()
    words = EncryptedText(blank=True)
    noted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proof_checked_on = models.DateField(null=True, blank=True)
    proof_checked_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=EntryKind.CORRECTED.value) ^ Q(corrects=None),
                name="a_correction_corrects_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Proof(models.Model):
    """A receipt, encrypted, only until somebody looked at it: then the row itself is gone."""

    line = models.OneToOneField(BudgetEntry, on_delete=models.CASCADE, related_name="proof")
    kind = models.CharField(max_length=4, choices=ProofKind.choices)
    content = EncryptedText()  # base64
    brought_on = models.DateField()

    def __str__(self) -> str:
        return f"proof {self.pk}"


class ReplacedBudgetDecision(ReplacedDecision):
    """What was decided on a wish before the decision that stands; its amount is the granted entry of that day."""

    line = models.OneToOneField(BudgetEntry, on_delete=models.CASCADE, related_name="replaced")

    def __str__(self) -> str:
        return f"earlier decision {self.pk}"
