"""Routes beside each other: hours needed with each wage (the front door of money) and lessons in her week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.life.household import Household, Month
from veerkracht.web.people.models import Account, Case
from veerkracht.web.planner.domain.saved_week import SavedWeek
from veerkracht.web.planner.domain.week_answer import school_week
from veerkracht.web.planner.queries import week_of
from veerkracht.web.purse.domain.outcome import NotEnough
from veerkracht.web.purse.domain.situation import situation_of
from veerkracht.web.purse.queries import purse_of
from veerkracht.week.fields import BadInput
from veerkracht.words.week import hindrance_sentence, spoken

from .models import TrainingRoute

MOST_HOURS = 40


@dataclass(frozen=True, kw_only=True)
class LessonsInWeek:
    """Whether the lessons fit an ordinary school week; `words` says why not, `beside` what work fits besides."""

    fits: bool
    words: str
    beside: str = ""


@dataclass(frozen=True, kw_only=True)
class HoursForNorm:
    """Hours a week that are enough with this wage; `hours` is None where it takes more than full time."""

    hours: float | None


def hours_by_route(*, case: Case, routes: list[TrainingRoute], day: dt.date) -> Mapping[int, HoursForNorm]:
    """Of each route with a wage; empty as long as too little of her money is known."""
    purse = purse_of(case=case)
    month = Month()
    needed = {}
    try:
        situation = situation_of(purse.answers, purse.person, day)
        for route in routes:
            if route.wage_cents:
                house = Household(
                    situation.facts,
                    situation.day,
                    float(route.hours_after or MOST_HOURS),
                    route.wage_cents / 100,
                )
                needed[route.pk] = HoursForNorm(hours=month.hours_for_the_norm(house))
    except (CannotCalculate, NotEnough, KeyError):
        return {}
    return needed


def lessons_by_route(
    *, case: Case, account: Account, routes: list[TrainingRoute], day: dt.date
) -> Mapping[int, LessonsInWeek]:
    """The lessons of each route laid over her week; empty as long as nothing of that week was told."""
    week = week_of(case=case, account=account, day=day)
    if week.is_empty or week.saved.missing_for_a_verdict:
        return {}
    return {route.pk: _in_week(week.saved, route) for route in routes if route.lessons}


def _in_week(saved: SavedWeek, route: TrainingRoute) -> LessonsInWeek:
    course = {"name": "", "times": route.lessons, "holidays": False, "other_times": {}}
    with_lessons = replace(saved, parts={**saved.parts, ("course", ""): course})
    try:
        solved = school_week(with_lessons)
    except BadInput as error:
        return LessonsInWeek(fits=False, words=str(error))
    if solved.hindrance is not None:
        return LessonsInWeek(fits=False, words=hindrance_sentence(solved.hindrance))
    return LessonsInWeek(fits=True, words="", beside=spoken(solved.paid))
