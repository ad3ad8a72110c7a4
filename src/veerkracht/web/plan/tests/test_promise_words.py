"""A promise is said to each in the right person, once somebody saw the sentences; until then it is a quote."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from veerkracht.web.plan import actions
from veerkracht.web.plan.models import Promise
from veerkracht.web.plan.promise_words import promiser_of
from veerkracht.web.plan.queries import plan_of
from veerkracht.words.promise import Clause

pytestmark = pytest.mark.django_db(databases="__all__")
BELONGS = "Praat niet over terugbetalen als Samira er niet bij is."
DUE = dt.date(2030, 1, 7)


def url(name: str, case, *more: object) -> str:
    return reverse(f"plan:{name}", args=[case.public_id, *more])


def page(client, case) -> str:
    return client.get(reverse("plan:plan", args=[case.public_id])).content.decode()


def make(peter, case, **changed: object) -> Promise:
    values = {"owner": "klantmanager", "what": BELONGS, "due_on": DUE, **changed}
    return actions.make_promise(by=peter, case=case, **values)


def test_typing_shows_both_sentences_before_anything_is_saved(as_, peter, samira_case):
    typed = {"owner": "klantmanager", "owner_name": "", "what": BELONGS}
    answer = as_(peter).post(url("promise_sentences", samira_case), typed).content.decode()
    assert "praat niet over terugbetalen als jij er niet bij bent." in answer
    assert "Ik praat niet over terugbetalen als Samira er niet bij is." in answer
    assert not Promise.objects.exists()


def test_what_was_on_the_page_is_what_she_reads(as_, peter, samira, samira_case):
    sent = {"owner": "klantmanager", "what": BELONGS, "due_on": "07-01-2030", "read_as": BELONGS}
    as_(peter).post(url("make_promise", samira_case), sent)
    hers = page(as_(samira), samira_case)
    assert "praat niet over terugbetalen als jij er niet bij bent." in hers
    assert "Samira er niet bij" not in hers
    assert "Ik praat niet over terugbetalen als Samira er niet bij is." in page(as_(peter), samira_case)


@pytest.mark.parametrize("read_as", ["", "Belt de school."])
def test_sentences_that_nobody_saw_are_not_put_in_their_place(as_, peter, samira, samira_case, read_as):
    sent = {"owner": "klantmanager", "what": BELONGS, "due_on": "07-01-2030", "read_as": read_as}
    as_(peter).post(url("make_promise", samira_case), sent)
    assert f"“{BELONGS}”" in page(as_(samira), samira_case)


def test_an_older_promise_is_ticked_by_a_person(as_, peter, samira, samira_case):
    promise = make(peter, samira_case)
    assert "als jij er niet bij bent" in page(as_(peter), samira_case), "offered beside the plan"
    sent = {"seen_version": promise.version, "read_as": promise.what}
    as_(peter).post(url("word_promise", samira_case, promise.pk), sent)
    assert "als jij er niet bij bent." in page(as_(samira), samira_case)


def test_ticking_changes_nothing_that_was_agreed(as_, peter, samira_case):
    promise = make(peter, samira_case)
    before = plan_of(case=samira_case, day=DUE).text.hash
    sent = {"seen_version": promise.version, "read_as": promise.what}
    as_(peter).post(url("word_promise", samira_case, promise.pk), sent)
    after = plan_of(case=samira_case, day=DUE)
    assert after.promises[0].clauses
    assert after.text.hash == before


def test_other_words_are_a_quote_again(as_, peter, samira, samira_case):
    promise = make(peter, samira_case, clauses=(Clause(verb="bellen", rest="de school"),))
    sent = {"owner": "klantmanager", "what": "De school dus.", "due_on": "07-01-2030"}
    as_(peter).post(url("change_promise", samira_case, promise.pk), {**sent, "seen_version": promise.version})
    assert "“De school dus.”" in page(as_(samira), samira_case)


def test_a_tick_on_words_that_changed_since_is_not_a_tick(as_, peter, samira_case):
    promise = make(peter, samira_case)
    stale = {"seen_version": promise.version, "read_as": "Belt de school."}
    as_(peter).post(url("word_promise", samira_case, promise.pk), stale)
    promise.refresh_from_db()
    assert promise.clauses == []


def test_her_own_promise_is_hers_in_the_first_person(as_, samira, samira_case):
    sent = {"owner": "mother", "what": "Ik bel mijn zus", "read_as": "Ik bel mijn zus"}
    as_(samira).post(url("make_promise", samira_case), sent)
    assert "Ik bel mijn zus." in page(as_(samira), samira_case)


def test_somebody_else_cannot_tick_or_read(as_, aylin, peter, samira_case):
    promise = make(peter, samira_case)
    sent = {"seen_version": promise.version, "read_as": promise.what}
    assert as_(aylin).post(url("word_promise", samira_case, promise.pk), sent).status_code == 404
    assert as_(aylin).post(url("promise_sentences", samira_case), sent).status_code == 404


@pytest.mark.parametrize(
    ("name", "is_plural"), [("Oma en Selam", True), ("De juf van Sara en Lina", False), ("De buren", True)]
)
def test_two_people_promise_in_the_plural(name, is_plural):
    assert promiser_of(owner="network", owner_name=name, klantmanager="").is_plural is is_plural
