"""Synthetic households as the law book takes them: the facts of one as JSON, and the prepared columns of all.

The book's own reader prepares one household of each kind; what followed there follows for all of that kind.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

from veerkracht.law.catalogue import book
from veerkracht.law.choices import CHOICES
from veerkracht.law.facts import COLUMNS
from veerkracht.law.prepare import prepare

from ..households import Households, Numbers, Positions
from .draw import SyntheticHouseholds
from .marginals import targets

CARE = (None, "dagopvang", "bso")
RATES = np.array([0.0, 11.6, 10.2])
"""EUR an hour that is asked for each kind: assumption."""
CLAIMS = (
    "heeft_partner",
    "is_medisch_urenbeperkt",
    "werk_helpt_uitstroom",
    "overig_inkomen_is_belast",
    "heeft_recht_op_kinderopvangtoeslag",
)
WORD = {number: word for word, number in CHOICES["loonheffingskorting_bij"].items()}


def as_facts(synthetic: SyntheticHouseholds, position: int) -> dict[str, Any]:
    """One invented household in the form of `veerkracht calculate`."""
    facts: dict[str, Any] = {name: float(column[position]) for name, column in synthetic.facts.items()}
    facts |= {name: bool(facts[name]) for name in CLAIMS}
    facts["loonheffingskorting_bij"] = WORD[facts["loonheffingskorting_bij"]]
    if not facts["overig_netto_inkomen"]:
        del facts["overig_netto_inkomen"], facts["overig_inkomen_is_belast"]
    children = range(synthetic.offsets[position], synthetic.offsets[position + 1])
    facts["kinderen"] = [child_as_facts(synthetic, row) for row in children]
    return facts


def child_as_facts(synthetic: SyntheticHouseholds, row: int) -> dict[str, Any]:
    child: dict[str, Any] = {"geboortedatum": str(synthetic.born[row])}
    kind = int(synthetic.care_kind[row])
    if kind:
        child |= {"opvangsoort": CARE[kind], "opvanguren": float(synthetic.care_hours[row])}
        child["uurtarief"] = float(RATES[kind])
    return child


def prepared(synthetic: SyntheticHouseholds) -> Households:
    """All of them as columns, each weighing as many households as it stands for in the country."""
    size = len(synthetic)
    first, kind_of = kinds_of(synthetic)
    own = {**synthetic.facts, "peildatum": np.full(size, float(synthetic.day.toordinal()))}
    examples = [prepare(book(), synthetic.day, as_facts(synthetic, int(at))).values for at in first]
    names = dict.fromkeys(name for values in examples for name in values if name not in COLUMNS)
    facts = {}
    for name in names:
        follows = np.array([float(values.get(name, np.nan)) for values in examples])[kind_of]
        facts[name] = np.where(np.isnan(follows), np.nan, own[name]) if name in own else follows
    everyone = float(next(iter(targets().values())).sum())
    return Households(
        facts=facts,
        children=children_of(synthetic),
        offsets=synthetic.offsets,
        weight=np.full(size, everyone / size),
        hours=synthetic.hours,
    )


def kinds_of(synthetic: SyntheticHouseholds) -> tuple[Positions, Positions]:
    """One household of each kind between which the reader can tell a difference, and who is of which kind."""
    facts = synthetic.facts
    cared = np.concatenate([[0], np.cumsum(synthetic.care_hours > 0)])
    uses = cared[synthetic.offsets[1:]] > cared[synthetic.offsets[:-1]]
    traits = np.array(
        [
            facts["loon"] > 0,
            facts["maanden_bijstand"] > 0,
            facts["overig_netto_inkomen"] > 0,
            facts["overig_inkomen_is_belast"] > 0,
            facts["heeft_recht_op_kinderopvangtoeslag"] > 0,
            facts["leeftijd_ouder"] < 21,
            facts["vermogen"] > 0,
            uses,
        ]
    )
    _, first, kind_of = np.unique(traits, axis=1, return_index=True, return_inverse=True)
    return first, kind_of.ravel()


def children_of(synthetic: SyntheticHouseholds) -> dict[str, Numbers]:
    day = synthetic.day
    month = day.replace(day=1)
    quarter = month.replace(month=3 * ((day.month - 1) // 3) + 1)
    return {
        "leeftijd_kind": ages_on(synthetic, day),
        "leeftijd_kind_eind_vorige_maand": ages_on(synthetic, month - dt.timedelta(days=1), unborn=True),
        "leeftijd_kind_begin_kwartaal": ages_on(synthetic, quarter, unborn=True),
        "leeftijd_kind_op_1_januari": ages_on(synthetic, day.replace(month=1, day=1)),
        "opvangsoort": synthetic.care_kind.astype(float),
        "opvanguren": synthetic.care_hours,
        "uurtarief": RATES[synthetic.care_kind],
        "inkomen_kind": np.zeros(len(synthetic.born)),
    }


def ages_on(synthetic: SyntheticHouseholds, day: dt.date, unborn: bool = False) -> Numbers:
    """Full years on a day; with `unborn` a child born later has an age of -1, as in law/values.py."""
    born = synthetic.born
    years = born.astype("datetime64[Y]").astype(int) + 1970
    months = born.astype("datetime64[M]").astype(int) % 12 + 1
    days = (born - born.astype("datetime64[M]")).astype(int) + 1
    birthday_comes = (months > day.month) | ((months == day.month) & (days > day.day))
    ages = np.maximum(0, day.year - years - birthday_comes).astype(float)
    return np.where(born > np.datetime64(day), -1.0, ages) if unborn else ages
