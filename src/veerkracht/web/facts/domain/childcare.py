"""Childcare as the week knows it and as money asks for it: one of them is said, the other follows.

A care has `kind, children, contract_days.school, contract_days.holiday, hours_per_day, hours_per_month,
euros_per_hour, state`; money asks for each child its kind, its hours a month and the price of an hour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.unknown import NOT_ASKED, Amount, Unknown, known

CareFacts = Mapping[str, Any]
# What the law calls each kind of paid care (Wko art. 1.1: care before school and in holidays is buitenschoolse opvang).
PAID = {
    "dagopvang": "dagopvang",
    "gastouder": "gastouder",
    "bso": "bso",
    "voorschoolse_opvang": "bso",
    "vakantieopvang": "bso",
}
NO_CARE = "geen"
SCHOOL_WEEKS, HOLIDAY_WEEKS, MONTHS = 40, 12, 12
KIND, HOURS, PRICE = "kind", "hours_per_month", "euros_per_hour"
SCHOOL_DAYS, HOLIDAY_DAYS, HOURS_A_DAY = "contract_days.school", "contract_days.holiday", "hours_per_day"
# Care after school is not asked about holidays: not said is none there.
DAYS_AND_HOURS: tuple[tuple[str, Any], ...] = (
    (SCHOOL_DAYS, NOT_ASKED),
    (HOLIDAY_DAYS, 0),
    (HOURS_A_DAY, NOT_ASKED),
)


@dataclass(frozen=True, kw_only=True)
class MoneyCare:
    """The care of one child as money asks for it."""

    kind: str | Unknown = NOT_ASKED
    hours_per_month: Amount = NOT_ASKED
    euros_per_hour: Amount = NOT_ASKED


def hours_from_days(care: CareFacts) -> float | None:
    """Hours a month from the days of the contract; None where days or hours a day are not known."""
    school, holiday, hours = (known(care.get(name, default)) for name, default in DAYS_AND_HOURS)
    if school is None or holiday is None or hours is None:
        return None
    weeks = float(school) * SCHOOL_WEEKS + float(holiday) * HOLIDAY_WEEKS
    return round(float(hours) * weeks / MONTHS, 2)


def hours_of(care: CareFacts) -> float | None:
    """Hours a month: as said, else from the days."""
    stated = known(care.get(HOURS, NOT_ASKED))
    return hours_from_days(care) if stated is None else stated


def paid_cares(child: str, cares: Mapping[str, CareFacts]) -> dict[str, CareFacts]:
    """The care of this child that is agreed, costs money and takes time now, by its key."""
    return {
        key: care
        for key, care in cares.items()
        if child in (known(care.get("children", NOT_ASKED)) or ())
        and care.get(KIND) in PAID
        and care.get("state", "agreed") in ("agreed", NOT_ASKED)
        and hours_of(care) != 0
    }


def as_money_asks(child: str, cares: Mapping[str, CareFacts]) -> MoneyCare | None:
    """The care of a child in one line: the hours together, and the price that makes the same bill. None: no care."""
    own = list(paid_cares(child, cares).values())
    if not own:
        return None
    hours, prices = [hours_of(care) for care in own], [known(care.get(PRICE, NOT_ASKED)) for care in own]
    together = _together(hours)
    price = prices[0] if len(set(prices)) == 1 else None
    if price is None and None not in prices and together:
        price = round(sum((h or 0) * (p or 0) for h, p in zip(hours, prices, strict=True)) / together, 4)
    return MoneyCare(
        kind=PAID[own[0][KIND]],
        hours_per_month=NOT_ASKED if together is None else together,
        euros_per_hour=NOT_ASKED if price is None else price,
    )


def hours_with_offer(
    child: str, cares: Mapping[str, CareFacts], offered_days: Mapping[str, Any]
) -> float | None:
    """Hours a month of this child with the work that was offered; None where no care says other days for it.

    `offered_days`: days a week in school weeks by the key of the care.
    """
    with_offer = {
        key: {**care, SCHOOL_DAYS: offered_days[key], HOURS: NOT_ASKED} if key in offered_days else care
        for key, care in cares.items()
    }
    own = paid_cares(child, with_offer)
    if not own.keys() & offered_days.keys():
        return None
    return _together([hours_of(care) for care in own.values()])


def _together(hours: Sequence[float | None]) -> float | None:
    """All of them; None where one is not known."""
    return None if None in hours else round(sum(each or 0 for each in hours), 2)


@dataclass(frozen=True)
class Followed:
    """What a change on the page of money does to the week: fields by care, and what could not be put there."""

    cares: Mapping[str, Mapping[str, Any]]
    left: Mapping[str, Mapping[str, Any]]


def follow(
    cares: Mapping[str, CareFacts], changed: Mapping[str, Mapping[str, Any]], new_key: Callable[[], str]
) -> Followed:
    """Carry what was changed for each child (`kind`, `hours_per_month`, `euros_per_hour`) into the cares.

    A care of several children that no longer say the same is split. "No care", "not known" and a child with several
    cares stay beside the week as they were said, to be asked about.
    """
    followed: dict[str, dict[str, Any]] = {}
    left: dict[str, Mapping[str, Any]] = {}
    for children, change in _alike(cares, changed):
        keys = {key for child in children for key in paid_cares(child, cares)}
        kind = change.get(KIND)
        if isinstance(kind, Unknown) or kind == NO_CARE or len(keys) > 1 or (not keys and kind is None):
            left |= dict.fromkeys(children, change)
        elif not keys:
            followed[new_key()] = {"children": list(children), **change, **_days_to_ask(str(kind))}
        else:
            followed |= _change_one(next(iter(keys)), cares, children, change, new_key)
    return Followed(followed, left)


def _days_to_ask(kind: str) -> dict[str, Any]:
    """On which days nobody asked yet: the week does not take that for none."""
    return dict.fromkeys((SCHOOL_DAYS,) if kind == "bso" else (SCHOOL_DAYS, HOLIDAY_DAYS), NOT_ASKED)


def _alike(
    cares: Mapping[str, CareFacts], changed: Mapping[str, Mapping[str, Any]]
) -> Iterable[tuple[list[str], Mapping[str, Any]]]:
    """Children with the same change and the same cares together, so that one care stays one."""
    groups: list[tuple[list[str], Mapping[str, Any], set[str]]] = []
    for child, change in changed.items():
        own = set(paid_cares(child, cares))
        for children, same, keys in groups:
            if same == change and keys == own:
                children.append(child)
                break
        else:
            groups.append(([child], change, own))
    return [(children, change) for children, change, _keys in groups]


def _change_one(
    key: str,
    cares: Mapping[str, CareFacts],
    children: list[str],
    change: Mapping[str, Any],
    new_key: Callable[[], str],
) -> dict[str, dict[str, Any]]:
    care = cares[key]
    fields = {**change, **(_hours(care, change[HOURS]) if HOURS in change else {})}
    others = [child for child in known(care["children"]) or () if child not in children]
    if not others:
        return {key: fields}
    return {key: {"children": others}, new_key(): {**care, "children": children, **fields}}


def _hours(care: CareFacts, hours: Any) -> dict[str, Any]:
    """Whole days of the contract where the hours a month are exactly that; else the hours as they were said."""
    holiday, a_day = known(care.get(HOLIDAY_DAYS, 0)), known(care.get(HOURS_A_DAY, NOT_ASKED))
    if not isinstance(hours, Unknown) and holiday is not None and a_day:
        days = (hours * MONTHS / a_day - holiday * HOLIDAY_WEEKS) / SCHOOL_WEEKS
        if 1 <= round(days) <= 5 and abs(days - round(days)) < 0.01:
            return {SCHOOL_DAYS: round(days), HOURS: NOT_ASKED}
    return {HOURS: hours}
