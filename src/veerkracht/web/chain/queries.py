"""Reads of the chain: who helps her, how they get on with each other, and what they ask of her week."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.facts.people_around import people_around
from veerkracht.web.map.choices import MENDERS
from veerkracht.web.map.domain import BetweenState
from veerkracht.web.map.domain.words import BETWEEN
from veerkracht.web.map.queries import map_of, who_can_be_named
from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.web.people.queries import accounts_with_role

from .domain.load import Visits, WeekLoad, week_load
from .models import Helper, RiskMoment
from .words import RISKS

GOES_WELL = (BetweenState.IN_TOUCH, BetweenState.WORKS_TOGETHER)


@dataclass(frozen=True, kw_only=True)
class HelperTie:
    """The contact between two others, as it stands on her map."""

    id: int
    first: str
    second: str
    state: str
    goes_well: bool
    lost: str
    mended_by: str
    owner: str


@dataclass(frozen=True, kw_only=True)
class AroundHer:
    helpers: list[Helper]
    former: list[Helper]
    ties: list[HelperTie]
    load: WeekLoad


def helpers_of(*, case: Case) -> list[Helper]:
    return list(Helper.objects.filter(case=case).select_related("added_by", "account").order_by("pk"))


def helper_of(*, case: Case, helper_id: int) -> Helper:
    """One helper of this case.

    Raises:
        Http404: there is none.
    """
    row = Helper.objects.filter(case=case, pk=helper_id).select_related("added_by", "account").first()
    if row is None:
        raise Http404
    return row


def around_her(*, case: Case, account: Account, day: dt.date) -> AroundHer:
    """Everything on the page: who helps now, who did, the ties between them, and the week it makes."""
    rows = helpers_of(case=case)
    now = [row for row in rows if row.until is None or row.until >= day]
    return AroundHer(
        helpers=now,
        former=[row for row in rows if row not in now],
        ties=ties_of(case=case, account=account),
        load=week_load(
            Visits(in_four_weeks=row.rhythm, place=row.place, travel_minutes=row.travel_minutes)
            for row in now
        ),
    )


def ties_of(*, case: Case, account: Account) -> list[HelperTie]:
    """What goes wrong first. Who must not be approached stands in no table."""
    facts, menders = map_of(case=case, account=account), dict(MENDERS)
    hidden = {node.id for node in facts.map.nodes if node.do_not_contact}
    ties = [
        HelperTie(
            id=facts.betweens[each.id].pk,
            first=facts.map.node(each.first).name,
            second=facts.map.node(each.second).name,
            state=BETWEEN[each.state],
            goes_well=each.state in GOES_WELL,
            lost=each.lost,
            mended_by=str(menders[each.mended_by]) if each.mended_by else "",
            owner=each.mended_by.value if each.mended_by else "",
        )
        for each in facts.map.betweens
        if not {each.first, each.second} & hidden
    ]
    return sorted(ties, key=lambda tie: tie.goes_well)


def who_it_can_be(*, case: Case, account: Account) -> list[tuple[str, str]]:
    """Places on her map, and people of her facts that are not on it: key and name."""
    nodes = [(f"node:{pk}", name) for pk, name in who_can_be_named(case=case, account=account)]
    names = {name.casefold() for _, name in nodes}
    persons = [(one.key, one.name) for one in people_around(case=case) if one.name.casefold() not in names]
    return [*nodes, *persons]


def partner_accounts(*, case: Case) -> list[Account]:
    """Log-ins of partner organisations and of employers in her municipality."""
    place = case.municipality_id
    partners = accounts_with_role(municipality_id=place, role=AccountRole.KETEN)
    return [*partners, *accounts_with_role(municipality_id=place, role=AccountRole.WERKGEVER)]


def risks_of(*, case: Case, day: dt.date) -> list[tuple[RiskMoment, str]]:
    """The changes ahead that were written down, with their words."""
    rows = RiskMoment.objects.filter(case=case, on__gte=day).order_by("on", "pk")
    return [(row, str(RISKS[row.kind])) for row in rows]
