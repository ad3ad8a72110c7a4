"""What a newer statement on one page overtakes of what the other page said about the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from veerkracht.household.unknown import NOT_ASKED, known

from . import childcare
from .offered_job import BLOCKS, WAGE

CARE, JOB = "cares.", "jobs."
MONEY_CARE = "money.children.{child}.care."
MONEY_WAGE, MONEY_HOURS = "money.offer.wage_per_hour", "money.offer.hours_per_week"
_TIMES = {childcare.SCHOOL_DAYS, childcare.HOLIDAY_DAYS, childcare.HOURS_A_DAY}


@dataclass(frozen=True)
class Absorbed:
    """What stays beside the week, by path, and the roots that go."""

    kept: Mapping[str, Any]
    gone: tuple[str, ...]


class Facts(Protocol):
    """What was said, by path."""

    def value(self, path: str) -> Any: ...

    def has(self, path: str) -> bool: ...

    def groups(self, root: str) -> dict[str, dict[str, Any]]: ...


def overtaken_by_week(saved: Facts, values: Mapping[str, Any]) -> dict[str, Any]:
    """Paths that the page of money filled and that these changes of the week replace: not asked any more.

    What the week says for the first time replaces nothing: where the two differ, both stay, to be asked about.
    """
    changed = {path for path, value in values.items() if saved.has(path) and saved.value(path) != value}
    gone: set[str] = set()
    for path in changed:
        root, _dot, rest = path.partition(".")
        key, _dot, name = rest.partition(".")
        if root == "cares":
            gone |= _by_care(saved, key, name, values)
        elif root == "jobs":
            gone |= {MONEY_WAGE} if name == WAGE else {MONEY_HOURS} if name == BLOCKS else set()
    return {path: NOT_ASKED for path in gone if saved.has(path) and path not in values}


def absorbed_by_week(saved: Facts, key: str, values: Mapping[str, Any]) -> Absorbed:
    """A care that is new in the week, and the same care as the page of money said it without days: they are one.

    Gives what stays beside the week for each child, and the cares that go.
    """
    new = {name: values.get(f"{CARE}{key}.{name}", NOT_ASKED) for name in (childcare.KIND, "children")}
    remaining: dict[str, Any] = {}
    gone: list[str] = []
    for other, care in saved.groups(CARE).items():
        children = known(care.get("children", NOT_ASKED)) or []
        same_kind = childcare.PAID.get(str(care.get(childcare.KIND))) == childcare.PAID.get(
            new[childcare.KIND]
        )
        no_days = care.get(childcare.SCHOOL_DAYS, 0) == NOT_ASKED
        if other == key or not (same_kind and no_days and set(children) <= set(known(new["children"]) or ())):
            continue
        gone.append(f"{CARE}{other}.")
        for child in children:
            for aspect in (childcare.HOURS, childcare.PRICE):
                remaining[MONEY_CARE.format(child=child) + aspect] = care.get(aspect, NOT_ASKED)
    return Absorbed(remaining, tuple(gone))


def _by_care(saved: Facts, key: str, name: str, values: Mapping[str, Any]) -> set[str]:
    """A change of days takes the hours a month away, of this care and of each of its children."""
    here = f"{CARE}{key}."
    children = known(values.get(f"{here}children", saved.value(f"{here}children"))) or ()
    aspects = {childcare.HOURS} if name in _TIMES else {childcare.PRICE} if name == childcare.PRICE else set()
    if name in (childcare.KIND, "children"):
        aspects = {childcare.KIND, childcare.HOURS, childcare.PRICE}
    gone = {MONEY_CARE.format(child=child) + aspect for child in children for aspect in aspects}
    return gone | ({here + childcare.HOURS} if name in _TIMES else set())
