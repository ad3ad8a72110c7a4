"""What the plan puts in the list of cases: how many promises of ours are late."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _t

from veerkracht.web.people.case_list import CaseColumn

from .models import Promise, Proposal
from .queries.overview import late_promises, late_proposals


def late_on_our_side(day: dt.date) -> CaseColumn:
    return CaseColumn(
        key="laat",
        label=_t("Wij te laat"),
        value=_number(late_promises(day)) + _number(late_proposals(day)),
        in_words=lambda value: str(value) if value else "–",
        newest_first=True,
        filter_label=_t("Wij te laat"),
        filter=Q(laat__gt=0),
    )


def _number(rows: QuerySet[Promise] | QuerySet[Proposal]) -> Coalesce:
    mine = rows.filter(plan__case=OuterRef("pk")).order_by().values("plan__case")
    return Coalesce(Subquery(mine.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)
