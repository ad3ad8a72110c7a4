"""Her plan: the wish, the promises of everybody, and the versions that were fixed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Versioned


def first_laws() -> list[str]:
    """A plan of approach always says what article 44a asks of both sides."""
    return ["artikel-44a"]


class Owner(models.TextChoices):
    MUNICIPALITY = "municipality", _("gemeente")
    KLANTMANAGER = "klantmanager", _("klantmanager")
    EMPLOYER = "employer", _("werkgever")
    CHILDCARE = "childcare", _("kinderopvang")
    SCHOOL = "school", _("school of opleiding")
    PARTNER_ORGANISATION = "partner_organisation", _("andere organisatie")
    NETWORK = "network", _("iemand uit haar kring")
    MOTHER = "mother", _("zijzelf")


class Answer(models.TextChoices):
    NONE = "none", _("nog niet gevraagd")
    AGREE = "agree", _("ja, dat spreken we af")
    DISAGREE = "disagree", _("nee, dat wil ik niet")
    THINK = "think", _("daar wil ik over nadenken")


class StepKind(models.TextChoices):
    REST = "rest", _("rust")
    CARE = "care", _("zorg thuis")
    CONFIDENCE = "confidence", _("vertrouwen")
    HEALTH = "health", _("gezondheid")
    LANGUAGE = "language", _("taal")
    STUDY = "study", _("leren")
    VOLUNTARY_WORK = "voluntary_work", _("vrijwilligerswerk")
    WORK = "work", _("werk, of werkfit worden")
    MONEY = "money", _("geld")
    HOME = "home", _("wonen")
    PEOPLE = "people", _("mensen eromheen")
    OTHER = "other", _("iets anders")


class Reply(models.TextChoices):
    NONE = "", _("nog geen antwoord")
    YES = "yes", _("ja")
    PARTLY = "partly", _("een deel ervan")
    NO = "no", _("nee")


class Weighed(models.TextChoices):
    YES = "yes", _("ja")
    PARTLY = "partly", _("deels")
    NO = "no", _("nee")
    UNKNOWN = "unknown", _("dat weten we nog niet")


class Place(models.TextChoices):
    """The places of a ladder; the words are only a help to find her own sentence."""

    MUCH_LESS = "much_less", _("Veel minder dan nu")
    LESS = "less", _("Zoals het nu is, of iets minder")
    REACHED = "reached", _("Dan is het gelukt")
    MORE = "more", _("Nog iets mooier")
    MUCH_MORE = "much_more", _("Het mooiste dat zou kunnen")


class Plan(Versioned):
    """One plan for one person. The story and the wish are hers, in her words."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="plan")
    story = models.TextField(blank=True)
    wish = models.TextField(blank=True)
    # How often we are in touch, agreed with her: weeks, and how ("eerst een bericht").
    rhythm_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    rhythm_words = models.CharField(max_length=120, blank=True)
    rhythm_on = models.DateField(null=True, blank=True)
    # Which texts of the law stand in it: ids of domain/laws.toml.
    laws = models.JSONField(default=first_laws)

    def __str__(self) -> str:
        return f"plan {self.pk}"


class Goal(Versioned):
    """Something she wants to reach, with up to five sentences of hers from less to more."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    title = models.CharField(max_length=200)
    much_less = models.CharField(max_length=300, blank=True)
    less = models.CharField(max_length=300, blank=True)
    reached = models.CharField(max_length=300)
    more = models.CharField(max_length=300, blank=True)
    much_more = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class GoalMoment(models.Model):
    """Where she said she was on one day: which of her sentences, and what she said about it."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="moments")
    on = models.DateField()
    place = models.CharField(max_length=10, choices=Place.choices)
    words = models.CharField(max_length=500, blank=True)
    noted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "pk"]

    def __str__(self) -> str:
        return f"moment {self.pk}"


