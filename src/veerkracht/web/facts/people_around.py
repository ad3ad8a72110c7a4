"""The people around her that the facts name: children, who helps, childcare, who offers work. Linked by their key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _t

from veerkracht.household.unknown import NOT_ASKED, known
from veerkracht.web.people.models import Case

from .domain import childcare
from .domain.offered_job import offered_jobs
from .queries import SavedFacts, facts_of


class Role(StrEnum):
    CHILD = "child"
    PARTNER = "partner"
    HELPER = "helper"
    CHILDCARE = "childcare"
    EMPLOYER = "employer"


@dataclass(frozen=True)
class PersonAround:
    """Somebody the facts name. `key` stays the same when the name is mended: `child:12`, `care:K7`, `job:K3`."""

    key: str
    name: str
    role: Role


def people_around(*, case: Case) -> list[PersonAround]:
    """Children first. A place by its name only where the address is no secret. Two queries."""
    children = [
        PersonAround(f"child:{child.pk}", child.first_name, Role.CHILD)
        for child in case.household.children.order_by("born_on", "pk")
    ]
    return [*children, *_of_facts(facts_of(case=case), places=not case.address_is_secret)]


def _of_facts(saved: SavedFacts, *, places: bool) -> Iterator[PersonAround]:
    if saved.value("lives_with_partner") == "ja":
        yield PersonAround("partner", _t("Partner"), Role.PARTNER)
    for key, care in saved.groups("cares.").items():
        name = str(known(care.get("name", NOT_ASKED)) or "").strip()
        is_person = care.get(childcare.KIND) == "informeel"
        if name and (is_person or places):
            yield PersonAround(f"care:{key}", name, Role.HELPER if is_person else Role.CHILDCARE)
    for key, job in offered_jobs(saved.groups("jobs.")).items() if places else ():
        name = str(known(job.get("name", NOT_ASKED)) or "").strip()
        if name:
            yield PersonAround(f"job:{key}", name, Role.EMPLOYER)
