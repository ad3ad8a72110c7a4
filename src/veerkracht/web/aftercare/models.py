"""After the start: the start itself, the plan for a relapse, the talks, what changed after real weeks, and the end."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

from .domain import TalkMoment

MOMENTS = [
    (TalkMoment.WEEK_2.value, _("na 2 weken")),
    (TalkMoment.WEEK_6.value, _("na 6 weken")),
    (TalkMoment.WEEK_12.value, _("na 12 weken")),
    (TalkMoment.MONTH_3.value, _("na 3 maanden")),
    (TalkMoment.MONTH_6.value, _("na 6 maanden")),
    (TalkMoment.MONTH_12.value, _("na 12 maanden")),
    (TalkMoment.RELAPSE.value, _("meteen, omdat het stopte")),
]


class WorkStart(Versioned):
    """Something new began: work, a course, a workshop. With time to get used to it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    what = EncryptedText()
    place = EncryptedText(blank=True)  # with whom: the employer, the school, the workshop
    starts_on = models.DateField()
    hours = models.PositiveSmallIntegerField(null=True, blank=True)  # a week, to begin with
    used_until = models.DateField(null=True, blank=True)  # the last day of getting used
    getting_used = EncryptedText(blank=True)  # how it grows, agreed with who she begins with
    stopped_on = models.DateField(null=True, blank=True)  # the first day without
    reported_on = models.DateField(null=True, blank=True)  # the day bijstand is asked again
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_until=None) | Q(used_until__gte=F("starts_on")), name="used_after_the_start"
            ),
        ]

    def __str__(self) -> str:
        return f"start {self.pk}"


class RelapsePlan(Versioned):
    """Made beforehand and with her: what happens when it does not work out. Whoever reads it later finds no blame."""

    start = models.OneToOneField(WorkStart, on_delete=models.CASCADE, related_name="relapse_plan")
    signs = EncryptedText(blank=True)
    first_step = EncryptedText()
    who_to_call = EncryptedText(blank=True)
    municipality_does = EncryptedText()
    not_wanted = EncryptedText(blank=True)
    made_on = models.DateField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"relapse plan {self.pk}"


class AftercareTalk(Versioned):
    """A talk after the start, at a moment she chose."""

    start = models.ForeignKey(WorkStart, on_delete=models.CASCADE, related_name="talks")
    moment = models.CharField(max_length=8, choices=MOMENTS)
    due_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    words = EncryptedText(blank=True)
    noted_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["start", "moment"], name="one_talk_a_moment")]
        indexes = [models.Index(fields=["due_on"], name="open_aftercare", condition=Q(held_on=None))]

    def __str__(self) -> str:
        return f"{self.moment} {self.pk}"


class RealWeek(models.Model):
    """How a real week was, and what is agreed differently because of it. Each one stays."""

    start = models.ForeignKey(WorkStart, on_delete=models.CASCADE, related_name="real_weeks")
    on = models.DateField()
    how_it_was = EncryptedText()
    what_changes = EncryptedText(blank=True)
    is_agreed = models.BooleanField(default=False)  # with who she works for
    noted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"real week {self.pk}"


class GoodEnd(Versioned):
    """What the guidance leaves behind when it ends: hers to read, to print and to take along."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    reached = EncryptedText()  # in her words
    stays = EncryptedText(blank=True)
    who_to_call = EncryptedText(blank=True)
    written_on = models.DateField()
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"good end {self.pk}"
