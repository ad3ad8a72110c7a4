"""Municipalities that give out one set of figures together: who asked, who said yes, and the quarters that went out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Municipality
from veerkracht.web.record.encryption import EncryptedJSON
from veerkracht.web.record.models import Versioned

from .released import ReleasedQuarter


class Company(models.Model):
    """A social service or a region. Who is in it never changes: with others in it, it is another one.

    `series` says who is in it: whoever begins again with the same goes on with the same noise and the last quarter.
    """

    name = models.CharField(max_length=80)
    proposed_by = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    series = models.CharField(max_length=1500)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_running(self) -> bool:
        return self.ended_on is None and all(
            each.answer == CompanyAnswer.YES for each in self.companions.all()
        )


class CompanyAnswer(models.TextChoices):
    NONE = "", _("nog geen antwoord")
    YES = "yes", _("ja")
    NO = "no", _("nee")


class Companion(Versioned):
    """One municipality of a company, and what it said."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="companions")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(
        max_length=3, choices=CompanyAnswer.choices, blank=True, default=CompanyAnswer.NONE
    )
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["company", "municipality"], name="once_in_a_company"),
        ]

    def __str__(self) -> str:
        return f"{self.company_id} {self.municipality_id}"


class JointRelease(ReleasedQuarter):
    """One quarter of a company, as it went out; or why nothing went out."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="releases")
    series = models.CharField(max_length=1500)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "quarter"], name="one_joint_release_a_quarter"),
        ]

    @property
    def places(self) -> list[str]:
        return [each.municipality.name for each in self.company.companions.all()]


class JointState(models.Model):
    """What stood in the caseloads at the last joint release: by municipality, as digests in cipher."""

    series = models.CharField(max_length=1500, unique=True)
    fingerprints = EncryptedJSON(default=dict)

    def __str__(self) -> str:
        return f"stand {self.pk}"
