"""The plan through its pages: what is said is kept, nothing is agreed without her, nobody overwrites anybody."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.plan import actions
from veerkracht.web.plan.models import FixedPlan, Plan, Promise
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.models import Event


def url(name: str, case, *more) -> str:
    return reverse(f"plan:{name}", args=[case.public_id, *more])


@pytest.fixture
def promise(peter, samira_case) -> Promise:
    return actions.make_promise(
        by=peter,
        case=samira_case,
        owner="municipality",
        what="Beslist over de opvang.",
        due_on=dt.date(2030, 1, 7),
    )


def test_an_empty_plan_invites_her_wish(as_, peter, samira_case):
    page = as_(peter).get(url("plan", samira_case))
    assert page.status_code == 200
    assert "in haar eigen woorden" in page.content.decode()


def test_she_reads_je_where_peter_reads_u(as_, samira, peter, samira_case, promise):
    hers = as_(samira).get(url("plan", samira_case)).content.decode()
    his = as_(peter).get(url("plan", samira_case)).content.decode()
    assert "Wat jij doet" in hers and "Wat jij doet" not in his
    assert "Wat Samira doet" in his


def test_the_municipality_stands_on_top(as_, peter, samira_case):
    actions.make_promise(by=peter, case=samira_case, owner="mother", what="Gaat naar de les.")
    actions.make_promise(
        by=peter, case=samira_case, owner="municipality", what="Beslist.", due_on=dt.date(2030, 1, 7)
    )
    owners = [p.owner for p in plan_of(case=samira_case, day=timezone.localdate()).promises]
    assert owners == ["municipality", "mother"]


def test_a_promise_of_the_municipality_needs_a_date(as_, peter, samira_case):
    answer = as_(peter).post(url("make_promise", samira_case), {"owner": "municipality", "what": "Beslist."})
    assert answer.status_code == 200
    assert "Een belofte van de gemeente heeft een datum" in answer.content.decode()
    assert "Beslist." in answer.content.decode(), "what was typed stays"
    assert not Promise.objects.exists()


def test_nothing_is_agreed_without_her_yes(as_, samira, samira_case, promise):
    data = {"answer": "think", "answer_words": "Ik vraag het eerst thuis.", "seen_version": promise.version}
    as_(samira).post(url("answer", samira_case, promise.pk), data)
    promise.refresh_from_db()
    assert promise.answer == "think"
    assert promise.answer_noted_by == samira
    assert not plan_of(case=samira_case, day=timezone.localdate()).promises[0].is_agreed


def test_changing_a_promise_asks_her_again(peter, samira, samira_case, promise):
    answered = actions.answer_promise(
        by=samira, case=samira_case, promise_id=promise.pk, seen_version=1, answer="agree"
    )
    changed = actions.change_promise(
        by=peter,
        case=samira_case,
        promise_id=promise.pk,
        seen_version=answered.version,
        owner="municipality",
        what="Beslist over de opvang en de reiskosten.",
        owner_name="",
        due_on=dt.date(2030, 1, 7),
    )
    assert changed.answer == "none"


def test_two_people_editing_one_wish_get_a_merge_page(as_, peter, samira, samira_case):
    Plan.objects.create(case=samira_case, wish="Koken.")
    form = as_(peter).get(url("wish", samira_case)).context["form"]
    base = {"seen_version": 1, "was": form["was"].value()}
    as_(samira).post(url("wish", samira_case), {**base, "wish": "Koken op een school."})
    late = as_(peter).post(url("wish", samira_case), {**base, "wish": "Koken in een buurthuis."})
    assert late.status_code == 409
    text = late.content.decode()
    assert all(words in text for words in ("Koken.", "Koken op een school.", "Koken in een buurthuis."))
    assert Plan.objects.get().wish == "Koken op een school."
    keep = dict(late.context["keep"])
    chosen = as_(peter).post(url("wish", samira_case), {**keep, "wish": "Koken op een school of buurthuis."})
    assert chosen.status_code == 302
    assert Plan.objects.get().wish == "Koken op een school of buurthuis."


def test_a_form_sent_twice_has_one_effect(as_, peter, samira_case):
    token = "0b1f3a52-9d6b-4a86-9a43-4c7d3a5c6d10"
    data = {"once": token, "owner": "mother", "what": "Gaat naar de les."}
    for _ in range(3):
        assert as_(peter).post(url("make_promise", samira_case), data).status_code == 302
    assert Promise.objects.count() == 1
    assert Event.objects.filter(kind="plan.promise_made").count() == 1


def test_fixing_binds_to_what_was_shown(as_, peter, samira_case, promise):
    shown = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    actions.make_promise(by=peter, case=samira_case, owner="mother", what="Belt de school.")
    page = as_(peter).post(url("fix", samira_case), {"hash": shown})
    assert "net veranderd" in page.content.decode()
    assert not FixedPlan.objects.exists()


def test_only_she_can_confirm_and_only_what_she_saw(as_, peter, samira, samira_case, promise):
    shown = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    as_(peter).post(url("fix", samira_case), {"hash": shown})
    assert as_(peter).post(url("fixed", samira_case, 1), {"hash": shown}).status_code == 404
    as_(samira).post(url("fixed", samira_case, 1), {"hash": "0" * 64})
    assert FixedPlan.objects.get().confirmed_at is None
    as_(samira).post(url("fixed", samira_case, 1), {"hash": shown})
    assert FixedPlan.objects.get().confirmed_at is not None


def test_keeping_a_promise_does_not_break_the_signature(as_, peter, samira_case, promise):
    before = plan_of(case=samira_case, day=timezone.localdate()).text.hash
    as_(peter).post(url("mark_done", samira_case, promise.pk), {"done": "ja", "seen_version": 1})
    after = plan_of(case=samira_case, day=timezone.localdate())
    assert after.promises[0].done_on == timezone.localdate()
    assert after.text.hash == before


def test_the_letter_is_a_pdf_without_a_telling_name(as_, peter, samira_case, promise):
    answer = as_(peter).get(url("letter", samira_case))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert "Samira" not in answer["Content-Disposition"]


def test_an_empty_plan_gives_no_letter_but_a_sentence(as_, peter, samira_case):
    answer = as_(peter).get(url("letter", samira_case))
    assert answer.status_code == 422
    assert "Er staat nog niets in het plan" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 40])
def test_the_plan_page_asks_the_same_number_of_questions(
    as_, peter, samira_case, number, django_assert_num_queries
):
    for n in range(number):
        actions.make_promise(by=peter, case=samira_case, owner="mother", what=f"Stap {n}.")
    client = as_(peter)
    client.get(url("plan", samira_case))
    with django_assert_num_queries(16, exact=False):
        client.get(url("plan", samira_case))
