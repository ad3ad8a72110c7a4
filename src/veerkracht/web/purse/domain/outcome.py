"""What is left now and with other hours, beside each other: columns, rows, the line, and the sentence on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate, MissingFact
from veerkracht.law.prepare import sentence_about
from veerkracht.money.budget_line import BudgetLine, budget_line
from veerkracht.money.picture import Line, Picture, picture
from veerkracht.money.quantities import LOCAL, PARTS
from veerkracht.money.situation import Scenario, present, scenario
from veerkracht.money.words import Stretch, in_words

from . import numbers
from .questions import Part, asked_for
from .situation import Situation

MOST_HOURS = 40.0
NOW = "nu"
ORDER = {part.quantity: place for place, part in enumerate((*PARTS, *LOCAL))}


class NotEnough(Exception):
    """A sum that cannot be made yet. `part` is where the missing answer belongs, where there is one."""

    def __init__(self, sentence: str, part: Part | None = None) -> None:
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
    """What there is to spend above now, a month."""

    @property
    def rest(self) -> float:
        """After rent and what else was typed in; travel is in `to_spend` already."""
        return self.to_spend + sum(line.amount for line in self.picture.costs if line.name != "reiskosten")

    @property
    def is_now(self) -> bool:
        return self.key == NOW


@dataclass(frozen=True)
class Row:
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
    situation: Situation
    wage: float
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    costs: tuple[Row, ...]
    local: tuple[Row, ...]
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

    def local_loss(self, column: Column) -> float:
        """What the schemes of the example municipality are worth less than now, a month."""
        place = self.columns.index(column)
        return sum(row.amounts[0] - row.amounts[place] for row in self.local)


def outcome_of(situation: Situation, wage: float, hours: Sequence[float]) -> Outcome:
    """All of the page at once.

    Raises:
        NotEnough: a fact is missing or cannot be; says which and where it is asked.
    """
    try:
        return _outcome(situation, wage, hours)
    except MissingFact as error:
        raise missing(error) from error
    except CannotCalculate as error:
        raise NotEnough(str(error)) from error


def missing(error: MissingFact) -> NotEnough:
    found = asked_for(error.fact)
    if found is None:
        return NotEnough(sentence_about(error))
    part, question = found
    return NotEnough(f"Om dit uit te rekenen is nog nodig: {question.label.rstrip('?').lower()}.", part)


def _outcome(situation: Situation, wage: float, hours: Sequence[float]) -> Outcome:
    facts, day, offer = situation.facts, situation.day, situation.offer(wage)
    scenarios = [present(facts, day, situation.travel_now)]
    scenarios += [scenario(facts, day, offer, each) for each in hours]
    pictures = [picture(each, situation.costs) for each in scenarios]
    columns = [column_of(s, p, situation) for s, p in zip(scenarios, pictures, strict=True)]
    base = columns[0].to_spend
    beside = tuple(
        Column(c.key, c.title, c.hours, c.scenario, c.picture, c.to_spend, c.to_spend - base) for c in columns
    )
    line = budget_line(facts, day, offer, MOST_HOURS)
    said = (*situation.said, *(a for c in beside for a in c.scenario.assumptions))
    left_out = (sentence for p in pictures for sentence in p.left_out)
    return Outcome(
        situation,
        wage,
        beside,
        rows_of([p.lines + travel_in(p) for p in pictures]),
        rows_of([tuple(x for x in p.costs if x.name != "reiskosten") for p in pictures]),
        rows_of([p.local for p in pictures]),
        line,
        in_words(line),
        tuple(dict.fromkeys(said)),
        tuple(dict.fromkeys(left_out)),
    )


def column_of(one: Scenario, month: Picture, situation: Situation) -> Column:
    to_spend = month.disposable - one.travel
    if one.hours is None:
        return Column(NOW, "Nu", situation.hours_now, one, month, to_spend, 0.0)
    return Column(f"{one.hours:g}", numbers.hours(one.hours), one.hours, one, month, to_spend, 0.0)


def travel_in(month: Picture) -> tuple[Line, ...]:
    return tuple(line for line in month.costs if line.name == "reiskosten")


def rows_of(months: Sequence[Sequence[Line]]) -> tuple[Row, ...]:
    """The lines of several months under each other, each label once, in the order of the first that has it."""
    by_label: dict[tuple[str, str], list[Line | None]] = {}
    order: dict[tuple[str, str], int] = {}
    for column, lines in enumerate(months):
        for line in lines:
            key = line.name, line.label
            by_label.setdefault(key, [None] * len(months))[column] = line
            order.setdefault(key, place_of(line))
    return tuple(
        Row(*key, tuple(by_label[key]), tuple(line.amount if line else 0.0 for line in by_label[key]))
        for key in sorted(by_label, key=lambda key: order[key])
    )


def place_of(line: Line) -> int:
    return ORDER.get(line.name, len(ORDER))


def headline(outcome: Outcome, who: str = "") -> list[str]:
    """What the page says first, one sentence for each number of hours. `who` is empty when she reads it herself."""
    subject = f"houdt {who}" if who else "houd je"
    return [
        f"Met {column.title} werk {subject} {numbers.euro(abs(column.more))} per maand "
        f"{'meer' if column.more > 0 else 'minder'} over dan nu."
        if abs(column.more) >= 0.5
        else f"Met {column.title} werk {subject} evenveel over als nu."
        for column in outcome.later
    ]
