"""Her money in one sentence and one picture: what comes in, what goes to rent and fixed costs, what is left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate, MissingFact
from veerkracht.money.answer import month_now
from veerkracht.web.people.models import Case

from .domain.situation import missing_care, situation_of
from .queries import is_begun, purse_of

RENT = "huur"


@dataclass(frozen=True, kw_only=True)
class MoneyBar:
    """One part of the picture: its place and width in percent of what comes in."""

    start: float
    width: float


@dataclass(frozen=True, kw_only=True)
class HerMoney:
    """Whole tens of euros a month that add up: `income` = `rent` + `fixed` + `rest`."""

    rent: int
    fixed: int
    rest: int

    @property
    def income(self) -> int:
        return self.rent + self.fixed + self.rest

    @property
    def short(self) -> int:
        """What is missing each month; 0 when enough comes in."""
        return max(0, -self.rest)

    @property
    def bars(self) -> dict[str, MoneyBar]:
        """The picture; empty when more goes out than comes in, which no bar can show."""
        if self.rest < 0 or self.income <= 0:
            return {}
        share = 100 / self.income
        rent, fixed = self.rent * share, self.fixed * share
        return {
            "rent": MoneyBar(start=0, width=rent),
            "fixed": MoneyBar(start=rent, width=fixed),
            "rest": MoneyBar(start=rent + fixed, width=100 - rent - fixed),
        }


def her_money(*, case: Case, day: dt.date) -> HerMoney | None:
    """What she has now, by the rules of this day; None as long as too little is known to say it."""
    purse = purse_of(case=case)
    if not is_begun(purse) or missing_care(purse.answers, purse.person):
        return None
    situation = situation_of(purse.answers, purse.person, day)
    if situation.open:
        return None
    try:
        month = month_now(situation.facts, day, travel=situation.travel_now, costs=situation.costs)
    except (MissingFact, CannotCalculate):
        return None
    costs = month.picture.costs
    rent = sum(-line.amount for line in costs if line.name == RENT)
    fixed = sum(-line.amount for line in costs if line.name not in (RENT, "reiskosten"))
    return HerMoney(rent=_tens(rent), fixed=_tens(fixed), rest=_tens(month.to_spend - month.outgoings))


def _tens(amount: float) -> int:
    return round(amount / 10) * 10
