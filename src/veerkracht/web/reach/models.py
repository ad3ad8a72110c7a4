"""How somebody wants to be reached, and the messages that wait or went out."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Case
from veerkracht.web.record.encryption import EncryptedText
from veerkracht.web.record.models import Versioned

from .domain import Channel, ContactChoice, Days, Template


class Calling(models.TextChoices):
    YES = "yes", _("Ja, dat mag")
    ONLY_HOURS = "only_hours", _("Alleen op deze tijden")
    NEVER = "never", _("Nee, bel mij nooit")


class Voicemail(models.TextChoices):
    NOTHING = "nothing", _("Niets inspreken")
    NAME = "name", _("Alleen een voornaam en een nummer")


CHANNELS = [(Channel.NONE.value, _("Geen bericht. Ik kijk zelf")), (Channel.EMAIL.value, _("E-mail"))]
DAYS = [(Days.EVERY_DAY.value, _("Elke dag")), (Days.WORKING_DAYS.value, _("Maandag tot en met vrijdag"))]


class SafeContact(Versioned):
    """Her safe-contact profile. Without one nothing is sent to her at all."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="safe_contact")
    channel = models.CharField(max_length=10, choices=CHANNELS, default=Channel.NONE.value)
    email = EncryptedText(blank=True)
    # What she or her klantmanager changed it into; in force from that day, so that she can still stop it.
    next_email = EncryptedText(blank=True)
    next_email_on = models.DateField(null=True, blank=True)
    next_phone = models.CharField(max_length=30, blank=True)
    next_phone_on = models.DateField(null=True, blank=True)
    days = models.CharField(max_length=15, choices=DAYS, default=Days.EVERY_DAY.value)
    from_hour = models.PositiveSmallIntegerField(default=9)
    until_hour = models.PositiveSmallIntegerField(default=17)
    calling = models.CharField(max_length=10, choices=Calling.choices, default=Calling.ONLY_HOURS)
    voicemail = models.CharField(max_length=10, choices=Voicemail.choices, default=Voicemail.NOTHING)
    code_word = EncryptedText(blank=True)

    def __str__(self) -> str:
        return f"bereikbaarheid {self.pk}"

    def email_on(self, day: dt.date) -> str:
        """The address in force that day."""
        if self.next_email_on is not None and self.next_email_on <= day:
            return str(self.next_email)
        return str(self.email)

    def choice_on(self, day: dt.date) -> ContactChoice:
        return ContactChoice(
            channel=Channel(self.channel),
            address=self.email_on(day),
            days=Days(self.days),
            from_hour=self.from_hour,
            until_hour=self.until_hour,
        )


class Message(models.Model):
    """One message. It holds a template and at most a token; the address only when it is not somebody of a case."""

    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, related_name="+")
    # To her: the gate asks her profile at the moment it goes. To somebody else: this address.
    to_her = models.BooleanField()
    address = EncryptedText(blank=True)
    template = models.CharField(max_length=20, choices=[(t.value, t.value) for t in Template])
    link = EncryptedText(blank=True)
    code = EncryptedText(blank=True)
    made_at = models.DateTimeField()
    made_on = models.DateField()
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["sent_at", "due_at"])]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"
