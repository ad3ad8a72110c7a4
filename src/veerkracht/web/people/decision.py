"""A question that the team lead answers: yes, a part of it, or no, each with the reason and the day."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

ANSWER_WITHIN = dt.timedelta(days=14)
"""She hears within two weeks; so long an answer to a proposal of hers may take as well."""


class LeadDecision(models.TextChoices):
    NONE = "", _("nog geen besluit")
    YES = "yes", _("ja")
    PARTLY = "partly", _("een deel")
    NO = "no", _("nee")


class DecidedByLead(Versioned):
    """What is asked of the municipality and answered by a team lead. Nobody who asks decides."""

    asked_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    # The day before which the municipality answers; being late is the municipality's.
    decide_by = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=8, choices=LeadDecision.choices, blank=True)
    reason = EncryptedText(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    # After a no or a part: the day on which it is talked about again.
    again_on = models.DateField(null=True, blank=True)
    # What she says of the answer, kept beside it: hers.
    her_words = EncryptedText(blank=True)

    class Meta:
        abstract = True

    @property
    def waits(self) -> bool:
        """Asked, and not answered."""
        return self.asked_on is not None and not self.decision

    def is_late(self, day: dt.date) -> bool:
        return self.waits and self.decide_by is not None and self.decide_by < day


class ReplacedDecision(models.Model):
    """A decision as it stood before a new one came beside it, with what she said of it. Written once, never changed."""

    decision = models.CharField(max_length=8, choices=LeadDecision.choices)
    reason = EncryptedText()
    decided_on = models.DateField()
    decided_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    again_on = models.DateField(null=True)
    her_words = EncryptedText(blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["pk"]


def standing(asked: DecidedByLead) -> dict[str, Any]:
    """The decision of now by the names of a `ReplacedDecision`; empty where nothing was decided."""
    if not asked.decision:
        return {}
    names = ("decision", "reason", "decided_on", "decided_by", "again_on", "her_words")
    return {name: getattr(asked, name) for name in names}
