"""How each database is copied as it stood at one moment while people go on working, and how a copy is put back."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from django.apps import apps
from django.db import connection, transaction

from .archive import Unusable


class Engine(Protocol):
    """One kind of database. Rows are counted in the copied state itself, never in what changed since."""

    def copy(self, to: Path) -> dict[str, int]:
        """Write a compressed copy; the rows a table it holds."""

    def put_back(self, database_file: Path, rows: dict[str, int]) -> None:
        """Replace everything by the copy, or leave everything as it is."""


def engine() -> Engine:
    return Sqlite() if connection.vendor == "sqlite" else Postgresql()


def _tables() -> list[str]:
    return sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True))


def _count(table: str) -> str:
    return f'SELECT count(*) FROM "{table}"'  # noqa: S608 - a name of our own models


class Sqlite:
    """The online backup of SQLite: one snapshot, while others read and write."""

    def copy(self, to: Path) -> dict[str, int]:
        copied = to.with_suffix(".sqlite3")
        source = sqlite3.connect(f"file:{self._file()}?mode=ro", uri=True, timeout=30)
        with closing(source), closing(sqlite3.connect(copied)) as target:
            source.backup(target)
            self._check(target)
            rows = self._rows(target)
        with copied.open("rb") as plain, gzip.open(to, "wb", compresslevel=6) as packed:
            shutil.copyfileobj(plain, packed, 1 << 20)
        copied.unlink()
        return rows

    def put_back(self, database_file: Path, rows: dict[str, int]) -> None:
        """The present file is kept beside the new one, under another name."""
        place = self._file()
        place.parent.mkdir(parents=True, exist_ok=True)
        new, before = place.with_name(f".{place.name}.new"), place.with_name(f"{place.name}.before-restore")
        with gzip.open(database_file, "rb") as packed, new.open("wb") as plain:
            shutil.copyfileobj(packed, plain, 1 << 20)
            plain.flush()
            os.fsync(plain.fileno())
        with closing(sqlite3.connect(new)) as database:
            self._check(database)
            compare(rows, self._rows(database))
        connection.close()
        if place.exists():
            owner = place.stat()
            shutil.chown(new, owner.st_uid, owner.st_gid)
        for ending in ("", "-wal", "-shm"):
            part = place.with_name(place.name + ending)
            if part.exists():
                part.replace(before.with_name(before.name + ending))
        new.replace(place)

    def _file(self) -> Path:
        return Path(str(connection.settings_dict["NAME"]))

    def _check(self, database: sqlite3.Connection) -> None:
        if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Unusable("De database is beschadigd (integrity_check). Neem een reservekopie van eerder.")

    def _rows(self, database: sqlite3.Connection) -> dict[str, int]:
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {t: database.execute(_count(t)).fetchone()[0] for t in _tables() if t in there}


class Postgresql:
    """pg_dump on an exported snapshot, psql in one transaction; both must be of the server's version or newer."""

    def copy(self, to: Path) -> dict[str, int]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            rows = self._rows(cursor)
            dump = ["pg_dump", "--no-owner", "--no-privileges", "--schema=public", f"--snapshot={snapshot}"]
            with subprocess.Popen(dump, env=self._environment(), stdout=subprocess.PIPE) as process:
                assert process.stdout is not None
                with gzip.open(to, "wb", compresslevel=6) as packed:
                    shutil.copyfileobj(process.stdout, packed, 1 << 20)
            if process.returncode:
                raise Unusable("pg_dump kon de database niet kopiëren. De reden staat hierboven.")
        return rows

    def put_back(self, database_file: Path, rows: dict[str, int]) -> None:
        script = database_file.with_suffix(".sql")
        with gzip.open(database_file, "rb") as packed, script.open("wb") as plain:
            for line in self._emptied(packed):
                plain.write(line)
        # In one transaction: when anything fails, everything stays as it was.
        psql = [
            "psql",
            "--quiet",
            "--no-psqlrc",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            f"--file={script}",
        ]
        connection.close()
        done = subprocess.run(psql, env=self._environment(), stdout=subprocess.DEVNULL, check=False)
        script.unlink()
        if done.returncode:
            raise Unusable(
                'Terugzetten lukte niet en er is niets veranderd. De reden staat hierboven; bij "lock timeout" '
                "is de dienst nog bezig: stop die eerst."
            )
        with connection.cursor() as cursor:
            compare(rows, self._rows(cursor))

    def _emptied(self, dump: Iterable[bytes]) -> Iterable[bytes]:
        """The dump, after a first line that takes away what is there now."""
        yield b"SET lock_timeout = '10s'; DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"
        for line in dump:
            # Newer versions of pg_dump make the schema themselves.
            if not line.startswith(b"CREATE SCHEMA public"):
                yield line

    def _environment(self) -> dict[str, str]:
        """Where the database is, in the environment: a password on a command line is seen by everybody."""
        connection_settings = connection.settings_dict
        names = {
            "PGHOST": "HOST",
            "PGPORT": "PORT",
            "PGUSER": "USER",
            "PGPASSWORD": "PASSWORD",
            "PGDATABASE": "NAME",
        }
        ours = {
            name: str(connection_settings[key]) for name, key in names.items() if connection_settings.get(key)
        }
        options = connection_settings.get("OPTIONS") or {}
        ours |= {f"PG{key.upper()}": str(value) for key, value in options.items() if key.startswith("ssl")}
        return {**os.environ, **ours}

    def _rows(self, cursor: Any) -> dict[str, int]:
        there = set(connection.introspection.table_names(cursor))
        counted = {}
        for table in _tables():
            if table in there:
                cursor.execute(_count(table))
                counted[table] = cursor.fetchone()[0]
        return counted


def compare(written: dict[str, int], present: dict[str, int]) -> None:
    """Stop when a table does not hold as many rows as the backup says.

    Raises:
        Unusable: naming the tables.
    """
    wrong = [table for table, count in written.items() if present.get(table) != count]
    if wrong:
        raise Unusable(f"Niet alles kwam terug: {', '.join(wrong)}. Neem een andere reservekopie.")
