"""Writes of the planner: a part of the week told, changed or taken away; the check of childcare; her work profile."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404

from veerkracht.web.facts.domain.newest_statement import absorbed_by_week, overtaken_by_week
from veerkracht.web.facts.writing import Held, HouseholdFacts, SaidOn, Situation, hold, state, withdraw
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.queries import node_of
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case, new_public_id
from veerkracht.web.record.models import Conflict

from .models import CareCheck, Part, PartKind, WorkSheet
from .queries import WeekPartNow, part_of, part_version
from .saved_facts import is_of_household, parts_of, root_of, values_of, values_with_offer


@action("planner.part_told", allow=("update", "weekplan"))
def tell_part(
    *, by: Account, case: Case, kind: str, key: str = "", seen_version: int, facts: dict[str, Any]
) -> Part | HouseholdFacts:
    """A part of which there is one: a child's days, the limits. `seen_version` 0 is one nobody told yet.

    Raises:
        Conflict: somebody told or changed it since.
    """
    if is_of_household(kind):
        return _state(by=by, case=case, kind=kind, key=key, seen_version=seen_version, facts=facts)
    part, is_new = Part.objects.get_or_create(case=case, kind=kind, key=key, defaults={"facts": facts})
    return part if is_new else part.change(seen_version, facts=facts)


@action("planner.part_told", allow=("create", "weekplan"))
def add_part(*, by: Account, case: Case, kind: str, facts: dict[str, Any]) -> Part | HouseholdFacts:
    """One more of which there may be several: a service, a protected block, an offered job."""
    if is_of_household(kind):
        return _state(by=by, case=case, kind=kind, key=new_public_id(), seen_version=0, facts=facts)
    return Part.objects.create(case=case, kind=kind, key=new_public_id(), facts=facts)


@action("planner.part_told", allow=("update", "weekplan"))
def change_part(
    *, by: Account, case: Case, kind: str, key: str, seen_version: int, facts: dict[str, Any]
) -> Part | HouseholdFacts:
    if is_of_household(kind):
        return _state(
            by=by, case=case, must_exist=True, kind=kind, key=key, seen_version=seen_version, facts=facts
        )
    return part_of(case=case, kind=kind, key=key).change(seen_version, facts=facts)


# A part is one line of the week: taking it away changes the week. The whole week is hers alone to delete.
@action("planner.part_removed", allow=("update", "weekplan"))
def remove_part(*, by: Account, case: Case, kind: str, key: str, seen_version: int) -> None:
    if is_of_household(kind):
        held = hold(case=case)
        _refuse_stale(held, kind, key, seen_version, must_exist=True)
        withdraw(held, roots=(root_of(kind, key),))
        return
    part = part_of(case=case, kind=kind, key=key)
    if not Part.objects.filter(pk=part.pk, version=seen_version).delete()[0]:
        raise Conflict(part)


@action("planner.block_moved", allow=("update", "weekplan"))
def move_block(
    *, by: Account, case: Case, key: str, seen_version: int, day: str, start: str, end: str
) -> HouseholdFacts:
    moved = {"day": day, "start": start, "end": end}
    return _state(
        by=by,
        case=case,
        must_exist=True,
        kind=PartKind.BLOCK,
        key=key,
        seen_version=seen_version,
        facts=moved,
    )


def _state(
    *,
    by: Account,
    case: Case,
    kind: str,
    key: str,
    seen_version: int,
    facts: dict[str, Any],
    must_exist: bool = False,
) -> HouseholdFacts:
    """Write a part of the household; what the page of money said of the same thing follows.

    Raises:
        Conflict: somebody told or changed it since.
        Http404: it must be there already and is not.
    """
    held = hold(case=case)
    _refuse_stale(held, kind, key, seen_version, must_exist=must_exist)
    on_map = str(facts.get("from_map", ""))
    values = values_of(kind, key, {name: value for name, value in facts.items() if name != "from_map"})
    values |= overtaken_by_week(held.facts, values)
    if kind == PartKind.SERVICE and not seen_version:
        absorbed = absorbed_by_week(held.facts, key, values)
        values |= absorbed.kept
        held = withdraw(held, roots=absorbed.gone) if absorbed.gone else held
    book = state(held, by=by, page=SaidOn.WEEK, values=values)
    with_offer = values_with_offer(kind, key, facts)
    if any(held.facts.value(path, Situation.OFFER) != value for path, value in with_offer.items()):
        again = Held(book, held.facts)
        book = state(again, by=by, page=SaidOn.WEEK, values=with_offer, situation=Situation.OFFER)
    if on_map:
        version = node_of(case=case, account=by, node_id=int(on_map)).version
        map_actions.link_known_person(
            by=by, case=case, key=f"care:{key}", node_id=int(on_map), seen_version=version
        )
    book.key = key
    return book


def _refuse_stale(held: Held, kind: str, key: str, seen_version: int, *, must_exist: bool) -> None:
    version = part_version(held.facts, kind, key)
    if must_exist and not version:
        raise Http404
    if version != seen_version:
        raise Conflict(WeekPartNow(version, parts_of(held.facts).get((kind, key), {})))


@action("planner.put_on_map", allow=("create", "belemmering_kans"))
def put_on_map(*, by: Account, case: Case, key: str, on: dt.date, signal: str) -> Part:
    """What nobody at this table can change, as a signal on the map. Put there twice is once."""
    part, is_new = Part.objects.get_or_create(
        case=case, kind=PartKind.SIGNAL, key=key, defaults={"facts": {}}
    )
    if not is_new:
        return part
    factor = map_actions.add_factor(
        by=by, case=case, ring="exo", text=signal[:300], effect="hinders", owner="signal"
    )
    return part.change(part.version, facts={"factor": factor.pk, "on": on.isoformat()})


@action("planner.care_checked", allow=("update", "opvang_bij_scholing_check"))
def check_care(*, by: Account, case: Case, seen_version: int, **answers: Any) -> CareCheck:
    check, is_new = CareCheck.objects.get_or_create(case=case, defaults=answers)
    return check if is_new else check.change(seen_version, **answers)


@action("planner.profile_written", allow=("update", "werktijdprofiel"))
def write_profile(*, by: Account, case: Case, seen_version: int, **rules: Any) -> WorkSheet:
    profile, is_new = WorkSheet.objects.get_or_create(case=case, defaults=rules)
    return profile if is_new else profile.change(seen_version, **rules)
