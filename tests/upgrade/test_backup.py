"""BCK-01: backup, wipe, restore, upgrade; and what must be refused. The database is that of an earlier version."""

from __future__ import annotations

import json
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .conftest import command, rows_of_then

NEWER = "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '9999_newer', '2030-01-01')"


@dataclass(frozen=True)
class Installation:
    """One database with its folders, and a way to reach it behind the program's back."""

    url: str
    home: Path
    sql: Callable[[str], list[Any]]
    wipe: Callable[[], None]

    def web(self, *arguments: str) -> Any:
        return command(
            self.url, "-m", "veerkracht.cli", "web", *arguments, home=self.home, HTTPS="0", PORT="1"
        )

    def rows(self, tables: dict[str, int]) -> dict[str, int]:
        return {table: self.sql(f'SELECT count(*) FROM "{table}"')[0][0] for table in tables}


@pytest.fixture(params=[pytest.param("sqlite", marks=pytest.mark.one_database), "postgresql"])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    url = request.getfixturevalue(f"{request.param}_of_then")
    yield (on_sqlite if request.param == "sqlite" else on_postgresql)(url, tmp_path / "home")


def on_sqlite(url: str, home: Path) -> Installation:
    place = Path(url.removeprefix("sqlite:///"))

    def sql(statement: str) -> list[Any]:
        with closing(sqlite3.connect(place)) as database, database:
            return database.execute(statement).fetchall()

    return Installation(url, home, sql, place.unlink)


def on_postgresql(url: str, home: Path) -> Installation:
    import psycopg

    def sql(statement: str) -> list[Any]:
        with psycopg.connect(url, autocommit=True) as database:
            cursor = database.execute(statement)
            return cursor.fetchall() if cursor.description else []

    return Installation(
        url, home, sql, lambda: sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public") and None
    )


def backup_of(installation: Installation) -> Path:
    made = installation.web("backup")
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip())


def test_backup_wipe_restore_and_upgrade_lose_nothing(installation: Installation) -> None:
    backup = backup_of(installation)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600 and backup.parent == installation.home / "backup"
    assert [place.name for place in backup.parent.iterdir()] == [backup.name], "nothing half is left behind"

    installation.wipe()
    refused = installation.web("serve")
    assert refused.returncode == 1 and "veerkracht web" in refused.stderr

    done = installation.web("restore", str(backup))
    assert done.returncode == 0, done.stderr
    then = rows_of_then()
    assert then["people_case"] == 14, "the dump itself"
    now = installation.rows(then)
    # Counted by the command as they were copied; after its upgrade the facts of a week stand elsewhere.
    assert {table for table in then if now[table] != then[table]} == {"planner_part"}
    assert installation.sql("SELECT count(*) FROM people_session")[0][0] == 0
    assert installation.web("migrate", "--check").returncode == 0, "a restored database is of this version"


def test_what_must_not_be_put_back_is_refused_and_changes_nothing(installation: Installation) -> None:
    backup = backup_of(installation)
    there = rows_of_then()
    filled = installation.web("restore", str(backup))
    assert filled.returncode == 1 and "--overschrijf" in filled.stderr

    damaged = backup.with_name("damaged")
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)
    half = backup.with_name("half")
    half.write_bytes(backup.read_bytes()[:-30_000])
    for wrong in (damaged, half, Path("/nowhere/at/all")):
        refused = installation.web("restore", str(wrong), "--overschrijf")
        assert refused.returncode == 1 and "Traceback" not in refused.stderr
        assert "reservekopie" in refused.stderr or "geen bestand" in refused.stderr
    assert installation.rows(there) == there


def test_a_downgrade_is_refused(installation: Installation) -> None:
    assert installation.web("migrate", "--verbosity", "0").returncode == 0
    installation.sql(NEWER)
    served = installation.web("serve")
    assert served.returncode == 1 and "nieuwere versie" in served.stderr
    newer = backup_of(installation)
    installation.wipe()
    refused = installation.web("restore", str(newer))
    assert refused.returncode == 1 and "nieuwere versie" in refused.stderr


def test_daily_backs_up_and_tidies(installation: Installation) -> None:
    assert installation.web("migrate", "--verbosity", "0").returncode == 0
    old = installation.home / "backup" / "2020-01-01T000000.veerkracht-backup"
    old.parent.mkdir(parents=True)
    old.touch()
    installation.sql(
        "INSERT INTO people_session (device, session_key, session_data, expire_date) "
        "VALUES ('', 'old', '', '2020-01-01')"
    )
    done = installation.web("daily")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not old.exists() and len(list(old.parent.glob("*.veerkracht-backup"))) == 1
    assert installation.sql("SELECT count(*) FROM people_session WHERE session_key = 'old'")[0][0] == 0
    assert json.loads((installation.home / "daily.json").read_text())["failed"] == []
