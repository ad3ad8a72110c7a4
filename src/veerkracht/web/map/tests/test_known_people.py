"""Who the facts name is offered on the map: one press each, nobody by itself, linked by key and not by name."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.urls import reverse

from veerkracht.web.facts.models import HouseholdFacts, Statement
from veerkracht.web.map import actions
from veerkracht.web.map.known_people import offered_people
from veerkracht.web.map.models import Node
from veerkracht.web.people.models import Child
from veerkracht.web.record.models import Conflict


def say(case, **values) -> None:
    HouseholdFacts.objects.get_or_create(case=case)
    for path, value in values.items():
        Statement.objects.create(
            case=case, path=path.replace("__", "."), value=value, said_on_page="week", revision=1
        )


def offered(case, account) -> list[str]:
    return [one.person.name for one in offered_people(case=case, account=account)]


@pytest.fixture
def yara(samira_case):
    return samira_case.household.children.get(first_name="Yara")


def press(client, case, **data):
    return client.post(reverse("map:add_known_person", args=[case.public_id]), data)


def test_children_helpers_childcare_and_employer_are_offered_and_nobody_stands_there(peter, samira_case):
    say(samira_case, cares__A__kind="informeel", cares__A__name="Oma", cares__B__kind="bso")
    say(samira_case, cares__B__name="De Zonnebloem", jobs__C__name="Bakker", jobs__D__sort="course")
    say(samira_case, jobs__D__name="Roc")
    assert offered(samira_case, peter) == ["Yara", "Adam", "Oma", "De Zonnebloem", "Bakker"]
    assert not Node.objects.exists()


@pytest.mark.parametrize(("said", "names"), [("ja", ["Yara", "Adam", "Partner"]), ("nee", ["Yara", "Adam"])])
def test_a_partner_only_where_she_lives_with_one(peter, samira_case, said, names):
    say(samira_case, lives_with_partner=said)
    assert offered(samira_case, peter) == names


def test_a_place_with_a_name_is_not_offered_where_the_address_is_secret(peter, samira_case):
    say(samira_case, cares__B__kind="bso", cares__B__name="De Zonnebloem", jobs__C__name="Bakker")
    samira_case.change(samira_case.version, address_is_secret=True)
    assert offered(samira_case, peter) == ["Yara", "Adam"]


def test_one_press_puts_her_there_once_and_a_new_name_stays_the_same_person(as_, peter, samira_case, yara):
    client = as_(peter)
    for _ in range(2):
        assert press(client, samira_case, key=f"child:{yara.pk}").status_code == 302
    node = Node.objects.get()
    assert (node.name, node.ring, node.group, node.person) == ("Yara", "micro", "home", f"child:{yara.pk}")
    Child.objects.filter(pk=yara.pk).update(first_name="Yara Noor")
    assert offered(samira_case, peter) == ["Adam"]
    page = client.get(reverse("map:map", args=[samira_case.public_id])).content.decode()
    assert "Adam op de kaart" in page and "Yara Noor op de kaart" not in page


def test_a_place_of_that_name_is_linked_only_when_somebody_says_so(as_, peter, samira_case, yara):
    node = actions.add_node(by=peter, case=samira_case, name=" yara", ring="micro")
    page = as_(peter).get(reverse("map:map", args=[samira_case.public_id])).content.decode()
    assert "Yara op de kaart is dezelfde" in page and Node.objects.get().person == ""
    given = {"key": f"child:{yara.pk}", "node": node.pk, "seen_version": node.version}
    assert press(as_(peter), samira_case, **given).status_code == 302
    assert Node.objects.get().person == f"child:{yara.pk}" and offered(samira_case, peter) == ["Adam"]


def test_who_must_not_be_approached_is_not_offered(peter, samira_case):
    say(samira_case, cares__A__kind="informeel", cares__A__name="Oom Ali")
    actions.add_node(by=peter, case=samira_case, name="Oom Ali", ring="micro", do_not_contact=True)
    assert "Oom Ali" not in offered(samira_case, peter)


@pytest.mark.parametrize("key", ["", "child:999999", "partner", "care:zz"])
def test_a_key_of_nobody_puts_nobody_there(as_, peter, samira_case, key):
    answer = as_(peter).post(
        reverse("map:add_known_person", args=[samira_case.public_id]), {"key": key}, follow=True
    )
    assert "staat niet meer bij wat we weten" in answer.content.decode()
    assert not Node.objects.exists()


def test_nobody_else_puts_anybody_there(aylin, samira_case, yara):
    with pytest.raises(Http404):
        actions.add_known_person(by=aylin, case=samira_case, key=f"child:{yara.pk}")


def test_a_place_that_changed_is_not_linked_unseen(peter, samira_case, yara):
    node = actions.add_node(by=peter, case=samira_case, name="Yara", ring="micro")
    given = {"case": samira_case, "key": f"child:{yara.pk}", "node_id": node.pk}
    with pytest.raises(Conflict):
        actions.link_known_person(by=peter, **given, seen_version=9)
