"""What each event does to the household, and what cannot follow on what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from veerkracht.household.problem import problem
from veerkracht.law.other_income import incomes_of
from veerkracht.law.prepare import MistakeInFacts

from ..situation import WEEKS_A_MONTH
from .birthdays import OWN_BIRTHDAY
from .events import Event, MistakeInEvents
from .other_income import WW, WwRight
from .settings import Debt, FixedCost
from .timeline import Child, Job, State, Timeline

CARE = ("opvangsoort", "opvanguren", "uurtarief")


def timeline(first: State, events: Sequence[Event]) -> Timeline:
    """Each event changes the state before it, or says why it cannot."""
    states = [first]
    for event in events:
        states.append(APPLY[event.kind](states[-1], event))
    return Timeline(tuple(states), tuple(events))


def impossible(event: Event, code: str, **values: object) -> MistakeInEvents:
    """The event cannot follow on what there is: the code says why."""
    return MistakeInEvents(problem(code, event.kind, day=event.on, **values))


def job_starts(state: State, event: Event) -> State:
    if state.job:
        raise impossible(event, "work_already")
    return state.with_job(event, job_from(event, None))


def hours_change(state: State, event: Event) -> State:
    if not state.job:
        raise impossible(event, "no_work_yet")
    if "hours" not in event.data and state.job.hourly_wage is None:
        if set(event.data) & {"hourly_wage"}:
            raise impossible(event, "new_wage_without_hours")
    elif "hourly_wage" not in event.data and state.job.hourly_wage is None:
        raise impossible(event, "hourly_wage_not_known")
    job = job_from(event, state.job)
    if job.gross > 0:
        return state.with_job(event, job)
    return state.with_job(event, job, event.on if state.job.gross > 0 else state.job_ended_on)


def job_from(event: Event, old: Job | None) -> Job:
    """The job after the event; what it does not name stays as it was."""
    data = event.data
    hourly = data.get("hourly_wage", old.hourly_wage if old else None)
    gross = old.gross if old else 0.0
    if "hours" in data:
        gross = data["hours"] * (hourly or 0.0) * WEEKS_A_MONTH
    elif "hourly_wage" in data and old and old.hourly_wage:
        gross = old.gross * data["hourly_wage"] / old.hourly_wage
    pay_day, four = (old.pay_day, old.first_pay_on) if old else (None, None)
    if "pay_day" in data or data.get("pay") == "monthly":
        pay_day, four = data.get("pay_day", pay_day), None
    if "first_pay_on" in data:
        pay_day, four = None, data["first_pay_on"]
    next_month = old.pays_next_month if old else False
    if "pay_month" in data:
        next_month = data["pay_month"] == "volgende"
    return Job(
        gross,
        old.since if old else event.on,
        hourly,
        pay_day,
        four,
        next_month,
        data.get("travel", old.travel if old else 0.0),
    )


def job_ends(state: State, event: Event) -> State:
    if not state.job:
        raise impossible(event, "no_work_that_day")
    if state.job.since == event.on:
        raise impossible(event, "work_begins_that_day")
    return state.with_job(event, None, event.on)


def bijstand_starts(state: State, event: Event) -> State:
    return replace(state, since=event.on, bijstand=True)


def bijstand_ends(state: State, event: Event) -> State:
    if not state.bijstand:
        raise impossible(event, "no_bijstand_that_day")
    return replace(state, since=event.on, bijstand=False)


def change_child(state: State, event: Event, change: Callable[[Child], Child]) -> State:
    place = event.data["child"] - 1
    if place >= len(state.children):
        raise impossible(event, "no_such_child", number=len(state.children))
    children = [*state.children]
    children[place] = change(children[place])
    return replace(state, since=event.on, children=tuple(children))


def has_care(state: State, event: Event) -> bool:
    place = event.data["child"] - 1
    return place < len(state.children) and bool(state.children[place].facts.get("opvangsoort"))


def childcare(state: State, event: Event) -> State:
    """Childcare that starts, changes or ends."""
    if event.kind == "childcare_starts" and has_care(state, event):
        raise impossible(event, "childcare_already")
    if event.kind != "childcare_starts" and not has_care(state, event):
        raise impossible(event, "no_childcare_that_day")
    data = event.data
    care = {}
    if event.kind != "childcare_ends":
        care = dict(zip(CARE, (data["care"], data["hours_per_month"], data["hourly_rate"]), strict=True))

    def change(child: Child) -> Child:
        facts = {name: value for name, value in child.facts.items() if name not in CARE}
        return replace(child, facts=facts | care)

    return change_child(state, event, change)


def exemption(state: State, event: Event) -> State:
    if event.kind == "exemption_ends" and state.facts.get("vrijlating_regeling") == "geen":
        raise impossible(event, "no_exemption_that_day")
    return state.with_facts(event, vrijlating_regeling=event.data.get("regime", "geen"))


def child_birthday(state: State, event: Event) -> State:
    def older(child: Child) -> Child:
        if child.born:
            raise impossible(event, "birth_date_known")
        return replace(child, age=child.age + 1)

    return change_child(state, event, older)


def child_born(state: State, event: Event) -> State:
    return replace(state, since=event.on, children=(*state.children, Child(event.on, 0.0, 0.0)))


def shared_care_starts(state: State, event: Event) -> State:
    shared = event.data["kinderbijslag"], event.data["days_per_year"]
    return change_child(state, event, lambda child: replace(child, shared=shared))


def partner_joins(state: State, event: Event) -> State:
    if state.facts.get("heeft_partner"):
        raise impossible(event, "partner_already")
    facts = {
        k: v for k, v in state.facts.items() if k not in ("heeft_toeslagpartner", "heeft_fiscale_partner")
    }
    together = replace(state, facts=facts, partner_pay_day=event.data.get("pay_day"))
    together = together.with_facts(event, heeft_partner=True, loon_partner=event.data["wage"])
    if "childcare_ground" in event.data:
        together = together.with_facts(event, grond_kinderopvang_partner=event.data["childcare_ground"])
    if state.partner_age is None:
        return together
    return together.with_facts(event, leeftijd_partner=state.partner_age)


def partner_leaves(state: State, event: Event) -> State:
    if not state.facts.get("heeft_partner"):
        raise impossible(event, "no_partner_that_day")
    gone = {"loon_partner", "leeftijd_partner", "heeft_toeslagpartner", "heeft_fiscale_partner"}
    gone |= {"grond_kinderopvang_partner"}
    facts = {name: value for name, value in state.facts.items() if name not in gone}
    return replace(state, facts=facts).with_facts(event, heeft_partner=False)


def rent_changes(state: State, event: Event) -> State:
    service = event.data.get("service_costs", state.facts.get("servicekosten", 0.0))
    return state.with_facts(event, kale_huur=event.data["rent"], servicekosten=service)


def other_income(state: State, event: Event) -> State:
    amount = event.data["amount"]
    if "type" in event.data:
        return income_of_a_kind(state, event)
    if amount and "taxed" not in event.data and "overig_inkomen_is_belast" not in state.facts:
        raise impossible(event, "taxed_or_not")
    taxed = event.data.get("taxed", state.facts.get("overig_inkomen_is_belast", False))
    new = state.with_facts(event, overig_netto_inkomen=amount, overig_inkomen_is_belast=taxed)
    return replace(new, other_pay_day=event.data.get("pay_day", state.other_pay_day))


def income_of_a_kind(state: State, event: Event) -> State:
    """An income of this kind instead of what there was of it; nothing at 0."""
    kind = event.data["type"]
    others = tuple(one for one in state.incomes if one.kind != kind or one.of_partner)
    ww = None if kind == WW else state.ww
    if not event.data["amount"]:
        return replace(state, since=event.on, incomes=others, ww=ww)
    raw = {"soort": kind, "bruto" if event.data.get("gross") else "netto": event.data["amount"]}
    raw |= {"belast": event.data["taxed"]} if "taxed" in event.data else {}
    raw |= {"betaaldag": event.data["pay_day"]} if "pay_day" in event.data else {}
    try:
        (new,) = incomes_of([raw])
    except MistakeInFacts:
        raise impossible(event, "taxed_or_not") from None
    return replace(state, since=event.on, incomes=(*others, new), ww=ww)


def ww_starts(state: State, event: Event) -> State:
    if state.ww:
        raise impossible(event, "ww_already")
    right = WwRight(event.data["wage"], event.on, event.data.get("pay_day"))
    return replace(state, since=event.on, ww=right)


def debt_starts(state: State, event: Event) -> State:
    data = event.data
    debt = Debt(data["name"], data["amount"], data["instalment"], data.get("pay_day", 1))
    return replace(state, since=event.on, debts=(*state.debts, (event.on, debt)))


def cost(state: State, event: Event) -> State:
    name = event.data["name"]
    others = tuple(one for one in state.costs if one.name != name)
    if event.kind == "cost_ends":
        if len(others) == len(state.costs):
            raise impossible(event, "no_such_cost", name=name)
        return replace(state, since=event.on, costs=others)
    new = FixedCost(name, event.data["amount"], event.data.get("pay_day", 1))
    return replace(state, since=event.on, costs=(*others, new))


def one_off(state: State, event: Event) -> State:
    return replace(state, since=event.on)


def estimate_passed_on(state: State, event: Event) -> State:
    return replace(state, since=event.on, estimate=(event.on.year, event.data["income"]))


def own_birthday(state: State, event: Event) -> State:
    return state.with_facts(event, leeftijd_ouder=event.data["age"])


APPLY: dict[str, Callable[[State, Event], State]] = {
    "job_starts": job_starts,
    "job_ends": job_ends,
    "hours_change": hours_change,
    "bijstand_starts": bijstand_starts,
    "bijstand_ends": bijstand_ends,
    "childcare_starts": childcare,
    "childcare_changes": childcare,
    "childcare_ends": childcare,
    "exemption_starts": exemption,
    "exemption_ends": exemption,
    "child_birthday": child_birthday,
    "child_born": child_born,
    "shared_care_starts": shared_care_starts,
    "partner_joins": partner_joins,
    "partner_leaves": partner_leaves,
    "rent_changes": rent_changes,
    "other_income_changes": other_income,
    "ww_starts": ww_starts,
    "debt_starts": debt_starts,
    "cost_starts": cost,
    "cost_ends": cost,
    "one_off": one_off,
    "estimate_passed_on": estimate_passed_on,
    OWN_BIRTHDAY: own_birthday,
}
