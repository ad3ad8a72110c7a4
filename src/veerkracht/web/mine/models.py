"""What belongs to her own place alone."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account
from veerkracht.web.record.encryption import EncryptedJSON, EncryptedText
from veerkracht.web.record.models import Versioned


def new_note_key() -> str:
    """Says nothing about how many notes there are."""
    return secrets.token_urlsafe(12)


class CoverWord(models.Model):
    """The word that takes the shopping list away. Only its hash: nobody can read it back."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+")
    word_hash = models.CharField(max_length=128)

    def __str__(self) -> str:
        return f"woord van {self.account_id}"


class PrivateNote(Versioned):
    """What she wrote under a code of her own. `place` and `sealed` come from it: without the code nobody reads this."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=64)
    key = models.CharField(max_length=16, unique=True, default=new_note_key, editable=False)
    sealed = EncryptedText()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "place"])]

    def __str__(self) -> str:
        return f"notitie {self.pk}"


class OwnAnswer(Versioned):
    """What she wrote for herself in her own plan. Nobody else reads it until she brings it in."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    question = models.CharField(max_length=20)
    words = EncryptedText(blank=True)
    ticked = EncryptedJSON(default=list)
    only_hers = models.BooleanField(default=True)
    brought_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["account", "question"], name="one_own_answer_a_question")
        ]

    def __str__(self) -> str:
        return f"eigen antwoord {self.pk}"


class LearnedIn(models.TextChoices):
    CARE = "care", _("zorgen voor mijn kinderen of familie")
    UNPAID = "unpaid", _("helpen: school, buurt, club, geloof")
    JOB = "job", _("werk dat ik had")
    SCHOOL = "school", _("school of een cursus")
    LIFE = "life", _("iets wat ik meemaakte")


class StrengthArea(models.TextChoices):
    TECHNICAL = "technical", _("maken, repareren, computers")
    MONEY = "money", _("geld en rekenen")
    PLANNING = "planning", _("regelen en plannen")
    LANGUAGE = "language", _("talen, schrijven, uitleggen")
    CARE = "care", _("zorgen")
    PEOPLE = "people", _("met mensen omgaan")
    OTHER = "other", _("iets anders")


class Skill(Versioned):
    """Something she can, in her words, with an example and a proof; unpaid work counts as much as a job."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    can = EncryptedText()
    learned_in = models.CharField(max_length=10, choices=LearnedIn.choices)
    area = models.CharField(max_length=10, choices=StrengthArea.choices)
    example = EncryptedText(blank=True)
    proof = EncryptedText(blank=True)
    only_hers = models.BooleanField(default=True)
    brought_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"wat zij kan {self.pk}"


LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("tr", "Türkçe"), ("ar", "العربية")]


class LetterSize(models.TextChoices):
    NORMAL = "100", _("Gewoon")
    LARGER = "125", _("Groter")
    LARGE = "150", _("Nog groter")
    LARGEST = "200", _("Heel groot")


class Looks(models.Model):
    """In which language and how large she reads her own pages."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=5, choices=LANGUAGES, default="nl")
    letters = models.CharField(max_length=3, choices=LetterSize.choices, default=LetterSize.NORMAL)

    def __str__(self) -> str:
        return f"taal en letters {self.pk}"
