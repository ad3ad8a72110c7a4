"""From every capability the little of each mother that is counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from veerkracht.disclosure.cube import CountedCase
from veerkracht.method import library
from veerkracht.web.map.counting import hindrances_by_case
from veerkracht.web.people.counting import CaseFacts, cases_to_count
from veerkracht.web.plan.counting import action_owners_by_case, results_by_case
from veerkracht.web.signals.counting import topic_titles, topics_by_case

from .domain import AGES, DURATIONS, YOUNGEST, band, years_between


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Everybody who is counted, and of how many open actions each is the owner: hers and of all together."""

    cases: list[CountedCase]
    actions: dict[str, tuple[int, int]]
    barriers: frozenset[str]
    topics: dict[str, str]


def gather(*, municipality_id: int, day: dt.date) -> Gathered:
    facts = cases_to_count(municipality_id=municipality_id, day=day)
    hindrances = hindrances_by_case(municipality_id=municipality_id)
    owners = action_owners_by_case(municipality_id=municipality_id)
    results = results_by_case(municipality_id=municipality_id)
    titles = topic_titles(municipality_id=municipality_id)
    topics = topics_by_case(case_ids=[case.id for case in facts])
    cases = [
        CountedCase(
            id=str(case.id),
            values={
                **_band_values(case, day),
                "ring": frozenset(ring for ring, _ in hindrances.get(case.id, ())),
                "barrier": frozenset(seed for _, seed in hindrances.get(case.id, ()) if seed),
                "topic": frozenset(map(str, topics.get(case.id, ()))),
                "carries": frozenset({_carries(owners.get(case.id, Counter()))}),
                "result": frozenset(results.get(case.id, ())) | _outflow(case),
            },
        )
        for case in facts
    ]
    return Gathered(
        cases=cases,
        actions={str(pk): (each["hers"], each.total()) for pk, each in owners.items()},
        barriers=frozenset(barrier.id for barrier in library.factors() if not barrier.sensitivity),
        topics={str(pk): title for pk, title in titles.items()},
    )


def _band_values(case: CaseFacts, day: dt.date) -> dict[str, frozenset[str]]:
    return {
        "age": frozenset({band(years_between(case.born_on, day), AGES)}),
        "youngest": frozenset({band(years_between(case.youngest_born_on, day), YOUNGEST)}),
        "duration": frozenset({band(years_between(case.opened_on, day), DURATIONS)}),
    }


def _carries(owners: Counter[str]) -> str:
    if not owners.total():
        return "nobody"
    return "hers" if 2 * owners["hers"] > owners.total() else "others"


def _outflow(case: CaseFacts) -> frozenset[str]:
    return frozenset({"out_for_work"}) if case.left_for_work else frozenset()
