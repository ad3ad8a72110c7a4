"""At the table: from a new case to the talk and back, somebody on the map and a promise without leaving it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.guide import actions
from veerkracht.web.guide.domain.people_said import known_in, people_in, who_is
from veerkracht.web.guide.models import Talk
from veerkracht.web.map.queries import map_of
from veerkracht.web.people.models import Child
from veerkracht.web.plan.queries import plan_of

HTMX = {"HTTP_HX_REQUEST": "true"}


def url(name: str, case, *more) -> str:
    return reverse(f"guide:{name}", args=[case.public_id, *more])


def nodes(case, who):
    return map_of(case=case, account=who).map.nodes


def test_a_new_case_shows_three_steps_until_a_first_talk_was_had(as_, peter, new_case):
    case, client = new_case(1), as_(peter)
    first = reverse("people:case", args=[case.public_id])
    assert "De eerste drie stappen" in client.get(first).content.decode()
    actions.end_talk(by=peter, case=case, talk_id=actions.begin_talk(by=peter, case=case).pk)
    assert "De eerste drie stappen" not in client.get(first).content.decode()


def test_the_children_are_typed_in_one_go_and_nothing_typed_is_lost(as_, peter, new_case):
    case, client = new_case(1), as_(peter)
    address = reverse("people:add_children", args=[case.public_id])
    two = {"name_1": "Tyrell", "born_1": "14-07-2011", "name_2": "Amy", "born_2": ""}
    answer = client.post(address, two)
    assert answer.status_code == 422
    assert "Wanneer is dit kind geboren?" in answer.content.decode() and "Tyrell" in answer.content.decode()
    assert client.post(address, {}).status_code == 422
    tomorrow = (timezone.localdate() + dt.timedelta(days=1)).strftime("%d-%m-%Y")
    assert "in de toekomst" in client.post(address, {**two, "born_2": tomorrow}).content.decode()
    assert not Child.objects.filter(household=case.household).exists()
    assert client.post(address, {**two, "born_2": "20-03-2014"}).status_code == 302
    assert list(Child.objects.filter(household=case.household).values_list("first_name", flat=True)) == [
        "Tyrell",
        "Amy",
    ]


def test_one_press_begins_a_talk_and_pressed_twice_there_is_one(as_, peter, samira_case):
    client = as_(peter)
    for _ in range(2):
        answer = client.post(url("begin_talk", samira_case))
    talk = Talk.objects.get(case=samira_case)
    assert answer["Location"] == url("talk", samira_case, talk.pk)
    assert (talk.state, talk.led_by, len(talk.questions)) == ("running", peter, 3)


def test_todays_talk_is_begun_not_a_second_one_made(peter, samira_case):
    planned = actions.plan_talk(by=peter, case=samira_case, on=timezone.localdate())
    assert actions.begin_talk(by=peter, case=samira_case).pk == planned.pk


@pytest.mark.parametrize("page", ["map:map", "purse:money", "planner:week", "plan:plan", "people:case"])
def test_from_every_page_one_press_back_to_the_talk(as_, peter, samira, samira_case, talk, page):
    address = reverse(page, args=[samira_case.public_id])
    text = as_(peter).get(address, follow=True).content.decode()
    assert "Gesprek met Samira loopt · 0 min" in text and url("talk", samira_case, talk.pk) in text
    assert "loopt ·" not in as_(samira).get(address, follow=True).content.decode(), "it is a bar of the table"
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    assert "loopt ·" not in as_(peter).get(address, follow=True).content.decode()


def test_the_talk_has_doors_to_map_money_week_and_plan(as_, peter, samira_case, talk):
    text = as_(peter).get(url("talk", samira_case, talk.pk)).content.decode()
    for page in ("map:map", "purse:money", "planner:week", "plan:plan"):
        assert f'href="{reverse(page, args=[samira_case.public_id])}"' in text


def test_somebody_typed_at_the_table_stands_on_the_map(as_, peter, samira_case, talk):
    client, address = as_(peter), url("add_person", samira_case, talk.pk)
    piece = client.post(address, {"name": "Zus Marva"}, **HTMX).content.decode()
    assert "Zus Marva" in piece and "<html" not in piece
    assert client.post(address, {"name": "Schuldhulp"}).status_code == 302
    assert [(n.name, n.group, n.kind) for n in nodes(samira_case, peter)] == [
        ("Zus Marva", "family", "person"),
        ("Schuldhulp", "help", "organisation"),
    ]
    empty = client.post(address, {"name": "  "})
    assert empty.status_code == 422 and "Vul hier iets in" in empty.content.decode()


def test_a_child_of_the_facts_is_put_on_the_map_with_one_press(as_, peter, samira_case, talk):
    child = Child.objects.filter(household=samira_case.household).first() or Child.objects.create(
        household=samira_case.household, first_name="Yara", born_on=dt.date(2020, 5, 1)
    )
    client = as_(peter)
    page = client.get(url("talk", samira_case, talk.pk)).content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    client.post(url("add_person", samira_case, talk.pk), {"key": key})
    assert child.first_name in [node.name for node in nodes(samira_case, peter)]


def test_a_promise_of_the_table_waits_for_her_answer_and_is_asked_at_the_end(as_, peter, samira_case, talk):
    client, address = as_(peter), url("table_promise", samira_case, talk.pk)
    values = {"owner": "klantmanager", "what": "Belt de schuldhulp", "due_on": "11-12-2031"}
    no_date = client.post(address, {**values, "due_on": ""}, **HTMX)
    assert no_date.status_code == 422 and "Belt de schuldhulp" in no_date.content.decode()
    assert client.post(address, values, **HTMX).status_code == 200
    promise = plan_of(case=samira_case, day=timezone.localdate()).promises[0]
    assert (promise.owner, promise.answer, promise.due_on) == ("klantmanager", "none", dt.date(2031, 12, 11))
    assert "Peter belt de schuldhulp." in client.get(url("talk", samira_case, talk.pk)).content.decode()
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    wrap_up = client.get(url("wrap_up", samira_case, talk.pk)).content.decode()
    assert url("answer", samira_case, talk.pk, promise.id) in wrap_up


def test_who_is_named_in_a_sentence():
    named = people_in("Mijn zus Marva kookt, en de school van Amy belt nooit.", [])
    assert [(one.name, one.group) for one in named] == [("Zus Marva", "family"), ("School van Amy", "school")]
    assert people_in("Mijn zus belt.", ["Zus Marva"]) == []
    assert known_in("Marva belt, mijn zus dus.", ["Zus Marva", "Peter"]) == ["Zus Marva"]
    assert people_in("Ik wil meer uren.", []) == []
    assert (who_is("Kok").kind, who_is("UWV").ring) == ("person", "exo")


def test_a_card_begins_a_sentence_of_hers_and_notes_nothing(as_, peter, samira_case, talk):
    client, address = as_(peter), url("talk", samira_case, talk.pk)
    page = client.get(address).content.decode()
    assert "Wat trekt je in werken of leren" in page and "?kaart=M5" in page
    assert "Meer geld: </textarea>" in client.get(f"{address}?kaart=M5").content.decode()
    assert ": </textarea>" not in client.get(f"{address}?kaart=M99").content.decode()
    assert not talk.quotes.exists()
