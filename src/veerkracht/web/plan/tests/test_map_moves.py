"""What holds back or is broken becomes a promise of its owner in one press, never homework of hers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.queries import map_of
from veerkracht.web.plan.map_moves import movables_of
from veerkracht.web.plan.models import Promise
from veerkracht.web.plan.queries import late_lines, plan_of

TEXT = "De taalles telt niet, dus de opvang stopt."


@pytest.fixture
def barrier(peter, samira_case):
    school = map_actions.add_node(
        by=peter, case=samira_case, name="Taalschool", ring="micro", group="school", kind="organisation"
    )
    oma = map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro", group="family")
    return map_actions.add_factor(
        by=peter, case=samira_case, ring="exo", text=TEXT, effect="hinders", nodes=[school.pk, oma.pk]
    )


@pytest.fixture
def broken(peter, samira_case):
    wijkteam, school = (
        map_actions.add_node(
            by=peter, case=samira_case, name=name, ring="micro", group="help", kind="organisation"
        )
        for name in ("Wijkteam", "School")
    )
    return map_actions.add_between(
        by=peter, case=samira_case, first=wijkteam.pk, second=school.pk, state="silent"
    )


def press(client, case, mover: str, *, follow: bool = False):
    address = reverse("plan:promise_from_map", args=[case.public_id])
    return client.post(address, {"mover": mover}, follow=follow)


def promises(case):
    return plan_of(case=case, day=timezone.localdate()).promises


def page(client, name: str, case) -> str:
    return client.get(reverse(name, args=[case.public_id])).content.decode()


def test_a_class_that_does_not_count_becomes_a_promise_of_the_municipality(as_, peter, samira_case, barrier):
    client = as_(peter)
    assert TEXT in page(client, "map:map", samira_case).split("Wie doet hier iets aan?")[1]
    assert press(client, samira_case, f"factor:{barrier.pk}:1").status_code == 302
    promise = promises(samira_case)[0]
    due_on = timezone.localdate() + dt.timedelta(days=14)
    assert (promise.owner, promise.due_on, promise.answer) == ("municipality", due_on, "none")
    assert promise.moves == f"factor:{barrier.pk}" and TEXT in promise.what
    assert TEXT in page(client, "plan:plan", samira_case), "it stands on the plan"
    assert f"#belofte-{promise.id}" in page(client, "map:map", samira_case), "and the map shows what moved"


def test_late_it_is_late_on_both_pages(as_, peter, samira, samira_case, barrier):
    client = as_(peter)
    press(client, samira_case, f"factor:{barrier.pk}:1")
    Promise.objects.update(due_on=timezone.localdate() - dt.timedelta(days=3))
    assert [late.what for late in late_lines(account=peter, day=timezone.localdate())] == [
        promises(samira_case)[0].what
    ]
    assert "te laat" in page(client, "map:map", samira_case)
    assert "te laat" in page(as_(samira), "plan:plan", samira_case)


def test_what_lies_in_the_outer_rings_is_nobodys_homework_around_her(peter, samira_case, barrier):
    movers = movables_of(case=samira_case, account=peter)[0].movers
    assert [(one.owner, one.name) for one in movers] == [
        ("klantmanager", ""),
        ("municipality", ""),
        ("school", "Taalschool"),
    ]


@pytest.mark.parametrize("mover", ["factor:{0}:9", "factor:{0}:-1", "factor:999999:0", "mother", "", "x:y:z"])
def test_no_hand_made_owner_gets_in(as_, peter, samira_case, barrier, mover):
    page = press(as_(peter), samira_case, mover.format(barrier.pk), follow=True).content.decode()
    assert "De kaart is net veranderd" in page
    assert not promises(samira_case)


def test_sent_twice_it_is_one_promise(as_, peter, samira_case, barrier):
    sent = {"mover": f"factor:{barrier.pk}:0", "once": "5f3c7a52-6d0e-4c55-9f3e-2b8f0f6f1a70"}
    for _ in range(2):
        as_(peter).post(reverse("plan:promise_from_map", args=[samira_case.public_id]), sent)
    assert len(promises(samira_case)) == 1


def test_she_herself_is_not_asked_to_hand_out_promises(as_, samira, samira_case, barrier):
    assert "Wie doet hier iets aan?" not in page(as_(samira), "map:map", samira_case)


def test_what_only_she_sees_is_not_offered(peter, samira, samira_case):
    map_actions.add_factor(
        by=samira, case=samira_case, ring="micro", text="Van mij", effect="hinders", only_hers=True
    )
    assert movables_of(case=samira_case, account=peter) == []


def test_a_broken_tie_is_promised_and_repaired(as_, peter, samira_case, broken):
    client = as_(peter)
    assert "Contact tussen Wijkteam en School loopt niet" in page(client, "map:map", samira_case)
    press(client, samira_case, f"between:{broken.pk}:2")
    assert (promises(samira_case)[0].owner_name, promises(samira_case)[0].place) == (
        "Wijkteam",
        broken.first_id,
    )
    address = reverse("plan:mended", args=[samira_case.public_id, broken.pk])
    client.post(address, {"seen_version": broken.version + 1})
    assert map_of(case=samira_case, account=peter).map.betweens[0].state == "silent", "that was an old page"
    client.post(address, {"seen_version": broken.version})
    assert map_of(case=samira_case, account=peter).map.betweens[0].state == "in_touch"
    assert "loopt niet" not in page(client, "map:map", samira_case)
