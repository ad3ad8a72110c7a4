"""An amount opened: its sentence, what went in, the article, the source, since when, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.law.answer import step_as_data
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, CannotCalculate
from veerkracht.law.engine.explain import Step, explain
from veerkracht.law.engine.units import Unit
from veerkracht.law.facts import FACTS
from veerkracht.money.answer import steps_to
from veerkracht.money.quantities import (
    BY_QUANTITY,
    ESTIMATE,
    EXAMPLE,
    FIXED,
    OF_MUNICIPALITY,
    TO_SPEND,
    TYPED,
)
from veerkracht.money.situation import Scenario
from veerkracht.words.sentences import say

from ..domain import numbers
from ..domain.outcome import AmountRow

SURE = {
    FIXED: "Dit volgt uit de wet en uit wat is ingevuld.",
    ESTIMATE: "Een schatting: het hangt af van het inkomen over het hele jaar. Achteraf kan het hoger of lager zijn.",
    EXAMPLE: "Een voorbeeld: elke gemeente heeft eigen bedragen en voorwaarden.",
    TYPED: "Dit is zelf ingevuld.",
    OF_MUNICIPALITY: "Uit de regelingen die de gemeente zelf heeft ingevuld. Vraag haar wel aan.",
}
PER = {
    "month": "per maand",
    "year": "per jaar",
    "quarter": "per kwartaal",
    "hour": "per uur",
    "week": "per week",
}


@dataclass(frozen=True)
class Number:
    """A number of the law that was used."""

    label: str
    value: str
    since: str
    article: str
    source: str
    confidence: str


@dataclass(frozen=True)
class StepLine:
    """One step in words; `inputs` are labels with what went in."""

    name: str
    label: str
    sentence: str
    value: str
    inputs: tuple[tuple[str, str, str], ...]
    numbers: tuple[Number, ...]
    article: str
    source: str

    @property
    def link(self) -> str:
        """Where the law can be read, as text: no page of ours sends anybody to another house."""
        return self.source.removeprefix("https://") if self.source.startswith("https://") else ""


@dataclass(frozen=True)
class Together:
    """One step for all columns: what is the same said once, what differs beside each other."""

    first: StepLine
    inputs: tuple[tuple[str, tuple[str, ...]], ...]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """What stands under one row: the steps down to the first numbers of the law."""

    sure: str
    note: str
    steps: tuple[Together, ...]


def opened(row: AmountRow, answers: Sequence[Answer | None]) -> Opened:
    """Under one row. `answers` has one for each column."""
    chains = [
        chain(line.name, answer) if line is not None and line.step is not None and answer else ()
        for line, answer in zip(row.lines, answers, strict=True)
    ]
    longest = max(chains, key=len, default=())
    steps = tuple(
        together([one[place] if place < len(one) else None for one in chains])
        for place in range(len(longest))
    )
    return Opened(
        SURE[row.first.certainty], next((say(x.note) for x in row.lines if x and x.note), ""), steps
    )


def together(steps: Sequence[StepLine | None]) -> Together:
    first = next(step for step in steps if step is not None)
    values = [{label: value for label, value, _ in step.inputs} if step else {} for step in steps]
    return Together(
        first,
        tuple((label, tuple(one.get(label, "–") for one in values)) for label, _, _ in first.inputs),
        tuple(step.value if step else "–" for step in steps),
    )


def answer_of(scenario: Scenario, names: Sequence[str]) -> Answer:
    return steps_to(scenario, (TO_SPEND, *names))


def chain(name: str, answer: Answer) -> tuple[StepLine, ...]:
    """The step itself, and on through what it only rounds or divides, to the step where the law's numbers stand."""
    steps = {step.name: step for step in explain(answer)}
    links = []
    while name in steps:
        links.append(shown(steps[name]))
        deeper = [key for key in steps[name].inputs if key in steps]
        if steps[name].parameters or len(deeper) != 1:
            break
        name = deeper[0]
    return tuple(links)


def all_steps(scenario: Scenario, name: str) -> tuple[StepLine, ...]:
    """Every step under one amount, from the amount down.

    Raises:
        KeyError: there is no such amount.
    """
    if name not in BY_QUANTITY and name != TO_SPEND:
        raise KeyError(name)
    try:
        answer = steps_to(scenario, (name,))
    except CannotCalculate as error:
        raise KeyError(name) from error
    return tuple(shown(step) for step in reversed(explain(answer)))


def steps_if_possible(scenario: Scenario, name: str) -> tuple[StepLine, ...]:
    """As `all_steps`; nothing where today's rules ask for a fact that was not asked then."""
    try:
        return all_steps(scenario, name)
    except KeyError:
        return ()


def shown(step: Step) -> StepLine:
    step_data = step_as_data(book(), step)
    own = {used["name"].rpartition(".")[2] for used in step_data["parameters"]}
    inputs = tuple(
        (label_of(name), in_words(value, book().units[name]), name)
        for name, value in step_data["inputs"].items()
        if name not in own and name in book().units
    )
    return StepLine(
        step.name,
        label_of(step.name),
        step_data["sentence"],
        in_words(step_data["value"], book().units[step.name]),
        inputs,
        tuple(number_of(used) for used in step_data["parameters"]),
        step_data["article"],
        step_data["source"],
    )


def number_of(used: dict[str, Any]) -> Number:
    name = used["name"].rpartition(".")[2]
    year, month, day = used["since"].split("-")
    since = f"{int(day)}-{int(month)}-{year}"
    value = in_words(used["value"], Unit(used["unit"]))
    return Number(label_of(name), value, since, used["article"], used["source"], used["confidence"])


def label_of(name: str) -> str:
    """A name of the law as words; a fact says what it means."""
    if name in BY_QUANTITY:
        return BY_QUANTITY[name].label
    if name in FACTS:
        return FACTS[name].meaning.removeprefix("je ").capitalize()
    return name.replace("_", " ").capitalize()


def in_words(value: Any, unit: Unit) -> str:
    """A value with its unit as people read it."""
    if isinstance(value, list):
        if value and isinstance(value[0], list):
            return "de tabel in de wet"
        return ", ".join(in_words(one, Unit(unit.symbol)) for one in value) or "geen"
    if value is None:
        return "onbekend"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str):
        return value.replace("_", " ")
    kind, _, per = unit.symbol.partition("/")
    if kind == "EUR":
        return f"{numbers.euro(value, cents=True)} {PER.get(per, '')}".strip()
    if kind == "fraction":
        return f"{value * 100:.4g}%".replace(".", ",")
    return (
        f"{value:g}".replace(".", ",")
        + {"hours": " uur", "years": " jaar"}.get(kind, "")
        + (f" {PER[per]}" if per in PER else "")
    )
