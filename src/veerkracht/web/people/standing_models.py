"""Whether somebody is guided now: paused, closed, taken off by mistake, joined to another case; and each turn in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Standing(models.Model):
    """The columns of a case that say whether somebody is guided now. The story behind them is `Turn`."""

    closed_on = models.DateField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)  # the last day of the pause
    removed_on = models.DateField(null=True, blank=True)  # typed by mistake; erased some days later
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def is_paused(self, day: dt.date) -> bool:
        return self.paused_until is not None and day <= self.paused_until


class TurnKind(models.TextChoices):
    CLOSED = "closed", _("afgesloten")
    REOPENED = "reopened", _("heropend")
    PAUSED = "paused", _("gepauzeerd")
    RESUMED = "resumed", _("weer begonnen")
    REMOVED = "removed", _("weggehaald")
    PUT_BACK = "put_back", _("teruggezet")
    MERGED = "merged", _("samengevoegd")


class CloseReason(models.TextChoices):
    """Why the guidance ended. Nothing here says how well anybody did."""

    WORK = "work", _("Er is genoeg inkomen uit werk of anders")
    STUDY = "study", _("Er is begonnen met een opleiding")
    WISH = "wish", _("Op eigen wens")
    OTHER_HELP = "other_help", _("Iemand anders begeleidt verder")
    MOVED = "moved", _("Verhuisd naar een andere gemeente")
    DIED = "died", _("Overleden")
    OTHER = "other", _("Iets anders")


class PauseReason(models.TextChoices):
    """Why it rests for a while. What is the matter with her is nobody's business here."""

    REST = "rest", _("Er is nu rust nodig")
    BABY = "baby", _("Er komt een kind, of er is net een kind")
    AWAY = "away", _("Een tijd weg")
    WAITING = "waiting", _("We wachten op iets van de gemeente of van een ander")
    OTHER = "other", _("Iets anders")


class RemoveReason(models.TextChoices):
    TYPED = "typed", _("Verkeerd ingevoerd")
    TWICE = "twice", _("Twee keer ingevoerd")
    ELSEWHERE = "elsewhere", _("Hoort bij een andere gemeente")


def reason_choices() -> list[tuple[str, StrOrPromise]]:
    """Every reason there is, for a turn of any kind."""
    return [choice for reasons in (CloseReason, PauseReason, RemoveReason) for choice in reasons.choices]


class Turn(models.Model):
    """One turn in the guidance: what, why, since when and by whom. All of them stay; a case can be reopened."""

    case = models.ForeignKey("people.Case", on_delete=models.CASCADE, related_name="turns")
    kind = models.CharField(max_length=10, choices=TurnKind.choices)
    reason = models.CharField(max_length=12, blank=True, choices=reason_choices)
    words = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
