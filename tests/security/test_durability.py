"""DUR-03: what was called saved is on the disk, and the program refuses to start where it would not be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections

from veerkracht.web.record.durability import refuse_unsafe, weaknesses

STRACE = shutil.which("strace")
COMMITS = 500
WRITER = f"""
import django; django.setup()
from django.db import connection, connections
from veerkracht.web.people.models import Account, Municipality
from veerkracht.web.people import actions
for alias in ("default", "journal"):
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA synchronous=" + LEVEL) if LEVEL else None
here = Municipality.objects.create(name="Gemeente Voorbeeld", slug="voorbeeld")
peter = Account.objects.create(login="peter", name="Peter", role="klantmanager", municipality=here)
for n in range({COMMITS}):
    actions.open_case(by=peter, first_name="Noor", last_name=str(n))
"""


def own_settings(home: Path) -> dict[str, str]:
    """The program's own settings on a SQLite file of its own, as a municipality would run it."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "VEERKRACHT_TEST_DATABASE")}
    ours = {
        "DJANGO_SETTINGS_MODULE": "veerkracht.web.config.settings",
        "VEERKRACHT_HOME": str(home),
        "SECRET_KEY": "only-for-this-test-" + "0" * 40,
    }
    return kept | ours


def fdatasyncs(home: Path, level: str) -> int:
    """How often the disk was told to keep it, while 500 cases were opened one by one."""
    env, counts = own_settings(home), home / "counts"
    migrate = [sys.executable, "-m", "veerkracht.web.command", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=env, check=True)
    script = f"LEVEL = {level!r}\n{WRITER}"
    trace = [STRACE, "-f", "-c", "--seccomp-bpf", "-e", "trace=fdatasync,fsync", "-o", str(counts)]
    subprocess.run([*trace, sys.executable, "-c", script], env=env, check=True, timeout=300)
    lines = [line.split() for line in counts.read_text().splitlines()]
    return sum(int(line[3]) for line in lines if line and line[-1] in ("fdatasync", "fsync"))


@pytest.mark.skipif(STRACE is None, reason="strace is not installed: DUR-03 was NOT measured")
def test_every_commit_reaches_the_disk(tmp_path) -> None:
    assert fdatasyncs(tmp_path, "") >= COMMITS


@pytest.mark.long
@pytest.mark.skipif(STRACE is None, reason="strace is not installed: DUR-03 was NOT measured")
def test_the_count_can_tell_a_weaker_setting_apart(tmp_path) -> None:
    assert fdatasyncs(tmp_path, "NORMAL") < COMMITS / 4


def test_this_database_is_safe_on_both_connections(db) -> None:
    assert weaknesses("default") == [] and weaknesses("journal") == []
    refuse_unsafe()


WEAKER = {
    "sqlite": ["PRAGMA synchronous=NORMAL", "PRAGMA synchronous=OFF"],
    "postgresql": ["SET synchronous_commit = off"],
}


@pytest.mark.parametrize("number", [0, 1])
def test_a_weaker_setting_is_named_and_refused(number, voorbeeld, transactional_db) -> None:
    ways = WEAKER[connection.vendor]
    if number == len(ways):
        pytest.skip("one way less on this database")
    with connection.cursor() as cursor:
        cursor.execute(ways[number])
    try:
        with pytest.raises(ImproperlyConfigured, match="could lose what was saved.*synchronous"):
            refuse_unsafe()
    finally:
        connection.close()
    assert weaknesses() == [], "a fresh connection has the settings of the program"


def test_sqlite_is_told_so_by_the_programs_own_settings(tmp_path) -> None:
    script = """
import django; django.setup()
from django.db import connections
for alias in ("default", "journal"):
    with connections[alias].cursor() as cursor:
        for setting in ("synchronous", "journal_mode", "foreign_keys"):
            cursor.execute("PRAGMA " + setting)
            print(alias, setting, cursor.fetchone()[0])
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], env=own_settings(tmp_path), check=True, capture_output=True, text=True
    )
    for alias in ("default", "journal"):
        for line in ("synchronous 2", "journal_mode wal", "foreign_keys 1"):
            assert f"{alias} {line}" in answer.stdout


def test_the_program_does_not_start_on_a_database_that_forgets(tmp_path) -> None:
    script = """
from veerkracht.web.config import settings
both = settings.DATABASES.values()
for one in both:
    one["OPTIONS"]["init_command"] = one["OPTIONS"]["init_command"].replace("FULL", "NORMAL")
import veerkracht.web.config.wsgi
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], env=own_settings(tmp_path), capture_output=True, text=True
    )
    assert answer.returncode != 0
    assert "SQLite runs with synchronous=1; it must be FULL (2)" in answer.stderr


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only where the tests run on PostgreSQL")
def test_postgresql_runs_with_everything_on(db) -> None:
    with connections["default"].cursor() as cursor:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {setting}")
            assert cursor.fetchone()[0] == "on"
