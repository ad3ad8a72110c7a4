"""The 70% test with its base on the table: what she earns herself beside the threshold of Statistics Netherlands,
beside what there is to spend, and beside what the same household has on bijstand."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.engine.explain import Step, explain

from .amounts import euros
from .situation import Facts, Scenario, on_bijstand

BASE = (
    "De grens van het CBS: 70 procent van het nettominimumloon, gelijk aan de bijstandsnorm voor één persoon, "
    "gemiddeld over het kalenderjaar. Het gaat om nettoloon uit eigen werk, met vakantiegeld, na belasting over "
    "het jaar. Toeslagen tellen niet mee."
)
OTHER_BASE = (
    "Een tweede grens, niet die van het CBS: 70 procent van het netto minimumloon "
    "bij een volle week van {hours} uur."
)


@dataclass(frozen=True)
class SecondNorm:
    """The figure at a chosen full working week; it has its own name and is never mixed with the first."""

    full_time_hours: float
    norm: float
    ratio: float
    base: str


@dataclass(frozen=True)
class Independence:
    """Own net income from work, the norm, and the two amounts that say whether it is a living."""

    own_income: float
    norm: float
    ratio: float
    reached: bool
    base: str
    disposable: float
    disposable_on_bijstand: float
    second: SecondNorm | None
    sentence: str
    steps: tuple[Step, ...]


def independence(situation: Scenario, facts: Facts, full_time_hours: float | None = None) -> Independence:
    """The test for one situation; `full_time_hours` (36, 38, 40) adds the second figure."""
    targets = (
        "netto_inkomen_uit_werk",
        "norm_economische_zelfstandigheid",
        "is_economisch_zelfstandig",
        "besteedbaar_inkomen",
    )
    answer = calculate(book(), situation.day, situation.values, targets)
    own, norm, reached, disposable = (answer.known[name] for name in targets)
    support = disposable_of(on_bijstand(facts, situation.day))
    wanted = {*targets[:3]}
    return Independence(
        float(own),
        float(norm),
        float(own / norm),
        bool(reached),
        BASE,
        float(disposable) - situation.travel,
        support,
        second_norm(situation, float(own), full_time_hours) if full_time_hours else None,
        sentence(float(own), float(norm), float(disposable) - situation.travel, support),
        tuple(step for step in explain(answer) if step.name in wanted),
    )


def disposable_of(situation: Scenario) -> float:
    found = calculate(book(), situation.day, situation.values, ("besteedbaar_inkomen",))
    return float(found.known["besteedbaar_inkomen"]) - situation.travel


def second_norm(situation: Scenario, own: float, hours: float) -> SecondNorm:
    values = {**situation.values, "voltijdsuren": float(hours)}
    norm = calculate(book(), situation.day, values, ("norm_bij_voltijdsuren",)).known["norm_bij_voltijdsuren"]
    return SecondNorm(hours, float(norm), own / float(norm), OTHER_BASE.format(hours=f"{hours:g}"))


def sentence(own: float, norm: float, disposable: float, support: float) -> str:
    """What the figures say, without a judgement about her."""
    where, gap = "boven" if own >= norm else "onder", abs(own - norm)
    apart = f"{euros(gap)} {where}" if round(gap) else "net " + ("op" if own >= norm else "onder")
    first = f"Uit je eigen werk komt netto {euros(own)} per maand. Dat is {apart} de grens van {euros(norm)}"
    more = disposable - support
    beside = "evenveel als" if abs(more) < 1 else f"{euros(abs(more))} {'meer' if more > 0 else 'minder'} dan"
    return f"{first}. Te besteden is {euros(disposable)} per maand: {beside} met alleen bijstand."
