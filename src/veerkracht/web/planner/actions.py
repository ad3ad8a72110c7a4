"""Writes of the planner: a part of the week told, changed or taken away; the check of childcare; her work profile."""

from __future__ import annotations

import datetime as dt
from typing import Any

from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case, new_public_id
from veerkracht.web.record.models import Conflict

from .models import CareCheck, Part, PartKind, WorkSheet
from .queries import part_of


@action("planner.part_told", allow=("update", "weekplan"))
def tell_part(
    *, by: Account, case: Case, kind: str, key: str = "", seen_version: int, facts: dict[str, Any]
) -> Part:
    """A part of which there is one: a child's days, the limits. `seen_version` 0 is one nobody told yet.

    Raises:
        Conflict: somebody told or changed it since.
    """
    part, made = Part.objects.get_or_create(case=case, kind=kind, key=key, defaults={"facts": facts})
    return part if made else part.change(seen_version, facts=facts)


@action("planner.part_told", allow=("create", "weekplan"))
def add_part(*, by: Account, case: Case, kind: str, facts: dict[str, Any]) -> Part:
    """One more of which there may be several: a service, a protected block, an offered job."""
    return Part.objects.create(case=case, kind=kind, key=new_public_id(), facts=facts)


@action("planner.part_told", allow=("update", "weekplan"))
def change_part(
    *, by: Account, case: Case, kind: str, key: str, seen_version: int, facts: dict[str, Any]
) -> Part:
    return part_of(case=case, kind=kind, key=key).change(seen_version, facts=facts)


# A part is one line of the week: taking it away changes the week. The whole week is hers alone to delete.
@action("planner.part_removed", allow=("update", "weekplan"))
def remove_part(*, by: Account, case: Case, kind: str, key: str, seen_version: int) -> None:
    part = part_of(case=case, kind=kind, key=key)
    if not Part.objects.filter(pk=part.pk, version=seen_version).delete()[0]:
        raise Conflict(part)


@action("planner.block_moved", allow=("update", "weekplan"))
def move_block(
    *, by: Account, case: Case, key: str, seen_version: int, day: str, start: str, end: str
) -> Part:
    part = part_of(case=case, kind=PartKind.BLOCK, key=key)
    return part.change(seen_version, facts={**part.facts, "day": day, "start": start, "end": end})


@action("planner.put_on_map", allow=("create", "belemmering_kans"))
def put_on_map(*, by: Account, case: Case, key: str, on: dt.date, signal: str) -> Part:
    """What nobody at this table can change, as a signal on the map. Put there twice is once."""
    part, made = Part.objects.get_or_create(case=case, kind=PartKind.SIGNAL, key=key, defaults={"facts": {}})
    if not made:
        return part
    said = {"ring": "exo", "text": signal[:300], "effect": "hinders", "owner": "signal"}
    factor = map_actions.add_factor(by=by, case=case, **said)
    return part.change(part.version, facts={"factor": factor.pk, "on": on.isoformat()})


@action("planner.care_checked", allow=("update", "opvang_bij_scholing_check"))
def check_care(*, by: Account, case: Case, seen_version: int, **found: Any) -> CareCheck:
    check, made = CareCheck.objects.get_or_create(case=case, defaults=found)
    return check if made else check.change(seen_version, **found)


@action("planner.profile_written", allow=("update", "werktijdprofiel"))
def write_profile(*, by: Account, case: Case, seen_version: int, **told: Any) -> WorkSheet:
    profile, made = WorkSheet.objects.get_or_create(case=case, defaults=told)
    return profile if made else profile.change(seen_version, **told)
