"""Writes of the joint table. What is agreed there stands in the plan and on the map at once, nowhere twice."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.domain import BetweenState
from veerkracht.web.map.queries import between_of
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions

from .models import Helper, JointTable
from .queries import helper_of
from .table_queries import table_of


@action("chain.table_planned", allow=("create", "gezamenlijke_tafel"))
def plan_table(
    *, by: Account, case: Case, on: dt.date, starts_at: dt.time | None = None, place: str = ""
) -> JointTable:
    return JointTable.objects.create(case=case, on=on, starts_at=starts_at, place=place, made_by=by)


@action("chain.duty_agreed", allow=("update", "gezamenlijke_tafel"))
def agree_duty(
    *, by: Account, case: Case, table_id: int, what: str, owner: str, due_on: dt.date | None = None
) -> JointTable:
    """One duty with one owner: `helper:7`, or an owner of the plan (`klantmanager`, `municipality`, `mother`).

    Raises:
        Http404: no such table, or somebody who helps somebody else.
    """
    table = JointTable.objects.select_for_update().get(pk=table_of(case=case, table_id=table_id).pk)
    kind, _colon, number = owner.partition(":")
    name = ""
    if number:
        kind, name = "partner_organisation", helper_of(case=case, helper_id=int(number)).name
    promise = plan_actions.make_promise(
        by=by, case=case, owner=kind, owner_name=name, what=what, due_on=due_on
    )
    return table.change(table.version, promises=[*table.promises, promise.pk])


@action("chain.tie_mended", allow=("update", "gezamenlijke_tafel"))
def mend_tie(*, by: Account, case: Case, table_id: int, between_id: int) -> JointTable:
    """At the table the two agreed to be in touch: so it stands on her map from now on."""
    table = table_of(case=case, table_id=table_id)
    tie = between_of(case=case, account=by, between_id=between_id)
    given: dict[str, Any] = {
        "first": tie.first_id,
        "second": tie.second_id,
        "state": BetweenState.IN_TOUCH.value,
    }
    map_actions.change_between(by=by, case=case, between_id=between_id, seen_version=tie.version, **given)
    return table


@action("chain.help_stopped", allow=("update", "gezamenlijke_tafel"))
def stop_helper(*, by: Account, case: Case, table_id: int, helper_id: int) -> Helper:
    """What stops: this help is no longer needed, from today."""
    table_of(case=case, table_id=table_id)
    helper = helper_of(case=case, helper_id=helper_id)
    if helper.until and helper.until <= timezone.localdate():
        raise Http404
    return helper.change(helper.version, until=timezone.localdate())


@action("chain.minutes_written", allow=("update", "gezamenlijke_tafel"))
def write_minutes(
    *, by: Account, case: Case, table_id: int, seen_version: int, minutes: str, what_stops: str = ""
) -> JointTable:
    """What was said, in her words; with that the table was held."""
    table = table_of(case=case, table_id=table_id)
    held_on = table.held_on or timezone.localdate()
    return table.change(seen_version, minutes=minutes, what_stops=what_stops, held_on=held_on)
