"""The talk and what came of it, and what a professional keeps for herself alone."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedJSON, EncryptedText
from veerkracht.web.record.models import Versioned


class TalkState(models.TextChoices):
    PLANNED = "planned", _("gepland")
    RUNNING = "running", _("bezig")
    ENDED = "ended", _("afgerond")
    SIGNED = "signed", _("verslag klaar")


class HerAnswer(models.TextChoices):
    NONE = "", _("nog geen antwoord")
    COMES = "comes", _("komt")
    OTHER_DAY = "other_day", _("wil liever een andere dag")


class Talk(Versioned):
    """A talk with her: when and where, who is there, and the questions chosen for it, in order."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="talks")
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=80, blank=True)
    # True only while nobody but the two of them is in the room.
    alone = models.BooleanField(default=False)
    interpreter = models.CharField(max_length=80, blank=True)
    interpreter_booked = models.BooleanField(default=False)
    questions = models.JSONField(default=list)
    # What she takes along, in plain words; and whether she comes.
    bring = models.CharField(max_length=200, blank=True)
    her_answer = models.CharField(max_length=10, choices=HerAnswer.choices, blank=True, default="")
    her_words = EncryptedText(blank=True)
    state = models.CharField(max_length=10, choices=TalkState.choices, default=TalkState.PLANNED)
    led_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "starts_at", "pk"]
        indexes = [models.Index(fields=["case", "on"]), models.Index(fields=["on", "state"])]

    def __str__(self) -> str:
        return f"gesprek {self.pk}"

    def minutes(self, now: dt.datetime) -> int:
        """How long it goes on already; 0 before it began."""
        return int((now - self.started_at).total_seconds() // 60) if self.started_at else 0


class Destination(models.TextChoices):
    """Whether her sentence stands apart. Nothing chosen means: in the report, and wherever else it found a place."""

    OPEN = "", _("nog niet gekozen")
    REPORT = "report", _("alleen in het verslag")
    BETWEEN_US = "between_us", _("blijft tussen ons")
    NOWHERE = "nowhere", _("nergens")


class Quote(Versioned):
    """One thing she said, in her words. What was made of it are its places; they may be several."""

    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="quotes")
    words = EncryptedText()
    destination = models.CharField(max_length=12, choices=Destination.choices, blank=True, default="")
    noted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"woorden {self.pk}"


class PlaceKind(models.TextChoices):
    MAP = "map", _("op de kaart")
    PERSON = "person", _("als iemand op de kaart")
    ABOUT = "about", _("bij iemand op de kaart")
    WISH = "wish", _("in het plan, als wens")
    PROMISE = "promise", _("in het plan, als belofte")


class QuotePlace(models.Model):
    """One place her sentence found. `became` is the id of what stands there; none for a wish."""

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="places")
    kind = models.CharField(max_length=8, choices=PlaceKind.choices)
    became = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["quote", "kind", "became"], name="one_place_for_one_quote"),
        ]

    def __str__(self) -> str:
        return f"plek {self.pk}"


class AgendaPoint(Versioned):
    """Something she or the klantmanager wants to talk about; open until somebody says it was."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="agenda_points")
    words = models.CharField(max_length=300)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [models.Index(fields=["case", "closed_on"])]

    def __str__(self) -> str:
        return f"gesprekspunt {self.pk}"


class Draft(models.Model):
    """What somebody is typing and did not save yet. Only its writer ever sees it; gone when it is saved."""

    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="drafts")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    field = models.CharField(max_length=10)
    text = EncryptedText()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "account", "field"], name="one_draft_a_field")]

    def __str__(self) -> str:
        return f"concept {self.pk}"


class ContactKind(models.TextChoices):
    CALLED = "called", _("gebeld")
    WROTE = "wrote", _("geschreven of geappt")
    SAW = "saw", _("elkaar even gezien")
    DID_NOT_HAPPEN = "did_not_happen", _("het gesprek ging niet door")


class ContactNote(Versioned):
    """A short contact: one line, a date, what comes next. Nobody counts these."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contact_notes")
    on = models.DateField()
    kind = models.CharField(max_length=15, choices=ContactKind.choices)
    line = models.CharField(max_length=300)
    next_step = models.CharField(max_length=200, blank=True)
    next_on = models.DateField(null=True, blank=True)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "pk"]
        indexes = [models.Index(fields=["case", "on"])]

    def __str__(self) -> str:
        return f"contact {self.pk}"


class Report(models.Model):
    """The report of a talk, fixed: her words and what the professional saw, bound by a hash to both signatures."""

    talk = models.OneToOneField(Talk, on_delete=models.CASCADE, related_name="report")
    text = models.TextField()
    hash = models.CharField(max_length=64)
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    # Her own signature under her own words. Never given for her, never asked for twice.
    confirmed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"verslag {self.pk}"


class RemarkKind(models.TextChoices):
    CORRECTS = "corrects", _("Zo is het")
    DISAGREES = "disagrees", _("Daar ben ik het niet mee eens")
    ADDS = "adds", _("Dit hoort er ook bij")


class Remark(models.Model):
    """What was said about a report afterwards. Stands beside it for good; nothing of the report is changed."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=10, choices=RemarkKind.choices)
    words = models.TextField()
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"reactie {self.pk}"


class Heard(models.Model):
    """Whether she was heard: her face and her words; nobody else sees them, the team sees an average of many."""

    talk = models.OneToOneField(Talk, on_delete=models.CASCADE, related_name="heard")
    face = models.PositiveSmallIntegerField()
    words = EncryptedText(blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(face__gte=1, face__lte=4), name="four_faces_and_no_more"),
        ]

    def __str__(self) -> str:
        return f"gehoord {self.pk}"


class MirrorTick(models.Model):
    """Which of the 31 success factors a professional recognises in a talk of her own. For nobody else."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="+")
    factors = EncryptedJSON(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "talk"], name="one_mirror_a_talk")]

    def __str__(self) -> str:
        return f"spiegel {self.pk}"


class Reflection(Versioned):
    """An answer to a question about one's own work. For nobody else; `topic` is the id of the question."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=8)
    words = EncryptedText()
    noted_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-noted_on", "-pk"]
        indexes = [models.Index(fields=["account", "topic"])]

    def __str__(self) -> str:
        return f"reflectie {self.pk}"


class IntervisionCard(Versioned):
    """A case to talk over with colleagues, on paper, without a name in it. For nobody else in the program."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    situation = EncryptedText()
    tried = EncryptedText(blank=True)
    system = EncryptedText(blank=True)
    question = EncryptedText()
    noted_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-noted_on", "-pk"]
        indexes = [models.Index(fields=["account"])]

    def __str__(self) -> str:
        return f"kaartje {self.pk}"
