"""What is known about the household of a case: one row for each fact, with who said it, where and when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Versioned


class HouseholdFacts(Versioned):
    """One row for a case. Its version counts the writes, and it is held while one is made, so that two people who
    write at the same moment write one after the other."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    key = ""  # of what was added, told by the action that added it; never a column

    def __str__(self) -> str:
        return f"feiten {self.pk}"


class SaidOn(models.TextChoices):
    """The page on which something was said."""

    MONEY = "money", _("Geld")
    WEEK = "week", _("Week")
    FACTS = "facts", _("Wat we weten")


class Situation(models.TextChoices):
    NOW = "now", _("nu")
    OFFER = "offer", _("met het nieuwe werk")


class Statement(models.Model):
    """One fact at its path (`home.rent`, `cares.K7.euros_per_hour`), as somebody said it.

    `value` is JSON as `domain.values` writes it; null is "not asked". `revision` is the version of HouseholdFacts
    that this write made: the highest of a form's paths is the version of that form.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=120)
    situation = models.CharField(max_length=10, choices=Situation.choices, default=Situation.NOW)
    value = models.JSONField(null=True)
    said_on_page = models.CharField(max_length=10, choices=SaidOn.choices)
    said_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "path", "situation"], name="one_statement_for_each_fact")
        ]

    def __str__(self) -> str:
        return f"feit {self.pk}"
