"""An outcome as a page shows it: sentences, rows and bars, from the JSON of `veerkracht simulate`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _t

from veerkracht.words.numbers import euro
from veerkracht.words.simulation import millions, number, percent

PARTS = {
    "ontvangen_bijstand": "bijstand",
    "zorgtoeslag": "zorgtoeslag",
    "kindgebonden_budget": "kindgebonden budget",
    "huurtoeslag": "huurtoeslag",
    "kinderopvangtoeslag": "kinderopvangtoeslag",
    "kinderbijslag": "kinderbijslag",
    "inkomstenbelasting": "inkomstenbelasting",
}
WIDEST = 180
"""Of a bar to either side, in the units of the drawing."""
ZERO, HEIGHT = 400, 30
"""Where the difference is nothing, and the height of a row."""


@dataclass(frozen=True)
class GroupRow:
    """One kind of household: means a month, and a bar for the difference, to the left for a loss."""

    name: str
    sample: str
    before: str
    after: str
    difference: str
    noise: str
    width: int
    loses: bool
    left: int
    top: int


@dataclass(frozen=True, kw_only=True)
class OutcomePage:
    """Everything a page, a PDF and a sheet say."""

    sentence: str
    source: str
    status: str
    date: str
    leaves_out: tuple[str, ...]
    summary: tuple[str, ...]
    remarks: tuple[str, ...]
    assumptions: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    height: int
    costs: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    origin: str


def outcome_page(outcome: Mapping[str, Any]) -> OutcomePage:
    reform, found = outcome["reform"], outcome["indicators"]
    groups = group_rows([*found["by_kind"], *found["by_hours"]])
    return OutcomePage(
        sentence=reform["sentence"],
        source=reform["source"],
        status=reform["status"],
        date=reform["date"],
        leaves_out=tuple(reform["leaves_out"]),
        summary=tuple(outcome["summary"]),
        remarks=tuple(outcome["remarks"]),
        assumptions=tuple(outcome["assumptions"]),
        groups=groups,
        height=HEIGHT * len(groups),
        costs=costs_of(found["cost_per_year"]),
        facts=facts_of(found),
        origin=_t("%(n)s synthetische huishoudens, getal %(seed)s, cijfers %(figures)s; aanname: %(assumed)s")
        % {
            "n": f"{outcome['households']:,}".replace(",", "."),
            "seed": outcome["seed"],
            "figures": outcome["figures"],
            "assumed": ", ".join(outcome["assumed"]).replace("_", " "),
        },
    )


def group_rows(groups: list[Mapping[str, Any]]) -> tuple[GroupRow, ...]:
    differences = [group["after"] - group["before"] for group in groups]
    widest = max((abs(difference) for difference in differences), default=0.0) or 1.0
    return tuple(
        group_row(group, difference, round(WIDEST * abs(difference) / widest), HEIGHT * position)
        for position, (group, difference) in enumerate(zip(groups, differences, strict=True))
    )


def group_row(group: Mapping[str, Any], difference: float, width: int, top: int) -> GroupRow:
    return GroupRow(
        name=group["name"],
        sample=f"{group['sample']:,}".replace(",", "."),
        before=euro(group["before"]),
        after=euro(group["after"]),
        difference=euro(difference, cents=True),
        noise=euro(2 * group["standard_error"], cents=True),
        width=width,
        loses=difference < 0,
        left=ZERO - width if difference < 0 else ZERO,
        top=top,
    )


def costs_of(costs: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
    parts = [(label, millions(costs[name])) for name, label in PARTS.items() if abs(costs[name]) >= 50_000]
    return (*parts, (_t("alles samen"), millions(costs["alles samen"])))


def facts_of(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What stands beside the sentences, before and after."""
    later = found["reclaim_after_half_a_year"]
    facts = [
        (
            _t("zelfstandig, met de grens van de hervorming zelf"),
            percent(found["independent_by_its_own_threshold"]),
        ),
        (
            _t(
                "toeslag terug te betalen, als een uur extra een half jaar niet wordt doorgegeven (gemiddeld)"
            ),
            f"{euro(later[0])} → {euro(later[1])}",
        ),
    ]
    hours = found["hours_needed"]
    if hours[0] is not None and hours[1] is not None:
        needed = f"{number(hours[0])} → {number(hours[1])}"
        facts.append((_t("uren per week voor zelfstandigheid, wie in het midden zit"), needed))
    return tuple(facts)
