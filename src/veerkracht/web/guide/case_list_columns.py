"""What the guide puts in the list of cases: the last contact and the next talk."""

from __future__ import annotations

import datetime as dt

from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _t

from veerkracht.web.people.case_list import CaseColumn, short_day

from .models import ContactNote, Talk, TalkState

# Two months without a talk, a call or a message. A sign to whoever works with her, never something of hers.
SILENT_FOR = dt.timedelta(weeks=8)


def last_contact(day: dt.date) -> CaseColumn:
    talks = Talk.objects.filter(case=OuterRef("pk"), state__in=(TalkState.ENDED, TalkState.SIGNED))
    notes = ContactNote.objects.filter(case=OuterRef("pk")).exclude(kind="did_not_happen")
    talked, noted = _newest(talks), _newest(notes)
    return CaseColumn(
        key="contact",
        label=_t("Laatste contact"),
        value=Coalesce(Greatest(talked, noted), talked, noted),
        in_words=lambda value: short_day(value, day) or _t("nog geen"),
        filter_label=_t("Langer stil"),
        filter=Q(contact__lt=day - SILENT_FOR) | Q(contact=None, opened_on__lt=day - SILENT_FOR),
    )


def next_talk(day: dt.date) -> CaseColumn:
    to_come = Talk.objects.filter(
        case=OuterRef("pk"), state__in=(TalkState.PLANNED, TalkState.RUNNING), on__gte=day
    )
    return CaseColumn(
        key="gesprek",
        label=_t("Volgend gesprek"),
        value=Subquery(to_come.order_by("on", "starts_at", "pk").values("on")[:1], output_field=DateField()),
        in_words=lambda value: short_day(value, day) or _t("geen"),
        filter_label=_t("Geen gesprek gepland"),
        filter=Q(gesprek=None),
    )


def _newest(rows: QuerySet[Talk] | QuerySet[ContactNote]) -> Subquery:
    return Subquery(rows.order_by("-on", "-pk").values("on")[:1], output_field=DateField())
