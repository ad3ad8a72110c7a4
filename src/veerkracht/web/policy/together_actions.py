"""Publish together: ask it, say yes or no for one's own municipality, and stop."""

from __future__ import annotations

from collections.abc import Collection

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from .domain import series_of
from .together_models import Companion, Company, CompanyAnswer
from .together_queries import open_company, own_companion, possible_companions


@action("policy.together_asked", allow=("create", "samen_publiceren"))
def propose_company(*, by: Account, name: str, place_ids: Collection[int]) -> Company:
    """Every municipality still says yes, the one that asks as well.

    Raises:
        Http404: one of them is in a company already, or is not here.
    """
    free = {place.pk for place in possible_companions(account=by)}
    if not set(place_ids) <= free or open_company(municipality_id=by.municipality_id):
        raise Http404
    places = sorted({by.municipality_id, *place_ids})
    company = Company.objects.create(
        name=name, proposed_by=by.municipality, proposed_on=timezone.localdate(), series=series_of(places)
    )
    Companion.objects.bulk_create([Companion(company=company, municipality_id=place) for place in places])
    return company


@action("policy.together_answered", allow=("approve", "samen_publiceren"))
def answer_company(*, by: Account, is_agreed: bool, seen_version: int) -> Companion:
    """For the own municipality. One no, and there is no such company.

    Raises:
        Http404: nothing waits for an answer of this municipality.
        Conflict: a colleague answered meanwhile.
    """
    companion = own_companion(account=by)
    if companion is None or companion.answer:
        raise Http404
    answer = CompanyAnswer.YES if is_agreed else CompanyAnswer.NO
    day = timezone.localdate()
    companion.change(seen_version, answer=answer, answered_on=day)
    if not is_agreed:
        Company.objects.filter(pk=companion.company_id).update(ended_on=day)
    return companion


@action("policy.together_stopped", allow=("approve", "samen_publiceren"))
def stop_company(*, by: Account, seen_version: int) -> Companion:
    """A municipality takes its yes back: the company ends for all of them. What went out stays out.

    Raises:
        Http404: this municipality did not say yes to one.
        Conflict: a colleague did it meanwhile.
    """
    companion = own_companion(account=by)
    if companion is None or companion.answer != CompanyAnswer.YES:
        raise Http404
    day = timezone.localdate()
    companion.change(seen_version, answer=CompanyAnswer.NO, answered_on=day)
    Company.objects.filter(pk=companion.company_id).update(ended_on=day)
    return companion
