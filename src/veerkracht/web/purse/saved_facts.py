"""The answers about money that are facts of the household: from the questions to paths in `facts`, and back.

What is only looked at (hours to compare, paths of later) and what comes in now stays in `PartAnswers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from veerkracht.household.unknown import NOT_ASKED, NOT_KNOWN, known
from veerkracht.money.situation import WEEKS_A_MONTH
from veerkracht.web.facts.domain import childcare
from veerkracht.web.facts.domain.newest_statement import MONEY_CARE, MONEY_HOURS, MONEY_WAGE
from veerkracht.web.facts.domain.offered_job import WAGE, hours_a_week, offered_jobs
from veerkracht.web.facts.queries import SavedFacts, Situation
from veerkracht.web.people.models import new_public_id

from .domain.questions import CHILDREN, LATER, PARTS, UNKNOWN

Answers = Mapping[str, Any]
PATHS: dict[str, str] = {
    "leeftijd": "adult.age",
    "huur": "home.rent",
    "servicekosten": "home.service_costs",
    "partner": "lives_with_partner",
    "loon_partner": "partner.wage_per_year",
    "leeftijd_partner": "partner.age",
    "medebewoners": "home.co_residents",
    "kostendelers": "home.cost_sharers",
    "inkomen_medebewoners": "home.co_residents_income",
    "uren": "present_job.hours_per_week",
    "uurloon": "present_job.wage_per_hour",
    "reiskosten": "travel.euros_per_month",
    "bijstand": "support.bijstand",
    "vrijlating": "support.exemption",
    "ander_inkomen": "other_income.euros",
    "ander_inkomen_belast": "other_income.taxed",
    "traject": "childcare_ground.course",
    "vermogen": "wealth_on_1_january",
    "vaste_lasten": "costs.fixed",
    "aflossing": "debts.instalment",
    "maanden_laag_inkomen": "support.months_low_income",
    "saldo": "account_balance",
    "dagelijks": "costs.daily",
    "betaaldag_huur": "home.pay_day",
    "betaaldag_vaste_lasten": "costs.pay_day",
    "betaaldag_loon": "present_job.pay_day",
    "betaaldag_bijstand": "support.pay_day",
    "verrekening": "support.pay_month",
    "reiskosten_straks": "money.offer.travel_euros_per_month",
}
CARE = {"opvang": childcare.KIND, "opvanguren": childcare.HOURS, "uurtarief": childcare.PRICE}
MORE_CARE, MORE_CARE_PATH = "opvang_erbij", MONEY_CARE + "hours_per_work_hour"
WAGE_LATER, HOURS_LATER = "uurloon_straks", "uren_1"


def answers_from(saved: SavedFacts, children: Sequence[str]) -> dict[str, Any]:
    """The answers as the forms of money know them; what the week said stands in them too."""
    answers = {name: saved.value(path) for name, path in PATHS.items()}
    cares = saved.groups("cares.")
    for child in children:
        answers |= _care_answers(saved, child, childcare.as_money_asks(child, cares))
    answers |= _offer_answers(saved)
    for child in children:
        if answers[f"{MORE_CARE}_{child}"] == NOT_ASKED:
            answers[f"{MORE_CARE}_{child}"] = _care_that_grows(saved, child, answers)
    return {
        name: UNKNOWN if value == NOT_KNOWN else value
        for name, value in answers.items()
        if value != NOT_ASKED
    }


def _care_answers(saved: SavedFacts, child: str, week: childcare.MoneyCare | None) -> dict[str, Any]:
    here = MONEY_CARE.format(child=child)
    answers = {f"{MORE_CARE}_{child}": saved.value(MORE_CARE_PATH.format(child=child))}
    for name, aspect in CARE.items():
        own = saved.value(here + aspect)
        from_week = getattr(week, aspect) if week else NOT_ASKED
        answers[f"{name}_{child}"] = from_week if own == NOT_ASKED else own
    return answers


def _care_that_grows(saved: SavedFacts, child: str, answers: Answers) -> Any:
    """Hours of childcare for each hour of work more, from the days that the week says with the offered work."""
    cares = saved.groups("cares.")
    offered = saved.groups("cares.", Situation.OFFER)
    days = {
        key: fields[childcare.SCHOOL_DAYS]
        for key, fields in offered.items()
        if known(fields.get(childcare.SCHOOL_DAYS, NOT_ASKED)) is not None
    }
    later = childcare.hours_with_offer(child, cares, days)
    now = known(answers[f"opvanguren_{child}"])
    work_now, work_later = known(answers["uren"]), known(answers[HOURS_LATER])
    if later is None or work_now is None or work_later is None or work_later <= work_now:
        return NOT_ASKED
    more = (later - (now or 0)) / ((work_later - work_now) * WEEKS_A_MONTH)
    return round(min(max(more, 0), 3), 2)


def _offer_answers(saved: SavedFacts) -> dict[str, Any]:
    """The wage and the hours of the first work that was offered, unless money says them otherwise."""
    job = next(iter(offered_jobs(saved.groups("jobs.")).values()), {})
    hours = hours_a_week(job)
    from_week = {MONEY_WAGE: job.get(WAGE, NOT_ASKED), MONEY_HOURS: NOT_ASKED if hours is None else hours}
    answers = {}
    for name, path in ((WAGE_LATER, MONEY_WAGE), (HOURS_LATER, MONEY_HOURS)):
        own = saved.value(path)
        answers[name] = from_week[path] if own == NOT_ASKED else own
    return answers


def names_of_household(part: str, children: Iterable[str]) -> set[str]:
    """The questions of a part whose answers are facts of the household."""
    if part not in PARTS:
        return set()
    names = {question.name for question in PARTS[part].questions} & {*PATHS, WAGE_LATER, HOURS_LATER}
    if part == CHILDREN.name:
        names |= {f"{name}_{child}" for name in (*CARE, MORE_CARE) for child in children}
    return names


def roots_of(part: str) -> tuple[str, ...]:
    """The paths whose highest revision belongs to the version of this part."""
    if part not in PARTS:
        return ()
    own = [PATHS[question.name] for question in PARTS[part].questions if question.name in PATHS]
    if part == CHILDREN.name:
        own += ["cares.", "money.children."]
    return (*own, "jobs.", "money.offer.") if part == LATER.name else tuple(own)


def values_of(saved: SavedFacts, changed: Answers) -> dict[str, Any]:
    """Changed answers (None: taken away) by path, with what follows from them in the week."""
    facts = {name: _to_fact(value) for name, value in changed.items()}
    values = {PATHS[name]: value for name, value in facts.items() if name in PATHS}
    care: dict[str, dict[str, Any]] = {}
    for name, value in facts.items():
        question, _underscore, child = name.rpartition("_")
        if question == MORE_CARE:
            values[MORE_CARE_PATH.format(child=child)] = value
        elif question in CARE:
            care.setdefault(child, {})[CARE[question]] = value
    return values | _care_values(saved, care) | _offer_values(saved, facts)


def _care_values(saved: SavedFacts, changed: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    followed = childcare.follow(saved.groups("cares."), changed, new_public_id)
    values = {
        f"cares.{key}.{name}": v for key, fields in followed.cares.items() for name, v in fields.items()
    }
    for child, change in changed.items():
        stays = followed.left.get(child, {})
        for aspect in change:
            path = MONEY_CARE.format(child=child) + aspect
            if aspect in stays:
                values[path] = stays[aspect]
            elif saved.has(path):
                values[path] = NOT_ASKED
    return values


def _offer_values(saved: SavedFacts, changed: Answers) -> dict[str, Any]:
    """A changed wage becomes the wage of the work that was offered; hours are said by its times alone."""
    values: dict[str, Any] = {}
    job_key, job = next(iter(offered_jobs(saved.groups("jobs.")).items()), ("", {}))
    if WAGE_LATER in changed:
        wage = changed[WAGE_LATER]
        own = MONEY_WAGE if not job_key or known(wage) is None else f"jobs.{job_key}.{WAGE}"
        values[own] = wage
        if own != MONEY_WAGE and saved.has(MONEY_WAGE):
            values[MONEY_WAGE] = NOT_ASKED
    if HOURS_LATER in changed:
        values[MONEY_HOURS] = NOT_ASKED if changed[HOURS_LATER] == hours_a_week(job) else changed[HOURS_LATER]
    return values


def _to_fact(answer: Any) -> Any:
    if answer is None:
        return NOT_ASKED
    return NOT_KNOWN if answer == UNKNOWN else answer
