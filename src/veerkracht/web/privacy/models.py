"""Requests about one's own data, what may not be destroyed yet, terms of a municipality, and proof of destruction."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case, Municipality


class RequestKind(models.TextChoices):
    ACCESS = "access", _("Inzage: alles op papier")
    ERASURE = "erasure", _("Wissen")


class Decision(models.TextChoices):
    OPEN = "", _("nog niet beslist")
    AGREED = "agreed", _("toegewezen")
    PART = "part", _("deels toegewezen")
    REFUSED = "refused", _("afgewezen")


class DataRequest(models.Model):
    """Somebody asks for her rights. One month, once longer with a reason; decided by who did not ask."""

    # The number stays when the case itself is erased: who asked must still get an answer.
    case = models.ForeignKey(Case, null=True, on_delete=models.SET_NULL, related_name="+")
    public_id = models.CharField(max_length=8)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=RequestKind.choices)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    due_on = models.DateField()
    extension_reason = models.CharField(max_length=300, blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        indexes = [models.Index(fields=["municipality", "decision", "due_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by")),
                name="data_request_by_two_people",
            )
        ]

    def __str__(self) -> str:
        return f"verzoek {self.pk}"


class Hold(models.Model):
    """An objection or appeal runs: nothing of this case is destroyed until it is let go."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200)
    held_on = models.DateField()
    held_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    let_go_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(let_go_on=None), name="one_hold_at_a_time")
        ]

    def __str__(self) -> str:
        return f"vastgehouden {self.pk}"


class RetentionTerm(models.Model):
    """Another number of months than the program's own: asked by one, agreed by the privacy officer."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    term = models.CharField(max_length=20)
    months = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")), name="retention_term_by_two_people"
            )
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.pk}"


class Destruction(models.Model):
    """Proof that something was destroyed, without a word about whom: which term, when, how much."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    term = models.CharField(max_length=20)
    on = models.DateField()
    cases = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-on", "pk"]

    def __str__(self) -> str:
        return f"vernietigd {self.pk}"
