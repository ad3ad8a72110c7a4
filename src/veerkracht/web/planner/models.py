"""The week as it was told, part by part; the check before a childcare contract; the profile for an employer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Case
from veerkracht.web.record.models import Versioned


class PartKind(models.TextChoices):
    CHILD = "child", _("de dagen van een kind")
    SERVICE = "service", _("opvang of oppas")
    TRAVEL = "travel", _("reistijden")
    LIMITS = "limits", _("eigen grenzen")
    BLOCK = "block", _("beschermde tijd")
    COURSE = "course", _("les of cursus")
    YEAR = "year", _("het jaar")
    OFFER = "offer", _("werk of les dat is voorgesteld")
    PLAN_B = "plan_b", _("plan B")
    VIEW = "view", _("hoe zij over opvang denkt")
    ABLE = "able", _("wat kan wel")
    OWN_FIT = "own_fit", _("of werk bij haar past")
    SIGNAL = "signal", _("een signaal dat op de kaart staat")


class Part(Versioned):
    """One part of the week. `facts` is what its form made of it: nothing is written there by another way."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="week_parts")
    kind = models.CharField(max_length=10, choices=PartKind.choices)
    # Which child, service or way of travelling; empty where there is one of its kind.
    key = models.CharField(max_length=20, blank=True)
    facts = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "kind", "key"], name="one_part_of_a_week")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class WorkSheet(Versioned):
    """What an employer may read: times and agreements, nothing about the family. She makes it, nobody else."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="work_sheet")
    start_tolerance = models.PositiveSmallIntegerField()
    phone_rule = models.CharField(max_length=300, blank=True)
    holiday_rule = models.CharField(max_length=300, blank=True)
    roster_rule = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"werktijden {self.pk}"


class Ground(models.TextChoices):
    UNKNOWN = "", _("nog niet bekend")
    WORK = "work", _("werk")
    STEP = "step", _("een stap naar werk die in het plan staat")
    STUDY = "study", _("een opleiding die telt voor de toeslag")
    INTEGRATION = "integration", _("inburgering")
    SOCIAL = "social", _("een sociale of medische reden (SMI)")
    NONE = "none", _("geen van deze")


class Payer(models.TextChoices):
    UNKNOWN = "", _("nog niet bekend")
    TOESLAG = "toeslag", _("Toeslagen (kinderopvangtoeslag)")
    TOP_UP = "top_up", _("kinderopvangtoeslag met aanvulling van de gemeente")
    MUNICIPALITY = "municipality", _("de gemeente (SMI)")
    PRESCHOOL = "preschool", _("de gemeente (peuteropvang)")
    SELF = "self", _("zijzelf")
    SWAP = "swap", _("niemand: ruilen met andere ouders")


class CareCheck(Versioned):
    """The four things that must be known before somebody signs a childcare contract."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="care_check")
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True)
    payer = models.CharField(max_length=12, choices=Payer.choices, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    letter_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"opvangcontrole {self.pk}"
