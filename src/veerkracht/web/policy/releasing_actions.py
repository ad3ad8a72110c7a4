"""Give out a quarter, once. It never changes, and nothing is computed in between: no preview, no second run."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings

from veerkracht.disclosure.cube import NotOut, changed_records, refused, released_counts
from veerkracht.disclosure.rule import (
    CountedCell,
    SeriesKeys,
    published_count,
    published_hours,
    record_key,
    series_keys,
)
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Municipality

from .domain import cube_of, digest_of, fingerprints, quarter_before
from .gathering import Gathered, gather
from .models import CountedState, Release
from .together_queries import counted_otherwise, running_company


@action("policy.released", allow=None)
def give_out(*, by: None = None, municipality: Municipality, day: dt.date) -> Release | None:
    """The quarter that ended last; None when it is out already, or goes out together with others."""
    quarter = quarter_before(day)
    is_out = Release.objects.filter(municipality=municipality, quarter=quarter).exists()
    if is_out or running_company(municipality_id=municipality.pk):
        return None
    keys = series_keys(settings.FIGURES_KEY, municipality.slug)
    gathered = gather(municipality_id=municipality.pk, day=day)
    state = CountedState.objects.filter(municipality=municipality).first()
    now = fingerprints(gathered.cases, keys)
    changed = changed_records(state.fingerprints, now) if state else None
    why = refused(mothers=len(gathered.cases), changed=changed)
    if why is None and counted_otherwise(municipality_ids={municipality.pk}, quarter=quarter):
        why = NotOut.OTHER_COMPANY
    content: dict[str, Any] = {"not_out": why.value if why else "", "counts": {}, "sums": {}, "titles": {}}
    if why is None:
        content |= _published(gathered, keys, municipality.slug)
        state = state or CountedState(municipality=municipality)
        state.fingerprints = now
        state.save()
    earlier = Release.objects.filter(municipality=municipality).order_by("-pk").first()
    digest = digest_of(earlier.digest if earlier else "", quarter, content)
    return Release.objects.create(
        municipality=municipality, quarter=quarter, released_on=day, digest=digest, **content
    )


def _published(gathered: Gathered, keys: SeriesKeys, series: str) -> dict[str, Any]:
    cube = cube_of(barriers=gathered.barriers, topics=gathered.topics)
    counts = released_counts(gathered.cases, cube=cube, keys=keys, series=series)
    return {"counts": counts, "sums": _actions(gathered, keys, series), "titles": gathered.topics}


def _actions(gathered: Gathered, keys: SeriesKeys, series: str) -> dict[str, int | None]:
    """Open actions of the mothers and of everybody together, of at most sixteen a mother; as sums are given."""
    ids = [case.id for case in gathered.cases if gathered.actions.get(case.id, (0, 0))[1]]
    members = [record_key(keys, case_id) for case_id in ids]
    sums: dict[str, int | None] = {}
    for place, name in enumerate(("hers", "all")):
        cell = CountedCell(series=series, label=f"actions={name}", members=members)
        sums[name] = published_hours(cell, keys, [gathered.actions[case_id][place] for case_id in ids])
    everybody = CountedCell(series=series, label="actions=mothers", members=members)
    return sums | {"mothers": published_count(everybody, keys)}
