"""What was taken off by mistake, kept whole for thirty days so that it can be put back with everything tied to it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import models
from django.db.models.deletion import Collector
from django.http import Http404
from django.utils import timezone

from veerkracht.web.record.encryption import EncryptedText

UNDO_DAYS = 30


class TakenOff(models.Model):
    """Rows as they were, and the links of others to them. Erased after thirty days, or when they are put back."""

    case = models.ForeignKey("people.Case", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)  # the object of the matrix that decides who may put it back
    title = EncryptedText()
    content = EncryptedText()
    only_hers = models.BooleanField(default=False)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        indexes = [models.Index(fields=["case", "on"])]

    def __str__(self) -> str:
        return f"weggehaald {self.pk}"


def take_off(
    row: models.Model, *, case: models.Model, by: models.Model, kind: str, title: str, only_hers: bool = False
) -> None:
    """Part of an action: remove a row with everything that goes with it, and keep what is needed to undo that."""
    collector = Collector(using="default", origin=row)
    # Every row is wanted.
    collector.can_fast_delete = lambda *args, **kwargs: False  # type: ignore[method-assign]
    collector.collect([row])
    rows = [each for instances in collector.data.values() for each in instances]
    updates: dict[Any, Any] = collector.field_updates
    links = [
        [each._meta.label, each.pk, field.attname, getattr(each, field.attname)]
        for (field, _), groups in updates.items()
        for group in groups
        for each in group
    ]
    content = json.dumps({"rows": json.loads(serializers.serialize("json", rows)), "links": links})
    TakenOff.objects.create(
        case=case,
        by=by,
        kind=kind,
        title=title,
        content=content,
        only_hers=only_hers,  # type: ignore[misc]
    )
    collector.delete()


def put_back_rows(taken: TakenOff) -> None:
    """Part of an action: everything stands again where it stood, with the same numbers."""
    held = json.loads(taken.content)
    for each in serializers.deserialize("json", json.dumps(held["rows"])):
        each.save()
    for label, pk, name, value in held["links"]:
        model = apps.get_model(label)
        model._base_manager.filter(pk=pk, **{name: None}).update(**{name: value})
    taken.delete()


def taken_off_of(*, case_id: int, hers: bool) -> list[TakenOff]:
    """What can still be put back in this case; what she hid, she alone sees."""
    since = timezone.localdate() - dt.timedelta(days=UNDO_DAYS)
    rows = TakenOff.objects.filter(case=case_id, on__gte=since).select_related("by")
    return list((rows if hers else rows.filter(only_hers=False)).order_by("-pk"))


def taken_off_with(*, case_id: int, hers: bool, taken_id: int) -> TakenOff:
    """One thing that was taken off.

    Raises:
        Http404: it is not there, put back already, or not this reader's to see.
    """
    record = next((row for row in taken_off_of(case_id=case_id, hers=hers) if row.pk == taken_id), None)
    if record is None:
        raise Http404
    return record
