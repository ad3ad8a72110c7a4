"""Her plan: the wish, the promises of everybody, and the versions that were fixed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Versioned


class Owner(models.TextChoices):
    MUNICIPALITY = "municipality", _("gemeente")
    KLANTMANAGER = "klantmanager", _("klantmanager")
    EMPLOYER = "employer", _("werkgever")
    CHILDCARE = "childcare", _("kinderopvang")
    SCHOOL = "school", _("school of opleiding")
    PARTNER_ORGANISATION = "partner_organisation", _("andere organisatie")
    NETWORK = "network", _("iemand uit haar kring")
    MOTHER = "mother", _("zijzelf")


class Answer(models.TextChoices):
    NONE = "none", _("nog niet gevraagd")
    AGREE = "agree", _("ja, dat spreken we af")
    DISAGREE = "disagree", _("nee, dat wil ik niet")
    THINK = "think", _("daar wil ik over nadenken")


class Plan(Versioned):
    """One plan for one person. The wish is hers, in her words."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="plan")
    wish = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"plan {self.pk}"


class Promise(Versioned):
    """Somebody takes something on. Only her own "yes" makes it agreed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="promises")
    owner = models.CharField(max_length=20, choices=Owner.choices)
    owner_name = models.CharField(max_length=80, blank=True)
    what = models.CharField(max_length=500)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # Who wrote her answer down: she herself, or the klantmanager at the table with her.
    answer_noted_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["due_on"])]
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.owner} {self.pk}"


class FixedPlan(models.Model):
    """A version that does not change any more: its text, and the hash both signed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="fixed")
    number = models.PositiveIntegerField()
    text = models.TextField()
    hash = models.CharField(max_length=64)
    fixed_at = models.DateTimeField()
    fixed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_number_per_version")]

    def __str__(self) -> str:
        return f"versie {self.number}"
