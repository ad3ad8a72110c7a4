"""Who helps her. What people typed about others stands encrypted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedJSON, EncryptedText
from veerkracht.web.record.models import Versioned

from .domain.handover import ANSWER_DAYS, HANDOVER
from .domain.share import PIECE, SHARE
from .table_models import CalendarFeed as CalendarFeed
from .table_models import JointTable as JointTable


class HelpGround(models.TextChoices):
    UNKNOWN = "", _("nog niet bekend")
    CONSENT = "consent", _("toestemming")
    LAW = "law", _("een taak uit de wet")
    OWN_REQUEST = "own_request", _("eigen verzoek om hulp")


class VisitRhythm(models.IntegerChoices):
    """Appointments in four weeks."""

    NONE = 0, _("geen vaste afspraak")
    MONTHLY = 1, _("eens per vier weken")
    FORTNIGHTLY = 2, _("om de week")
    WEEKLY = 4, _("elke week")
    TWICE = 8, _("twee keer per week")
    THRICE = 12, _("drie keer per week")
    DAILY = 20, _("elke werkdag")


class HerView(models.TextChoices):
    NONE = "", _("nog niets gezegd")
    RIGHT = "right", _("klopt")
    WRONG = "wrong", _("klopt niet")


class Repeated(models.TextChoices):
    """Whether she had to tell her story again."""

    NONE = "", _("nog niet gevraagd")
    NO = "no", _("nee")
    PARTLY = "partly", _("een deel")
    YES = "yes", _("ja")


class Helper(Versioned):
    """Somebody who helps her because of work or of a promise; `linked` is the place on her map or in her facts."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="helpers")
    name = EncryptedText()
    role = EncryptedText(blank=True)
    organisation = EncryptedText(blank=True)
    purpose = EncryptedText()
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)  # the last day
    phone = EncryptedText(blank=True)
    email = EncryptedText(blank=True)
    last_contact_on = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=12, choices=HelpGround.choices, blank=True)
    law = EncryptedText(blank=True)
    rhythm = models.PositiveSmallIntegerField(choices=VisitRhythm.choices, default=VisitRhythm.NONE)
    place = EncryptedText(blank=True)
    travel_minutes = models.PositiveSmallIntegerField(default=0)  # there and back, for each appointment
    # `node:12` of the map of now, or the key of a person of the facts (`care:K7`); empty: nobody said.
    linked = models.CharField(max_length=40, blank=True)
    # The log-in of a partner organisation, where there is one.
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    # The day on which it was said to her; empty only for what she added herself.
    announced_on = models.DateField(null=True, blank=True)
    her_view = models.CharField(max_length=8, choices=HerView.choices, blank=True)
    her_words = EncryptedText(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
                name="help_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"helper {self.pk}"


class Handover(Versioned):
    """Help that goes from one to another. `packet` is what goes along: lines she can take out before she releases it.

    From a helper, or (empty) from whoever guides her; to a colleague or a partner with an account, or to a helper.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="handovers")
    topic = EncryptedText()
    from_helper = models.ForeignKey(Helper, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    to_helper = models.ForeignKey(Helper, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    to_account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=14, default=HANDOVER.begins)
    packet = EncryptedJSON(default=list)
    answer_days = models.PositiveSmallIntegerField(default=ANSWER_DAYS)  # working days
    due_on = models.DateField(null=True, blank=True)
    reason = EncryptedText(blank=True)
    greeting = EncryptedText(blank=True)
    talk_due_on = models.DateField(null=True, blank=True)
    talk_on = models.DateField(null=True, blank=True)
    # The day that passed without an answer or a talk, once everybody was told; a later day is told again.
    late_told_for = models.DateField(null=True, blank=True)
    repeated = models.CharField(max_length=6, choices=Repeated.choices, blank=True)
    repeated_words = EncryptedText(blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [models.Index(fields=["to_account", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_helper=None, to_account__isnull=False)
                | Q(to_helper__isnull=False, to_account=None),
                name="handed_over_to_one",
            ),
        ]

    def __str__(self) -> str:
        return f"handover {self.pk}"

    @property
    def event_case(self) -> Case:
        """What somebody outside her case writes on it stands in her history."""
        return self.case

    @property
    def giver_name(self) -> str:
        return str(self.from_helper.name if self.from_helper else self.made_by.name)

    @property
    def receiver_name(self) -> str:
        if self.to_helper:
            return str(self.to_helper.name)
        return self.to_account.name if self.to_account else ""


class HandoverMoment(models.Model):
    """One step of a handover: which, on which day, and by whom; nobody: through a link."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="moments")
    step = models.CharField(max_length=14)
    at = models.DateTimeField()
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.step} {self.pk}"


class Share(Versioned):
    """Pieces for one helper, for one purpose, until and with one day. Only her yes opens it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="shares")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="shares")
    purpose = EncryptedText()
    pieces = EncryptedJSON(default=list)  # keys: `promise:12`, `money`, `timetable`
    until = models.DateField()
    state = models.CharField(max_length=10, default=SHARE.begins)
    # Who asked; nobody: the helper, through a link.
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    asked_words = EncryptedText(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"share {self.pk}"

    @property
    def event_case(self) -> Case:
        """What somebody outside her case writes on it stands in her history."""
        return self.case


class PieceAnswer(Versioned):
    """What the helper said of one promise that was shared: yes, no with the reason, done, or another day."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="answers")
    promise_id = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, default=PIECE.begins)
    reason = EncryptedText(blank=True)
    proposed_on = models.DateField(null=True, blank=True)
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [models.UniqueConstraint(fields=["share", "promise_id"], name="one_answer_a_promise")]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    @property
    def event_case(self) -> Case:
        """What somebody outside her case writes on it stands in her history."""
        return self.share.case


class PieceLink(models.Model):
    """A way in for a helper without a log-in: a token in the mail, and a code each time. Only hashes are stored."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)

    is_opened = False  # on the answer of the action that tried a code; never a column

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"link {self.pk}"

    @property
    def event_case(self) -> Case:
        """What somebody outside her case writes on it stands in her history."""
        return self.case


class PieceVisit(models.Model):
    """Somebody looked through a link: who, when, and at which pieces. Hers to see."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="visits")
    at = models.DateTimeField()
    pieces = EncryptedText(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"visit {self.pk}"


class RiskMoment(Versioned):
    """A change ahead at which she could get lost, said by her or by who works with her."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)
    on = models.DateField()
    words = EncryptedText(blank=True)
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "pk"]
        indexes = [models.Index(fields=["case", "on"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class SheetAnswer(models.TextChoices):
    YES = "yes", _("Deze tijden passen bij ons")
    OTHER = "other", _("Wij stellen andere tijden voor")


class SheetReply(Versioned):
    """What an employer said of her sheet: the times, the phone rule, the weeks of school; never about the family."""

    share = models.OneToOneField(Share, on_delete=models.CASCADE, related_name="sheet_reply")
    answer = models.CharField(max_length=8, choices=SheetAnswer.choices)
    times = models.JSONField(default=list)  # [day, from, to], as in a week: ["ma", "09:00", "13:00"]
    phone_rule_ok = models.BooleanField(default=False)
    school_weeks_ok = models.BooleanField(default=False)
    words = EncryptedText(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    said_on = models.DateField()
    # After six weeks of work both were asked whether it still fits.
    adjust_asked_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.answer} {self.pk}"

    @property
    def event_case(self) -> Case:
        """What somebody outside her case writes on it stands in her history."""
        return self.share.case
