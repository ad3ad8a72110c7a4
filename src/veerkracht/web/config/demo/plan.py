"""The plan of a demo family, through the plan's own actions.

Keys of `[people.plan]` in a family's file. A number of days ago is counted back from today; a weekend is avoided.
  wish, story                     in her words; wish_days_ago (30)
  rhythm                          {weeks, words, days_ago}
  laws                            ids of plan/domain/laws.toml beside article 44a, which always stands in it
  [[goals]]                       id (for the promises below), title, reached, and as far as she has them
                                  much_less, less, more, much_more; moments = [{days_ago, place, words}]; made_days_ago
  [[promises]]                    owner, owner_name, what, due_in_days, made_days_ago (14), kind, goal (an id above),
                                  answer, answer_words, answered_days_ago, again_in_days, done_days_ago
  [[proposals]]                   what, days_ago, and once answered: reply, reason, replied_days_ago, her_answer,
                                  her_words, again_in_days
  exemption_days_ago              she asked for an exemption of article 9a on that day
  [[activities]]                  what, when, where
  weighing                        {childcare, childcare_reason, schooling, schooling_reason, load, load_reason}
  fixed_days_ago                  a version was fixed; confirmed_days_ago: she said yes to it, with confirmed_words
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from veerkracht.web.map.queries import map_of
from veerkracht.web.people.models import Account, Case, plain
from veerkracht.web.plan import actions
from veerkracht.web.plan.domain import exemption_card
from veerkracht.web.plan.models import Plan, Proposal
from veerkracht.web.plan.queries import plan_of
from veerkracht.words.promise import Clause
from veerkracht.words.reading_promise import read_promise

from .clock import put_in_past, working_day


def load_plan(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    """Everything a family's file says about the plan, in the order in which it came about."""
    if not facts:
        return
    writer = {"by": klantmanager, "case": case}
    if facts.get("wish"):
        plan = Plan.objects.get_or_create(case=case)[0]
        actions.write_wish(**writer, wish=facts["wish"], seen_version=plan.version)
        put_in_past(facts.get("wish_days_ago", 30), today)
        _load_rest(case, writer, facts, today)
    goals = {goal["id"]: _load_goal(writer, goal, today) for goal in facts.get("goals", [])}
    for promise in facts.get("promises", []):
        _load_promise(case, klantmanager, {**promise, "goal_id": goals.get(promise.get("goal"))}, today)
    for proposal in facts.get("proposals", []):
        _load_proposal(writer, proposal, today)
    if "exemption_days_ago" in facts:
        _load_exemption(writer, facts["exemption_days_ago"], today)
    if "fixed_days_ago" in facts:
        _fix(case, klantmanager, facts, today)


def _load_rest(case: Case, writer: dict[str, Any], facts: dict[str, Any], today: dt.date) -> None:
    """Her story, the rhythm, the texts of the law, activities and the weighing: all on the day of the wish."""
    days_ago = facts.get("wish_days_ago", 30)

    def version() -> int:
        return Plan.objects.get(case=case).version

    if facts.get("story"):
        actions.write_story(**writer, story=facts["story"], seen_version=version())
        put_in_past(days_ago, today)
    if rhythm := facts.get("rhythm"):
        words = {"rhythm_weeks": rhythm["weeks"], "rhythm_words": rhythm.get("words", "")}
        plan = actions.agree_rhythm(**writer, **words, seen_version=version())
        _day(plan, "rhythm_on", rhythm["days_ago"], today)
        put_in_past(rhythm["days_ago"], today)
    if facts.get("laws"):
        actions.choose_laws(**writer, laws=facts["laws"], seen_version=version())
        put_in_past(days_ago, today)
    for activity in facts.get("activities", []):
        actions.add_activity(**writer, **activity)
        put_in_past(days_ago, today)
    if facts.get("weighing"):
        actions.weigh(**writer, **facts["weighing"])
        put_in_past(days_ago, today)


def _load_goal(writer: dict[str, Any], facts: dict[str, Any], today: dt.date) -> int:
    sentences = {k: v for k, v in facts.items() if k not in ("id", "moments", "made_days_ago")}
    goal = actions.add_goal(**writer, **sentences)
    put_in_past(facts["made_days_ago"], today)
    for moment in facts.get("moments", []):
        step = {"place": moment["place"], "words": moment.get("words", "")}
        actions.say_where(**writer, goal_id=goal.pk, seen_version=goal.version, **step)
        _day(goal.moments.latest("pk"), "on", moment["days_ago"], today)
        put_in_past(moment["days_ago"], today)
    return int(goal.pk)


