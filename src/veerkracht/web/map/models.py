"""The rows of the map: who stands on it, ties between others, barriers and openings, and maps of other days.

The choices are those of `domain.kinds`; here they are only stored.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.encryption import EncryptedJSON, EncryptedText
from veerkracht.web.record.models import Versioned

from .domain import Closeness, FactorGroup, NodeKind, Ring, Strength
from .domain.ownership import SYSTEM_OWNERS


class Layer(models.TextChoices):
    """Two maps that can be edited: as it is, and as she wishes it to be."""

    NOW = "now", _("nu")
    WISHED = "wished", _("zoals gewenst")


class OnMap(Versioned):
    """What every row of a map has. `origin` is the row of the present map it was copied from."""

    layer = models.CharField(max_length=10, choices=Layer.choices, default=Layer.NOW)
    origin = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    # Decided per entry: true when only she herself may see it.
    only_hers = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def key(self) -> str:
        """The same thing on the present and on the wished map has one key."""
        return str(self.origin or self.pk)


class Node(OnMap):
    """Someone or something around her, with the tie she has to it (none said yet: `tie` is empty)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="map_nodes")
    name = EncryptedText()
    kind = models.CharField(max_length=20, default=NodeKind.PERSON.value)
    ring = models.CharField(max_length=10)
    group = models.CharField(max_length=20, default=FactorGroup.OTHER.value)
    closeness = models.CharField(max_length=10, default=Closeness.NORMAL.value)
    angle = models.FloatField(null=True, blank=True)
    is_wish = models.BooleanField(default=False)
    role_model = models.BooleanField(default=False)
    do_not_contact = models.BooleanField(default=False)
    tie = models.CharField(max_length=10, blank=True)
    strength = models.CharField(max_length=10, default=Strength.MODERATE.value)
    direction = models.CharField(max_length=10, blank=True)
    support = models.CharField(max_length=10, blank=True)
    note = EncryptedText(blank=True)
    # The key of the person of the facts this is (`child:12`); empty for who was typed here.
    person = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [models.Index(fields=["case", "layer"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ring__in=[ring.value for ring in Ring]), name="node_stands_in_a_ring"
            ),
            models.UniqueConstraint(
                fields=["case", "layer", "person"], condition=~Q(person=""), name="one_place_for_each_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ring} {self.pk}"


class Between(OnMap):
    """The contact between two others: its state, what gets lost in it and who mends it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="map_betweens")
    first = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=20)
    lost = EncryptedText(blank=True)
    mended_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [models.Index(fields=["case", "layer"])]
        constraints = [
            models.CheckConstraint(condition=~Q(first=F("second")), name="contact_is_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"


class Factor(OnMap):
    """A barrier or an opening, in her words, with who can change it. `seed` is the item of the method, if coded."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="map_factors")
    ring = models.CharField(max_length=10)
    text = EncryptedText()
    effect = models.CharField(max_length=10)
    nodes = models.ManyToManyField(Node, related_name="+", blank=True)
    said_by = models.CharField(max_length=20, blank=True)
    owner = models.CharField(max_length=20, blank=True)
    owner_node = models.ForeignKey(Node, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    wish = EncryptedText(blank=True)
    seed = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes = [models.Index(fields=["case", "layer"])]
        constraints = [
            # What lies in the outer rings never becomes her homework: someone in the system, or a signal.
            models.CheckConstraint(
                condition=Q(ring__in=["micro", "meso"])
                | Q(owner__in=["", *(o.value for o in SYSTEM_OWNERS)]),
                name="outer_rings_are_never_hers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ring} {self.pk}"


class Snapshot(models.Model):
    """The map of one day, kept as it was. Never changed afterwards."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="map_snapshots")
    label = models.CharField(max_length=60)
    taken_on = models.DateField()
    content = EncryptedJSON()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["taken_on", "pk"]
        indexes = [models.Index(fields=["case", "taken_on"])]

    def __str__(self) -> str:
        return f"kaart {self.pk}"
