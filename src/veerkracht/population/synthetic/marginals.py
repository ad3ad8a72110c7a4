"""The table of cells that meets all the public figures the synthetic households are laid on."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from ..households import Numbers
from .figures import figure, figures

AXES: dict[str, tuple[str, ...]] = {
    "bijstand": ("geen", "bijstand"),
    "youngest": ("0-3", "4-5", "6-11", "12-17"),
    "children": ("1", "2", "3", "4"),
    "hours": ("0", "1-11", "12-19", "20-27", "28-34", "35+"),
    "housing": ("corporatie", "particulier", "koop"),
    "education": ("laag", "midden", "hoog"),
    "municipality": ("G4", "100k+", "50-100k", "<50k"),
    "debts": ("nee", "ja"),
}
AXIS = {name: position for position, name in enumerate(AXES)}
SHAPE = tuple(len(categories) for categories in AXES.values())
UP_TO_THREE, FOUR_OR_MORE = 0.74, 0.26
"""Assumption: how three or more children split."""
BELOW_FOUR, FEWER_SIBLINGS = 0.55, np.array([1.12, 0.95, 0.82, 0.82])
"""Assumptions: how many of the youngest under six are under four, and that those have fewer siblings."""
Target = tuple[str, str]


def shares(section: str, name: str, categories: tuple[str, ...]) -> Numbers:
    values = figure(section, name)
    return np.array([values[category] for category in categories], float)


def four_sizes(values: Mapping[str, float]) -> Numbers:
    """One, two, three, four or more children, from one, two, three or more."""
    more = values["3+"]
    return np.array([values["1"], values["2"], UP_TO_THREE * more, FOUR_OR_MORE * more], float)


def youngest_by_children() -> Numbers:
    """Households by the age of the youngest child and the number of children."""
    below_six = four_sizes(figure("anchors", "youngest_0_5_by_children"))
    below_four = below_six * BELOW_FOUR * FEWER_SIBLINGS
    below_four *= figure("anchors", "youngest_0_5") * BELOW_FOUR / below_four.sum()
    older = four_sizes(figure("anchors", "youngest_6_11_by_children")) * figure("anchors", "youngest_6_11")
    oldest = four_sizes(figure("anchors", "youngest_12_17_by_minors")) * figure("anchors", "youngest_12_17")
    return np.array([below_four, below_six - below_four, older, oldest])


def hours_with_and_without() -> tuple[Numbers, Numbers]:
    """Shares of weekly hours, without bijstand and with it."""
    works, beside = figure("everyone_else", "works"), figure("bijstand", "part_time_single_parent")
    without = np.r_[1 - works, works * shares("everyone_else", "hours_of_workers", AXES["hours"][1:])]
    few = shares("bijstand", "part_time_hours", AXES["hours"][1:4])
    withs = np.r_[1 - beside, beside * few, 1e-6, 1e-6]
    return without, withs / withs.sum()


@lru_cache(maxsize=1)
def targets() -> Mapping[Target, Numbers]:
    """Numbers of households by two properties at once, in the country."""
    both = youngest_by_children()
    everyone, on_bijstand = both.sum(), figure("bijstand", "single_parent_benefits_now")

    def split(of_all: Numbers, of_bijstand: Numbers) -> Numbers:
        rest = of_all * everyone - of_bijstand * on_bijstand
        if (rest <= 0).any():
            raise RuntimeError(f"these figures contradict each other: {rest}")
        return np.array([rest, of_bijstand * on_bijstand])

    debts = (figure("everyone", "problem_debts"), figure("bijstand", "problem_debts"))
    without, withs = hours_with_and_without()
    found = {
        ("youngest", "children"): both,
        ("bijstand", "youngest"): split(
            both.sum(1) / everyone, shares("bijstand", "youngest_child_bands", AXES["youngest"])
        ),
        ("bijstand", "children"): split(both.sum(0) / everyone, four_sizes(figure("bijstand", "children"))),
        ("bijstand", "hours"): np.array([without * (everyone - on_bijstand), withs * on_bijstand]),
        ("bijstand", "debts"): split(*(np.array([1 - share, share]) for share in debts)),
    }
    for axis, name in (("housing", "housing"), ("education", "education"), ("municipality", "muni_class")):
        of_all, of_bijstand = (shares(group, name, AXES[axis]) for group in ("everyone", "bijstand"))
        found[("bijstand", axis)] = split(of_all, of_bijstand)
    return found


def others(names: tuple[str, ...]) -> tuple[int, ...]:
    """The axes to sum over to keep these."""
    return tuple(position for name, position in AXIS.items() if name not in names)


def spread(table: Numbers, names: tuple[str, ...]) -> Numbers:
    """A small table laid along its axes of the whole one."""
    shape = [len(AXES[name]) if name in names else 1 for name in AXES]
    turned = table if list(names) == sorted(names, key=AXIS.__getitem__) else table.T
    return turned.reshape(shape)


@lru_cache(maxsize=1)
def cells() -> Numbers:
    """Shares of all combinations: the assumed odds, raked until every target is met."""
    table = np.ones(SHAPE)
    for odds in figures()["odds"]:
        table = table * spread(np.array(odds["times"], float), tuple(odds["of"]))
    everyone = next(iter(targets().values())).sum()
    for _ in itertools.repeat(None, 200):
        worst = 0.0
        for names, goal in targets().items():
            now = table.sum(axis=others(names))
            worst = max(worst, float(np.abs(now - goal).max()) / everyone)
            table = table * spread(np.divide(goal, now, out=np.zeros_like(goal), where=now > 0), names)
        if worst < 1e-10:
            break
    return np.asarray(table / table.sum())
