"""A second opinion on the week: the walked-through days as patterns, and CP-SAT to choose among them."""

from __future__ import annotations

from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from veerkracht.week.tests.protected_simulation import protected_on, protected_results
from veerkracht.week.tests.simulation import WEEK, Raw, course_of, day_results, travel

PAID_WEIGHT, LOAD_WEIGHT = 1_000_000, 10  # a week has fewer than 100,000 minutes of load


class Option(NamedTuple):
    """One day as it could be."""

    day: str
    uses: frozenset[str]
    paid: int
    load: int
    works: bool


class Week(NamedTuple):
    paid: int
    load: int
    work_days: int


def pause(span: int) -> int:
    if span > 600:
        return 45
    return 30 if span > 330 else 0


def day_options(family: Raw, day: str, kind: str) -> list[Option]:
    """Free, course alone, and every shift on the grid for every set of services, within the limits of a day."""
    parent = family["parent"]
    course = course_of(family, day, kind)
    there, back = travel(family, "home", "work"), travel(family, "work", "home")
    assert there is not None and back is not None
    extra, options = there + back, []
    if course:
        to_course, on = travel(family, "home", "course"), travel(family, "course", "work")
        assert to_course is not None and on is not None
        length = course[1] - course[0]
        extra, alone = length + to_course + on + back, length + 2 * to_course
    else:
        options.append(Option(day, frozenset(), 0, 0, False))
    walked = protected_results if protected_on(family, day, kind) else day_results
    for result in walked(family, day, kind):
        if result.course_alone and alone <= parent["maximum_load_minutes_per_day"]:
            options.append(Option(day, result.uses, 0, alone, False))
        start, end = result.shift or (0, 0)
        for span in range(15, end - start + 1, 15):
            paid, load = span - pause(span), span + extra
            if (
                span >= parent["minimum_shift_minutes"]
                and paid <= parent["maximum_paid_minutes_per_day"]
                and load <= parent["maximum_load_minutes_per_day"]
            ):
                options.append(Option(day, result.uses, paid, load, True))
    return options


def solve_week(family: Raw, kind: str) -> Week | None:
    return choose(family, kind, [option for day in WEEK for option in day_options(family, day, kind)])


def choose(family: Raw, kind: str, options: list[Option]) -> Week | None:
    """The small master: one option a day within the limits of the week."""
    parent: dict[str, Any] = family["parent"]
    model = cp_model.CpModel()
    chosen = [(option, model.new_bool_var("")) for option in options]
    for day in WEEK:
        model.add_exactly_one(taken for option, taken in chosen if option.day == day)
    for service in family["services"]:
        using = [taken for option, taken in chosen if service["id"] in option.uses]
        if using:
            model.add(sum(using) <= service["contract_days"][kind])
    paid = sum(option.paid * taken for option, taken in chosen)
    load = sum(option.load * taken for option, taken in chosen)
    days = sum(taken for option, taken in chosen if option.works)
    model.add(paid <= parent["maximum_paid_minutes_per_week"])
    model.add(load <= parent["maximum_load_minutes_per_week"])
    model.add(days <= parent["maximum_work_days"])
    model.maximize(PAID_WEIGHT * paid - LOAD_WEIGHT * load - days)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    picked = [option for option, taken in chosen if solver.boolean_value(taken)]
    return Week(
        sum(option.paid for option in picked),
        sum(option.load for option in picked),
        sum(option.works for option in picked),
    )
