"""The work that is offered, as money asks for it: one wage and a number of hours a week."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from veerkracht.household.unknown import NOT_ASKED, known

JobFacts = Mapping[str, Any]
WAGE, BLOCKS = "wage_per_hour", "blocks"
EVERY_WEEK = "every"


def offered_jobs(jobs: Mapping[str, JobFacts]) -> dict[str, JobFacts]:
    """The offers that are paid work, first offered first; an internship or a course is none."""
    return {key: job for key, job in jobs.items() if job.get("sort", "job") == "job"}


def hours_a_week(job: JobFacts) -> float | None:
    """The hours of all blocks together, of weeks in turn the average; None where no times were said."""
    minutes = sum(
        (_minutes(block["to"]) - _minutes(block["from"])) / (1 if block["weeks"] == EVERY_WEEK else 2)
        for block in blocks_of(known(job.get(BLOCKS, NOT_ASKED)))
    )
    return round(minutes / 60, 2) if minutes else None


def blocks_of(days: Any) -> list[Mapping[str, str]]:
    """Every block as day, from, to and weeks: as it is saved, or by day as it was (one block or a list of them)."""
    if not isinstance(days, Mapping):
        return list(days or ())
    return [
        {"day": day, "from": start, "to": end, "weeks": EVERY_WEEK}
        for day, blocks in days.items()
        for start, end in ([blocks] if isinstance(blocks[0], str) else blocks)
    ]


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
