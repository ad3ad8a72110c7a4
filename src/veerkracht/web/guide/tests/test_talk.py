"""The talk through its pages: nothing typed is lost, nobody but the professional runs it, nothing is sent twice."""

from __future__ import annotations

import datetime as dt
import json
import uuid

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.guide import actions, queries
from veerkracht.web.guide.case_panel import talk_panel
from veerkracht.web.guide.models import Draft, Quote, TalkState
from veerkracht.web.people.queries import history
from veerkracht.web.record.encryption import decrypt


def url(name: str, case, *more) -> str:
    return reverse(f"guide:{name}", args=[case.public_id, *more])


def test_planning_and_beginning_takes_two_buttons(as_, peter, samira_case):
    client = as_(peter)
    made = client.post(
        url("plan_talk", samira_case), {"on": "24-11-2031", "starts_at": "9.30", "seen_version": 1}
    )
    assert made.status_code == 302
    talk = queries.talks_of(case=samira_case)[0]
    assert (talk.starts_at.hour, talk.starts_at.minute) == (9, 30)
    assert client.post(url("start", samira_case, talk.id)).url == url("talk", samira_case, talk.id)
    assert client.get(url("talk", samira_case, talk.id)).status_code == 200


def test_a_time_that_is_none_is_named(as_, peter, samira_case):
    page = as_(peter).post(url("plan_talk", samira_case), {"on": "24-11-2031", "starts_at": "half tien"})
    assert "half tien is geen tijd" in page.content.decode()


def test_only_her_professionals_open_the_talk(
    as_, peter, aylin, bas, marleen, samira, denise, others, samira_case, talk
):
    assert as_(peter).get(url("talk", samira_case, talk.pk)).status_code == 200
    for who in (aylin, bas, marleen, samira, denise, *others.values()):
        for name in ("talk", "prepare", "wrap_up"):
            assert as_(who).get(url(name, samira_case, talk.pk)).status_code == 404, (who.login, name)
        assert as_(who).post(url("add_quote", samira_case, talk.pk), {"words": "x"}).status_code == 404
    assert not Quote.objects.exists()


def test_nobody_elses_name_stands_on_the_screen_that_is_turned_to_her(
    as_, peter, samira_case, denise_case, talk
):
    text = as_(peter).get(url("talk", samira_case, talk.pk)).content.decode()
    assert "Denise" not in text and 'name="zoek"' not in text and "Mijn mensen" not in text


def test_a_sentence_sent_again_after_a_lost_connection_is_one_sentence(as_, peter, samira_case, talk):
    client, once = as_(peter), uuid.uuid4()
    for _ in range(3):
        piece = client.post(
            url("add_quote", samira_case, talk.pk),
            {"words": "Ik kook graag.", "once": once},
            headers={"X-Piece": "1"},
        )
        assert piece.status_code == 200 and "Ik kook graag." in piece.content.decode()
    assert Quote.objects.count() == 1


def test_what_is_being_typed_is_kept_for_its_writer_alone(as_, peter, samira, samira_case, talk):
    kept = as_(peter).post(
        url("draft", samira_case, talk.pk),
        {"field": "quote", "text": "Half af kanarie"},
        headers={"X-Piece": "1"},
    )
    assert kept.status_code == 204
    assert "Half af kanarie" in as_(peter).get(url("talk", samira_case, talk.pk)).content.decode()
    assert "kanarie" not in as_(samira).get(url("talks", samira_case)).content.decode()
    assert not [told for told in history(case=samira_case) if "schrijven" in told.words]


@pytest.mark.parametrize("role", ["aylin", "bas", "marleen", "denise"])
def test_nobody_else_keeps_a_draft_here(as_, request, role, samira_case, talk):
    answer = as_(request.getfixturevalue(role)).post(
        url("draft", samira_case, talk.pk), {"field": "quote", "text": "x"}
    )
    assert answer.status_code == 404
    assert not Draft.objects.exists()


def test_a_draft_with_invisible_characters_keeps_what_can_be_read(as_, peter, samira_case, talk):
    as_(peter).post(url("draft", samira_case, talk.pk), {"field": "quote", "text": "Ja\x00 en\x07\n😀"})
    assert Draft.objects.get().text == "Ja en\n😀"


def test_the_last_sentence_is_not_lost_when_the_talk_ends(as_, peter, samira_case, talk):
    client = as_(peter)
    client.post(url("draft", samira_case, talk.pk), {"field": "quote", "text": "En dat is alles."})
    client.post(url("end", samira_case, talk.pk))
    assert Quote.objects.get().words == "En dat is alles."
    assert not Draft.objects.exists()


def test_typing_after_the_log_in_ran_out_comes_back(as_, peter, samira_case, talk):
    client = as_(peter)
    session = client.session
    session["seen"] = session["since"] = 0
    session.save()
    answer = client.post(url("add_quote", samira_case, talk.pk), {"words": "Dit wil ik niet kwijt."})
    assert answer.status_code == 302 and "inloggen" in answer.url
    assert json.loads(decrypt(client.session["kept"]["fields"])) == [["words", "Dit wil ik niet kwijt."]]


