"""Give out a quarter of several municipalities, once. Nobody sees the numbers of one of them: they are nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings

from veerkracht.disclosure.cube import CountedCase, NotOut, changed_records
from veerkracht.disclosure.rule import CountedCell, SeriesKeys, record_key, series_keys
from veerkracht.disclosure.together import (
    JointCell,
    published_hours_together,
    published_together,
    refused_together,
    released_together,
)
from veerkracht.web.people.acting import action

from .domain import cube_of, digest_of, fingerprints, quarter_before
from .gathering import Gathered, gather
from .together_models import Company, JointRelease, JointState
from .together_queries import counted_otherwise, members_of

Counted = Mapping[str, Gathered]  # by municipality


@action("policy.released_together", allow=None)
def give_out_together(*, by: None = None, company: Company, day: dt.date) -> JointRelease | None:
    """The quarter that ended last; None when it is out already, or not everybody said yes."""
    quarter, series = quarter_before(day), company.series
    if not company.is_running or JointRelease.objects.filter(series=series, quarter=quarter).exists():
        return None
    keys = series_keys(settings.FIGURES_KEY, series)
    counted = {str(place): gather(municipality_id=place, day=day) for place in sorted(members_of(company))}
    state, now = JointState.objects.filter(series=series).first(), _prints(counted, keys)
    why = _refusal(company, quarter, counted, state.fingerprints if state else None, now)
    content: dict[str, Any] = {"not_out": why.value if why else "", "counts": {}, "sums": {}, "titles": {}}
    if why is None:
        content |= _published(counted, keys, series)
        state = state or JointState(series=series)
        state.fingerprints = now
        state.save()
    earlier = JointRelease.objects.filter(series=series).order_by("-pk").first()
    digest = digest_of(earlier.digest if earlier else "", quarter, content)
    row = {"company": company, "series": series, "quarter": quarter, "released_on": day, "digest": digest}
    return JointRelease.objects.create(**row, **content)


def _refusal(
    company: Company, quarter: str, counted: Counted, before: Mapping[str, Any] | None, now: Mapping[str, Any]
) -> NotOut | None:
    mothers = {place: len(each.cases) for place, each in counted.items()}
    changed = (
        None
        if before is None
        else {at: changed_records(before.get(at, {}), each) for at, each in now.items()}
    )
    why = refused_together(mothers=mothers, changed=changed)
    if why is None and counted_otherwise(municipality_ids=members_of(company), quarter=quarter):
        return NotOut.OTHER_COMPANY
    return why


def _prints(counted: Counted, keys: SeriesKeys) -> dict[str, dict[str, str]]:
    return {place: fingerprints(_without_topics(each.cases), keys) for place, each in counted.items()}


def _without_topics(cases: list[CountedCase]) -> list[CountedCase]:
    """A topic is of one municipality, so it is in no joint table."""
    return [
        replace(case, values={name: value for name, value in case.values.items() if name != "topic"})
        for case in cases
    ]


def _published(counted: Counted, keys: SeriesKeys, series: str) -> dict[str, Any]:
    barriers = next(iter(counted.values())).barriers
    cases = {place: each.cases for place, each in counted.items()}
    cube = cube_of(barriers=barriers, topics=())
    counts = released_together(cases, cube=cube, keys=keys, series=series)
    return {"counts": counts, "sums": _actions(counted, keys, series)}


def _actions(counted: Counted, keys: SeriesKeys, series: str) -> dict[str, int | None]:
    """Open actions of the mothers and of everybody together, as the sums of one municipality are given."""
    rows = [
        (place, case_id, amounts)
        for place, each in counted.items()
        for case_id, amounts in each.actions.items()
        if amounts[1] and case_id in {case.id for case in each.cases}
    ]
    members, known_to = [record_key(keys, case_id) for _, case_id, _ in rows], [place for place, _, _ in rows]

    def cell(name: str) -> JointCell:
        counted_cell = CountedCell(series=series, label=f"actions={name}", members=members)
        return JointCell(cell=counted_cell, known_to=known_to)

    sums = {
        name: published_hours_together(cell(name), keys, [amounts[at] for _, _, amounts in rows])
        for at, name in enumerate(("hers", "all"))
    }
    return {**sums, "mothers": published_together(cell("mothers"), keys)}
