"""What cannot be so in any household, whatever the law says: ages, days, blocks and keys. No number of the law here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from .household import Adult, Ages, Block, Born, Care, Child, Household, Job
from .problem import Problem, problem
from .unknown import known

OLDEST = 130
YOUNGEST_PARENT = 14
HOURS_IN_A_WEEK = 168
MIDNIGHT = 24 * 60


def problems(household: Household) -> tuple[Problem, ...]:
    """Everything that cannot be so, and (`is_question`) what hardly ever is, in the order of the fields."""
    children = known(household.children) or ()
    return (
        *about_adult(household.adult, "adult", household.day),
        *about_partner(household),
        *(
            one
            for n, child in enumerate(children)
            for one in about_child(child, f"children[{n}]", household, children)
        ),
        *about_blocks(known(household.course) or (), "course"),
        *(
            one
            for n, block in enumerate(known(household.protected) or ())
            for one in about_times(block.start, block.end, f"protected[{n}]")
        ),
        *about_debts(household),
        *about_keys(household),
    )


def about_adult(adult: Adult, path: str, day: dt.date) -> Iterator[Problem]:
    yield from about_birth(adult.born, f"{path}.born", day)
    for number, job in enumerate(known(adult.jobs) or ()):
        yield from about_job(job, f"{path}.jobs[{number}]")


def about_job(job: Job, path: str) -> Iterator[Problem]:
    if job.starts_on and job.ends_on and job.ends_on <= job.starts_on:
        yield problem(
            "job_ends_before_it_starts", f"{path}.ends_on", starts_on=job.starts_on, ends_on=job.ends_on
        )
    hours = known(job.hours_per_week)
    if hours is not None and hours > HOURS_IN_A_WEEK:
        yield problem("hours_exceed_the_week", f"{path}.hours_per_week", hours=hours)
    yield from about_blocks(known(job.blocks) or (), f"{path}.blocks")


def about_partner(household: Household) -> Iterator[Problem]:
    yield from about_adult(household.partner, "partner", household.day)
    together, jobs = known(household.lives_with_partner), known(household.partner.jobs)
    if together is False and jobs:
        yield problem("partner_facts_without_partner", "partner.jobs")


def about_child(
    child: Child, path: str, household: Household, children: tuple[Child, ...]
) -> Iterator[Problem]:
    yield from about_birth(child.born, f"{path}.born", household.day)
    age, parent = age_on(child.born, household.day), age_on(household.adult.born, household.day)
    if age is not None and parent is not None and parent < age + YOUNGEST_PARENT:
        yield problem("parent_hardly_older", f"{path}.born", parent=parent, child=age, years=parent - age)
    yield from about_blocks(known(child.school) or (), f"{path}.school")
    jobs = {job.key for job in known(household.adult.jobs) or ()}
    for number, care in enumerate(known(child.cares) or ()):
        yield from about_care(care, f"{path}.cares[{number}]", jobs)


def about_care(care: Care, path: str, jobs: set[str]) -> Iterator[Problem]:
    if care.situation != "now" and care.situation not in jobs:
        yield problem("situation_names_no_job", f"{path}.situation", situation=care.situation)
    opens, closes = known(care.opens), known(care.closes)
    if opens is not None and closes is not None:
        yield from about_times(opens, closes, path)


def about_birth(born: Born, path: str, day: dt.date) -> Iterator[Problem]:
    if isinstance(born, dt.date) and born > day:
        yield problem("born_after_the_day", path, day=day, born=born)
        return
    age = age_on(born, day)
    if age is not None and age > OLDEST:
        yield problem("born_too_long_ago", path, day=day, age=age)
    if isinstance(born, Ages):
        on_1_january = known(born.on_1_january)
        if age is not None and on_1_january is not None and not age - 1 <= on_1_january <= age:
            yield problem("ages_disagree", path, day=day, age=age, on_1_january=on_1_january)


def about_blocks(blocks: tuple[Block, ...], path: str) -> Iterator[Problem]:
    """Times within the day, and no two blocks of the same day and weeks over each other."""
    if not blocks:
        return
    numbered = sorted(enumerate(blocks), key=lambda pair: (pair[1].day, pair[1].weeks, pair[1].start))
    for number, block in numbered:
        yield from about_times(block.start, block.end, f"{path}[{number}]")
    for (_, first), (number, second) in pairwise(numbered):
        if (first.day, first.weeks) == (second.day, second.weeks) and second.start < first.end:
            yield problem("blocks_overlap", f"{path}[{number}]", weekday=second.day, start=second.start)


def about_times(start: int, end: int, path: str) -> Iterator[Problem]:
    if not (0 <= start <= MIDNIGHT and 0 <= end <= MIDNIGHT):
        yield problem("block_outside_the_day", path, start=start, end=end)
    elif end <= start:
        yield problem("block_ends_before_it_starts", path, start=start, end=end)


def about_debts(household: Household) -> Iterator[Problem]:
    for number, debt in enumerate(known(household.debts) or ()):
        if debt.ends_on and debt.ends_on < household.day and (known(debt.open) or 0.0) > 0:
            yield problem(
                "debt_ends_before_the_day",
                f"debts[{number}].ends_on",
                day=household.day,
                ends_on=debt.ends_on,
            )


def about_keys(household: Household) -> Iterator[Problem]:
    """A key names one record: two children with the same key would share what is said of either."""
    keys = {
        "children": [child.key for child in known(household.children) or ()],
        "adult.jobs": [job.key for job in known(household.adult.jobs) or ()],
        "partner.jobs": [job.key for job in known(household.partner.jobs) or ()],
        "debts": [debt.key for debt in known(household.debts) or ()],
        "costs": [cost.key for cost in known(household.costs) or ()],
        "other_income": [income.key for income in known(household.other_income) or ()],
    }
    for path, names in keys.items():
        if len(names) == len(set(names)):
            continue
        for number, key in enumerate(names):
            if key in names[:number]:
                yield problem("key_used_twice", f"{path}[{number}].key", key=key)


def age_on(born: Born, day: dt.date) -> float | None:
    """Full years on the day, 0 for who is born later; None where the age is not certain."""
    if isinstance(born, dt.date):
        return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
    if isinstance(born, Ages):
        return known(born.on_the_day)
    return None
