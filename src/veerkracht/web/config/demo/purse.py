"""What the demo families told about money, through the purse's own actions. One file in `purses/` for a login.

A table for each part (`[wonen]`, `[werk]`, …) with the answers by the names of the questions; about a child
`[kinderen.Bram]`. `told_days_ago` is when it was told. Optional: `[[kept]]` (label, hours, days_ago), `[[doubts]]`
(quantity, words, days_ago, answer), `[[events]]` (kind, in_months, day, fields, days_ago; a child by its name) and
`[[slips]]` (months_ago, net, hours, days_ago).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.purse import actions, queries
from veerkracht.web.purse.domain.questions import PARTS
from veerkracht.web.purse.doubts.views import about_amount
from veerkracht.web.purse.models import Doubt
from veerkracht.web.purse.now.page import look_of, money_of
from veerkracht.web.purse.now.views import column_named
from veerkracht.web.purse.saved_sums.views import kept_values

from .clock import put_in_past

HERE = Path(__file__).parent / "purses"
AHEAD = ("leven", "paden", "keuze")
"""What could happen, the paths of later and her choice: kept as the answers of a part, asked on pages of their own."""


def load_purse(case: Case, klantmanager: Account, login: str, today: dt.date) -> None:
    """Everything in the file of this login; nothing where there is none."""
    file = HERE / f"{login}.toml"
    if not file.exists():
        return
    facts = tomllib.loads(file.read_text())
    days_ago = facts.pop("told_days_ago")
    for part in [name for name in (*PARTS, *AHEAD) if name in facts]:
        answers = _answers(case, facts[part])
        actions.tell(by=klantmanager, case=case, part=part, answers=answers, seen_version=1)
        put_in_past(days_ago, today)
    for saved_sum in facts.get("kept", []):
        _keep(case, klantmanager, saved_sum, today)
    for saved_sum in facts.get("doubts", []):
        _doubt(case, klantmanager, saved_sum, today)
    for saved_sum in facts.get("events", []):
        _event(case, klantmanager, saved_sum, today)
    for saved_sum in facts.get("slips", []):
        _slip(case, saved_sum, today)


def _event(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    """On the first of a month from now, or on another day of it."""
    keys = {child.first_name: str(child.pk) for child in case.household.children.all()}
    fields = {name: keys[value] if name == "child" else value for name, value in facts["fields"].items()}
    on = add_months(first_of(today), facts["in_months"]).replace(day=facts.get("day", 1))
    actions.note_event(by=klantmanager, case=case, on=on, kind=facts["kind"], fields=fields)
    put_in_past(facts["days_ago"], today)


def _slip(case: Case, facts: dict[str, Any], today: dt.date) -> None:
    month = add_months(first_of(today), -facts["months_ago"])
    hours = facts.get("hours")
    actions.note_slip(by=case.account, case=case, month=month, net=facts["net"], hours=hours)
    put_in_past(facts["days_ago"], today)


def _answers(case: Case, raw: dict[str, Any]) -> dict[str, Any]:
    """Numbers as the form makes them; what is about a child gets the child's own key."""
    keys = {child.first_name: child.pk for child in case.household.children.all()}
    answers: dict[str, Any] = {}
    for name, value in raw.items():
        if isinstance(value, dict):
            answers |= {f"{question}_{keys[name]}": _value(answer) for question, answer in value.items()}
        else:
            answers[name] = _value(value)
    return answers


def _value(answer: Any) -> Any:
    return answer if isinstance(answer, str | list) else float(answer)


def _keep(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    """A sum is kept; with `in_plan` it stands in the plan too."""
    day = today - dt.timedelta(days=facts["days_ago"])
    purse = queries.purse_of(case=case)
    looked_at = look_of({"uren_1": str(facts["hours"])}, purse.answers, purse.person, day)
    money = money_of(purse.answers, purse.person, looked_at, day)
    column = column_named(money, f"{facts['hours']:g}")
    saved_sum = actions.keep_scenario(
        by=klantmanager, case=case, label=facts["label"], **kept_values(money, column)
    )
    put_in_past(facts["days_ago"], today)
    if facts.get("in_plan"):
        plan_actions.add_sum(by=klantmanager, case=case, kept_id=saved_sum.pk)
        put_in_past(facts["days_ago"], today)


def _doubt(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    purse = queries.purse_of(case=case)
    money = money_of(purse.answers, purse.person, look_of({}, purse.answers, purse.person, today), today)
    amount = about_amount((column_named(money, "nu"),), facts["quantity"])
    written = actions.doubt(by=case.account, case=case, words=facts["words"], **amount)
    Doubt.objects.filter(pk=written.pk).update(written_on=today - dt.timedelta(days=facts["days_ago"]))
    put_in_past(facts["days_ago"], today)
    if "answer" in facts:
        actions.answer_doubt(
            by=klantmanager, case=case, doubt_id=written.pk, answer=facts["answer"], seen_version=1
        )
        put_in_past(facts["days_ago"] - 1, today)
