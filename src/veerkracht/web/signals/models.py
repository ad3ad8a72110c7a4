"""Two sides that share nothing: what somebody handed in, sealed; and the signals, of which nobody is the giver."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Municipality
from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

from .domain import standing
from .intervision_models import CardReply as CardReply
from .intervision_models import SharedCard as SharedCard


class Stage(models.TextChoices):
    """How far a signal is on the giver's side."""

    READING = "reading", _("een collega leest mee")
    BACK = "back", _("terug bij u")
    READY = "ready", _("gaat mee met de volgende groep")
    SENT = "sent", _("verstuurd")


class Ticket(Versioned):
    """The giver's side. Whose it is stands there as a digest, what it says and where it went as cipher; no moment.

    `approved_in` is the month in which a colleague read it, so that nobody waits longer than that month for company;
    it is emptied when it goes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    holder = models.CharField(max_length=64, blank=True, db_index=True)
    author = models.CharField(max_length=64, db_index=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.READING)
    approved_in = models.DateField(null=True, blank=True)
    sealed = models.TextField()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes = [models.Index(fields=["municipality", "stage"])]

    def __str__(self) -> str:
        return f"briefje {self.pk}"


class Hearer(models.TextChoices):
    """Who can change it."""

    DEPARTMENT = "department", _("werk en inkomen zelf")
    OTHER_DEPARTMENT = "other_department", _("een andere afdeling van de gemeente")
    CHILDCARE = "childcare", _("een kinderopvangorganisatie")
    EMPLOYER = "employer", _("een werkgever")
    REGION = "region", _("de arbeidsmarktregio")
    NATIONAL = "national", _("een landelijke organisatie of het Rijk")


class TopicState(models.TextChoices):
    HEARD = standing.HEARD, _("gehoord")
    LOOKED_AT = standing.LOOKED_AT, _("wordt bekeken")
    DECIDED = standing.DECIDED, _("besloten")
    DONE = standing.DONE, _("gedaan")


class SignalTopic(Versioned):
    """Signals that say the same, put together by a person, with one owner and one answer."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    hearer = models.CharField(max_length=20, choices=Hearer.choices)
    hearer_name = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=TopicState.choices, default=TopicState.HEARD)
    heard_on = models.DateField()
    due_on = models.DateField()
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["heard_on", "pk"]
        indexes = [models.Index(fields=["municipality", "state"])]

    def __str__(self) -> str:
        return f"onderwerp {self.pk}"


class Signal(models.Model):
    """What goes wrong, in words without a person. Its number is drawn at random; it has no moment and no giver."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    topic = models.ForeignKey(SignalTopic, on_delete=models.CASCADE, related_name="signals")
    ring = models.CharField(max_length=10)
    seed = models.CharField(max_length=8, blank=True)
    wrong = EncryptedText()
    helps = EncryptedText(blank=True)
    hours = models.PositiveSmallIntegerField(null=True, blank=True)  # a week, rounded
    euros = models.PositiveIntegerField(null=True, blank=True)  # a month, rounded to tens

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"signaal {self.pk}"


class TopicStep(models.Model):
    """One thing that happened to a topic, and the words with it: what givers read. Never changed afterwards."""

    topic = models.ForeignKey(SignalTopic, on_delete=models.CASCADE, related_name="steps")
    on = models.DateField()
    what = models.CharField(max_length=10)
    words = EncryptedText(blank=True)
    # None: a giver, who is nobody's to know.
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "pk"]

    def __str__(self) -> str:
        return f"stap {self.pk}"
