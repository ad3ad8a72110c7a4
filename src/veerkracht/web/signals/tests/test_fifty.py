"""Signals of fifty generated cases are answered, and the answer is back with each of them. And Z9 step 6, a signal of
no case, and Z2 step 8, a study that counts as a result."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.counting import action_owners_by_case, results_by_case
from veerkracht.web.signals import actions, queries
from veerkracht.web.signals.counting import topics_by_case
from veerkracht.web.signals.models import Signal, SignalTopic, Ticket

SUBJECTS = (
    "Opvang opent te laat.",
    "De taalles telt niet.",
    "De brief is niet te lezen.",
    "De bus rijdt niet.",
)


def test_fifty_signals_are_answered_and_back_at_their_givers(
    fifty: list[Case], ilse: Account, peter: Account, give: Any, read_all: Callable[[], None]
) -> None:
    for number, case in enumerate(fifty):
        by = case.account if number % 2 else peter
        give(by, case, SUBJECTS[number % 4])
    read_all()
    assert Signal.objects.count() == 50
    for subject in SUBJECTS:
        first, *same = [signal.topic for signal in Signal.objects.all() if signal.wrong == subject]
        for topic in same:
            actions.join_topics(by=ilse, topic_id=topic.pk, seen_version=topic.version, into_id=first.pk)
        first.refresh_from_db()
        step = {"topic_id": first.pk, "seen_version": first.version, "due_on": timezone.localdate()}
        actions.take_step(by=ilse, **step, state="decided", words=f"Besloten: {subject}")
    assert SignalTopic.objects.filter(merged_into=None).count() == 4
    day = timezone.localdate()
    for number, case in enumerate(fifty):
        answers = queries.answers_for_her(case=case, account=case.account, day=day)
        assert [signal.answer.words for signal in answers] == [f"Besloten: {SUBJECTS[number % 4]}"]
    about = topics_by_case(case_ids=[case.pk for case in fifty])
    assert len(about) == 50 and all(len(topics) == 1 for topics in about.values())


def test_one_mother_with_ten_signals_counts_once(
    fifty: list[Case], ilse: Account, give: Any, read_all: Callable[[], None]
) -> None:
    for _ in range(10):
        give(fifty[0].account, fifty[0], SUBJECTS[0])
    read_all()
    first, *same = [signal.topic for signal in Signal.objects.all()]
    for topic in same:
        actions.join_topics(by=ilse, topic_id=topic.pk, seen_version=topic.version, into_id=first.pk)
    assert topics_by_case(case_ids=[case.pk for case in fifty]) == {fifty[0].pk: {first.pk}}


def test_a_klantmanager_gives_a_signal_about_the_work_itself(peter: Account, as_: Callable[..., Any]) -> None:
    sent = {"once": str(uuid.uuid4()), "wrong": "Er wordt alleen op uitstroom gestuurd.", "ring": "exo"}
    answer = as_(peter).post("/signalen/nieuw/", {**sent, "hearer": "department", "goes": "ja"})
    assert answer.status_code == 302
    assert Ticket.objects.get().holder == "", "of no case"


def test_a_study_that_was_begun_counts_as_a_result_and_her_no_is_no_action(
    peter: Account, samira: Account, samira_case: Case
) -> None:
    day = timezone.localdate()
    given = {"by": peter, "case": samira_case, "due_on": day + dt.timedelta(days=30)}
    study = plan_actions.make_promise(**given, owner="mother", what="Begint met de AD.", kind="study")
    seen = {"promise_id": study.pk, "seen_version": study.version}
    plan_actions.say_done(by=samira, case=samira_case, **seen, done_on=day)
    plan_actions.make_promise(**given, owner="municipality", what="Beslist over opvang.")
    place = samira_case.municipality_id
    assert results_by_case(municipality_id=place) == {samira_case.pk: {"study"}}
    assert dict(action_owners_by_case(municipality_id=place)[samira_case.pk]) == {"others": 1}