def test_an_ended_talk_is_no_longer_alone(peter, samira_case, talk):
    actions.set_alone(by=peter, case=samira_case, talk_id=talk.pk, seen_version=talk.version, alone=True)
    ended = actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    assert ended.state == TalkState.ENDED and not ended.alone


def test_partner_questions_stay_closed_until_they_are_alone(as_, peter, samira_case, talk):
    client, page = as_(peter), url("prepare", samira_case, talk.pk) + "?ring=micro"
    assert "Is er een partner in je leven" not in client.get(page).content.decode()
    client.post(url("questions", samira_case, talk.pk), {"do": "add:Q19", "seen_version": talk.version})
    talk.refresh_from_db()
    assert "Q19" not in talk.questions
    client.post(url("alone", samira_case, talk.pk), {"alone": "ja", "seen_version": talk.version})
    assert "Is er een partner in je leven" in client.get(page).content.decode()
    talk.refresh_from_db()
    client.post(url("questions", samira_case, talk.pk), {"do": "add:Q19", "seen_version": talk.version})
    assert (
        "Niet iedereen kan hier vrij over praten"
        in client.get(url("talk", samira_case, talk.pk)).content.decode()
    )
    talk.refresh_from_db()
    client.post(url("alone", samira_case, talk.pk), {"alone": "nee", "seen_version": talk.version})
    assert (
        "Is er een partner in je leven" not in client.get(url("talk", samira_case, talk.pk)).content.decode()
    )


def test_a_skipped_question_leaves_no_trace(as_, peter, samira_case, talk):
    skipped = talk.questions[0]
    as_(peter).post(
        url("questions", samira_case, talk.pk),
        {"do": f"skip:{skipped}", "seen_version": talk.version, "from": "talk"},
    )
    talk.refresh_from_db()
    assert skipped not in talk.questions
    assert not [told for told in history(case=samira_case) if "oversl" in told.words or "sloeg" in told.words]


def test_her_own_points_come_first(as_, peter, samira, samira_case, talk):
    as_(samira).post(url("agenda", samira_case), {"words": "De brief van de opvang"})
    assert "De brief van de opvang" in as_(peter).get(url("prepare", samira_case, talk.pk)).content.decode()
    assert "De brief van de opvang" in as_(peter).get(url("talk", samira_case, talk.pk)).content.decode()
    point = queries.open_agenda(case=samira_case)[0]
    as_(peter).post(url("agenda_point", samira_case, point.pk), {"seen_version": 1, "talk": talk.pk})
    assert not queries.open_agenda(case=samira_case)


def test_a_contact_in_one_line_is_hers_to_read_and_its_authors_to_mend(
    as_, peter, samira, aylin, samira_case
):
    data = {
        "on": "20-11-2026",
        "kind": "did_not_happen",
        "line": "Adam was ziek.",
        "next_on": "27-11-2026",
        "seen_version": 1,
    }
    assert as_(peter).post(url("note_contact", samira_case), data).status_code == 302
    hers = as_(samira).get(url("talks", samira_case), follow=True).content.decode()
    assert "Adam was ziek." in hers and "niet verschenen" not in hers
    note = queries.contact_notes_of(case=samira_case)[0]
    assert as_(samira).get(url("contact", samira_case, note.pk)).status_code == 404
    assert as_(aylin).get(url("contact", samira_case, note.pk)).status_code == 404
    changed = {**data, "line": "Adam was ziek, ze belde zelf."}
    assert as_(peter).post(url("contact", samira_case, note.pk), changed).status_code == 302


@pytest.mark.parametrize("name", ["talk", "wrap_up", "prepare", "talks"])
def test_the_same_number_of_questions_whatever_was_said(as_, peter, samira_case, talk, say, name):
    client, page = as_(peter), url(name, samira_case, *([] if name == "talks" else [talk.pk]))
    counts = []
    for number in (2, 40):
        for n in range(number):
            say(f"Zin {n}.")
            actions.add_agenda_point(by=peter, case=samira_case, words=f"Punt {n}")
            actions.note_contact(by=peter, case=samira_case, on=talk.on, kind="called", line=f"Gebeld {n}.")
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        counts.append(len(asked))
    assert counts[0] == counts[1] < 40


def test_a_talk_of_the_past_is_not_the_next_and_another_year_is_written_out(peter, samira_case):
    today = timezone.localdate()
    actions.plan_talk(by=peter, case=samira_case, on=today - dt.timedelta(days=1))
    assert talk_panel(samira_case, peter, today).data.next is None
    far = dt.date(today.year + 1, 3, 4)
    actions.plan_talk(by=peter, case=samira_case, on=far)
    next_talk = talk_panel(samira_case, peter, today).data.next
    assert next_talk.on == far
    assert f"4 maart {far.year}" in render_to_string("guide/_when.html", {"talk": next_talk})


def test_a_talk_of_this_year_is_written_without_it(peter, samira_case):
    actions.plan_talk(by=peter, case=samira_case, on=timezone.localdate())
    next_talk = talk_panel(samira_case, peter, timezone.localdate()).data.next
    assert str(timezone.localdate().year) not in render_to_string("guide/_when.html", {"talk": next_talk})
