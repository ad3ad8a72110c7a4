"""One population before and after a reform: what is put in place first, so that the comparison is fair.

Before: the law of the day. After: the numbers and rules of the reform; wages at or below a new minimum wage follow it
where hours are known; a fact that a file brought and that a reformed rule would give is let go.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark
from veerkracht.law.engine.calculate import CannotCalculate, make_plan
from veerkracht.law.engine.parameters import MistakeInReform

from .households import Households
from .kernel import rules_needed
from .reforms.reading import MINIMUM_WAGE, PopulationReform, book_of
from .run import Amounts, Progress, amounts_of

HOURS_TO_YEAR = 52 * 1.08
"""From an hourly wage and hours a week to a fiscal wage a year, holiday allowance included."""
TARGETS = (
    "besteedbaar_inkomen",
    "ontvangen_bijstand",
    "zorgtoeslag",
    "kindgebonden_budget",
    "huurtoeslag",
    "kinderopvangtoeslag",
    "kinderbijslag",
    "inkomstenbelasting",
    "netto_inkomen_uit_werk",
    "norm_economische_zelfstandigheid",
    "bijstand",
    "bijstandsnorm",
    "vrijlating",
    "vrijlating_regeling",
    "netto_loon_per_maand",
    "toetsingsinkomen",
)
"""What the indicators need; one kernel serves them all."""
EXEMPTIONS = ("participatiewet.vrijlating_", "participatiewet.artikel_34a")


@dataclass(frozen=True, kw_only=True)
class ReformComparison:
    """Amounts of the same households before and after; `remarks` say what was put in place."""

    households: Households
    reformed: Households
    before: Amounts
    after: Amounts
    remarks: tuple[Remark, ...]


def compare(
    households: Households,
    day: dt.date,
    reform: PopulationReform | None,
    targets: tuple[str, ...] = TARGETS,
    threads: int = 1,
    progress: Progress | None = None,
) -> ReformComparison:
    """Every household before and after."""
    before = amounts_of(households, book_of(None), day, targets, None, threads, progress)
    if reform is None:
        return ReformComparison(
            households=households, reformed=households, before=before, after=before, remarks=()
        )
    reformed, remarks = put_in_place(households, day, reform)
    after = amounts_of(reformed, book_of(reform), day, targets, reform.on(day), threads, progress)
    return ReformComparison(
        households=households, reformed=reformed, before=before, after=after, remarks=remarks
    )


def refuse_without_law(day: dt.date) -> None:
    """Refuse a day of which the law is not known yet; a reform of a later year is reckoned on the law of today.

    Raises:
        CannotCalculate: the day, the number that is missing, and what to do.
    """
    _, _, parameters = rules_needed(book_of(None), day, TARGETS)
    in_force = book_of(None).values(day, None)
    for key in parameters:
        if key not in in_force:
            raise CannotCalculate(problem("no_law_yet", key, day=day))


def put_in_place(
    households: Households, day: dt.date, reform: PopulationReform
) -> tuple[Households, tuple[Remark, ...]]:
    """The households as the reform finds them, with a remark for each thing that was changed."""
    remarks = []
    if reform.wages_follow:
        households, risen = with_wages_that_follow(households, reform)
        remarks.append(risen)
    for name in sorted(households.brought):
        if name in households.facts and depends_on(name, day, reform):
            column = np.where(households.brought[name], np.nan, households.facts[name])
            households = households.with_facts({name: column})
            remarks.append(remark("fact_let_go", name=name, households=int(households.brought[name].sum())))
    return households, tuple(remarks)


def with_wages_that_follow(households: Households, reform: PopulationReform) -> tuple[Households, Remark]:
    """Wages at or below the new minimum wage rise to it."""
    new = dict(reform.numbers.values)[MINIMUM_WAGE]
    wage = households.fact("loon")
    works = wage > 0
    if np.isnan(households.hours[works]).any():
        raise MistakeInReform(problem("reform_needs_hours"))
    lowest = float(new) * households.hours * HOURS_TO_YEAR if isinstance(new, float) else wage
    rises = works & (wage < lowest)
    followed = households.with_facts({"loon": np.where(rises, lowest, wage)})
    return followed, remark("wages_follow", risen=int(rises.sum()), working=int(works.sum()))


def depends_on(name: str, day: dt.date, reform: PopulationReform) -> bool:
    """Whether a quantity would come out differently under the reform."""
    changed, rules = reform.changed(), book_of(reform)
    facts = frozenset(rules.facts)
    try:
        plan = make_plan(rules, day, (name,), facts)
    except CannotCalculate:
        return False
    return bool(changed & set(plan.parameters))


def is_about_exemptions(reform: PopulationReform | None) -> bool:
    """Whether a reform changes for how long or how much of a wage may be kept: then one month says too little."""
    return reform is not None and any(key.startswith(EXEMPTIONS) for key in reform.changed())
