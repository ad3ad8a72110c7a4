"""What was taken off by mistake comes back whole: a child with its week, somebody on the map with every line."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Between, Factor, Node
from veerkracht.web.people import actions
from veerkracht.web.people.models import Child, TakenOff


def page(case) -> str:
    return reverse("people:taken_off", args=[case.public_id])


def test_a_child_comes_back_with_the_same_number(as_, peter, samira_case):
    yara = samira_case.household.children.get(first_name="Yara")
    actions.remove_child(by=peter, case=samira_case, child_id=yara.pk, seen_version=yara.version)
    assert not Child.objects.filter(pk=yara.pk).exists()
    browser = as_(peter)
    assert "Yara" in browser.get(page(samira_case)).content.decode()
    browser.post(page(samira_case), {"nummer": TakenOff.objects.get().pk})
    back = Child.objects.get(pk=yara.pk)
    assert (back.first_name, back.born_on, back.household_id) == ("Yara", yara.born_on, yara.household_id)
    assert not TakenOff.objects.exists()


def test_somebody_on_the_map_comes_back_with_every_line(as_, peter, samira_case):
    given = {"by": peter, "case": samira_case}
    oma = map_actions.add_node(**given, name="Oma", ring="micro", note="Haalt Yara op.")
    school = map_actions.add_node(**given, name="School", ring="micro")
    map_actions.add_between(**given, first=oma.pk, second=school.pk, state="in_touch", lost="Het briefje.")
    factor = map_actions.add_factor(
        **given, ring="micro", text="Oma is ziek.", effect="hinders", nodes=[oma.pk]
    )
    Factor.objects.update(owner_node=oma)
    map_actions.remove_node(**given, node_id=oma.pk, seen_version=oma.version)
    assert not Between.objects.exists() and Factor.objects.get().owner_node_id is None
    actions.put_back(**given, taken_id=TakenOff.objects.get().pk)
    assert Node.objects.get(pk=oma.pk).note == "Haalt Yara op."
    assert Between.objects.get().lost == "Het briefje."
    back = Factor.objects.get(pk=factor.pk)
    assert back.owner_node_id == oma.pk and [node.pk for node in back.nodes.all()] == [oma.pk]


def test_a_klantmanager_takes_off_only_what_he_typed_himself(as_, peter, samira, samira_case):
    hers = map_actions.add_node(by=samira, case=samira_case, name="Zus", ring="micro")
    his = map_actions.add_node(by=peter, case=samira_case, name="Verkeerd", ring="micro")
    touched = map_actions.add_node(by=peter, case=samira_case, name="Buur", ring="micro")
    map_actions.move_node(
        by=samira,
        case=samira_case,
        node_id=touched.pk,
        seen_version=1,
        ring="micro",
        closeness="close",
        angle=1.0,
    )
    for node in (hers, touched):
        with pytest.raises(Http404):
            map_actions.remove_node(by=peter, case=samira_case, node_id=node.pk, seen_version=node.version)
        url = reverse("map:remove_node", args=[samira_case.public_id, node.pk])
        assert as_(peter).get(url).status_code == 404
    url = reverse("map:remove_node", args=[samira_case.public_id, his.pk])
    assert as_(peter).post(url, {"seen_version": 1}).status_code == 302
    assert not Node.objects.filter(pk=his.pk).exists()


def test_after_thirty_days_or_in_another_case_it_is_not_there(as_, aylin, peter, samira_case, denise_case):
    yara = samira_case.household.children.get(first_name="Yara")
    actions.remove_child(by=peter, case=samira_case, child_id=yara.pk, seen_version=yara.version)
    taken = TakenOff.objects.get()
    answer = as_(aylin).post(page(denise_case), {"nummer": taken.pk}, follow=True)
    assert "niet (meer)" in answer.content.decode()
    TakenOff.objects.update(on=timezone.localdate() - dt.timedelta(days=31))
    answer = as_(peter).post(page(samira_case), {"nummer": taken.pk}, follow=True)
    assert "niet (meer)" in answer.content.decode()
