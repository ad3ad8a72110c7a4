"""What her first page says: the few things she opens it for, each in one line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.guide.queries import TalkFacts, talks_of
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import Klantmanager, klantmanager_of
from veerkracht.web.people.working_days import works_on
from veerkracht.web.plan.her_plan import HerPlan, her_plan
from veerkracht.web.planner.her_week import HerWeek, her_week
from veerkracht.web.purse.her_money import HerMoney, her_money


@dataclass(frozen=True, kw_only=True)
class Call:
    """Whom she can ring today. On a day her klantmanager does not work it is the municipality's number."""

    name: str
    phone: str
    is_klantmanager: bool

    @property
    def address(self) -> str:
        """For a link that dials."""
        return "tel:" + "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True, kw_only=True)
class FirstPage:
    plan: HerPlan
    next_talk: TalkFacts | None
    money: HerMoney | None
    week: HerWeek | None


def call_of(*, case: Case, day: dt.date) -> Call | None:
    """The number on her call button; None when nobody has one."""
    who = klantmanager_of(case=case, day=day)
    if who and who.phone and works_on(who.working_days, day) is not False:
        return Call(name=who.name.split(" ", 1)[0], phone=who.phone, is_klantmanager=True)
    if case.municipality.phone:
        return Call(name=_t("de gemeente"), phone=case.municipality.phone, is_klantmanager=False)
    return _anyway(who)


def _anyway(who: Klantmanager | None) -> Call | None:
    """Better a number that is answered tomorrow than none."""
    if who is None or not who.phone:
        return None
    return Call(name=who.name.split(" ", 1)[0], phone=who.phone, is_klantmanager=True)


def start_of(*, case: Case, account: Account, day: dt.date) -> FirstPage:
    to_come = [talk for talk in talks_of(case=case) if talk.is_to_come and talk.on >= day]
    return FirstPage(
        plan=her_plan(case=case, day=day),
        next_talk=to_come[-1] if to_come else None,
        money=her_money(case=case, day=day),
        week=her_week(case=case, account=account, day=day),
    )
