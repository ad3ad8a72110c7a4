"""A database of an earlier version, upgraded: nobody and nothing is lost.

The dumps are the demo municipality as it stood on 29 November 2026, before the second storey; every person in it
is invented. Counts and texts below were read from the dumps, not from what the program makes of them today.
"""

from __future__ import annotations

import json
import lzma
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

HERE = Path(__file__).parent
COUNTS = """
import json, django
django.setup()
from django.apps import apps
print(json.dumps({m._meta.db_table: m._base_manager.count() for m in apps.get_models(include_auto_created=True)}))
"""
TEXTS = """
import json, django
django.setup()
from veerkracht.web.plan.models import Promise
from veerkracht.web.people.models import Case
case = Case.objects.get(first_name="Samira")
print(json.dumps([[p.what, p.owner, str(p.due_on), p.answer] for p in case.plan.promises.order_by("pk")]))
"""


def dump(vendor: str) -> str:
    text = lzma.decompress((HERE / f"demo_2026_11_29.{vendor}.sql.xz").read_bytes()).decode()
    # psql's own commands are no SQL.
    return "\n".join(line for line in text.splitlines() if not line.startswith("\\"))


@pytest.fixture
def sqlite_of_then(tmp_path: Path) -> str:
    path = tmp_path / "then.sqlite3"
    database = sqlite3.connect(path)
    database.executescript(dump("sqlite"))
    database.close()
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_of_then(django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        pytest.skip("the tests run on SQLite: the upgrade of PostgreSQL was not tried")
    import psycopg

    name = f"upgrade_{os.getpid()}"
    with psycopg.connect(given, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        url = urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
        with psycopg.connect(url, autocommit=True) as database:
            database.execute(dump("postgresql"))
        yield url
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def run(url: str, *arguments: str) -> str:
    """Run the program as an administrator does: a process of its own, on this database."""
    settings = {
        "DATABASE_URL": url,
        "SECRET_KEY": "only-for-the-upgrade-test-" + "0" * 40,
        "DJANGO_SETTINGS_MODULE": "veerkracht.web.config.settings",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def rows_of_then() -> dict[str, int]:
    """Rows a table in the dump; what Django and the log-in keep for themselves left out."""
    database = sqlite3.connect(":memory:")
    database.executescript(dump("sqlite"))
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = ("people_", "plan_", "map_", "planner_", "purse_", "guide_", "record_")
    counts = {t: database.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}
    return {table: count for table, count in counts.items() if table.startswith(ours)}


def check_upgrade(url: str) -> None:
    run(url, "-m", "veerkracht.cli", "web", "migrate", "--verbosity", "0")
    now = json.loads(run(url, "-c", COUNTS))
    then = rows_of_then()
    assert then["people_case"] == 14, "the dump itself"
    missing = {table: count for table, count in then.items() if now.get(table) != count}
    assert not missing, "every row of every table of ours is there after the upgrade"
    promises = json.loads(run(url, "-c", TEXTS))
    assert ["Praat niet over terugbetalen zonder dat Samira erbij is.", "klantmanager"] in [
        promise[:2] for promise in promises
    ]


def test_sqlite_of_29_november_is_upgraded_without_loss(sqlite_of_then: str) -> None:
    check_upgrade(sqlite_of_then)


def test_postgresql_of_29_november_is_upgraded_without_loss(postgresql_of_then: str) -> None:
    check_upgrade(postgresql_of_then)
