"""The page "Als er iets gebeurt": the events she chose, each with its story, its help and its nine figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.independence import Independence, independence
from veerkracht.money.life.household import Household, Month
from veerkracht.money.life.stress import DOES_NOT_FIT, FITS, TIGHT, Help, Stress, moment, stress
from veerkracht.money.situation import present
from veerkracht.words.life import first_sentence, not_known_whether_it_fits
from veerkracht.words.life import story as change_story

from ..domain import numbers
from ..domain.outcome import NotEnough, not_enough
from ..domain.questions import CHILDREN, UNKNOWN
from ..domain.situation import Answers, KnownPerson, MoneySituation, known, missing_care, situation_of
from ..domain.version import rules_version
from ..hours.forms import MoreForm
from ..now.page import look_of
from .living_costs import living_costs
from .offered_events import OfferedEvent, OfferedGroup, chosen_of, offered_to, questions_of, typed_of
from .starting_points_page import Base, bases_of, from_base
from .words import (
    MEANS,
    FigureRow,
    LifeCell,
    figure_rows,
    first_sentences,
    moment_heads,
    says_nothing_new,
    story,
    tightest,
    together,
)

PART = "leven"
FULL_TIME = 36.0
MUNICIPALITY = "gemeente"
MOST_SENTENCES = 3
KEYS = {FITS: "fits", TIGHT: "tight", DOES_NOT_FIT: "short"}
"""How a word is called in the stylesheet."""


@dataclass(frozen=True)
class MomentShown:
    """One cell of the months beside each other."""

    word: str
    disposable: float

    @property
    def key(self) -> str:
        return KEYS.get(self.word, "")


@dataclass(frozen=True)
class EventShown:
    """One event on the page; without a word where it changes no amount that is computed."""

    offered: OfferedEvent
    label: str
    word: str
    story: str
    beside: tuple[LifeCell, ...]
    rows: tuple[FigureRow, ...]
    helps: tuple[Help, ...]
    still_to_type: tuple[str, ...]
    counts: bool
    """Whether it changes an amount."""

    @property
    def id(self) -> str:
        return self.offered.id

    @property
    def key(self) -> str:
        return KEYS.get(self.word, "")

    @property
    def computed(self) -> tuple[str, ...]:
        return self.offered.event.computed if self.counts else ()

    @property
    def left_out(self) -> tuple[str, ...]:
        return self.offered.event.left_out


@dataclass(frozen=True)
class IndependenceTest:
    """The 70% test of now, with the full working week she chose."""

    form: MoreForm
    hours: float
    independence: Independence


@dataclass(frozen=True)
class LifePage:
    """The page, the empty page, or the one sentence that says what is still missing."""

    day: dt.date
    rules: str
    groups: tuple[OfferedGroup, ...] = ()
    chosen: bool = False
    sentences: tuple[str, ...] = ()
    events: tuple[EventShown, ...] = ()
    test: IndependenceTest | None = None
    needed: float | None = None
    needed_is_typed: bool = False
    now: MomentShown | None = None
    missing: NotEnough | None = None
    bases: tuple[Base, ...] = ()
    not_known: str = ""
    """Why nothing is said to fit, where her living costs are not known."""

    @property
    def means(self) -> str:
        return MEANS

    @property
    def heads(self) -> tuple[str, ...]:
        return moment_heads()

    @property
    def with_word(self) -> tuple[EventShown, ...]:
        return tuple(one for one in self.events if one.counts)


def life_of(answers: Answers, person: KnownPerson, day: dt.date, data: Mapping[str, Any]) -> LifePage:
    """Everything on the page."""
    looked_at = look_of({}, answers, person, day)
    today = situation_of(answers, person, day, looked_at.starts_on)
    bases = bases_of(today, looked_at, str(data.get("basis", "")))
    groups = offered_to(today, person)
    empty = LifePage(day, rules_version(), groups, bool(chosen_of(answers, groups)), bases=bases)
    try:
        check_care(answers, person)
        base = next(one.key for one in bases if one.is_current)
        return happened(empty, answers, person, from_base(today, looked_at, base), data)
    except (CannotCalculate, NotEnough) as error:
        return replace(empty, missing=as_missing(error))


def happened(
    empty: LifePage, answers: Answers, person: KnownPerson, situation: MoneySituation, data: Mapping[str, Any]
) -> LifePage:
    """The page for the situation the events start from."""
    groups = offered_to(situation, person)
    chosen = chosen_of(answers, groups)
    house, costs = household_of(answers, person, situation), living_costs(answers)
    typed = {one.id: typed_of(answers, one.id) for one in chosen}
    stresses = stress(house, [one.id for one in chosen], typed=typed)
    is_known = costs.needed is not None
    events = tuple(shown(one, each, answers, is_known) for one, each in zip(chosen, stresses, strict=True))
    now = now_of(house, stresses, is_known)
    return replace(
        empty,
        groups=groups,
        chosen=bool(chosen),
        sentences=tuple(first_said(events, stresses, now, is_known)),
        events=events,
        test=test_of(situation, data),
        needed=costs.needed,
        needed_is_typed=costs.typed_whole is not None,
        now=now,
        not_known="" if is_known else not_known_whether_it_fits(costs.fixed),
    )


def first_said(
    events: Sequence[EventShown], stresses: Sequence[Stress], now: MomentShown | None, is_known: bool
) -> list[str]:
    """The sentences on top; without her living costs only what changes."""
    if now is None:
        return []
    if is_known:
        return first_sentences([(one.word, one.offered.when) for one in events], now.word)
    changes = [
        first_sentence(one.offered.when, each)
        for one, each in zip(events, stresses, strict=True)
        if one.counts
    ]
    return changes[:MOST_SENTENCES]


def as_missing(error: CannotCalculate | NotEnough) -> NotEnough:
    """What stops the sum, as a sentence with its place."""
    return error if isinstance(error, NotEnough) else not_enough(error)


def check_care(answers: Answers, person: KnownPerson) -> None:
    lacking = missing_care(answers, person)
    if lacking:
        names = ", ".join(lacking)
        raise NotEnough(f"Soort, uren of prijs van de opvang is nog niet bekend: {names}.", CHILDREN)


def household_of(answers: Answers, person: KnownPerson, situation: MoneySituation) -> Household:
    """Work as it is now; without work the wage that is looked at, so that more hours can be named."""
    wage = situation.wage_now or look_of({}, answers, person, situation.day).wage
    return Household(
        situation.facts,
        situation.day,
        situation.hours_now or 0.0,
        wage,
        savings=known(answers, "geld_achter_de_hand"),
        essential_costs=living_costs(answers).needed,
        hours_that_fit=known(answers, "uren_die_passen"),
        care_shock_days=known(answers, "dagen_schok"),
        travel=situation.travel_now,
    )


def now_of(house: Household, stresses: Sequence[Stress], is_known: bool) -> MomentShown | None:
    """The same word for how it is before anything happens."""
    before = next((one.before for one in stresses if one.before), None)
    if before is None:
        return None
    now = moment(Month(), house, 0, before, before.disposable)
    return MomentShown(now.word if is_known else "", round(before.disposable))


def shown(offered: OfferedEvent, stress_of_event: Stress, answers: Answers, is_known: bool) -> EventShown:
    weeks = known(answers, f"{offered.id}_weeks")
    label = f"{offered.label}, {numbers.typed(weeks)} weken" if weeks else offered.label
    counts = stress_of_event.applies and not says_nothing_new(stress_of_event)
    left = [q for q in questions_of(offered.id) if answers.get(q.name) in (None, UNKNOWN)]
    return EventShown(
        offered,
        label,
        tightest(stress_of_event).word if counts and is_known else "",
        told(stress_of_event, is_known) if counts else nothing_changes(stress_of_event, bool(left)),
        together(
            moment_heads()[1:],
            [
                MomentShown(m.word if is_known else "", round(m.figures.disposable))
                for m in stress_of_event.moments
            ],
        ),
        figure_rows(stress_of_event),
        municipality_first(stress_of_event.event.helps),
        tuple(q.label.rstrip("?") for q in left),
        counts,
    )


def told(stress_of_event: Stress, is_known: bool) -> str:
    return story(stress_of_event) if is_known else change_story(stress_of_event)


def nothing_changes(stress_of_event: Stress, can_be_typed: bool) -> str:
    if can_be_typed and not stress_of_event.applies:
        return "Hier is nog niets uitgerekend: daar is eerst een bedrag of een aantal uren voor nodig."
    if not stress_of_event.event.computed:
        return "Wat dit verandert, wordt hier niet uitgerekend."
    return "Dit verandert nu niets aan deze bedragen."


def municipality_first(helps: Sequence[Help]) -> tuple[Help, ...]:
    return tuple(sorted(helps, key=lambda help_: help_.owner != MUNICIPALITY))


def test_of(situation: MoneySituation, data: Mapping[str, Any]) -> IndependenceTest | None:
    """Own work now beside the norm; None where there is no own work."""
    if not situation.hours_now:
        return None
    form = MoreForm({"voltijd": data.get("voltijd") or f"{FULL_TIME:g}"})
    full_time = float(form.cleaned_data.get("voltijd") or FULL_TIME) if form.is_valid() else FULL_TIME
    now = present(situation.facts, situation.day, situation.travel_now)
    return IndependenceTest(form, situation.hours_now, independence(now, situation.facts, full_time))
