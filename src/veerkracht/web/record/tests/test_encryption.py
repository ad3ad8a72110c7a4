"""What is private stands in the database only as cipher; keys can be changed; a lost key is said and never guessed."""

from __future__ import annotations

import base64
import os

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from veerkracht.web.guide.models import Draft, Heard, IntervisionCard, MirrorTick, Quote, Reflection, Talk
from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.models import Node
from veerkracht.web.people import actions
from veerkracht.web.people.case_list import case_list
from veerkracht.web.people.models import Case
from veerkracht.web.record.encryption import (
    Unreadable,
    decrypt_column,
    encrypt_column,
    encrypted_columns,
    rotate_column,
)

SECRETS = [f"kanarie{n}" for n in range(12)]


def new_key() -> str:
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def whole_database() -> str:
    """Every value of every table, as a copy of the database would hold it."""
    texts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            texts += [str(value) for row in cursor.fetchall() for value in row]
    return "\n".join(texts)


@pytest.fixture
def secrets(peter, samira, samira_case) -> Case:
    """Something in each place that is private, hidden or secret."""
    day, now = timezone.localdate(), timezone.now()
    hers = {"by": samira, "case": samira_case}
    names = {"first_name": "Samira", "last_name": "Haddad", "born_on": None, "phone": ""}
    actions.change_case(
        by=peter,
        case=samira_case,
        seen_version=samira_case.version,
        **names,
        address=SECRETS[0],
        address_is_secret=True,
    )
    node = map_actions.add_node(**hers, name=SECRETS[1], ring="micro", note=SECRETS[2])
    other = map_actions.add_node(**hers, name="Oma", ring="micro")
    map_actions.add_between(**hers, first=node.pk, second=other.pk, state="in_touch", lost=SECRETS[3])
    map_actions.add_factor(**hers, ring="micro", text=SECRETS[4], effect="hinders")
    map_actions.take_snapshot(**hers, label="Nu", taken_on=day)
    talk = Talk.objects.create(case=samira_case, on=day, led_by=peter)
    Quote.objects.create(talk=talk, words=SECRETS[5], destination="between_us", noted_by=peter)
    Draft.objects.create(talk=talk, account=peter, field="words", text=SECRETS[6])
    Heard.objects.create(talk=talk, face=2, words=SECRETS[7], said_at=now)
    MirrorTick.objects.create(account=peter, talk=talk, factors=[SECRETS[8]])
    Reflection.objects.create(account=peter, topic="Q1", words=SECRETS[9], noted_on=day)
    IntervisionCard.objects.create(account=peter, situation=SECRETS[10], question=SECRETS[11], noted_on=day)
    return samira_case


def test_a_copy_of_the_database_holds_none_of_the_words(secrets):
    held = whole_database()
    assert "Haddad" in held, "the list is searched by name"
    assert not [word for word in SECRETS if word in held]


def test_who_may_read_reads_it_and_the_search_still_finds_her(peter, secrets):
    assert Case.objects.get(pk=secrets.pk).address == SECRETS[0]
    assert {node.name for node in Node.objects.filter(case=secrets)} == {SECRETS[1], "Oma"}
    assert MirrorTick.objects.get().factors == [SECRETS[8]]
    assert [line.name for line in case_list(account=peter, day=timezone.localdate(), search="haddad").page]


def test_one_text_looks_different_each_time_and_nothing_stays_nothing(peter, samira_case):
    for _ in range(2):
        map_actions.add_node(by=peter, case=samira_case, name="Oma", ring="micro")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, note FROM map_node ORDER BY id")
        (one, note), (two, _) = cursor.fetchall()
    assert one != two and note == ""


@pytest.mark.parametrize(
    "ask", [{"name": "Oma"}, {"name__contains": "Om"}, {"name__in": ["Oma"]}, {"name__gt": "A"}]
)
def test_what_the_database_cannot_answer_is_an_error_and_not_an_empty_list(samira_case, ask):
    with pytest.raises(FieldError):
        Node.objects.filter(**ask).exists()


def test_a_new_key_writes_and_the_old_one_can_go(secrets, settings, capsys):
    old, new = settings.FIELD_KEYS[0], new_key()
    settings.FIELD_KEYS = [new, old]
    call_command("rotate_keys")
    assert "texten" not in capsys.readouterr().out
    settings.FIELD_KEYS = [new]
    assert Case.objects.get(pk=secrets.pk).address == SECRETS[0]
    for table, column in encrypted_columns():
        assert rotate_column(table, column) == 0, "nothing is left to do"


def test_a_key_taken_away_too_early_is_said(secrets, settings):
    settings.FIELD_KEYS = [new_key()]
    with pytest.raises(Unreadable):
        Case.objects.get(pk=secrets.pk)
    with pytest.raises(CommandError, match="Zet de oude sleutel terug"):
        call_command("rotate_keys")


def test_a_changed_text_is_not_taken_for_another(secrets):
    strange = Fernet(new_key()).encrypt(b"Oma").decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE map_node SET name = %s", [f"enc1:{strange}"])
    with pytest.raises(Unreadable):
        list(Node.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE map_node SET name = 'plain'")
    with pytest.raises(Unreadable):
        list(Node.objects.all())


def test_an_older_database_is_encrypted_once_and_can_go_back(secrets):
    pairs = list(encrypted_columns())
    for table, column in pairs:
        decrypt_column(table, column)
    assert all(word in whole_database() for word in SECRETS)
    for _ in range(2):
        for table, column in pairs:
            encrypt_column(table, column)
    assert not [word for word in SECRETS if word in whole_database()]
    assert Case.objects.get(pk=secrets.pk).address == SECRETS[0]
