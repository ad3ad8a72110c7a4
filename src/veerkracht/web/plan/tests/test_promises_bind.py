"""A promise binds who made it: the other side can say whether it was kept, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.plan import actions
from veerkracht.web.plan.models import DoneStatement, Promise
from veerkracht.web.plan.queries import plan_of

pytestmark = pytest.mark.django_db(databases="__all__")


def url(name: str, case, *more: object) -> str:
    return reverse(f"plan:{name}", args=[case.public_id, *more])


def days_ago(number: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=number)


def make(by, case, *, owner="municipality", due_on=None, what="Beslist over de opvang.") -> Promise:
    return actions.make_promise(by=by, case=case, owner=owner, what=what, due_on=due_on)


def facts(case):
    return plan_of(case=case, day=timezone.localdate()).promises[0]


def say(client, name: str, case, promise: Promise, done: str) -> int:
    promise.refresh_from_db()
    sent = {"done": done, "seen_version": promise.version}
    return client.post(url(name, case, promise.pk), sent).status_code


def test_her_tap_does_not_wipe_out_that_the_municipality_was_late(as_, peter, samira, samira_case):
    promise = make(peter, samira_case, due_on=days_ago(3))
    assert say(as_(samira), "mark_done", samira_case, promise, "ja") == 404
    assert say(as_(samira), "confirm_done", samira_case, promise, "ja") == 302
    assert facts(samira_case).is_late(timezone.localdate()), (
        "hers is a word, the municipality says it is done"
    )
    assert say(as_(peter), "mark_done", samira_case, promise, "ja") == 302
    assert facts(samira_case).days_late == 3
    page = as_(samira).get(url("plan", samira_case)).content.decode()
    assert "3 dagen later dan beloofd" in page


def test_both_words_stay_with_who_said_them(as_, peter, samira, samira_case):
    promise = make(peter, samira_case, due_on=days_ago(1))
    say(as_(peter), "mark_done", samira_case, promise, "ja")
    say(as_(samira), "confirm_done", samira_case, promise, "nee")
    rows = [(row.account, row.by_owner, row.is_done) for row in DoneStatement.objects.all()]
    assert rows == [(peter, True, True), (samira, False, False)]
    assert facts(samira_case).done_on is None, "her not yet opens it again"


@pytest.mark.parametrize("name", ["change_promise", "remove_promise", "mark_done"])
def test_neither_touches_what_the_other_promised(as_, peter, samira, samira_case, name):
    ours = make(peter, samira_case, due_on=days_ago(-30))
    hers = make(samira, samira_case, owner="mother", what="Belt de school.")
    sent = {"owner": "mother", "what": "Anders.", "seen_version": 1, "done": "ja"}
    assert as_(samira).post(url(name, samira_case, ours.pk), sent).status_code == 404
    assert as_(peter).post(url(name, samira_case, hers.pk), sent).status_code == 404
    if name != "mark_done":
        assert as_(samira).get(url(name, samira_case, ours.pk)).status_code == 404
    assert Promise.objects.count() == 2
    assert {promise.done_on for promise in Promise.objects.all()} == {None}


def test_she_cannot_promise_for_the_municipality(as_, samira, samira_case):
    sent = {"owner": "municipality", "what": "Betaalt.", "due_on": "01-01-2031"}
    form = as_(samira).get(url("make_promise", samira_case)).content.decode()
    assert "ikzelf" in form and 'value="municipality"' not in form
    assert as_(samira).post(url("make_promise", samira_case), sent).status_code == 302
    assert not Promise.objects.exists()
    assert samira_case.plan.proposals.get().what == "Betaalt.", "it is a question, which is owed an answer"
    with pytest.raises(Exception, match="^$"):
        make(samira, samira_case)


def test_nobody_says_not_yet_of_what_she_promised(as_, peter, samira, samira_case):
    promise = make(samira, samira_case, owner="mother", what="Belt de school.")
    say(as_(samira), "mark_done", samira_case, promise, "ja")
    assert say(as_(peter), "confirm_done", samira_case, promise, "nee") == 404
    assert say(as_(peter), "confirm_done", samira_case, promise, "ja") == 302
    assert facts(samira_case).confirmed is True


def test_what_she_promises_herself_is_agreed_by_her(samira, samira_case):
    make(samira, samira_case, owner="mother", what="Belt de school.")
    assert facts(samira_case).answer == "agree"


def test_a_question_to_her_can_be_taken_back_until_she_answers(as_, peter, samira, samira_case):
    promise = make(peter, samira_case, owner="mother", what="Belt de school.")
    assert as_(peter).get(url("remove_promise", samira_case, promise.pk)).status_code == 200
    actions.answer_promise(by=samira, case=samira_case, promise_id=promise.pk, seen_version=1, answer="agree")
    assert say(as_(peter), "remove_promise", samira_case, promise, "") == 404


def test_putting_off_keeps_the_day_that_was_promised(peter, samira, samira_case):
    promise = make(peter, samira_case, due_on=days_ago(5))
    given = {"by": peter, "case": samira_case, "promise_id": promise.pk}
    actions.answer_promise(by=samira, case=samira_case, promise_id=promise.pk, seen_version=1, answer="agree")
    actions.change_promise(
        **given, seen_version=2, owner="municipality", owner_name="", what=promise.what, due_on=days_ago(-5)
    )
    actions.say_done(**given, seen_version=3, done_on=timezone.localdate())
    assert facts(samira_case).was_put_off
    assert facts(samira_case).days_late == 5


def test_without_an_account_of_hers_staff_writes_for_her_at_the_table(as_, peter, samira_case):
    samira_case.account = None
    samira_case.save()
    promise = make(peter, samira_case, owner="mother", what="Belt de school.")
    assert say(as_(peter), "mark_done", samira_case, promise, "ja") == 302
    assert DoneStatement.objects.get().account == peter, "and his name stands with it"
