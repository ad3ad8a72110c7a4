"""What there is: offers of the municipality and the region, and centres of childcare. Nothing about a person."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

from .domain.meetings import clock_words


class Aim(models.TextChoices):
    """Who or what an offer wants to change: she herself, or which ring around her."""

    MOTHER = "mother", _("de moeder zelf")
    MICRO = "micro", _("mensen dichtbij")
    MESO = "meso", _("contact onderling")
    EXO = "exo", _("organisaties en regels")
    MACRO = "macro", _("samenleving")


class Evidence(models.TextChoices):
    """What is known about whether it works, in the words of the Dutch databases of interventions."""

    UNKNOWN = "", _("niet bekend")
    PRACTICE = "practice", _("ervaring uit de praktijk")
    DESCRIBED = "described", _("goed beschreven")
    REASONED = "reasoned", _("goed onderbouwd")
    FIRST = "first", _("eerste aanwijzingen dat het werkt")
    GOOD = "good", _("goede aanwijzingen dat het werkt")
    STRONG = "strong", _("sterke aanwijzingen dat het werkt")


class YesNo(models.TextChoices):
    """A claim that may be true or not; unknown is an answer of its own."""

    UNKNOWN = "", _("niet bekend")
    YES = "yes", _("ja")
    NO = "no", _("nee")


class Weekday(models.TextChoices):
    NONE = "", _("geen vaste dag")
    MA = "ma", _("maandag")
    DI = "di", _("dinsdag")
    WO = "wo", _("woensdag")
    DO = "do", _("donderdag")
    VR = "vr", _("vrijdag")
    ZA = "za", _("zaterdag")
    ZO = "zo", _("zondag")


class InCatalogue(Versioned):
    """What every row of a catalogue has: whose it is, where it was read, and whether it still runs."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    is_example = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True


class CatalogueOffer(InCatalogue):
    """One thing somebody can take up, or that somebody in the system does. With a weekday it is a group that meets."""

    what = models.CharField(max_length=500)
    aim = models.CharField(max_length=10, choices=Aim.choices)
    evidence = models.CharField(max_length=10, choices=Evidence.choices, blank=True)
    gender_sensitive = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    topics = models.JSONField(default=list)
    cost = models.CharField(max_length=120, blank=True)
    times = models.CharField(max_length=200, blank=True)
    childcare = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    by_municipality = models.BooleanField(default=False)
    promise = models.CharField(max_length=200, blank=True)
    weekday = models.CharField(max_length=2, choices=Weekday.choices, blank=True)
    starts_at = models.CharField(max_length=5, blank=True)
    ends_at = models.CharField(max_length=5, blank=True)
    first_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(aim__in=Aim.values), name="offer_aims_at_somebody"),
            models.UniqueConstraint(
                fields=["municipality", "name", "organisation"], name="one_offer_of_a_name_and_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_group(self) -> bool:
        return bool(self.weekday)

    @property
    def begins(self) -> str:
        return clock_words(self.starts_at)

    @property
    def finishes(self) -> str:
        return clock_words(self.ends_at)

    def runs_on(self, day: dt.date) -> bool:
        return (self.ends_on is None or day <= self.ends_on) and (
            self.stopped_on is None or day < self.stopped_on
        )


class TakenOffer(models.Model):
    """An offer that was put in somebody's plan: as a promise, or by herself as a proposal."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    offer = models.ForeignKey(CatalogueOffer, on_delete=models.PROTECT, related_name="+")
    promise_id = models.PositiveBigIntegerField(null=True)
    proposal_id = models.PositiveBigIntegerField(null=True)
    taken_on = models.DateField()
    taken_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"genomen {self.pk}"


class CareKind(models.TextChoices):
    DAY_CARE = "dagopvang", _("kinderdagverblijf")
    CHILDMINDER = "gastouder", _("gastouder")
    AFTER_SCHOOL = "bso", _("opvang na school (bso)")
    BEFORE_SCHOOL = "voorschoolse_opvang", _("opvang voor school")
    HOLIDAYS = "vakantieopvang", _("opvang in vakanties")


class Caller(models.TextChoices):
    """Who rings a centre to ask for a place."""

    MUNICIPALITY = "municipality", _("de gemeente belt")
    PARENT = "parent", _("de ouder belt zelf")
    NOT_SAID = "", _("niet afgesproken")


class CareCentre(InCatalogue):
    """One place of childcare: when it is open, what it costs, how long people wait, and who rings."""

    kind = models.CharField(max_length=20, choices=CareKind.choices)
    days = models.JSONField(default=list)
    opens = models.CharField(max_length=5, blank=True)
    closes = models.CharField(max_length=5, blank=True)
    hours_per_day = models.FloatField(null=True, blank=True)
    euros_per_hour = models.FloatField(null=True, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    registered = models.CharField(max_length=3, choices=YesNo.choices, blank=True)
    caller = models.CharField(max_length=15, choices=Caller.choices, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name", "kind"], name="one_centre_of_a_name_and_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GroupSeat(Versioned):
    """Somebody who takes part in a group. Left: the day stays, so that a reminder never goes out afterwards."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    offer = models.ForeignKey(CatalogueOffer, on_delete=models.PROTECT, related_name="seats")
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    reminded_for = models.DateField(null=True, blank=True)
    wants_reminder = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "offer"], condition=Q(left_on=None), name="one_seat_in_a_group"
            )
        ]

    def __str__(self) -> str:
        return f"plek {self.pk}"


class PeerProfile(Versioned):
    """A mother who said yes to being asked by another: the name she chose and her own words. Hers alone.

    Gone at once when she takes it back; nothing of it stays.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    name = EncryptedText()
    words = EncryptedText()
    since = models.DateField()

    def __str__(self) -> str:
        return f"moeder {self.pk}"


class PeerContact(Versioned):
    """Two mothers: one asked, the other answers. What they wrote goes when one of them stops."""

    asker = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    asked = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10)
    asker_name = EncryptedText(blank=True)
    asked_name = EncryptedText(blank=True)
    asker_words = EncryptedText(blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(asker=models.F("asked")), name="a_mother_meets_another"),
            models.UniqueConstraint(fields=["asker", "asked"], name="asked_once"),
        ]

    def __str__(self) -> str:
        return f"contact {self.pk}"


class PeerMessage(models.Model):
    """One message between two mothers who both said yes."""

    contact = models.ForeignKey(PeerContact, on_delete=models.CASCADE, related_name="messages")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    words = EncryptedText()
    written_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"bericht {self.pk}"
