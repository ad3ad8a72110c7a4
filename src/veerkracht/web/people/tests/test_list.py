"""The list of cases: pages, search without accents, constant questions to the database."""

from __future__ import annotations

import pytest
from django.urls import reverse

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
    with django_assert_num_queries(11):
        client.get(reverse("people:case_list"))
