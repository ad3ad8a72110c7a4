"""The page "Als er iets gebeurt": the events she chose, each with its story, its help and its nine figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate, MissingFact
from veerkracht.money.independence import Independence, independence
from veerkracht.money.life.household import Household, Month
from veerkracht.money.life.stress import DOES_NOT_FIT, FITS, TIGHT, Help, Stress, moment, stress
from veerkracht.money.situation import present

from .domain import numbers
from .domain.life_events import Offered, OfferedGroup, chosen_of, offered_to, questions_of, typed_of
from .domain.life_words import (
    MEANS,
    Cell,
    FigureRow,
    figure_rows,
    first_sentences,
    moment_heads,
    says_nothing_new,
    story,
    tightest,
    together,
)
from .domain.outcome import NotEnough, missing
from .domain.questions import CHILDREN, UNKNOWN
from .domain.situation import Answers, Person, Situation, known, missing_care, situation_of
from .domain.version import rules_version
from .forms import MoreForm
from .showing import look_of

PART = "leven"
FULL_TIME = 36.0
MUNICIPALITY = "gemeente"
NEEDED, ALSO_NEEDED = ("huur", "vaste_lasten", "boodschappen"), ("servicekosten", "aflossing")
"""What makes up a month where nobody typed the whole: without the first three it says nothing."""
KEYS = {FITS: "fits", TIGHT: "tight", DOES_NOT_FIT: "short"}
"""How a word is called in the stylesheet."""


@dataclass(frozen=True)
class MomentShown:
    """One cell of the months beside each other."""

    word: str
    disposable: float

    @property
    def key(self) -> str:
        return KEYS[self.word]


@dataclass(frozen=True)
class EventShown:
    """One event on the page; without a word where it changes no amount that is computed."""

    offered: Offered
    label: str
    word: str
    story: str
    beside: tuple[Cell, ...]
    rows: tuple[FigureRow, ...]
    helps: tuple[Help, ...]
    still_to_type: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.offered.id

    @property
    def key(self) -> str:
        return KEYS.get(self.word, "")

    @property
    def computed(self) -> tuple[str, ...]:
        return self.offered.event.computed if self.word else ()

    @property
    def left_out(self) -> tuple[str, ...]:
        return self.offered.event.left_out


@dataclass(frozen=True)
class Test:
    """The 70% test of now, with the full working week she chose."""

    form: MoreForm
    hours: float
    found: Independence


@dataclass(frozen=True)
class Life:
    """The page, the empty page, or the one sentence that says what is still missing."""

    day: dt.date
    rules: str
    groups: tuple[OfferedGroup, ...] = ()
    chosen: bool = False
    sentences: tuple[str, ...] = ()
    events: tuple[EventShown, ...] = ()
    test: Test | None = None
    needed: float | None = None
    needed_is_typed: bool = False
    now: MomentShown | None = None
    missing: NotEnough | None = None

    @property
    def means(self) -> str:
        return MEANS

    @property
    def heads(self) -> tuple[str, ...]:
        return moment_heads()

    @property
    def with_word(self) -> tuple[EventShown, ...]:
        return tuple(one for one in self.events if one.word)


def life_of(answers: Answers, person: Person, day: dt.date, data: Mapping[str, Any]) -> Life:
    """Everything on the page."""
    situation = situation_of(answers, person, day)
    groups = offered_to(situation, person)
    chosen = chosen_of(answers, groups)
    try:
        check_care(answers, person)
        house = household_of(answers, person, situation)
        typed = {one.id: typed_of(answers, one.id) for one in chosen}
        found = stress(house, [one.id for one in chosen], typed=typed)
        events = tuple(shown(one, each, answers) for one, each in zip(chosen, found, strict=True))
        now = now_of(house, found)
        test = test_of(situation, data)
    except (CannotCalculate, NotEnough) as error:
        return Life(day, rules_version(), groups, bool(chosen), missing=as_missing(error))
    said = first_sentences([(one.word, one.offered.when) for one in events], now.word) if now else []
    typed_whole = known(answers, "nodig_per_maand") is not None
    return Life(
        day,
        rules_version(),
        groups,
        bool(chosen),
        tuple(said),
        events,
        test,
        house.essential_costs,
        typed_whole,
        now,
    )


def as_missing(error: Exception) -> NotEnough:
    """What stops the sum, as a sentence with its place; without the name the law book has for it."""
    if isinstance(error, NotEnough):
        return error
    if isinstance(error, MissingFact):
        return missing(error)
    sentence = str(error).rpartition("is niet te berekenen: ")[2]
    return NotEnough(sentence[:1].upper() + sentence[1:])


def check_care(answers: Answers, person: Person) -> None:
    lacking = missing_care(answers, person)
    if lacking:
        names = ", ".join(lacking)
        raise NotEnough(f"Soort, uren of prijs van de opvang is nog niet bekend: {names}.", CHILDREN)


def household_of(answers: Answers, person: Person, situation: Situation) -> Household:
    """Work as it is now; without work the wage that is looked at, so that more hours can be named."""
    wage = situation.wage_now or look_of({}, answers, person, situation.day).wage
    return Household(
        situation.facts,
        situation.day,
        situation.hours_now or 0.0,
        wage,
        savings=known(answers, "geld_achter_de_hand"),
        essential_costs=needed_of(answers),
        hours_that_fit=known(answers, "uren_die_passen"),
        care_shock_days=known(answers, "dagen_schok"),
    )


def now_of(house: Household, found: Sequence[Stress]) -> MomentShown | None:
    """The same word for how it is before anything happens."""
    before = next((one.before for one in found if one.before), None)
    if before is None:
        return None
    now = moment(Month(), house, 0, before, before.disposable)
    return MomentShown(now.word, round(before.disposable))


def needed_of(answers: Answers) -> float | None:
    """What is needed a month: as it was typed, else what was told about rent, costs and daily spending together."""
    typed = known(answers, "nodig_per_maand")
    if typed is not None:
        return float(typed)
    told = [known(answers, name) for name in NEEDED]
    if any(each is None for each in told):
        return None
    return float(sum(told) + sum(known(answers, name) or 0.0 for name in ALSO_NEEDED))


def shown(offered: Offered, found: Stress, answers: Answers) -> EventShown:
    weeks = known(answers, f"{offered.id}_weeks")
    label = f"{offered.label}, {numbers.typed(weeks)} weken" if weeks else offered.label
    counts = found.applies and not says_nothing_new(found)
    left = [q for q in questions_of(offered.id) if answers.get(q.name) in (None, UNKNOWN)]
    return EventShown(
        offered,
        label,
        tightest(found).word if counts else "",
        story(found) if counts else nothing_changes(found, bool(left)),
        together(
            moment_heads()[1:], [MomentShown(m.word, round(m.figures.disposable)) for m in found.moments]
        ),
        figure_rows(found),
        municipality_first(found.event.helps),
        tuple(q.label.rstrip("?") for q in left),
    )


def nothing_changes(found: Stress, can_be_typed: bool) -> str:
    if can_be_typed and not found.applies:
        return "Hier is nog niets uitgerekend: daar is eerst een bedrag of een aantal uren voor nodig."
    if not found.event.computed:
        return "Wat dit verandert, wordt hier niet uitgerekend."
    return "Dit verandert nu niets aan deze bedragen."


def municipality_first(helps: Sequence[Help]) -> tuple[Help, ...]:
    return tuple(sorted(helps, key=lambda one: one.owner != MUNICIPALITY))


def test_of(situation: Situation, data: Mapping[str, Any]) -> Test | None:
    """Own work now beside the norm; None where there is no own work."""
    if not situation.hours_now:
        return None
    form = MoreForm({"voltijd": data.get("voltijd") or f"{FULL_TIME:g}"})
    full_time = float(form.cleaned_data.get("voltijd") or FULL_TIME) if form.is_valid() else FULL_TIME
    now = present(situation.facts, situation.day, situation.travel_now)
    return Test(form, situation.hours_now, independence(now, situation.facts, full_time))
