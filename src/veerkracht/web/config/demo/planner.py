"""The weeks of the demo, through the planner's own actions. One file in `weeks/` for a login.

All tables may be left out; what is left out is counted with as usual and shown as not told yet:

    [[children]]              # name* (of the household), then what the form of a child keeps
    [[services]]              # id* (a name of your own, for the journeys), type*, name*, children* (names)
    [travel.fiets]            # minutes of each journey: "home-work" = 20, "home-kdv" = 8
    [limits] [course] [year]  # what those forms keep
    [[blocks]]                # what*, day*, start*, end*, weeks
    [[offers]]                # name*, sort*, days*, home*, wage, travel
    [plan_b.ziek]             # who, employer, others
    [view]                    # choice*, reason
    [check]                   # ground, payer, starts_in_days, ends_in_days, letter_days_ago
    [profile]                 # start_tolerance, phone_rule, holiday_rule, roster_rule: she makes it herself
    told_days_ago = 12
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import children_of, klantmanager_of
from veerkracht.web.planner import actions

from .clock import put_in_past

HERE = Path(__file__).parent / "weeks"
ONE = ("limits", "course", "year", "view")


def load_weeks(today: dt.date) -> None:
    """Every file of `weeks/`, in the order of its name."""
    for file in sorted(HERE.glob("*.toml")):
        case = Case.objects.filter(account__login=file.stem).first()
        if case is not None:
            _Loader(case, today, tomllib.loads(file.read_text())).load()


class _Loader:
    """One week; keys of children and services stand where the file has names."""

    def __init__(self, case: Case, today: dt.date, facts: dict[str, Any]) -> None:
        self.case, self.today, self.facts = case, today, facts
        who = klantmanager_of(case=case, day=today)
        assert who is not None, "every family of the demo has a klantmanager"
        self.by = Account.objects.get(pk=who.id)
        self.kids = {child.first_name: str(child.id) for child in children_of(case=case, day=today)}
        self.days_ago = facts.get("told_days_ago", 12)

    def load(self) -> None:
        for child in self.facts.get("children", []):
            self._tell("child", {k: v for k, v in child.items() if k != "name"}, self.kids[child["name"]])
        places = {one["id"]: self._service(one) for one in self.facts.get("services", [])}
        for mode, legs in self.facts.get("travel", {}).items():
            self._tell("travel", {_leg(leg, places): minutes for leg, minutes in legs.items()}, mode)
        for kind in ONE:
            if kind in self.facts:
                self._tell(kind, self.facts[kind])
        for key, plan in self.facts.get("plan_b", {}).items():
            self._tell("plan_b", {"who": "", "employer": "", "others": "", **plan}, key)
        for block in self.facts.get("blocks", []):
            self._add("block", {"weeks": "both", **block})
        for offer in self.facts.get("offers", []):
            travel = {places.get(place, place): minutes for place, minutes in offer.get("travel", {}).items()}
            self._add("offer", {"wage": None, **offer, "travel": travel})
        self._sheets()

    def _service(self, facts: dict[str, Any]) -> str:
        own_facts = {name: value for name, value in facts.items() if name != "id"}
        children = [self.kids[name] for name in facts["children"]]
        return str(self._add("service", {**own_facts, "children": children}).key)

    def _sheets(self) -> None:
        check = self.facts.get("check")
        if check:
            days = {
                "starts_on": check.get("starts_in_days"),
                "ends_on": check.get("ends_in_days"),
                "letter_on": -check["letter_days_ago"] if "letter_days_ago" in check else None,
            }
            dates = {n: None if d is None else self.today + dt.timedelta(days=d) for n, d in days.items()}
            answers = {"ground": check.get("ground", ""), "payer": check.get("payer", ""), **dates}
            actions.check_care(by=self.by, case=self.case, seen_version=0, **answers)
            put_in_past(self.days_ago, self.today)
        if "profile" in self.facts:
            actions.write_profile(
                by=self.case.account, case=self.case, seen_version=0, **self.facts["profile"]
            )
            put_in_past(self.days_ago, self.today)

    def _tell(self, kind: str, facts: dict[str, Any], key: str = "") -> None:
        actions.tell_part(by=self.by, case=self.case, kind=kind, key=key, seen_version=0, facts=facts)
        put_in_past(self.days_ago, self.today)

    def _add(self, kind: str, facts: dict[str, Any]) -> Any:
        part = actions.add_part(by=self.by, case=self.case, kind=kind, facts=facts)
        put_in_past(self.days_ago, self.today)
        return part


def _leg(leg: str, places: dict[str, str]) -> str:
    return "-".join(places.get(place, place) for place in leg.split("-"))
