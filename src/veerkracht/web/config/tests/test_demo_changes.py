"""For the families of the demo: hours and euros on the page are those of the law and the week, called by themselves.

Nothing of the levers' own arithmetic is used here: each change is made in the input of the week and of the law, by
`by_hand`, and both are computed once more. The page shows whole euros.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from itertools import product
from typing import Any

import pytest
from django.utils import timezone

from veerkracht.commands.tests.by_hand import TARGETS, Once, changed, outside_the_law, with_work
from veerkracht.law.answer import answer_for
from veerkracht.law.catalogue import book
from veerkracht.money.situation import law_day
from veerkracht.web.config.demo.load import load_once
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.planner.domain.family import family_json
from veerkracht.web.planner.domain.saved_week import SavedWeek
from veerkracht.web.planner.domain.week_answer import week_answer
from veerkracht.web.planner.queries import week_of
from veerkracht.web.purse.domain.situation import known, minimum_wage, situation_of
from veerkracht.web.purse.queries import purse_of
from veerkracht.week.answer import WeekAnswer
from veerkracht.week.reading import read_family
from veerkracht.week.solver import solve
from veerkracht.week.unknown import bounds

Raw = dict[str, Any]
LOGINS = (
    "samira",
    "denise",
    "mirjam",
    "kelly",
    "nadia",
    "wendy",
    "marlon",
    "roos",
    "astrid",
    "sanne",
    "tessa",
)
CHANGE = re.compile(
    r'data-change="(?P<id>[^"]+)".*?week-lever__more">(?P<more>[^<]*)'
    r'(?:<span class="week-lever__euros">(?P<euros>[^<]*))?',
    re.DOTALL,
)


def shown_on(page: str) -> dict[str, tuple[float, float | None]]:
    """Hours and euros of each change as a reader sees them."""
    found = {}
    for one in CHANGE.finditer(page):
        hours = re.search(r"([\d,]+) (?:uur|minuten)", one["more"])
        minutes = "minuten" in one["more"]
        worth = float(hours[1].replace(",", ".")) / (60 if minutes else 1) if hours else 0.0
        found[html.unescape(one["id"])] = worth, euros_in(html.unescape(one["euros"] or ""))
    return found


def euros_in(text: str) -> float | None:
    amount = re.search(r"([+−]) € ([\d.]+) per maand", text)
    if amount is None:
        return 0.0 if "gelijk" in text else None
    return float(amount[2].replace(".", "")) * (-1 if amount[1] == "−" else 1)


def input_of(told: SavedWeek) -> Raw:
    """The input of the week the page looked at: what is unknown at its worst."""
    raw = family_json(told)
    ends = bounds(raw)
    return raw if ends is None else ends.worst


def hours_of(raw: Raw, kind: str) -> tuple[float, int]:
    week = solve(read_family(raw), kind)
    return (week.paid / 60, week.work_days) if week else (0.0, 0)


class Scratch:
    """One family once more: the week from its input, the law from the facts."""

    def __init__(
        self, told: SavedWeek, found: WeekAnswer, kind: str, facts: Raw, wage: float, day: dt.date
    ) -> None:
        self.kind, self.facts, self.wage, self.day = kind, facts, wage, day
        self.raw = input_of(told)
        self.school = found.weeks["school"].paid / 60

    def situation(self, raw: Raw, facts: Raw, wage: float) -> Once:
        hours, work_days = hours_of(raw, self.kind)
        known_ = with_work(facts, raw, self.paid_over(raw, hours), wage)
        answer, _household, _missing = answer_for(book(), self.day, known_, tuple(TARGETS.split(",")))
        return Once(hours, work_days, dict(answer.amounts))

    def paid_over(self, raw: Raw, hours: float) -> float:
        """The hours that are paid all year: a holiday week counts for the holiday weeks that are worked."""
        if self.kind == "school":
            return hours
        weeks = 12 - raw["year"]["leave_weeks"] - raw["year"]["other_parent_weeks"]
        return (self.school * (52 - weeks) + hours * weeks) / 52

    def worth(self, change: str) -> tuple[float, float]:
        now = self.situation(self.raw, self.facts, self.wage)
        given = self.raw, self.facts, self.wage
        for one in change.split(" + "):
            given = changed(one, *given)
        after = self.situation(*given)
        euros = after.amounts["besteedbaar_inkomen"] - now.amounts["besteedbaar_inkomen"]
        if change == "travel_allowance":  # two euros a work day, in the weeks that are worked
            return 0.0, 2 * now.work_days * (52 - self.raw["year"]["leave_weeks"]) / 12
        return after.hours - now.hours, euros + outside_the_law(change, now)


def scratch_of(case: Case, kind: str) -> Scratch:
    today = timezone.localdate()
    told, purse = week_of(case=case, account=case.account, day=today).saved, purse_of(case=case)
    facts = situation_of(purse.answers, purse.person, today).facts
    bare = ("opvangsoort", "opvanguren", "uurtarief")
    facts["kinderen"] = [{k: v for k, v in child.items() if k not in bare} for child in facts["kinderen"]]
    wage = known(purse.answers, "uurloon_straks") or known(purse.answers, "uurloon")
    return Scratch(
        told, week_answer(told, kind), kind, facts, float(wage or minimum_wage(today, 21)), law_day(today)
    )


def test_ten_families_of_the_demo_have_the_hours_and_euros_of_a_recomputation(as_, db):
    assert load_once()
    with_euros: set[str] = set()
    seen = 0
    for login, kind in product(LOGINS, ("school", "holiday")):
        case = Case.objects.get(account__login=login)
        client = as_(Account.objects.get(pk=klantmanager_of(case=case, day=timezone.localdate()).id))
        week = "vakantie" if kind == "holiday" else "school"
        shown = shown_on(client.get(f"/mensen/{case.public_id}/week/?week={week}").content.decode())
        scratch = scratch_of(case, kind) if shown else None
        for change, (hours, euros) in shown.items():
            expected = scratch.worth(change)
            assert hours == pytest.approx(expected[0], abs=0.006), (login, kind, change)
            assert euros is not None, f"{login}, {kind}: {change} has no euros"
            assert euros == pytest.approx(expected[1], abs=0.51), (login, kind, change)
            seen, with_euros = seen + 1, with_euros | {login}
    assert len(with_euros) >= 10, with_euros
    assert seen > 50
