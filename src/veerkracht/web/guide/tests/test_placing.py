"""Her words find a place: exactly there, exactly once, and back again when she says so."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.guide import actions
from veerkracht.web.guide.models import Quote, QuotePlace
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.queries import map_of
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.models import Conflict


def url(name: str, quote: Quote) -> str:
    return reverse(f"guide:{name}", args=[quote.talk.case.public_id, quote.talk_id, quote.pk])


def factors(case, who):
    return map_of(case=case, account=who).map.factors


def plan(case):
    return plan_of(case=case, day=timezone.localdate())


def test_three_clicks_to_the_map(as_, peter, samira_case, say):
    quote = say("De opvang stopt.")
    client = as_(peter)
    assert client.get(url("to_map", quote)).status_code == 200
    data = {"ring": "exo", "effect": "hinders", "text": quote.words, "seen_version": quote.version}
    assert client.post(url("to_map", quote), data).status_code == 302
    factor = factors(samira_case, peter)[0]
    assert (factor.text, factor.ring, factor.effect, factor.said_by) == (
        "De opvang stopt.",
        "exo",
        "hinders",
        "mother",
    )
    assert factor.owner is None, "what lies in the outer rings is nobody's homework, and never hers"


def test_her_words_are_about_somebody_of_the_map(as_, peter, samira_case, say):
    juf = map_actions.add_node(by=peter, case=samira_case, name="Juf", ring="micro")
    map_actions.add_node(by=peter, case=samira_case, name="Oom Ali", ring="micro", do_not_contact=True)
    quote = say("De juf luistert.")
    client = as_(peter)
    page = client.get(url("to_map", quote)).content.decode()
    assert "Over wie of wat gaat het?" in page and "Oom Ali" not in page
    data = {"ring": "micro", "effect": "helps", "text": quote.words, "seen_version": quote.version}
    assert client.post(url("to_map", quote), {**data, "subject": "999999"}).status_code != 302
    assert client.post(url("to_map", quote), {**data, "subject": juf.pk}).status_code == 302
    assert factors(samira_case, peter)[0].nodes == (juf.key,)


def test_words_that_were_changed_are_no_longer_called_hers(peter, samira_case, talk, say):
    quote = say("Die juf luistert nooit.")
    actions.place_on_map(
        by=peter,
        case=samira_case,
        talk_id=talk.pk,
        quote_id=quote.pk,
        seen_version=1,
        ring="meso",
        effect="hinders",
        text="Contact met school loopt stroef.",
    )
    assert factors(samira_case, peter)[0].said_by == "klantmanager"


def test_a_wish_never_overwrites_a_wish(as_, peter, samira_case, say):
    for words in ("Ik wil koken.", "Op een school."):
        quote = say(words)
        as_(peter).post(url("to_wish", quote), {"seen_version": quote.version})
    assert plan(samira_case).wish == "Ik wil koken.\nOp een school."


def test_a_promise_out_of_her_words_still_waits_for_her_yes(as_, peter, samira_case, say):
    quote = say("Ik weet niet of ze de opvang betalen.")
    data = {
        "owner": "municipality",
        "what": "Beslist over de opvang.",
        "due_on": "24-11-2031",
        "seen_version": 1,
    }
    as_(peter).post(url("to_plan", quote), data)
    promise = plan(samira_case).promises[0]
    assert (promise.what, promise.due_on, promise.answer) == (
        "Beslist over de opvang.",
        dt.date(2031, 11, 24),
        "none",
    )


def test_a_promise_without_a_date_is_asked_for_it_and_nothing_typed_is_lost(as_, peter, samira_case, say):
    quote = say("Ik wacht al weken.")
    answer = as_(peter).post(
        url("to_plan", quote), {"owner": "municipality", "what": "Belt terug.", "seen_version": 1}
    )
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Belt terug." in text and "Een belofte van de gemeente heeft een datum" in text
    assert not plan(samira_case).promises


def test_sent_twice_it_is_put_there_once(as_, peter, samira_case, say):
    quote = say("Het helpt.")
    data = {"ring": "micro", "effect": "helps", "text": "Het helpt.", "seen_version": 1}
    client = as_(peter)
    client.post(url("to_map", quote), data)
    client.post(url("to_map", quote), data)
    assert len(factors(samira_case, peter)) == 1


@pytest.mark.parametrize("where", ["map", "wish", "promise"])
def test_taken_back_it_is_gone_there(peter, samira_case, talk, say, where):
    plan_actions.write_wish(by=peter, case=samira_case, wish="Eerst de taal.", seen_version=1)
    quote, common = say("Ik wil koken."), {"by": peter, "case": samira_case, "talk_id": talk.pk}
    given = {**common, "quote_id": quote.pk, "seen_version": 1}
    if where == "map":
        actions.place_on_map(**given, ring="micro", effect="helps", text="Ik wil koken.")
    elif where == "wish":
        actions.wish_from(**given)
    else:
        actions.promise_from(**given, owner="mother", what="Kookt.")
    place = QuotePlace.objects.get(quote=quote)
    actions.take_back(**{**given, "seen_version": 2, "place_id": place.pk})
    assert not QuotePlace.objects.exists()
    assert not factors(samira_case, peter)
    assert plan(samira_case).wish == "Eerst de taal."
    assert not plan(samira_case).promises


def test_what_she_answered_is_not_taken_back_behind_her(peter, samira, samira_case, talk, say):
    quote = say("Ik ga naar les.")
    common = {"by": peter, "case": samira_case, "talk_id": talk.pk, "quote_id": quote.pk}
    actions.promise_from(**common, seen_version=1, owner="mother", what="Gaat naar les.")
    promise = plan(samira_case).promises[0]
    plan_actions.answer_promise(
        by=samira, case=samira_case, promise_id=promise.id, seen_version=1, answer="agree"
    )
    with pytest.raises(Conflict):
        actions.take_back(**common, seen_version=2, place_id=QuotePlace.objects.get().pk)
    assert plan(samira_case).promises
    assert QuotePlace.objects.get().kind == "promise", "nothing changed at all"


def test_an_unknown_place_does_not_exist(peter, samira_case, talk, say):
    quote = say("x")
    with pytest.raises(Http404):
        actions.put_aside(
            by=peter, case=samira_case, talk_id=talk.pk, quote_id=quote.pk, seen_version=1, destination="map"
        )


def test_the_piece_of_htmx_is_the_piece_of_the_page(as_, peter, samira_case, talk, say):
    quote = say("Ik kook graag.")
    client = as_(peter)
    client.post(url("put_aside", quote), {"destination": "report", "seen_version": 1})
    page = client.get(reverse("guide:wrap_up", args=[samira_case.public_id, talk.pk])).content.decode()
    piece = client.get(url("to_map", quote), headers={"HX-Request": "true"}).content.decode()
    assert "Dit houdt tegen" in piece and "<html" not in piece
    assert "alleen in het verslag" in page


def test_her_answer_at_the_table_is_one_button_to_these_very_words(as_, peter, samira_case, talk, say):
    quote = say("Ik wacht al weken.")
    actions.promise_from(
        by=peter,
        case=samira_case,
        talk_id=talk.pk,
        quote_id=quote.pk,
        seen_version=1,
        owner="municipality",
        what="Beslist.",
        due_on=dt.date(2031, 1, 6),
    )
    promise = plan(samira_case).promises[0]
    address = reverse("guide:answer", args=[samira_case.public_id, talk.pk, promise.id])
    client = as_(peter)
    client.post(address, {"answer": "agree", "seen_version": promise.version + 1})
    assert plan(samira_case).promises[0].answer == "none", "that was an answer to other words"
    client.post(address, {"answer": "agree", "seen_version": promise.version})
    assert plan(samira_case).promises[0].is_agreed
    client.post(address, {"answer": "done", "seen_version": promise.version + 1})
    assert plan(samira_case).promises[0].answer == "agree"


def places(quote) -> list[str]:
    return list(QuotePlace.objects.filter(quote=quote).values_list("kind", flat=True))


def test_words_belong_to_several_things(as_, peter, samira_case, talk, say):
    quote, client = say("Mijn zus Marva kookt soms, ik wil meer uren."), as_(peter)
    client.post(url("to_person", quote), {"name": "Zus Marva", "seen_version": 1})
    client.post(url("to_wish", quote), {"seen_version": 2})
    promise = {"owner": "klantmanager", "what": "Vraagt na.", "due_on": "24-11-2031", "seen_version": 3}
    client.post(url("to_plan", quote), promise)
    assert places(quote) == ["person", "wish", "promise"]
    node = map_of(case=samira_case, account=peter).map.nodes[0]
    assert (node.name, node.group) == ("Zus Marva", "family")
    page = client.get(reverse("guide:talk", args=[samira_case.public_id, talk.pk])).content.decode()
    assert "bij Zus Marva" in page and "in het plan, als belofte" in page
    first = QuotePlace.objects.filter(quote=quote).first()
    client.post(url("take_back", quote), {"place": first.pk, "seen_version": 4})
    assert places(quote) == ["wish", "promise"] and not map_of(case=samira_case, account=peter).map.nodes


def test_words_go_to_somebody_who_stands_on_the_map_already(as_, peter, samira_case, say):
    map_actions.add_node(by=peter, case=samira_case, name="Marva", ring="micro")
    quote, client = say("Marva kookt soms."), as_(peter)
    client.post(url("to_person", quote), {"name": "Marva", "seen_version": 1})
    assert places(quote) == ["about"] and len(map_of(case=samira_case, account=peter).map.nodes) == 1
    place = QuotePlace.objects.get(quote=quote)
    client.post(url("take_back", quote), {"place": place.pk, "seen_version": 2})
    assert len(map_of(case=samira_case, account=peter).map.nodes) == 1, "she or he stood there before"


def test_nobody_comes_on_the_map_who_is_not_in_the_words(as_, peter, samira_case, say):
    quote = say("Ik wil meer uren.")
    answer = as_(peter).post(url("to_person", quote), {"name": "Zus Marva", "seen_version": 1})
    assert answer.status_code == 404 and not places(quote)


def test_what_has_a_place_does_not_stand_apart(peter, samira_case, talk, say):
    quote = say("Ik wil koken.")
    common = {"by": peter, "case": samira_case, "talk_id": talk.pk, "quote_id": quote.pk}
    actions.wish_from(**common, seen_version=1)
    with pytest.raises(Http404):
        actions.put_aside(**common, seen_version=2, destination="between_us")
    with pytest.raises(Http404):
        actions.wish_from(**common, seen_version=2)
