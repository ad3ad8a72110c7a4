"""The list of cases: pages, search without accents, constant questions to the database."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.guide.models import ContactNote
from veerkracht.web.people import actions


@pytest.fixture
def ninety(peter):
    for n in range(90):
        actions.open_case(by=peter, first_name=f"Renée{n:02}", last_name="Öztürk")


def test_every_person_stands_on_exactly_one_page(as_, peter, ninety):
    client = as_(peter)
    seen = []
    for number in (1, 2, 3):
        page = client.get(reverse("people:case_list"), {"bladzijde": number}).context["page"]
        seen += [line.public_id for line in page.object_list]
    assert len(seen) == len(set(seen)) == 90


def test_the_links_lead_to_the_next_page(as_, peter, ninety):
    assert "?bladzijde=2" in as_(peter).get(reverse("people:case_list")).content.decode()


@pytest.mark.parametrize("words", ["renee07", "RENÉE07 öz", "ozturk renee07"])
def test_search_does_not_care_about_accents_and_order(as_, peter, ninety, words):
    page = as_(peter).get(reverse("people:case_list"), {"zoek": words}).context["page"]
    assert [line.name for line in page.object_list] == ["Renée07 Öztürk"]


@pytest.mark.parametrize("number", ["0", "-1", "999", "twee", "1" * 30, ""])
def test_a_strange_page_number_shows_a_page(as_, peter, ninety, number):
    assert as_(peter).get(reverse("people:case_list"), {"bladzijde": number}).status_code == 200


@pytest.mark.parametrize("many", [2, 35])
def test_the_list_asks_the_same_number_of_questions(as_, peter, many, django_assert_num_queries):
    for n in range(many):
        actions.open_case(by=peter, first_name=f"Anna{n}", last_name="Smit")
    client = as_(peter)
    client.get(reverse("people:case_list"))
    with django_assert_num_queries(14):  # five of them are the one line in the reading log
        client.get(reverse("people:case_list"))


DUTCH = ["Abbas", "van den Berg", "Bergman", "de Boer", "’t Hart", "IJzerman", "Özdemir", "Zwart"]


def names_of(client, **query):
    return [line.name for line in client.get(reverse("people:case_list"), query).context["page"].object_list]


def test_the_list_is_sorted_by_the_main_name(as_, peter):
    for name in ("Zwart", "Özdemir", "’t Hart", "de Boer", "van den Berg", "IJzerman", "Bergman", "Abbas"):
        actions.open_case(by=peter, first_name="A", last_name=name)
    assert names_of(as_(peter)) == [f"A {name}" for name in DUTCH]


def test_a_changed_name_moves_and_is_looked_up_by_its_new_one(as_, peter):
    case = actions.open_case(by=peter, first_name="Ans", last_name="Abbas")
    actions.open_case(by=peter, first_name="Bo", last_name="Mol")
    facts = {"born_on": None, "phone": "", "address": "", "address_is_secret": False}
    actions.change_case(by=peter, case=case, seen_version=1, first_name="Ans", last_name="van Zijl", **facts)
    assert names_of(as_(peter)) == ["Bo Mol", "Ans van Zijl"]
    assert names_of(as_(peter), zoek="zijl") == ["Ans van Zijl"]


@pytest.mark.parametrize("words", ["'t Hart", "’t hart", "‘t Hart", "`t Hart", "t hart"])
def test_any_quote_finds_her(as_, peter, words):
    actions.open_case(by=peter, first_name="Fem", last_name="’t Hart")
    assert names_of(as_(peter), zoek=words) == ["Fem ’t Hart"]


@pytest.mark.parametrize("words", ["0612345678", "06 12 34 56 78", "06-12345678", "+31612345678", "12345678"])
def test_a_telephone_finds_her(as_, peter, words):
    actions.open_case(by=peter, first_name="Fem", last_name="Mol", phone="+31 6 1234 5678")
    actions.open_case(by=peter, first_name="Bo", last_name="Bos", phone="06 87654321")
    assert names_of(as_(peter), zoek=words) == ["Fem Mol"]


def test_the_number_of_a_case_finds_her(as_, peter):
    case = actions.open_case(by=peter, first_name="Fem", last_name="Mol")
    actions.open_case(by=peter, first_name="Bo", last_name="Bos")
    for words in (case.public_id, case.public_id.lower(), f"{case.public_id[:4]} {case.public_id[4:]}"):
        assert names_of(as_(peter), zoek=words) == ["Fem Mol"]


def renamed(peter, first, last, new):
    case = actions.open_case(by=peter, first_name=first, last_name=last)
    same = {"first_name": first, "born_on": None, "phone": "", "address": "", "address_is_secret": False}
    actions.change_case(by=peter, case=case, seen_version=case.version, last_name=new, **same)
    return case


@pytest.mark.parametrize("words", ["haddad", "Háddad samira", "bakker", "samira bakker"])
def test_a_former_name_finds_her(as_, peter, words):
    renamed(peter, "Samira", "Haddad", "Bakker")
    assert names_of(as_(peter), zoek=words) == ["Samira Bakker"]


def test_several_former_names_stay_and_the_present_one_is_none_of_them(peter):
    case = renamed(peter, "Samira", "Haddad", "Bakker")
    same = {"first_name": "Samira", "born_on": None, "phone": "", "address": "", "address_is_secret": False}
    for name in ("de Vries", "Haddad", "Haddad"):
        actions.change_case(by=peter, case=case, seen_version=case.version, last_name=name, **same)
    assert case.former_names == "de Vries; Bakker"


def test_a_saved_case_keeps_its_former_names(peter):
    case = renamed(peter, "Samira", "Haddad", "Bakker")
    case.save()
    assert "haddad" in case.search_name and case.former_names == "Haddad"


@pytest.mark.parametrize(("weeks", "is_silent"), [(7, False), (9, True)])
def test_who_was_silent_for_longer_is_one_press_away(as_, peter, samira_case, weeks, is_silent):
    on = timezone.localdate() - dt.timedelta(weeks=weeks)
    ContactNote.objects.create(case=samira_case, on=on, kind="called", line="Gebeld.", author=peter)
    new = actions.open_case(by=peter, first_name="Nieuw", last_name="Vandaag")
    names = names_of(as_(peter), alleen="contact")
    assert names == (["Samira Haddad"] if is_silent else []), new
