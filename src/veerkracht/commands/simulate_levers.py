"""`veerkracht simulate --levers`: which change by whom opens how much, over a synthetic caseload with care weeks."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

from veerkracht.disclosure.rule import series_keys
from veerkracht.population.caseload.changes import PublishedChange, opened_in_caseload, published
from veerkracht.population.caseload.families import draw_caseload
from veerkracht.population.synthetic.draw import LABEL
from veerkracht.population.synthetic.figures import fingerprint
from veerkracht.words.simulation import about_changes, change_sentence, opened_sentence


def levers_of_caseload(
    families: int, seed: int, day: dt.date, progress: Callable[[int, int], None]
) -> dict[str, Any]:
    """What each change by somebody else opens for so many invented families on bijstand, as it may be published."""

    start = time.perf_counter()
    opened, without_answer = opened_in_caseload(
        draw_caseload(families, seed, day),
        day=day,
        progress=lambda done: progress(done, families),
    )
    keys = series_keys(f"{LABEL} {seed}", LABEL)
    return {
        "date": day.isoformat(),
        "source": LABEL,
        "seed": seed,
        "figures": fingerprint(),
        "families": families,
        "without_answer": without_answer,
        "changes": [change_as_data(each) for each in published(opened, keys=keys, series=day.isoformat())],
        "assumptions": about_changes(day.year),
        "seconds": round(time.perf_counter() - start, 3),
    }


def change_as_data(row: PublishedChange) -> dict[str, Any]:
    change = row.change
    return {
        **vars(change),
        "sentence": change_sentence(change.code, change.service, change.district),
        "mothers": row.mothers,
        "hours": row.hours,
        "euros": row.euros,
    }


def lines_of(data: dict[str, Any]) -> list[str]:
    """A few lines for a person."""
    rows = [
        f"{row['sentence']}: {opened_sentence(row['mothers'], row['hours'], row['euros'])}"
        for row in data["changes"]
    ]
    head = f"{data['families']} gezinnen ({data['source']}), {data['date']}: {data['seconds']} s"
    return [head, "", *rows, "", *data["assumptions"]]
