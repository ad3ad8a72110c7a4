"""Reads of publishing together: with whom, who said yes, and who was counted otherwise not long ago."""

from __future__ import annotations

from collections.abc import Collection

from veerkracht.disclosure.together import QUARTERS_APART
from veerkracht.web.people.counting import municipalities
from veerkracht.web.people.models import Account, Municipality

from .domain import quarter_earlier, series_of
from .models import Release
from .together_models import Companion, Company, JointRelease


def open_companies() -> list[Company]:
    """Asked for or running; with everybody who is in it."""
    rows = Company.objects.filter(ended_on=None).order_by("pk")
    return list(rows.prefetch_related("companions__municipality"))


def open_company(*, municipality_id: int) -> Company | None:
    """A municipality is in one at most."""
    for company in open_companies():
        if municipality_id in members_of(company):
            return company
    return None


def running_companies() -> list[Company]:
    return [company for company in open_companies() if company.is_running]


def running_company(*, municipality_id: int) -> Company | None:
    company = open_company(municipality_id=municipality_id)
    return company if company and company.is_running else None


def members_of(company: Company) -> set[int]:
    return {each.municipality_id for each in company.companions.all()}


def own_companion(*, account: Account) -> Companion | None:
    company = open_company(municipality_id=account.municipality_id)
    rows = company.companions.all() if company else ()
    return next((each for each in rows if each.municipality_id == account.municipality_id), None)


def last_company(*, account: Account) -> Company | None:
    """The one that ended last, to say so."""
    rows = Company.objects.filter(companions__municipality=account.municipality_id).exclude(ended_on=None)
    return rows.order_by("-ended_on", "-pk").first()


def possible_companions(*, account: Account) -> list[Municipality]:
    """Municipalities that work in this program and are in no company."""
    taken = {place for company in open_companies() for place in members_of(company)}
    taken.add(account.municipality_id)
    return [place for place in municipalities() if place.pk not in taken]


def counted_otherwise(*, municipality_ids: Collection[int], quarter: str) -> bool:
    """Whether one of them went out less than a year ago alone, or with others than these."""
    after = quarter_earlier(quarter, quarters=QUARTERS_APART)
    recent = {"not_out": "", "quarter__gt": after}
    alone = Release.objects.filter(**recent, municipality__in=municipality_ids)
    if len(municipality_ids) > 1 and alone.exists():
        return True
    others = JointRelease.objects.filter(**recent, company__companions__municipality__in=municipality_ids)
    return others.exclude(series=series_of(municipality_ids)).exists()
