"""Quarters that are out and never change, and the yearly look of the municipality at its own policy."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Municipality
from veerkracht.web.record.encryption import EncryptedJSON
from veerkracht.web.record.models import Versioned

from .released import ReleasedQuarter
from .together_models import Companion as Companion
from .together_models import Company as Company
from .together_models import JointRelease as JointRelease
from .together_models import JointState as JointState


class Release(ReleasedQuarter):
    """One quarter of one municipality, as it went out; or why nothing went out."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "quarter"], name="one_release_a_quarter"),
        ]


class CountedState(models.Model):
    """What stood in the caseload at the last release, as digests in cipher: only to see how much changed since."""

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, related_name="+")
    fingerprints = EncryptedJSON(default=dict)

    def __str__(self) -> str:
        return f"stand {self.pk}"


class HowFar(models.TextChoices):
    """How far the municipality is with one question about its own policy. Never of a person."""

    NOT_YET = "not_yet", _("Nog niet")
    BEGUN = "begun", _("Begonnen")
    MOSTLY = "mostly", _("Meestal wel")
    ALWAYS = "always", _("Zo werken wij")


class ScanAnswer(Versioned):
    """The answer of one year to one of the four questions, with what it rests on."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=5)  # PM1 to PM4
    how_far = models.CharField(max_length=10, choices=HowFar.choices)
    evidence = models.TextField()
    answered_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["year", "question"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "year", "question"], name="one_scan_answer_a_year_and_question"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.question}"


class ScanAction(Versioned):
    """What the municipality does about one of the questions: whose it is, and by when."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=5)
    what = models.CharField(max_length=300)
    owner_name = models.CharField(max_length=80)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.question} {self.pk}"