def _load_proposal(writer: dict[str, Any], facts: dict[str, Any], today: dt.date) -> None:
    proposed_on = working_day(-facts["days_ago"], today)
    proposal = actions.add_proposal(**writer, what=facts["what"], proposed_on=proposed_on)
    put_in_past(facts["days_ago"], today)
    of_proposal = {**writer, "proposal_id": proposal.pk}
    if "reply" in facts:
        answer = {"reply": facts["reply"], "reason": facts["reason"]}
        proposal = actions.reply_to(**of_proposal, seen_version=proposal.version, **answer)
        _day(proposal, "replied_on", facts["replied_days_ago"], today)
        put_in_past(facts["replied_days_ago"], today)
    if "her_answer" in facts:
        view = {"her_answer": facts["her_answer"], "her_words": facts.get("her_words", "")}
        again_on = _ahead(facts.get("again_in_days"), today)
        actions.answer_reply(**of_proposal, seen_version=proposal.version, **view, again_on=again_on)
        put_in_past(facts["replied_days_ago"], today)


def _load_exemption(writer: dict[str, Any], days_ago: int, today: dt.date) -> None:
    card = exemption_card()
    proposal: Proposal = actions.ask_exemption(**writer, what=f"{card.title} ({card.article})")
    _day(proposal, "proposed_on", days_ago, today)
    proposal.reply_due_on = proposal.proposed_on + dt.timedelta(weeks=card.decide_within_weeks)
    proposal.save(update_fields=["reply_due_on"])
    put_in_past(days_ago, today)


def _ahead(days: int | None, today: dt.date) -> dt.date | None:
    return None if days is None else working_day(days, today)


def _clauses(what: str, case: Case) -> tuple[Clause, ...]:
    """As a klantmanager ticked them; what may be about somebody else ("haar", "zijn") is left as a quote."""
    reading = read_promise(what, her_name=case.first_name)
    return () if reading.pronouns else reading.clauses


def _row_on_map(case: Case, klantmanager: Account, facts: dict[str, Any]) -> str:
    """The row that would have been chosen with it: the owner by the same name; `Welzijn, taalles` is also taalles."""
    names = _names(facts.get("owner_name", ""))
    nodes = map_of(case=case, account=klantmanager).map.nodes
    return next((node.id for node in nodes if names & _names(node.name)), "")


def _names(written: str) -> set[str]:
    return {plain(part) for part in (written, *written.split(","))} - {""}


def _load_promise(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    made_days_ago, what = facts.get("made_days_ago", 14), facts["what"]
    promise = actions.make_promise(
        by=klantmanager,
        case=case,
        owner=facts["owner"],
        owner_name=facts.get("owner_name", ""),
        place=_row_on_map(case, klantmanager, facts),
        kind=facts.get("kind", ""),
        what=what,
        clauses=_clauses(what, case),
        due_on=_ahead(facts.get("due_in_days"), today),
        goal_id=facts["goal_id"],
    )
    put_in_past(made_days_ago, today)
    if "answer" in facts:
        same = {"case": case, "promise_id": promise.pk, "seen_version": promise.version}
        promise = actions.answer_promise(
            by=case.account,
            **same,
            answer=facts["answer"],
            answer_words=facts.get("answer_words", ""),
            again_on=_ahead(facts.get("again_in_days"), today),
        )
        _date(promise, "answered_at", facts.get("answered_days_ago", made_days_ago), today)
        put_in_past(facts.get("answered_days_ago", made_days_ago), today)
    if "done_days_ago" in facts:
        done_on = working_day(-facts["done_days_ago"], today)
        same = {"case": case, "promise_id": promise.pk, "seen_version": promise.version}
        by = case.account if facts["owner"] == "mother" else klantmanager
        actions.say_done(by=by, **same, done_on=done_on)
        put_in_past(facts["done_days_ago"], today)


def _fix(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    text = plan_of(case=case, day=today).text
    fixed = actions.fix_plan(by=klantmanager, case=case, shown_hash=text.hash)
    _date(fixed, "fixed_at", facts["fixed_days_ago"], today)
    put_in_past(facts["fixed_days_ago"], today)
    if "confirmed_days_ago" in facts:
        read_version = {"number": fixed.number, "shown_hash": fixed.hash}
        fixed = actions.confirm_plan(
            by=case.account, case=case, **read_version, her_words=facts.get("confirmed_words", "")
        )
        _date(fixed, "confirmed_at", facts["confirmed_days_ago"], today)
        put_in_past(facts["confirmed_days_ago"], today)


def _date(row: Any, field: str, days_ago: int, today: dt.date) -> None:
    day = working_day(-days_ago, today)
    setattr(row, field, getattr(row, field).replace(year=day.year, month=day.month, day=day.day))
    row.save(update_fields=[field])


def _day(row: Any, field: str, days_ago: int, today: dt.date) -> None:
    setattr(row, field, working_day(-days_ago, today))
    row.save(update_fields=[field])
