"""What happened: one event for every write, one reading for every look at a case. Ids and keys, never content."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F


class Conflict(Exception):
    """Somebody saved a newer version since this one was read.

    Attributes:
        current: the object as it stands now, freshly read.
    """

    def __init__(self, current: Any) -> None:
        super().__init__("somebody else saved a newer version")
        self.current = current


class Versioned(models.Model):
    """An object two people may edit: every change names the version it was made from."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def change(self, seen_version: int, **values: Any) -> Self:
        """Write `values` if nobody saved since `seen_version`.

        Raises:
            Conflict: with the object as it stands now; nothing was written.
        """
        rows = type(self)._base_manager.filter(pk=self.pk, version=seen_version)
        if not rows.update(version=F("version") + 1, **values):
            raise Conflict(type(self)._base_manager.get(pk=self.pk))
        self.refresh_from_db()
        return self


class Event(models.Model):
    """One write, in the same transaction as the write itself."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    actor_id = models.BigIntegerField(null=True)
    municipality_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    object_type = models.CharField(max_length=40)
    object_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(null=True)
    # The form's own token: the same form sent twice has exactly one effect.
    once = models.UUIDField(null=True, unique=True)

    class Meta:
        indexes = [models.Index(fields=["case_id", "-at", "-id"]), models.Index(fields=["actor_id", "-at"])]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"


class Reading(models.Model):
    """Somebody looked at a case, or at a list: who, when, what, and on what ground. Written on the journal connection.

    The lines of one chain hold on to each other: each digest is made from the one before it and its own line, so
    that a line that was changed or taken out shows (reading_log.py).
    """

    at = models.DateTimeField()
    account_id = models.BigIntegerField()
    case_id = models.BigIntegerField(null=True)  # None: a list of several people
    what = models.CharField(max_length=40)
    role = models.CharField(max_length=20)
    selection = models.CharField(
        max_length=60, blank=True
    )  # which part of a list; never what was searched for
    # One chain for each case, and one for the lists of each account.
    chain = models.CharField(max_length=24)
    day = models.DateField()
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "-at", "-id"]),
            models.Index(fields=["account_id", "-at"]),
            models.Index(fields=["day"], name="record_reading_day_idx"),
        ]
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="one_line_a_number")]

    def __str__(self) -> str:
        return f"{self.what} #{self.pk}"


class ReadingHead(models.Model):
    """Where a chain ends now. Held while a line is added, and what shows that the last lines were taken off."""

    chain = models.CharField(max_length=24, unique=True)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.chain} {self.number}"


class ReadingStub(models.Model):
    """What is left of the oldest lines of a chain that were kept long enough: how many, until when, and the digest
    the next line was made from."""

    chain = models.CharField(max_length=24)
    until = models.DateField()
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain"], name="one_stub_a_chain")]

    def __str__(self) -> str:
        return f"{self.chain} tot en met {self.number}"