class Promise(Versioned):
    """Somebody takes something on. Only her own "yes" makes it agreed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="promises")
    owner = models.CharField(max_length=20, choices=Owner.choices)
    owner_name = models.CharField(max_length=80, blank=True)
    # The row of who this is on her map, where somebody chose it there; the name may be mended on both sides.
    place = models.PositiveBigIntegerField(null=True, blank=True)
    # What of her map this promise moves: `factor:12` or `between:3`; empty when it did not come from the map.
    moves = models.CharField(max_length=30, blank=True)
    what = models.CharField(max_length=500)
    # The same promise as values, [verb, rest, starts_sentence] a clause, once somebody saw the sentences it gives
    # and said they are right. Empty until then: it is shown as a quote of whoever wrote it.
    clauses = models.JSONField(default=list, blank=True)
    due_on = models.DateField(null=True, blank=True)
    # The day that was promised first. A later day does not make what was late on time.
    first_due_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # Who wrote her answer down: she herself, or the klantmanager at the table with her.
    answer_noted_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    # A step towards a goal is a promise too: anybody can take it, and she says yes or no to it.
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.SET_NULL, related_name="steps")
    kind = models.CharField(max_length=20, choices=StepKind.choices, blank=True)
    # When she does not agree: the day on which it is talked about again.
    again_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["plan", "due_on"], name="open_promises", condition=models.Q(done_on=None)),
        ]
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.owner} {self.pk}"


class DoneStatement(models.Model):
    """Somebody said that a promise was kept, or not yet: the owner, or the other side. All of them stay."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="done_statements")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    by_owner = models.BooleanField()
    is_done = models.BooleanField()
    stated_on = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"statement {self.pk}"


class Proposal(Versioned):
    """An idea of hers. The municipality owes an answer with a reason, before a date."""

    class Kind(models.TextChoices):
        OWN = "own", _("eigen voorstel")
        EXEMPTION = "exemption", _("ontheffing, artikel 9a")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OWN)
    what = models.CharField(max_length=500)
    proposed_on = models.DateField()
    reply_due_on = models.DateField()
    reply = models.CharField(max_length=10, choices=Reply.choices, blank=True)
    reason = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)
    replied_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    her_answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    her_words = models.TextField(blank=True)
    again_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [
            models.Index(
                fields=["plan", "reply_due_on"], name="open_proposals", condition=models.Q(reply="")
            ),
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class Activity(Versioned):
    """Something in a group, beside the individual steps."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="activities")
    what = models.CharField(max_length=200)
    when = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"activity {self.pk}"


class Weighing(Versioned):
    """Care and work weighed, for a child under 12: three questions, each with an answer and the reason for it."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="weighing")
    childcare = models.CharField(max_length=10, choices=Weighed.choices)
    childcare_reason = models.TextField()
    schooling = models.CharField(max_length=10, choices=Weighed.choices)
    schooling_reason = models.TextField()
    load = models.CharField(max_length=10, choices=Weighed.choices)
    load_reason = models.TextField()

    def __str__(self) -> str:
        return f"weighing {self.pk}"


class PlannedSum(Versioned):
    """A kept sum about money that stands in the plan: as it was, so that it stays when the sum itself is taken away."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sums")
    # Which kept sum of the money pages it was made from; nothing is read from there again.
    kept_id = models.PositiveBigIntegerField()
    label = models.CharField(max_length=80)
    day = models.DateField()
    rules = models.CharField(max_length=16)
    hours = models.FloatField()
    hourly_wage = models.FloatField()
    # {"to_spend": …, "more": …, "rows": [[label, euros a month], …]}
    amounts = models.JSONField()
    facts = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "kept_id"], name="a_sum_once_in_a_plan")]

    def __str__(self) -> str:
        return f"som {self.pk}"


class FixedPlan(models.Model):
    """A version that does not change any more: its text, and the hash both signed. Only her answer is added."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="fixed")
    number = models.PositiveIntegerField()
    text = models.TextField()
    hash = models.CharField(max_length=64)
    fixed_at = models.DateTimeField()
    fixed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    # Her yes, with or without a remark; or that she read it and does not agree.
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    her_words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_number_per_version")]

    def __str__(self) -> str:
        return f"versie {self.number}"
