"""Is the program well? Asked by machines, before any session is read: the answer must come when nothing else does."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from veerkracht.web.people.doors import public
from veerkracht.web.record.durability import weaknesses
from veerkracht.web.record.write_faults import fault_of

from .keeping.backup import unknown_migrations

ENOUGH_SPACE = 200_000_000  # bytes; below this somebody must act before saving stops
TRIAL = 1_000_000  # bytes asked of the disk and given back
_OF_THE_DISK = {errno.EROFS: "read-only", errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EFBIG: "full"}


@public("for the machine that watches whether the program is well; says nothing about anybody")
def healthy(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 with what is not, each in a word or two."""
    checks = health()
    well = all(value == "ok" for value in checks.values())
    return JsonResponse({"status": "ok" if well else "not ok", **checks}, status=200 if well else 503)


def health(*, with_writing: bool = True) -> dict[str, str]:
    """What is well ("ok") and what is not: the disk first, for it is behind most of the rest."""
    checks = {"disk": disk(), "database": "ok", "migrations": "ok", "durability": "ok", "writing": "ok"}
    if not _file_is_there():
        return checks | {"database": "file is gone", "writing": "not tried"}
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            checks["migrations"] = "not applied"
        elif unknown_migrations():
            checks["migrations"] = "of a newer version"
        if weaknesses():
            checks["durability"] = "unsafe"
    except DatabaseError as error:
        return checks | {"database": fault_of(error).value, "writing": "not tried"}
    if with_writing and checks["migrations"] == "ok":
        checks["writing"] = writing()
    return checks


def writing() -> str:
    """Try a write and roll it back: a read-only or locked database answers every question but this one."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO django_session VALUES ('gezond', '', '2000-01-01')")
            transaction.set_rollback(True)
    except DatabaseError as error:
        return fault_of(error).value
    return "ok"


def disk() -> str:
    """Ask the disk for a little room and give it back: a rolled-back write of SQLite would not touch it."""
    folder = _folder()
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".gezond-") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, TRIAL)
        if shutil.disk_usage(folder).free < ENOUGH_SPACE:
            return "almost full"
    except FileNotFoundError:
        return "folder is gone"
    except PermissionError:
        return "read-only"
    except OSError as error:
        return _OF_THE_DISK.get(error.errno or 0, "does not answer")
    return "ok"


def _folder() -> Path:
    """Where the database lies when it is a file, else where the program keeps its own files."""
    file = _file()
    return file.parent if file else Path(settings.HOME)


def _file() -> Path | None:
    name = str(connection.settings_dict["NAME"])
    on_disk = connection.vendor == "sqlite" and ":memory:" not in name and "mode=memory" not in name
    return Path(name) if on_disk else None


def _file_is_there() -> bool:
    """SQLite makes a new, empty file where one is missing: so this is asked before it is opened."""
    file = _file()
    return file is None or file.exists()


@public("for the machine that decides whether to send people here; says nothing about anybody")
def ready(request: HttpRequest) -> HttpResponse:
    """200 when this process can answer people now: it reaches the database, and that is of this version."""
    checks = health(with_writing=False)
    able = checks["database"] == checks["migrations"] == "ok"
    return JsonResponse({"status": "ready" if able else "not ready"}, status=200 if able else 503)
