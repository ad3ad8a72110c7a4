"""A week without log-in: an answer, and nothing kept anywhere."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.test import Client

from veerkracht.web.planner.public.forms import USUAL


def rows() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_the_form_stands_there_without_log_in_or_cookie(db):
    answer = Client().get("/week")
    assert answer.status_code == 200 and not answer.cookies
    assert "We bewaren niets" in answer.content.decode()


def test_an_answer_and_nothing_kept(db):
    before, client = rows(), Client(enforce_csrf_checks=True)
    answer = client.post("/week", {**USUAL, "child_2": "toddler", "child_3": "teen"})
    page = answer.content.decode()
    assert answer.status_code == 200 and "In een schoolweek past" in page and "<svg" in page
    assert not answer.cookies and rows() == before
    assert 'value="8:30-14:15"' in page, "what was typed stays in the form"


def test_unknown_journeys_give_a_range(db):
    page = Client().post("/week", {**USUAL, "school_work": "10-40"}).content.decode()
    assert " tot " in page and "Dit weten we nog niet" in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("child_1", "draak", "Deze keuze bestaat niet"),
        ("child_1", "", "Kies een van de mogelijkheden"),
        ("school", "ochtend", "geen begin en einde"),
        ("home_work", "ver", "geen heel getal"),
        ("home_by", "6:00", "Dit moet later zijn"),
    ],
)
def test_what_is_wrong_is_named_and_kept(db, field, typed, said):
    page = Client().post("/week", {**USUAL, field: typed}).content.decode()
    assert said in page and "In een schoolweek past" not in page
