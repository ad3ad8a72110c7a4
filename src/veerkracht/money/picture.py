"""Now against with work: everything that comes in and goes out in a month, line by line, with its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.household.problem import Problem
from veerkracht.household.remark import Remark, remark
from veerkracht.law.answer import not_modelled
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, MissingFact, calculate
from veerkracht.law.engine.explain import Step, given, step_for
from veerkracht.law.prepare import PreparedFacts

from .asking import ask_month
from .own_schemes import OwnScheme, worth_of
from .quantities import ESTIMATE, LOCAL, OF_MUNICIPALITY, PARTS, TO_SPEND, TYPED, Part
from .situation import Facts, Offer, Scenario, present, scenario

NOT_A_SCHEME = {"loon", "belasting_over_loon", "netto_loon_na_aanslag_partner"}
NO_PROSPECT = remark("for_who_has_no_prospect")


@dataclass(frozen=True)
class Line:
    """One amount a month: above nothing comes in, below nothing goes out."""

    name: str
    label: str
    amount: float
    certainty: str
    article: str
    step: Step | None = None
    note: Remark | None = None


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
    assumptions: tuple[Remark, ...]
    left_out: tuple[Remark, ...]

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
    answer = ask_month(situation.day, situation.values)
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
        float(answer.known[TO_SPEND]),
        situation.assumptions,
        left_out,
    )


def line_of(part: Part, answer: Answer, note: Remark | None = None) -> Line:
    """A part of disposable income as a line, with the step that found it."""
    rules = {rule.name: rule for rule in answer.plan.rules}
    rule = rules.get(part.quantity)
    step = step_for(rule, answer) if rule else given(part.quantity, answer)
    amount = float(answer.known[part.quantity]) * part.per_month + 0.0
    certainty = part.certainty if rule or part.quantity == "loon" else TYPED
    return Line(part.quantity, part.label, amount, certainty, step.article, step, note)


def local_lines(situation: Scenario) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The schemes of the municipality that follow from the facts, and the reason for each that does not.

    Her own municipality's where it said which it has, else those of the example.
    """
    if situation.schemes is not None:
        worths, unknown_schemes = worth_of(situation.schemes, situation.day, situation.values)
        return tuple(own_line(one.scheme, one.per_month) for one in worths), unknown_schemes
    lines: list[Line] = []
    unknown: list[Problem] = []
    for part in LOCAL:
        try:
            answer = calculate(book(), situation.day, situation.values, (part.quantity,))
        except MissingFact as error:
            unknown.append(error.problem)
            continue
        doubtful = part.quantity == "individuele_inkomenstoeslag" and bool(situation.hours)
        line = line_of(part, answer, NO_PROSPECT if doubtful else None)
        if line.amount:
            lines.append(line)
    return tuple(lines), tuple(dict.fromkeys(unknown))


def own_line(scheme: OwnScheme, per_month: float) -> Line:
    """A scheme of her own municipality, with the rule it stands in and who gives it."""
    article = f"{scheme.municipality}: {scheme.article}"
    return Line(scheme.key, scheme.name, per_month, OF_MUNICIPALITY, article)


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
