"""Now against with work: everything that comes in and goes out in a month, line by line, with its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.law.answer import not_modelled
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, MissingFact, calculate
from veerkracht.law.engine.explain import Step, given, step_for
from veerkracht.law.prepare import PreparedFacts, sentence_about

from .quantities import ESTIMATE, LOCAL, PARTS, TYPED, Part
from .situation import Facts, Offer, Scenario, present, scenario

NOT_A_SCHEME = {"loon", "belasting_over_loon", "netto_loon_na_aanslag_partner"}
NO_PROSPECT = "Deze toeslag is voor wie geen zicht heeft op meer inkomen. Met werk stopt ze meestal."


@dataclass(frozen=True)
class Line:
    """One amount a month: above nothing comes in, below nothing goes out."""

    name: str
    label: str
    amount: float
    certainty: str
    article: str
    step: Step | None = None
    note: str = ""


@dataclass(frozen=True)
class Cost:
    """What she typed in that goes out each month, such as energy or the insurance premium."""

    label: str
    amount: float


@dataclass(frozen=True)
class Picture:
    """A month in one situation. `left` is after the costs that were typed in and the local schemes."""

    day: dt.date
    hours: float | None
    lines: tuple[Line, ...]
    local: tuple[Line, ...]
    costs: tuple[Line, ...]
    disposable: float
    assumptions: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def left(self) -> float:
        return self.disposable + sum(line.amount for line in (*self.local, *self.costs))


@dataclass(frozen=True)
class Change:
    """One line before and after."""

    label: str
    now: float
    then: float
    stops: bool

    @property
    def difference(self) -> float:
        return self.then - self.now


@dataclass(frozen=True)
class Comparison:
    """Two months beside each other, and each line that differs or stays."""

    now: Picture
    then: Picture
    changes: tuple[Change, ...]


def picture(situation: Scenario, costs: Sequence[Cost] = ()) -> Picture:
    """All that comes in and goes out a month in this situation."""
    targets = ("besteedbaar_inkomen", *(part.quantity for part in PARTS))
    answer = calculate(book(), situation.day, situation.values, targets)
    lines = tuple(line_of(part, answer) for part in PARTS)
    local, unknown = local_lines(situation)
    household = PreparedFacts(situation.values, {})
    left_out = (*not_modelled(answer, household), *situation.left_out, *unknown)
    return Picture(
        situation.day,
        situation.hours,
        tuple(line for line in lines if line.amount or line.name in ("loon", "ontvangen_bijstand")),
        local,
        costs_of(situation, costs),
        float(answer.known["besteedbaar_inkomen"]),
        situation.assumptions,
        left_out,
    )


def line_of(part: Part, answer: Answer, note: str = "") -> Line:
    """A part of disposable income as a line, with the step that found it."""
    rules = {rule.name: rule for rule in answer.plan.rules}
    rule = rules.get(part.quantity)
    step = step_for(rule, answer) if rule else given(part.quantity, answer)
    amount = float(answer.known[part.quantity]) * part.per_month + 0.0
    certainty = part.certainty if rule or part.quantity == "loon" else TYPED
    return Line(part.quantity, part.label, amount, certainty, step.article, step, note)


def local_lines(situation: Scenario) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The schemes of the example municipality that follow from the facts, and a sentence for each that does not."""
    found, unknown = [], []
    for part in LOCAL:
        try:
            answer = calculate(book(), situation.day, situation.values, (part.quantity,))
        except MissingFact as error:
            unknown.append(sentence_about(error))
            continue
        doubtful = part.quantity == "individuele_inkomenstoeslag" and bool(situation.hours)
        line = line_of(part, answer, NO_PROSPECT if doubtful else "")
        if line.amount:
            found.append(line)
    return tuple(found), tuple(dict.fromkeys(unknown))


def costs_of(situation: Scenario, costs: Sequence[Cost]) -> tuple[Line, ...]:
    """Rent, what was typed in, and travel to work: what goes out."""
    values = situation.values
    rent = values.get("kale_huur", 0.0) + values.get("servicekosten", 0.0)
    lines = [Line("huur", "Huur met servicekosten", -rent, TYPED, "je huurcontract")] if rent else []
    lines += [Line("kosten", cost.label, -cost.amount, TYPED, "zelf opgegeven") for cost in costs]
    if situation.travel:
        lines.append(Line("reiskosten", "Reiskosten", -situation.travel, ESTIMATE, "zelf opgegeven"))
    return tuple(lines)


def compare(
    facts: Facts,
    day: dt.date,
    offer: Offer,
    hours: float,
    costs: Sequence[Cost] = (),
    travel_now: float = 0.0,
) -> Comparison:
    """A month now beside a month with these hours."""
    now = picture(present(facts, day, travel_now), costs)
    then = picture(scenario(facts, day, offer, hours), costs)
    rows: dict[tuple[str, str], list[float]] = {}
    for column, one in enumerate((now, then)):
        for line in (*one.lines, *one.local, *one.costs):
            rows.setdefault((line.name, line.label), [0.0, 0.0])[column] += line.amount
    changes = (
        Change(label, was, will, was > 0 and will == 0 and name not in NOT_A_SCHEME)
        for (name, label), (was, will) in rows.items()
    )
    return Comparison(now, then, tuple(changes))
