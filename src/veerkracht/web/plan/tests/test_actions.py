"""Writes of the plan: who may, what stays, and that a fixed version never moves."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.http import Http404
from django.utils import timezone

from veerkracht.web.plan import actions
from veerkracht.web.plan.models import FixedPlan, Goal, Plan, Proposal
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict

SENTENCES = {"title": "De taal", "reached": "Ik haal de toets.", "less": "Ik versta de juf."}
REASONS = {
    "childcare": "no",
    "childcare_reason": "Er is geen plek.",
    "schooling": "partly",
    "schooling_reason": "De les loopt.",
    "load": "unknown",
    "load_reason": "Dat bekijken we.",
}


def text_of(case):
    return plan_of(case=case, day=timezone.localdate()).text


@pytest.fixture
def given(peter, samira_case):
    return {"by": peter, "case": samira_case}


@pytest.fixture
def fixed(given) -> FixedPlan:
    """A plan with one of everything, fixed."""
    case = given["case"]
    actions.write_wish(**given, wish="Koken.", seen_version=1)
    actions.write_story(**given, story="Ik kookte voor de klas.", seen_version=2)
    actions.agree_rhythm(**given, seen_version=3, rhythm_weeks=8, rhythm_words="eerst een bericht")
    actions.choose_laws(**given, seen_version=4, laws=["artikel-9a"])
    actions.weigh(**given, **REASONS)
    goal = actions.add_goal(**given, **SENTENCES)
    actions.make_promise(**given, owner="mother", what="Gaat naar de les.", goal_id=goal.pk, kind="language")
    actions.add_proposal(**given, what="Meelopen in een keuken")
    actions.add_activity(**given, what="Samen koken")
    return actions.fix_plan(**given, shown_hash=text_of(case).hash)


def test_article_44a_always_stands_in_it(fixed):
    assert Plan.objects.get().laws == ["artikel-44a", "artikel-9a"]


def test_whatever_happens_afterwards_the_fixed_text_stays(given, samira, fixed):
    case, before = given["case"], (fixed.text, fixed.hash)
    plan, goal = Plan.objects.get(), Goal.objects.get()
    promise, proposal, activity = plan.promises.get(), plan.proposals.get(), plan.activities.get()
    in_promise, in_proposal = {"promise_id": promise.pk}, {"proposal_id": proposal.pk}
    changing = [
        lambda: actions.write_wish(**given, wish="Anders.", seen_version=5),
        lambda: actions.write_story(**given, story="Anders.", seen_version=6),
        lambda: actions.agree_rhythm(**given, seen_version=7, rhythm_weeks=4, rhythm_words=""),
        lambda: actions.choose_laws(**given, seen_version=8, laws=[]),
        lambda: actions.weigh(**given, seen_version=1, **{**REASONS, "load": "yes"}),
        lambda: actions.change_goal(
            **given, goal_id=goal.pk, seen_version=1, title="Anders", reached="Anders."
        ),
        lambda: actions.answer_promise(**given, **in_promise, seen_version=1, answer="agree"),
        lambda: actions.change_promise(
            by=samira,
            case=case,
            **in_promise,
            seen_version=2,
            owner="mother",
            owner_name="",
            what="Anders.",
            due_on=None,
        ),
        lambda: actions.change_proposal(**given, **in_proposal, seen_version=1, what="Anders"),
        lambda: actions.reply_to(**given, **in_proposal, seen_version=2, reply="no", reason="Vol."),
        lambda: actions.answer_reply(**given, **in_proposal, seen_version=3, her_answer="disagree"),
        lambda: actions.change_activity(
            **given, activity_id=activity.pk, seen_version=1, what="Anders", when="", where=""
        ),
        lambda: actions.remove_activity(**given, activity_id=activity.pk, seen_version=2),
        lambda: actions.ask_exemption(by=samira, case=case, what="Een tijd niet solliciteren"),
        lambda: actions.add_goal(**given, **SENTENCES),
        lambda: actions.remove_goal(**given, goal_id=goal.pk, seen_version=2),
        lambda: actions.make_promise(**given, owner="mother", what="Nog iets."),
        lambda: actions.remove_promise(by=samira, case=case, **in_promise, seen_version=3),
    ]
    seen = {fixed.hash}
    for change in changing:
        change()
        now = text_of(case).hash
        assert now not in seen, "each of them makes another plan than was fixed"
        seen.add(now)
        assert not plan_of(case=case, day=timezone.localdate()).is_fixed_as_it_stands
        fixed.refresh_from_db()
        assert (fixed.text, fixed.hash) == before
    assert FixedPlan.objects.count() == 1
    assert hashlib.sha256(fixed.text.encode()).hexdigest() == fixed.hash


def test_keeping_and_moving_do_not_change_what_was_agreed(given, samira, fixed):
    case = given["case"]
    goal, promise = Goal.objects.get(), Plan.objects.get().promises.get()
    actions.say_where(**given, goal_id=goal.pk, seen_version=1, place="less", words="Bij de winkel lukt het.")
    kept = {"promise_id": promise.pk, "seen_version": 1, "done_on": timezone.localdate()}
    actions.say_done(by=samira, case=case, **kept)
    assert text_of(case).hash == fixed.hash


def test_fixing_the_same_text_again_makes_no_second_version(given, fixed):
    with pytest.raises(actions.AlreadyFixed) as found:
        actions.fix_plan(**given, shown_hash=fixed.hash)
    assert found.value.current == fixed and FixedPlan.objects.count() == 1


def test_her_yes_counts_once_and_only_hers_counts(given, samira, fixed):
    case, shown = given["case"], {"number": 1, "shown_hash": fixed.hash}
    for act in (actions.confirm_plan, actions.decline_plan):
        with pytest.raises(Http404):
            act(**given, **shown)
    actions.decline_plan(by=samira, case=case, **shown, her_words="De reiskosten ontbreken.")
    row = actions.confirm_plan(by=samira, case=case, **shown)
    assert row.confirmed_at and not row.declined_at
    with pytest.raises(AlreadyDone):
        actions.decline_plan(by=samira, case=case, **shown)


def test_a_place_on_the_ladder_is_one_of_her_sentences(given, fixed):
    goal = Goal.objects.get()
    with pytest.raises(Http404):
        actions.say_where(**given, goal_id=goal.pk, seen_version=1, place="much_more")
    with pytest.raises(Conflict):
        actions.say_where(**given, goal_id=goal.pk, seen_version=7, place="less")
    for place in ("less", "reached"):
        actions.say_where(**given, goal_id=goal.pk, seen_version=1, place=place)
    assert [m.place for m in goal.moments.all()] == ["reached"], "said twice on one day, the last counts"


def test_a_goal_of_somebody_else_is_absent(given, denise_case, aylin):
    hers = actions.add_goal(by=aylin, case=denise_case, **SENTENCES)
    with pytest.raises(Http404):
        actions.make_promise(**given, owner="mother", what="Gaat.", goal_id=hers.pk)
    with pytest.raises(Http404):
        actions.say_where(**given, goal_id=hers.pk, seen_version=1, place="less")


def test_a_removed_goal_leaves_its_steps(given, fixed):
    goal = Goal.objects.get()
    actions.remove_goal(**given, goal_id=goal.pk, seen_version=1)
    assert Plan.objects.get().promises.get().goal is None


def test_a_reply_has_a_reason_and_asks_her_again(given, samira, fixed):
    proposal = {"proposal_id": Proposal.objects.get().pk}
    with pytest.raises(Http404):
        actions.reply_to(**given, **proposal, seen_version=1, reply="no", reason="  ")
    actions.reply_to(**given, **proposal, seen_version=1, reply="no", reason="Vol.")
    march = dt.date(2031, 3, 15)
    her = {"her_answer": "disagree", "her_words": "Ik kom terug.", "again_on": march}
    actions.answer_reply(by=samira, case=given["case"], **proposal, seen_version=2, **her)
    with pytest.raises(Http404):
        actions.remove_proposal(**given, **proposal, seen_version=3)
    row = actions.reply_to(**given, **proposal, seen_version=3, reply="yes", reason="Er is plek.")
    assert (row.her_answer, row.her_words, row.again_on) == ("none", "", None)


def test_only_the_municipality_answers_weighs_and_chooses_laws(samira, given, fixed):
    hers = {"by": samira, "case": given["case"]}
    proposal = Proposal.objects.get()
    for act in (
        lambda: actions.reply_to(**hers, proposal_id=proposal.pk, seen_version=1, reply="yes", reason="Ja."),
        lambda: actions.weigh(**hers, seen_version=1, **REASONS),
        lambda: actions.choose_laws(**hers, seen_version=5, laws=[]),
        lambda: actions.fix_plan(**hers, shown_hash=fixed.hash),
    ):
        with pytest.raises(Http404):
            act()


@pytest.mark.parametrize("who", ["aylin", "bas", "marleen", "denise", "lotte"])
def test_nobody_else_writes_in_her_plan(request, given, fixed, who):
    stranger = {"by": request.getfixturevalue(who), "case": given["case"]}
    for act in (
        lambda: actions.write_story(**stranger, story="x", seen_version=5),
        lambda: actions.add_goal(**stranger, **SENTENCES),
        lambda: actions.add_proposal(**stranger, what="x"),
        lambda: actions.add_activity(**stranger, what="x"),
        lambda: actions.agree_rhythm(**stranger, seen_version=5, rhythm_weeks=1),
        lambda: actions.ask_exemption(**stranger, what="x"),
    ):
        with pytest.raises(Http404):
            act()


def test_two_who_weigh_for_the_first_time_do_not_overwrite_each_other(given):
    actions.weigh(**given, **REASONS)
    with pytest.raises(Conflict):
        actions.weigh(**given, **{**REASONS, "load": "yes"})


def test_other_words_are_not_asked_again_on_the_day_of_the_old_ones(given, samira, samira_case):
    """ "Later" was said to the words of then; the new ones are asked now."""
    promise = actions.make_promise(
        **given, owner="municipality", what="Belt de opvang.", due_on=dt.date(2031, 5, 1)
    )
    march = dt.date(2031, 3, 15)
    asked = {"answer": "disagree", "answer_words": "Niet nu.", "again_on": march}
    answered = actions.answer_promise(
        by=samira, case=samira_case, promise_id=promise.pk, seen_version=promise.version, **asked
    )
    assert answered.again_on == march
    new = {
        "owner": "municipality",
        "owner_name": "",
        "what": "Mailt de opvang.",
        "due_on": dt.date(2031, 5, 1),
    }
    changed = actions.change_promise(**given, promise_id=promise.pk, seen_version=answered.version, **new)
    assert (changed.answer, changed.again_on) == ("none", None)
