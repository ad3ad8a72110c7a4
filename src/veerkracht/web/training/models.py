"""Training: her wish, what she learned before, and the routes with what was decided on them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.decision import DecidedByLead, ReplacedDecision
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

from .domain import CareGround, Certainty, Level, RouteKind, Sector

KINDS = [
    (RouteKind.PRACTICAL.value, _("leren in de praktijk, met een praktijkverklaring")),
    (RouteKind.CERTIFICATE.value, _("losse certificaten")),
    (RouteKind.BBL.value, _("werken en leren (BBL)")),
    (RouteKind.PART_TIME.value, _("deeltijd of avond")),
    (RouteKind.FULL_TIME.value, _("voltijd")),
    (RouteKind.COURSE.value, _("een cursus")),
]
LEVELS = [
    (Level.OPEN.value, _("nog open")),
    (Level.MBO1.value, _("mbo 1")),
    (Level.MBO2.value, _("mbo 2")),
    (Level.MBO3.value, _("mbo 3")),
    (Level.MBO4.value, _("mbo 4")),
    (Level.AD.value, _("associate degree")),
    (Level.HBO.value, _("hbo")),
    (Level.UNIVERSITY.value, _("universiteit")),
]
SECTORS = [
    (Sector.TECHNICAL.value, _("techniek")),
    (Sector.CARE.value, _("zorg en welzijn")),
    (Sector.OFFICE.value, _("kantoor")),
    (Sector.OTHER.value, _("iets anders")),
]
CERTAINTIES = [
    (Certainty.FIXED.value, _("vast: een bedrag of rooster dat is bekendgemaakt")),
    (Certainty.ESTIMATE.value, _("schatting")),
    (Certainty.EXAMPLE.value, _("voorbeeld: vraag het na")),
    (Certainty.SAID.value, _("gezegd door de school of een werkgever")),
]
GROUNDS = [
    (CareGround.UNKNOWN.value, _("nog niet uitgezocht")),
    (CareGround.STUDY.value, _("ja, door de opleiding")),
    (CareGround.WORK.value, _("ja, door het werk dat erbij hoort")),
    (CareGround.TRAJECT.value, _("ja, als de gemeente het een traject noemt")),
    (CareGround.NONE.value, _("nee, dan moet er een andere oplossing komen")),
]


class Recognition(models.TextChoices):
    """Whether what she can already do is recognised (EVC)."""

    NONE = "", _("niet aan de orde")
    WANTED = "wanted", _("wil zij laten erkennen")
    ASKED = "asked", _("aangevraagd")
    RECOGNISED = "recognised", _("erkend, met vrijstelling")
    NOT_RECOGNISED = "not_recognised", _("niet erkend")


class TrainingWish(Versioned):
    """What she wants to learn, in her words, as high as she wants."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    words = EncryptedText()
    level = models.CharField(max_length=6, choices=LEVELS, blank=True)
    said_on = models.DateField()
    said_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"training wish {self.pk}"


class EarlierStudy(Versioned):
    """What she learned before, finished or not: it counts."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    what = EncryptedText()
    level = models.CharField(max_length=6, choices=LEVELS, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    is_finished = models.BooleanField(default=False)
    done = EncryptedText(blank=True)  # of an unfinished one: how far
    recognition = models.CharField(max_length=14, choices=Recognition.choices, blank=True)
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"study {self.pk}"


class TrainingRoute(DecidedByLead):
    """One way to learn something: hers, or the proposal of somebody else with that name on it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    name = EncryptedText()
    is_hers = models.BooleanField()
    proposed_by = EncryptedText(blank=True)
    # Bought for a group before anybody knew her: said to whoever buys it.
    is_bulk = models.BooleanField(default=False)
    sector = models.CharField(max_length=10, choices=SECTORS, blank=True)
    kind = models.CharField(max_length=12, choices=KINDS)
    level = models.CharField(max_length=6, choices=LEVELS, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    lessons = models.JSONField(default=dict)  # {"ma": ["09:00", "12:00"]}
    self_study = models.PositiveSmallIntegerField(null=True, blank=True)  # hours a week
    cost_cents = models.PositiveIntegerField(null=True, blank=True)
    cost_source = EncryptedText(blank=True)
    cost_certainty = models.CharField(max_length=10, choices=CERTAINTIES, default=Certainty.EXAMPLE.value)
    care_ground = models.CharField(max_length=10, choices=GROUNDS, blank=True)
    wage_cents = models.PositiveIntegerField(null=True, blank=True)  # an hour, gross, afterwards
    wage_source = EncryptedText(blank=True)
    wage_certainty = models.CharField(max_length=10, choices=CERTAINTIES, default=Certainty.ESTIMATE.value)
    hours_after = models.PositiveSmallIntegerField(null=True, blank=True)
    hours_beside = models.PositiveSmallIntegerField(null=True, blank=True)
    wage_beside_cents = models.PositiveIntegerField(null=True, blank=True)
    # What is asked of the municipality: may she do this, with what stays as it is.
    asks = EncryptedText(blank=True)
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"route {self.pk}"


class ReplacedTrainingDecision(ReplacedDecision):
    """What was decided on a route before the decision that stands."""

    route = models.ForeignKey(TrainingRoute, on_delete=models.CASCADE, related_name="replaced")

    def __str__(self) -> str:
        return f"earlier decision {self.pk}"
