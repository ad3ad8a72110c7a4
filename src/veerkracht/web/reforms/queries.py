"""Kept pages of one municipality, and the reforms there are."""

from __future__ import annotations

from django.http import Http404

from veerkracht.population.reforms.reading import PopulationReform, shipped
from veerkracht.web.people.models import Account

from .models import KeptOutcome
from .runs import DAY


def reforms() -> dict[str, PopulationReform]:
    return shipped(DAY)


def reform_or_404(name: str) -> PopulationReform:
    found = reforms().get(name)
    if found is None:
        raise Http404
    return found


def kept_outcomes(*, account: Account) -> list[KeptOutcome]:
    rows = KeptOutcome.objects.filter(municipality=account.municipality_id).select_related("kept_by")
    return list(rows.order_by("-kept_on", "pk"))


def kept_outcome(*, account: Account, page_id: int) -> KeptOutcome:
    """One of the own municipality.

    Raises:
        Http404: there is none.
    """
    row = KeptOutcome.objects.filter(municipality=account.municipality_id, pk=page_id).first()
    if row is None:
        raise Http404
    return row
