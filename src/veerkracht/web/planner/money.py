"""What each change is worth in euros a month, with what was told about money; nothing where too little was told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.levers.childcare import care, who_is_who
from veerkracht.levers.purse import Money, ages_in
from veerkracht.levers.sentences import euros
from veerkracht.levers.worth import Worth, priced
from veerkracht.money.situation import law_day
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.purse.domain.situation import known, minimum_wage, situation_of
from veerkracht.web.purse.queries import is_begun, purse_of
from veerkracht.week.fields import BadInput

from .domain.look import Look, without_hidden

ADULT = 21


@dataclass(frozen=True)
class Priced:
    """The worth of each lever by its id, and the wage it was counted with."""

    worth: Mapping[str, Worth]
    wage: str
    independent_now: bool


def priced_levers(case: Case, account: Account, found: Look, day: dt.date) -> Priced | None:
    """Euros for the levers of a school week; None for who may not read about money, or where facts are missing."""
    if not authorize(account, "read", "rekenscenario", case=case):
        return None
    purse = purse_of(case=case)
    if not is_begun(purse):
        return None
    wage = known(purse.answers, "uurloon_straks") or known(purse.answers, "uurloon")
    facts = situation_of(purse.answers, purse.person, day).facts
    try:
        hourly = float(wage or minimum_wage(day, ADULT))
        return _priced(found, facts, hourly, law_day(day))
    except (BadInput, CannotCalculate):
        return None


def _priced(found: Look, facts: dict[str, object], wage: float, day: dt.date) -> Priced:
    family, minutes = without_hidden(found.school.family), found.school.paid
    money = Money(facts, wage, day, who_is_who(family, ages_in(facts, day)))
    now = money.purse(money.loon(minutes), care(family))
    worth = {gain.lever.id: priced(family, gain, money, minutes) for gain in found.proposed}
    return Priced(worth, f"{wage:.2f}".replace(".", ","), now.independent)


def euro_words(worth: Worth) -> str:
    """`+ € 36 per maand`; what stands against it is said in `cliff_words`."""
    if abs(worth.euros) < 0.5:
        return "in geld gelijk"
    return f"{'+' if worth.euros > 0 else '−'} {euros(worth.euros)} per maand"


def cliff_words(worth: Worth, money: Priced) -> list[str]:
    """Where more hours make an amount fall away, and whether this is what reaches the norm of independence."""
    said = [
        f"{cliff.name}: {euros(cliff.euros)} per maand valt weg ({cliff.article})." for cliff in worth.cliffs
    ]
    return (
        [*said, "Hiermee is de grens van economische zelfstandigheid gehaald."] if worth.independent else said
    )
