"""Two cases of one person become one, by the team lead, and nothing is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.guide.models import ContactNote
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Node
from veerkracht.web.people import actions
from veerkracht.web.people.merging import merge_cases, same_people
from veerkracht.web.people.models import Case, Child
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.models import Plan, Promise
from veerkracht.web.purse import actions as purse_actions
from veerkracht.web.purse.models import PartAnswers

BORN = dt.date(1990, 3, 12)


def a_case(klantmanager, first="Fatma", last="Özdemir") -> Case:
    case = actions.open_case(by=klantmanager, first_name=first, last_name=last, born_on=BORN)
    given = {"by": klantmanager, "case": case}
    actions.add_child(**given, first_name="Yara", born_on=dt.date(2019, 5, 1))
    plan_actions.write_wish(**given, wish=f"Wens bij {klantmanager.name}.", seen_version=1)
    plan_actions.make_promise(**given, owner="municipality", what=f"Belofte van {klantmanager.name}.")
    day = timezone.localdate()
    ContactNote.objects.create(case=case, on=day, kind="called", line="Gebeld.", author=klantmanager)
    return case


@pytest.fixture
def two(peter, aylin) -> tuple[Case, Case]:
    keep, double = a_case(peter), a_case(aylin, "fatma", "Ozdemir")
    actions.add_child(by=aylin, case=double, first_name="Adam", born_on=dt.date(2022, 5, 1))
    map_actions.add_node(by=aylin, case=double, name="Oma", ring="micro")
    for klantmanager, case in ((peter, keep), (aylin, double)):
        purse_actions.tell(by=klantmanager, case=case, part="wonen", answers={"huur": 700.0}, seen_version=1)
    return keep, double


def numbers(two) -> dict[str, str]:
    return {"keep_id": two[0].public_id, "double_id": two[1].public_id}


def test_the_team_lead_sees_the_pair_and_merges_it_in_two_presses(as_, marleen, two):
    browser = as_(marleen)
    text = browser.get(reverse("people:possible_doubles")).content.decode()
    assert all(case.public_id in text for case in two)
    sent = {"blijft": two[0].public_id, "gaat_op": two[1].public_id}
    assert "gaat daarin op" in browser.get(reverse("people:merge_two"), sent).content.decode()
    assert browser.post(reverse("people:merge_two"), sent).status_code == 302
    assert Case.objects.get(pk=two[1].pk).merged_into_id == two[0].pk
    assert same_people(account=marleen, day=timezone.localdate()) == []


def test_what_can_move_moves_and_what_cannot_stays_whole(marleen, peter, aylin, two):
    keep, double = two
    merge_cases(by=marleen, **numbers(two))
    whats = set(Promise.objects.filter(plan__case=keep).values_list("what", flat=True))
    assert whats == {f"Belofte van {peter.name}.", f"Belofte van {aylin.name}."}
    assert ContactNote.objects.filter(case=keep).count() == 2
    assert [node.name for node in Node.objects.filter(case=keep)] == ["Oma"], "there was no map yet"
    assert (
        PartAnswers.objects.filter(case=keep).count() == PartAnswers.objects.filter(case=double).count() == 1
    )
    assert Plan.objects.get(case=keep).wish == f"Wens bij {peter.name}."
    assert Plan.objects.get(case=double).wish == f"Wens bij {aylin.name}.", "still there to read"
    children = Child.objects.filter(household=keep.household_id)
    assert {child.first_name for child in children} == {"Yara", "Adam"}


def test_who_worked_with_the_double_does_not_see_it_any_more(as_, marleen, peter, aylin, two):
    merge_cases(by=marleen, **numbers(two))
    assert as_(aylin).get(reverse("people:case", args=[two[1].public_id])).status_code == 404
    assert as_(peter).get(reverse("people:case", args=[two[0].public_id])).status_code == 200


def test_two_different_people_are_never_merged(marleen, peter, two):
    other = a_case(peter, "Noor", "Bakker")
    for keep_id, double_id in ((two[0].public_id, other.public_id), (two[0].public_id, two[0].public_id)):
        with pytest.raises(Http404):
            merge_cases(by=marleen, keep_id=keep_id, double_id=double_id)


def test_only_a_team_lead_of_the_municipality_merges(peter, bas, two):
    for who in (peter, bas):
        with pytest.raises(Http404):
            merge_cases(by=who, **numbers(two))


def test_her_log_in_goes_along_and_two_log_ins_are_asked_first(as_, marleen, samira, denise, two):
    Case.objects.filter(pk=two[1].pk).update(account=samira)
    merge_cases(by=marleen, **numbers(two))
    assert Case.objects.get(pk=two[0].pk).account_id == samira.pk
    assert as_(samira).get(reverse("people:case", args=[two[0].public_id]), follow=True).status_code == 200


def test_two_log_ins_are_not_merged(as_, marleen, samira, denise, two):
    Case.objects.filter(pk=two[0].pk).update(account=denise)
    Case.objects.filter(pk=two[1].pk).update(account=samira)
    sent = {"blijft": two[0].public_id, "gaat_op": two[1].public_id}
    text = as_(marleen).post(reverse("people:merge_two"), sent).content.decode()
    assert "Zij logt in beide dossiers zelf in" in text
    assert not Case.objects.filter(merged_into__isnull=False).exists()
