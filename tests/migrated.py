"""A migrated SQLite database for the tests, made once for each set of migrations: migrating takes half a minute."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core import management
from django.db import connections

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "migrated"


def fingerprint() -> str:
    """Of all that decides what a migrated database holds: our migrations, and the versions of everybody else's."""
    files = [ROOT / "requirements.lock", *sorted((ROOT / "src").glob("**/migrations/*.py"))]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:24]


@contextmanager
def migrating_once() -> Iterator[None]:
    """Within this, Django's `migrate` of a new SQLite test database copies the one of last time, if nothing changed."""
    call_command = management.call_command

    def copy_or_migrate(command: str, *arguments: Any, **options: Any) -> Any:
        connection = connections[options.get("database", "default")]
        is_new_database = command == "migrate" and "run_syncdb" in options
        if not is_new_database or connection.vendor != "sqlite":
            return call_command(command, *arguments, **options)
        copy = FOLDER / f"{fingerprint()}.sqlite3"
        connection.ensure_connection()
        if copy.exists():
            with closing(sqlite3.connect(copy)) as source:
                source.backup(connection.connection)
            return None
        answer = call_command(command, *arguments, **options)
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = copy.with_suffix(f".{os.getpid()}")
        with closing(sqlite3.connect(unfinished)) as target:
            connection.connection.backup(target)
        unfinished.replace(copy)
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(management, "call_command", copy_or_migrate)
        yield
