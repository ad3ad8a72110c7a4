"""Which sentence of the law makes an amount drop: compare the steps of two points and follow what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from veerkracht.law.engine.calculate import Answer
from veerkracht.law.engine.rules import Rule

from .budget_line import BudgetLine
from .quantities import BY_QUANTITY

INCOME = {
    "loon",
    "maandloon",
    "netto_loon_per_maand",
    "netto_loon_na_aanslag",
    "belasting_over_loon",
    "belastbaar_inkomen_box_1",
    "toetsingsinkomen",
    "rekeninkomen",
    "netto_inkomen",
    "netto_bijstand_over_het_jaar",
    "opvanguren",
    "inkomen_ten_opzichte_van_norm",
}
"""Here a trail ends: that income or hours rise is not a cause, what the law does with it is."""
TOGETHER = (
    ("belasting_over_loon", "verrekende_teruggave"),
    ("kosten_kinderopvang", "voorschot_kinderopvangtoeslag"),
)
"""What one gives and the other takes back at once counts as one loss, or as none."""
SHARE, SHARE_OF_A_FALL = 0.25, 0.1
"""A part of the loss smaller than this is not named; where the whole falls, smaller parts tip it over."""
MOST = 3


@dataclass(frozen=True)
class Cause:
    """A part that leaves less, by how many euros a month, and the rule of the law that does it."""

    quantity: str
    lost: float
    lower: str
    rule: str
    article: str
    sentence: str


def losses(line: BudgetLine, start: int, stop: int) -> dict[str, float]:
    """What each part leaves less in the second point, in euros a month."""
    lost = {name: column[start] - column[stop] for name, column in line.parts.items()}
    for pair in TOGETHER:
        named = max(pair, key=lambda name: lost[name])
        lost |= {**dict.fromkeys(pair, 0.0), named: sum(lost[name] for name in pair)}
    return {name: amount for name, amount in lost.items() if amount > 0.005}


def causes(line: BudgetLine, start: int, stop: int) -> tuple[Cause, ...]:
    """What takes away most between two points, the largest first."""
    lost = losses(line, start, stop)
    largest = sorted(lost, key=lambda name: -lost[name])[:MOST]
    if not largest:
        return ()
    share = SHARE_OF_A_FALL if line.disposable[stop] < line.disposable[start] else SHARE
    before, after = line.answer_at(start), line.answer_at(stop)
    return tuple(
        cause_of(name, lost[name], before, after)
        for place, name in enumerate(largest)
        if place == 0 or lost[name] >= share * sum(lost.values())
    )


def cause_of(quantity: str, lost: float, before: Answer, after: Answer) -> Cause:
    """The loss of one part with the rule behind it; what she typed in has no rule."""
    if quantity == "reiskosten":
        return Cause(quantity, lost, "je meer reiskosten hebt", "", "zelf opgegeven", "")
    lower = BY_QUANTITY[quantity].lower
    rule = responsible(quantity, before, after)
    if rule is None:
        return Cause(quantity, lost, lower, "", "zelf opgegeven", "")
    return Cause(quantity, lost, lower, rule.name, article_of(rule), rule.sentence)


def article_of(rule: Rule) -> str:
    """The law and its article, without our own remarks about how it is counted."""
    article = rule.article.split(" (")[0]
    return f"{rule.law.title}, {article}" if rule.law.bwb else article


def responsible(quantity: str, before: Answer, after: Answer) -> Rule | None:
    """Down from an amount, each time to the input that moves it most, to the last rule before income itself."""
    rules = {rule.name: rule for rule in after.plan.rules}
    functions = {name: function for name, function, _ in after.plan.steps}
    rule = rules.get(quantity)
    while rule is not None:
        key = heaviest(rule, functions[rule.name], before, after)
        if key is None or key in INCOME or key not in rules:
            break
        rule = rules[key]
    return rule


def heaviest(rule: Rule, function: Callable[..., Any], before: Answer, after: Answer) -> str | None:
    """The one input that, put in alone, moves the rule furthest in the direction it really went."""
    start = [before.known[key] for key in rule.keys]
    was, is_now = amount(before.known[rule.name]), amount(after.known[rule.name])
    direction = 1.0 if is_now > was else -1.0
    moved = {}
    for place, key in enumerate(rule.keys):
        if after.known[key] != before.known[key]:
            alone = [*start[:place], after.known[key], *start[place + 1 :]]
            moved[key] = direction * (amount(function(*alone)) - was)
    return max(moved, key=lambda key: moved[key], default=None)


def amount(value: Any) -> float:
    """One number; for a value per child the sum over the children."""
    return float(sum(value)) if isinstance(value, list) else float(value)
