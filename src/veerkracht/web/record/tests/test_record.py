"""The guard, the words and the versions by themselves, without a page around them."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection

from veerkracht.web.people.actions import add_child, change_child, open_case
from veerkracht.web.people.models import Case, Municipality
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.guard import WriteRefused, only_reading, refuse_writes, writing
from veerkracht.web.record.journal import JournalRouter, is_journal
from veerkracht.web.record.models import Conflict, Event, Reading
from veerkracht.web.record.queries import happenings, known_kinds, supply_words
from veerkracht.web.record.reading_log import note_reading

WRITES = [
    "INSERT INTO people_case (id) VALUES (1)",
    "UPDATE people_municipality SET phone = ''",
    "DELETE FROM people_child",
    "  delete from people_child",
    "DROP TABLE people_case",
    "ALTER TABLE people_case ADD x integer",
    "CREATE TABLE x (id integer)",
    "REPLACE INTO people_case (id) VALUES (1)",
    "WITH x AS (DELETE FROM people_child RETURNING id) SELECT * FROM x",
    "TRUNCATE people_child",
    'UPDATE "people_case" SET phone = \'"record_reading"\'',
]


@pytest.mark.parametrize("sql", WRITES)
def test_every_kind_of_write_is_refused_outside_an_action(sql, voorbeeld) -> None:
    with connection.execute_wrapper(refuse_writes), pytest.raises(WriteRefused, match="outside an action"):
        connection.cursor().execute(sql)


def test_reads_and_the_journal_pass(voorbeeld) -> None:
    with connection.execute_wrapper(refuse_writes):
        assert Municipality.objects.count() == 1
        note_reading(account_id=1, case_id=1, what="x", role="y")
        Reading.objects.all().delete()


def test_inside_an_action_a_write_passes_and_afterwards_no_more(voorbeeld) -> None:
    with connection.execute_wrapper(refuse_writes):
        with writing():
            Municipality.objects.update(phone="085")
        with pytest.raises(WriteRefused):
            connection.cursor().execute("UPDATE people_municipality SET phone = ''")


def test_no_action_runs_while_a_page_is_only_read() -> None:
    with only_reading(), pytest.raises(WriteRefused, match="only reads"), writing():
        pass


def test_the_journal_has_its_own_connection_and_nothing_else_does() -> None:
    router = JournalRouter()
    assert router.db_for_write(Reading) == router.db_for_read(Reading) == "journal"
    assert router.db_for_write(Event) == "default", "an event belongs to its write"
    assert router.db_for_write(Case) == "default"
    assert is_journal("sessions", "session") and is_journal("axes", "accessattempt")


def test_one_write_one_event_with_who_what_and_which_version(peter, samira_case) -> None:
    before = Event.objects.count()
    child = samira_case.household.children.first()
    given = {"by": peter, "case": samira_case, "child_id": child.pk, "first_name": "Yara-Noor"}
    change_child(**given, seen_version=1, born_on=child.born_on)
    event = Event.objects.latest("pk")
    assert Event.objects.count() == before + 1
    assert (event.kind, event.actor_id, event.case_id) == ("people.child_changed", peter.pk, samira_case.pk)
    assert (event.object_type, event.object_id, event.version) == ("child", child.pk, 2)
    assert event.municipality_id == peter.municipality_id


def test_an_older_version_is_refused_with_what_stands_there_now(peter, samira_case) -> None:
    child = samira_case.household.children.first()
    given = {"by": peter, "case": samira_case, "child_id": child.pk, "born_on": child.born_on}
    change_child(**given, seen_version=1, first_name="Eerst")
    for stale in (0, 1, 3, 10**30, -1):
        with pytest.raises(Conflict) as late:
            change_child(**given, seen_version=stale, first_name="Later")
        assert late.value.current.first_name == "Eerst" and late.value.current.version == 2


def test_the_same_token_works_once_and_says_what_it_made(peter, samira_case) -> None:
    token, born = uuid.uuid4(), samira_case.opened_on
    made = add_child(by=peter, case=samira_case, once=token, first_name="Sam", born_on=born)
    with pytest.raises(AlreadyDone) as again:
        add_child(by=peter, case=samira_case, once=token, first_name="Sam", born_on=born)
    assert again.value.object_id == made.pk
    assert samira_case.household.children.filter(first_name="Sam").count() == 1


def test_events_are_told_newest_first_and_only_of_this_case(peter, aylin, samira_case, denise_case) -> None:
    for name in ("Sam", "Noor"):
        add_child(by=peter, case=samira_case, first_name=name, born_on=samira_case.opened_on)
    add_child(by=aylin, case=denise_case, first_name="Tim", born_on=samira_case.opened_on)
    told = happenings(case_id=samira_case.pk)
    assert [one.words for one in told] == ["zette een kind erbij"] * 2
    assert told[0].at >= told[1].at
    assert len(happenings(case_id=samira_case.pk, limit=1)) == 1


def test_opening_a_case_is_the_first_line_of_its_history(peter) -> None:
    case = open_case(by=peter, first_name="Noor", last_name="Bos")
    assert [one.words for one in happenings(case_id=case.pk)] == ["opende het dossier"]


def test_two_capabilities_cannot_claim_the_same_event() -> None:
    assert "people.case_opened" in known_kinds()
    with pytest.raises(ValueError, match="has words already"):
        supply_words({"people.case_opened": "iets anders"})
