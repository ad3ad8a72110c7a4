"""What somebody told about her money, sums that were kept, what is not right, what will happen, what really came."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.record.models import Versioned


class PartAnswers(Versioned):
    """The answers of one part of the questions: `{name: number or word}`. Absent is not asked yet; "onbekend" is
    a "weet ik niet". Which names there are and what fits in them, the form of the part decides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "part"], name="one_sheet_for_each_part")]

    def __str__(self) -> str:
        return f"{self.part} {self.pk}"


class KeptScenario(models.Model):
    """A sum as it was on a day: facts, version of the rules, amounts. Its explanation is derived again."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=80)
    day = models.DateField()
    rules = models.CharField(max_length=16)
    hours = models.FloatField()
    hourly_wage = models.FloatField()
    facts = models.JSONField()
    amounts = models.JSONField()
    kept_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"som {self.pk}"


class Doubt(Versioned):
    """ "Klopt niet?": her words about one amount, and what her klantmanager found out about it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    quantity = models.CharField(max_length=60)
    label = models.CharField(max_length=120)
    shown = models.CharField(max_length=120)
    words = models.TextField()
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"klopt niet {self.pk}"


class MoneyEvent(Versioned):
    """Something that happens on a day and changes money. Which kinds there are and what belongs in `fields`, the
    ledger of `money` says; a child is its own key, not its place among the children."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=30)
    fields = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class PaySlip(Versioned):
    """What really came in as wage in one month, to lay beside what was expected."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()
    """The first of the month."""
    net = models.FloatField()
    hours = models.FloatField(null=True, blank=True)
    """Hours a week that were paid, where the slip says so."""

    class Meta:
        ordering: ClassVar[list[str]] = ["-month", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "month"], name="one_slip_for_each_month")]

    def __str__(self) -> str:
        return f"loonstrook {self.pk}"


class MunicipalScheme(Versioned):
    """What a municipality pays or pays for by its own rule, typed in by its functional administrator.

    Its fields are a draft; `in_force` is what a second person said yes to, in the form of `money.own_schemes`, and the
    only thing that is reckoned with. `is_agreed` is the last answer; None while it was not asked or not answered.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    euros = models.FloatField()
    per = models.CharField(max_length=10)
    pay_month = models.PositiveSmallIntegerField(null=True, blank=True)
    each = models.CharField(max_length=12)
    youngest = models.PositiveSmallIntegerField(default=0)
    oldest = models.PositiveSmallIntegerField(default=17)
    most_percent = models.FloatField(null=True, blank=True)
    low_income_months = models.PositiveSmallIntegerField(null=True, blank=True)
    beside = models.CharField(max_length=12)
    article = models.CharField(max_length=160)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    in_force = models.JSONField(null=True, blank=True)
    asked_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    is_agreed = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "pk"]
        indexes = [models.Index(fields=["municipality", "name"])]

    def __str__(self) -> str:
        return f"regeling {self.pk}"
