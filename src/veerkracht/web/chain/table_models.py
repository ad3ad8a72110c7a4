"""The joint table, and the address of somebody's own calendar."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned


class JointTable(Versioned):
    """A meeting of everybody around her, with her in the chair. `minutes` and `what_stops` in her words."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="joint_tables")
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = EncryptedText(blank=True)
    what_stops = EncryptedText(blank=True)
    minutes = EncryptedText(blank=True)
    held_on = models.DateField(null=True, blank=True)
    # The rows of the plan that came of it.
    promises = models.JSONField(default=list)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "pk"]
        indexes = [models.Index(fields=["case", "on"])]

    def __str__(self) -> str:
        return f"table {self.pk}"


class CalendarFeed(models.Model):
    """An address from which a calendar reads somebody's own appointments. Only the hash of its token is stored."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    token = ""  # on the answer of the action that made it; never a column

    def __str__(self) -> str:
        return f"feed {self.pk}"
