"""A database of an earlier version on both kinds, and the program run on it as an administrator does."""

from __future__ import annotations

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


def command(
    url: str, *arguments: str, home: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as an administrator does: a process of its own, on this database."""
    ours = {
        "DATABASE_URL": url,
        "SECRET_KEY": "only-for-the-upgrade-test-" + "0" * 40,
        "DJANGO_SETTINGS_MODULE": "veerkracht.web.config.settings",
        **({"VEERKRACHT_HOME": str(home)} if home else {}),
    }
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **ours, **settings},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def run(url: str, *arguments: str) -> str:
    done = command(url, *arguments)
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
