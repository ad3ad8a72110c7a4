"""What a policy maker keeps: the outcome of a reform over invented households, with its day. Nothing about a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Account, Municipality

LEVERS = "hefbomen"
"""What stands for the name of a reform where the page is about what a municipality can change."""


class KeptOutcome(models.Model):
    """A dated page that never changes: what came out, and the file of its reform; empty where it is about levers."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    kept_on = models.DateField()
    reform = models.SlugField(max_length=80)
    reform_file = models.TextField()
    outcome = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-kept_on", "pk"]

    def __str__(self) -> str:
        return f"uitkomst {self.pk}"

    @property
    def title(self) -> str:
        if self.reform == LEVERS:
            return _t("Wat een gemeente kan veranderen")
        return str(self.outcome["reform"]["sentence"])
