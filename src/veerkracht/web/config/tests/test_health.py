"""DUR-05: `/gezond` says what is wrong, as JSON, to whoever asks, whatever is broken."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from veerkracht.web.config import health
from veerkracht.web.record.write_faults import Fault, fault_of

pytestmark = pytest.mark.django_db(databases="__all__")


def test_all_is_well(client) -> None:
    answer = client.get("/gezond")
    assert answer.status_code == 200, answer.json()
    assert answer.json() == {
        "status": "ok",
        "disk": "ok",
        "database": "ok",
        "migrations": "ok",
        "durability": "ok",
        "writing": "ok",
    }


def test_the_trial_write_leaves_nothing(client) -> None:
    client.get("/gezond")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session WHERE session_key = 'gezond'")
        assert cursor.fetchone()[0] == 0


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "full"), (errno.EROFS, "read-only"), (errno.EIO, "does not answer")]
)
def test_a_disk_that_takes_nothing_is_named(client, monkeypatch, number, said) -> None:
    def refused(*given: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("os.posix_fallocate", refused)
    answer = client.get("/gezond")
    assert answer.status_code == 503 and answer.json()["disk"] == said


def test_a_disk_that_is_almost_full_is_named_in_time(client, monkeypatch) -> None:
    monkeypatch.setattr(health, "ENOUGH_SPACE", 10**18)
    assert client.get("/gezond").json()["disk"] == "almost full"


@pytest.mark.parametrize("who", ["nobody", "peter", "samira"])
def test_a_broken_database_is_said_in_json_to_whoever_asks(
    client, as_, peter, samira, monkeypatch, who
) -> None:
    browser = client if who == "nobody" else as_({"peter": peter, "samira": samira}[who])

    def broken(*given: object, **named: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.save", broken)
    monkeypatch.setattr(connection, "cursor", broken)
    answer = browser.get("/gezond")
    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/json" and answer.json()["database"] == "locked"


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a file, and so only SQLite")
def test_a_file_that_is_gone_is_named_and_no_new_one_is_made(client, monkeypatch, tmp_path: Path) -> None:
    gone = tmp_path / "gone.sqlite3"
    monkeypatch.setitem(connection.settings_dict, "NAME", str(gone))
    answer = client.get("/gezond")
    assert answer.status_code == 503 and answer.json()["database"] == "file is gone"
    assert not gone.exists()


def test_sqlite_says_what_is_wrong_in_words() -> None:
    """The words of SQLite itself, https://www.sqlite.org/rescode.html; those that can be provoked are."""
    says = {
        "database or disk is full": Fault.FULL,
        "attempt to write a readonly database": Fault.READ_ONLY,
        "database is locked": Fault.LOCKED,
        "unable to open database file": Fault.UNREACHABLE,
        'near "x": syntax error': Fault.REFUSED,
    }
    for words, fault in says.items():
        assert fault_of(OperationalError(words)) is fault
    with pytest.raises(sqlite3.OperationalError) as opened:
        sqlite3.connect("/nowhere/at/all.sqlite3")
    assert fault_of(OperationalError(str(opened.value))) is Fault.UNREACHABLE


@pytest.mark.parametrize(
    ("code", "fault"),
    # https://www.postgresql.org/docs/15/errcodes-appendix.html
    [
        ("53100", Fault.FULL),
        ("25006", Fault.READ_ONLY),
        ("55P03", Fault.LOCKED),
        ("57P01", Fault.UNREACHABLE),
        (None, Fault.UNREACHABLE),
        ("42601", Fault.REFUSED),
    ],
)
def test_postgresql_says_it_with_a_code(code, fault) -> None:
    class FromServer(Exception):
        sqlstate = code

    error = OperationalError("whatever the server's language is")
    error.__cause__ = FromServer()
    assert fault_of(error) is fault
