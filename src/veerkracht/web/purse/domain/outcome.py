"""What is left now and with other hours, beside each other: columns, rows, the line, and the sentence on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate, MissingFact
from veerkracht.money.answer import MoneyAnswer, MonthAnswer, answer
from veerkracht.money.budget_line import BudgetLine
from veerkracht.money.picture import Line, Picture
from veerkracht.money.quantities import LOCAL, PARTS
from veerkracht.money.situation import Scenario
from veerkracht.money.stretches import Stretch, stretches
from veerkracht.words.line import stretch_sentence
from veerkracht.words.sentences import PAGE, refusal, say

from . import numbers
from .questions import QuestionPart, asked_for
from .situation import MoneySituation

NOW = "nu"
ORDER = {part.quantity: place for place, part in enumerate((*PARTS, *LOCAL))}


class NotEnough(Exception):
    """A sum that cannot be made yet. `part` is where the missing answer belongs, where there is one."""

    def __init__(self, sentence: str, part: QuestionPart | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.part = sentence, part


@dataclass(frozen=True)
class Column:
    """One month in one situation. `key` names it in addresses: `nu`, or the hours."""

    key: str
    title: str
    hours: float | None
    scenario: Scenario
    picture: Picture
    to_spend: float
    more: float
    """What there is above now, a month, after everything that is known to be lost."""
    local: float
    month: MonthAnswer

    @property
    def rest(self) -> float:
        """After rent and what else was typed in; travel is in `to_spend` already."""
        return self.to_spend + sum(line.amount for line in self.picture.costs if line.name != "reiskosten")

    @property
    def is_now(self) -> bool:
        return self.key == NOW


@dataclass(frozen=True)
class AmountRow:
    """One thing that comes in or goes out, in each column; None where it is not there."""

    name: str
    label: str
    lines: tuple[Line | None, ...]
    amounts: tuple[float, ...]

    @property
    def first(self) -> Line:
        return next(line for line in self.lines if line is not None)


@dataclass(frozen=True)
class Outcome:
    situation: MoneySituation
    answer: MoneyAnswer
    wage: float
    columns: tuple[Column, ...]
    rows: tuple[AmountRow, ...]
    costs: tuple[AmountRow, ...]
    local: tuple[AmountRow, ...]
    line: BudgetLine
    stretches: tuple[Stretch, ...]
    assumptions: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def now(self) -> Column:
        return self.columns[0]

    @property
    def later(self) -> tuple[Column, ...]:
        return self.columns[1:]

    @property
    def has_costs(self) -> bool:
        return bool(self.costs)

    @property
    def line_sentences(self) -> list[str]:
        """The line in words, a sentence for each stretch."""
        return [stretch_sentence(one) for one in self.stretches]

    def local_loss(self, column: Column) -> float:
        """What the schemes of the example municipality are worth less than now, a month."""
        place = self.columns.index(column)
        return sum(row.amounts[0] - row.amounts[place] for row in self.local)


def outcome_of(situation: MoneySituation, wage: float, hours: Sequence[float]) -> Outcome:
    """All of the page at once.

    Raises:
        NotEnough: a fact is missing or cannot be; says which and where it is asked.
    """
    try:
        return _outcome(situation, wage, hours)
    except CannotCalculate as error:
        raise not_enough(error) from error


def not_enough(error: CannotCalculate) -> NotEnough:
    """What stops the sum, with the place where it is asked."""
    asked = asked_for(error.fact) if isinstance(error, MissingFact) else None
    if asked is None:
        return NotEnough(refusal(error, PAGE))
    part, question = asked
    return NotEnough(f"Om dit uit te rekenen is nog nodig: {question.label.rstrip('?').lower()}.", part)


def _outcome(situation: MoneySituation, wage: float, hours: Sequence[float]) -> Outcome:
    money_answer = answer(situation.facts, situation.question(wage, hours))
    beside = tuple(column_of(month, money_answer, situation) for month in money_answer.months)
    pictures = [month.picture for month in money_answer.months]
    assumed = (*situation.assumed, *(say(one, PAGE) for c in beside for one in c.scenario.assumptions))
    left_out = (say(one, PAGE) for p in pictures for one in p.left_out)
    return Outcome(
        situation,
        money_answer,
        wage,
        beside,
        rows_of([p.lines + travel_in(p) for p in pictures]),
        rows_of([tuple(x for x in p.costs if x.name != "reiskosten") for p in pictures]),
        rows_of([p.local for p in pictures]),
        money_answer.line,
        stretches(money_answer.line),
        tuple(dict.fromkeys(assumed)),
        tuple(dict.fromkeys(left_out)),
    )


def column_of(month: MonthAnswer, money_answer: MoneyAnswer, situation: MoneySituation) -> Column:
    is_now = month.hours is None
    return Column(
        key=NOW if month.hours is None else f"{month.hours:g}",
        title="Nu" if month.hours is None else numbers.hours(month.hours),
        hours=situation.hours_now if is_now else month.hours,
        scenario=month.scenario,
        picture=month.picture,
        to_spend=month.to_spend,
        more=money_answer.more(month),
        local=month.local,
        month=month,
    )


def travel_in(month: Picture) -> tuple[Line, ...]:
    return tuple(line for line in month.costs if line.name == "reiskosten")


def rows_of(months: Sequence[Sequence[Line]]) -> tuple[AmountRow, ...]:
    """The lines of several months under each other, each label once, in the order of the first that has it."""
    by_label: dict[tuple[str, str], list[Line | None]] = {}
    order: dict[tuple[str, str], int] = {}
    for column, lines in enumerate(months):
        for line in lines:
            key = line.name, line.label
            by_label.setdefault(key, [None] * len(months))[column] = line
            order.setdefault(key, place_of(line))
    return tuple(
        AmountRow(*key, tuple(by_label[key]), tuple(line.amount if line else 0.0 for line in by_label[key]))
        for key in sorted(by_label, key=lambda key: order[key])
    )


def place_of(line: Line) -> int:
    return ORDER.get(line.name, len(ORDER))
