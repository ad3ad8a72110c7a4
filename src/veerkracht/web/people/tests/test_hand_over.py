"""People go to a colleague: ticked from a list, all or nobody; what was promised keeps the name of who said it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people import actions
from veerkracht.web.people.models import Assignment, Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import Promise
from veerkracht.web.record.models import Event


@pytest.fixture
def seven(peter) -> list[Case]:
    return [actions.open_case(by=peter, first_name=f"Anna{n}", last_name="Zonnebloem") for n in range(7)]


def numbers_of(account) -> set[str]:
    return set(Case.objects.visible_to(account).values_list("public_id", flat=True))


def page_of(account) -> str:
    return reverse("people:hand_over_some", args=[account.pk])


def test_five_of_seven_go_and_each_has_a_line_of_its_own(as_, marleen, peter, aylin, seven):
    """Team, the klantmanager, five ticks, the colleague, the button: nine clicks."""
    browser = as_(marleen)
    assert page_of(peter) in browser.get(reverse("people:team")).content.decode()
    text = browser.get(page_of(peter)).content.decode()
    assert all(case.public_id in text for case in seven) and "Zonnebloem" not in text
    going = [case.public_id for case in seven[:5]]
    answer = browser.post(page_of(peter), {"public_ids": going, "account_id": aylin.pk})
    assert answer.status_code == 302
    assert numbers_of(aylin) == set(going)
    assert numbers_of(peter) == {case.public_id for case in seven[5:]}
    for case in seven[:5]:
        assert Event.objects.filter(case_id=case.pk, kind="people.assigned", actor_id=marleen.pk).count() == 1


def test_the_same_form_twice_gives_once(as_, marleen, peter, aylin, seven):
    sent = {"public_ids": [seven[0].public_id], "account_id": aylin.pk, "once": "5" * 32}
    browser = as_(marleen)
    assert browser.post(page_of(peter), sent).status_code == 302
    again = browser.post(page_of(peter), sent)
    assert again.status_code == 200 and "hoort intussen bij iemand anders" in again.content.decode()
    assert Assignment.objects.filter(account=aylin).count() == 1


@pytest.mark.parametrize(
    ("ticked", "to", "says"),
    [
        ([], "aylin", "Vink aan wie naar een collega gaan."),
        (["eerste"], "", "Kies een collega."),
        (["eerste", "ZZZZZZZZ"], "aylin", "hoort intussen bij iemand anders"),
    ],
)
def test_what_is_not_right_is_said_and_nobody_goes(as_, marleen, peter, aylin, seven, ticked, to, says):
    numbers = [seven[0].public_id if number == "eerste" else number for number in ticked]
    answer = as_(marleen).post(page_of(peter), {"public_ids": numbers, "account_id": aylin.pk if to else ""})
    text = answer.content.decode()
    assert answer.status_code == 200 and says in text
    assert not ticked or f'value="{seven[0].public_id}" checked' in text
    assert len(numbers_of(peter)) == 7


def test_nobody_of_another_municipality_and_no_klantmanager_gives(as_, marleen, peter, bas, aylin, seven):
    assert as_(marleen).get(page_of(bas)).status_code == 404
    assert as_(peter).get(page_of(peter)).status_code == 404


def test_a_promise_keeps_the_name_of_who_made_it(as_, marleen, peter, aylin, samira_case):
    """A8: Peter's promise read "Aylin Demir, klantmanager" after one click of the team lead."""
    promise = plan_actions.make_promise(
        by=peter, case=samira_case, owner="klantmanager", what="Belt de school.", due_on=timezone.localdate()
    )
    own = {"public_id": samira_case.public_id, "account_id": aylin.pk, "kind": "own"}
    actions.assign(by=marleen, **own, starts_on=timezone.localdate())
    assert Promise.objects.get(pk=promise.pk).owner_name == "Peter van Dongen"
    text = as_(aylin).get(reverse("plan:plan", args=[samira_case.public_id])).content.decode()
    assert "Peter van Dongen, klantmanager" in text
    new = plan_actions.make_promise(by=aylin, case=samira_case, owner="klantmanager", what="Kijkt mee.")
    assert Promise.objects.get(pk=new.pk).owner_name == ""


def test_a_stand_in_takes_over_no_name(marleen, peter, aylin, samira_case):
    promise = plan_actions.make_promise(
        by=peter, case=samira_case, owner="klantmanager", what="Belt de school."
    )
    today = timezone.localdate()
    given = {"public_id": samira_case.public_id, "account_id": aylin.pk, "kind": "stand_in"}
    actions.assign(by=marleen, **given, starts_on=today, ends_on=today)
    assert Promise.objects.get(pk=promise.pk).owner_name == ""
