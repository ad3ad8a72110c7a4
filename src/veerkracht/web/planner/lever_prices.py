"""What each change is worth in euros a month, with what was told about money; nothing where too little was told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.levers.childcare import care, who_is_who
from veerkracht.levers.purse import Money, Purse, ages_in
from veerkracht.levers.worth import (
    Worth,
    over_the_year,
    priced,
    priced_in_holidays,
    priced_money,
)
from veerkracht.money.situation import law_day
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.purse.domain.situation import known, minimum_wage, situation_of
from veerkracht.web.purse.queries import is_begun, purse_of
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.fields import BadInput
from veerkracht.week.lever import Gain, LeverPair
from veerkracht.week.times import Kind
from veerkracht.words.levers import euros, taken
from veerkracht.words.week import spoken

from .domain.changes import pairs_to_list

ADULT = 21
# The end of an exemption takes money away: it is shown for what it is worth now.
SHOWN_ALTHOUGH_LESS = "exemption_off"


@dataclass(frozen=True)
class Priced:
    """The worth of each lever by its id, of each pair by both, and of what leaves the week as it is."""

    levers: Mapping[str, Worth]
    pairs: Mapping[tuple[str, str], Worth]
    money: tuple[Worth, ...]
    wage: str
    now: Purse

    def notes(self, worth: Worth) -> list[str]:
        return notes(worth, self.now.independent)


def priced_levers(case: Case, account: Account, week: WeekAnswer, kind: Kind, day: dt.date) -> Priced | None:
    """Euros for the levers of a week; None for who may not read about money, or where facts are missing."""
    if not authorize(account, "read", "rekenscenario", case=case):
        return None
    purse = purse_of(case=case)
    if not is_begun(purse):
        return None
    wage = known(purse.answers, "uurloon_straks") or known(purse.answers, "uurloon")
    facts = situation_of(purse.answers, purse.person, day).facts
    try:
        hourly = float(wage or minimum_wage(day, ADULT))
        return _priced(week, kind, facts, hourly, law_day(day))
    except (BadInput, CannotCalculate):
        return None


def _priced(week: WeekAnswer, kind: Kind, facts: dict[str, object], wage: float, day: dt.date) -> Priced:
    family = week.weeks[kind].family
    money = Money(facts, wage, day, who_is_who(family, ages_in(facts, day)))
    wage_words = f"{wage:.2f}".replace(".", ",")
    school, holiday = week.weeks["school"].paid, week.weeks["holiday"].paid
    if kind == "holiday":
        in_holidays = partial(priced_in_holidays, family, money=money, school=school, holiday=holiday)
        now = money.purse(money.loon(over_the_year(family, school, holiday)), care(family))
        return Priced(*_each(week, in_holidays), (), wage_words, now)
    work_days = sum(plan.work is not None for plan in week.weeks["school"].days)
    others = priced_money(family, money, school, work_days)
    proposed = tuple(one for one in others if one.proposed or one.id == SHOWN_ALTHOUGH_LESS)
    now = money.purse(money.loon(school), care(family))
    return Priced(
        *_each(week, partial(priced, family, money=money, minutes=school)), proposed, wage_words, now
    )


def _each(
    week: WeekAnswer, worth: Callable[[Gain | LeverPair], Worth]
) -> tuple[dict[str, Worth], dict[tuple[str, str], Worth]]:
    """The levers by their id, and the pairs by both."""
    return (
        {gain.lever.id: worth(gain) for gain in week.proposed},
        {(pair.a.id, pair.b.id): worth(pair) for pair in pairs_to_list(week)},
    )


def euro_words(worth: Worth) -> str:
    """`+ € 36 per maand`; what stands against it is said in `notes`."""
    if abs(worth.euros) < 0.5:
        return "in geld gelijk"
    return f"{'+' if worth.euros > 0 else '−'} {euros(worth.euros)} per maand"


def notes(worth: Worth, independent_now: bool) -> list[str]:
    """What more hours take away and by which rule, and whether this reaches the norm of independence."""
    sentences = []
    if worth.minutes > 0 and worth.euros < 0.5:
        sentences = [f"Er gaat {euros(less)} per maand {name} af." for name, less in taken(worth.parts)]
    sentences += [
        f"Let op: vanaf {spoken(round(60 * cliff.at_hours))} per week valt {euros(cliff.euros)} per maand weg "
        f"door “{cliff.name}” ({cliff.article})."
        for cliff in worth.cliffs
    ]
    if worth.independent and not independent_now:
        sentences.append("Hiermee is de grens van economische zelfstandigheid gehaald.")
    return sentences


def independence_words(money: Priced) -> str:
    """The norm, what is earned now, and what silence beside a change means."""
    amounts = money.now.amounts
    norm, net = (euros(amounts[n]) for n in ("norm_economische_zelfstandigheid", "netto_inkomen_uit_werk"))
    sentence = f"De grens van economische zelfstandigheid is {norm} netto per maand uit eigen werk. "
    if money.now.independent:
        return sentence + f"Met deze uren is dat {net}: gehaald."
    earned = (
        f"Met deze uren is dat {net}."
        if amounts["netto_inkomen_uit_werk"]
        else "Nu is er nog geen eigen loon."
    )
    return f"{sentence}{earned} Staat er bij een verandering niets over, dan haalt die de grens niet."
