"""Reads of training: her wish, what she learned before, the routes in their order, and what waits for a team lead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.budget.queries import who_decides
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import cases_of, klantmanager_of

from .comparing import HoursForNorm, LessonsInWeek, hours_by_route, lessons_by_route
from .domain import CareGround, Level, lesson_minutes
from .models import EarlierStudy, TrainingRoute, TrainingWish

LEVEL_ORDER = [level.value for level in Level]


def lesson_days(route: TrainingRoute) -> list[tuple[str, str, str]]:
    """Day, begin and end, in the order in which they were written."""
    return [(day, start, end) for day, (start, end) in route.lessons.items()]


@dataclass(frozen=True, kw_only=True)
class RouteLine:
    """One route with what it needs of her week and how many hours its wage needs."""

    route: TrainingRoute
    lesson_hours: float
    needed: HoursForNorm | None
    week: LessonsInWeek | None
    is_late: bool

    @property
    def lessons(self) -> list[tuple[str, str, str]]:
        return lesson_days(self.route)

    @property
    def needs_care_solved(self) -> bool:
        """No ground for childcare allowance, or nobody looked: somebody of the municipality finds out first."""
        return self.route.care_ground in (CareGround.UNKNOWN, CareGround.NONE)


@dataclass(frozen=True, kw_only=True)
class TrainingPage:
    """Her wish on top; `hers` before `of_others`."""

    wish: TrainingWish | None
    studies: list[EarlierStudy]
    hers: list[RouteLine]
    of_others: list[RouteLine]
    money_is_known: bool
    week_is_known: bool
    decides: str
    """Who says yes or no; empty where the municipality has no team lead."""

    @property
    def all_routes(self) -> list[RouteLine]:
        return [*self.hers, *self.of_others]

    @property
    def compared(self) -> list[RouteLine]:
        """What can be laid beside each other: at least two."""
        return self.all_routes if len(self.all_routes) > 1 else []

    @property
    def is_below_wish(self) -> bool:
        """Others offer, and everything they offer is lower than what she wants: said to who offers it."""
        wanted = LEVEL_ORDER.index(self.wish.level) if self.wish else 0
        offered = [LEVEL_ORDER.index(line.route.level) for line in self.of_others if line.route.level]
        return bool(offered) and max(offered) < wanted


def training_of(*, case: Case, account: Account, day: dt.date) -> TrainingPage:
    routes = list(
        TrainingRoute.objects.filter(case=case)
        .select_related("asked_by", "decided_by")
        .prefetch_related("replaced__decided_by")
        .order_by("pk")
    )
    needed = hours_by_route(case=case, routes=routes, day=day) if routes else {}
    weeks = lessons_by_route(case=case, account=account, routes=routes, day=day) if routes else {}
    lines = [
        RouteLine(
            route=route,
            lesson_hours=lesson_minutes(route.lessons) / 60,
            needed=needed.get(route.pk),
            week=weeks.get(route.pk),
            is_late=route.is_late(day),
        )
        for route in routes
    ]
    return TrainingPage(
        wish=TrainingWish.objects.filter(case=case).select_related("said_by").first(),
        studies=list(EarlierStudy.objects.filter(case=case).order_by("pk")),
        hers=[line for line in lines if line.route.is_hers],
        of_others=[line for line in lines if not line.route.is_hers],
        money_is_known=bool(needed) or not any(route.wage_cents for route in routes),
        week_is_known=bool(weeks) or not any(route.lessons for route in routes),
        decides=who_decides(municipality_id=case.municipality_id),
    )


def wish_of(*, case: Case) -> TrainingWish | None:
    return TrainingWish.objects.filter(case=case).first()


def study_of(*, case: Case, study_id: int) -> EarlierStudy:
    """One earlier study of this case.

    Raises:
        Http404: there is none.
    """
    row = EarlierStudy.objects.filter(case=case, pk=study_id).first()
    if row is None:
        raise Http404
    return row


def route_of(*, case: Case, route_id: int) -> TrainingRoute:
    """One route of this case.

    Raises:
        Http404: there is none.
    """
    row = TrainingRoute.objects.filter(case=case, pk=route_id).first()
    if row is None:
        raise Http404
    return row


def routes_of(*, case: Case) -> list[TrainingRoute]:
    """Hers first."""
    return list(TrainingRoute.objects.filter(case=case).order_by("-is_hers", "pk"))


def waiting_routes(*, case: Case) -> list[TrainingRoute]:
    rows = TrainingRoute.objects.filter(case=case, asked_on__isnull=False, decision="")
    return list(rows.order_by("decide_by", "pk"))


@dataclass(frozen=True, kw_only=True)
class AskedRoute:
    """A route as the team lead reads it: the wish in her words, what is asked, and no case behind it."""

    route: TrainingRoute
    wish: str
    klantmanager: str
    by_herself: bool
    """She asked herself: then no name stands there."""
    is_late: bool
    lesson_hours: float

    @property
    def lessons(self) -> list[tuple[str, str, str]]:
        return lesson_days(self.route)


def asked_routes(*, account: Account, day: dt.date) -> list[AskedRoute]:
    """What waits for a yes or no in this municipality, the longest first."""
    rows = (
        TrainingRoute.objects.filter(
            case__municipality=account.municipality_id,
            case__closed_on=None,
            case__removed_on=None,
            asked_on__isnull=False,
            decision="",
        )
        .exclude(asked_by=account)
        .select_related("case", "asked_by")
    )
    return [_asked(row, day) for row in rows.order_by("decide_by", "pk")]


def asked_route(*, account: Account, route_id: int, day: dt.date) -> AskedRoute:
    """One route this account may decide on, also again.

    Raises:
        Http404: it is none of this municipality, nobody asked, or its case is closed.
    """
    rows = TrainingRoute.objects.filter(
        case__municipality=account.municipality_id,
        case__closed_on=None,
        case__removed_on=None,
        asked_on__isnull=False,
    ).exclude(asked_by=account)
    row = rows.select_related("case", "asked_by").filter(pk=route_id).first()
    if row is None:
        raise Http404
    return _asked(row, day)


def _asked(row: TrainingRoute, day: dt.date) -> AskedRoute:
    wish, guide = wish_of(case=row.case), klantmanager_of(case=row.case, day=day)
    return AskedRoute(
        route=row,
        wish=wish.words if wish else "",
        klantmanager=guide.name if guide else "",
        by_herself=row.asked_by_id == row.case.account_id,
        is_late=row.is_late(day),
        lesson_hours=lesson_minutes(row.lessons) / 60,
    )


def routes_again(*, account: Account, day: dt.date, until: dt.date) -> list[TrainingRoute]:
    """The decisions to be talked about again in that time, with one's own people."""
    rows = TrainingRoute.objects.filter(
        case__in=cases_of(account=account).guided_now(day), again_on__gte=day, again_on__lte=until
    )
    return list(rows.select_related("case").order_by("again_on", "pk"))


def decided_routes(*, account: Account) -> list[TrainingRoute]:
    """What this account decided, the newest first."""
    rows = TrainingRoute.objects.filter(decided_by=account, case__closed_on=None, case__removed_on=None)
    return list(rows.select_related("case").order_by("-decided_on", "-pk")[:20])


def waiting_count(*, municipality_id: int) -> int:
    """How many routes wait for a decision; whose they are is not read."""
    rows = TrainingRoute.objects.filter(
        case__municipality=municipality_id, case__closed_on=None, case__removed_on=None, decision=""
    )
    return rows.filter(asked_on__isnull=False).count()
