"""Make a backup, put one back, and keep as many as were asked for."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from veerkracht.web.people.session_store import end_every_session
from veerkracht.web.record.daily import after_restore, restore_tasks

from .archive import FORMAT, Manifest, Unusable, pack, sha256, unpack
from .engines import engine

try:
    import fcntl
except ImportError:  # Windows, for a demo: nobody runs a service there
    fcntl = None  # type: ignore[assignment]

ENDING = ".veerkracht-backup"


def back_up(folder: Path) -> Path:
    """Copy the whole database as it stands at one moment, while people go on working.

    Returns:
        The new file in `folder`, named by the moment in UTC.

    Raises:
        Unusable: the database cannot be copied; nothing is left behind.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = timezone.now()
    with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as place:
        database_file = Path(place) / "database.gz"
        try:
            rows = engine().copy(database_file)
        except FileNotFoundError as error:
            raise Unusable(
                f"{error.filename} is er niet. Installeer het pakket postgresql-client."
            ) from error
        except OSError as error:
            raise Unusable(f"De reservekopie kan niet geschreven worden: {error.strerror}.") from error
        manifest = Manifest(
            format=FORMAT,
            version=importlib.metadata.version("veerkracht"),
            engine=connection.vendor,
            made_at=now.isoformat(timespec="seconds"),
            migrations=sorted(_applied()),
            rows=rows,
            sha256=sha256(database_file),
        )
        backup = folder / f"{now:%Y-%m-%dT%H%M%S}{ENDING}"
        pack(manifest=manifest, database_file=database_file, to=backup)
    return backup


def restore(backup: Path, *, overwrite: bool) -> tuple[Manifest, dict[str, int]]:
    """Put a backup back, bring it to this version, and do what capabilities registered for after a restore.

    Args:
        overwrite: the database may hold something, which is then lost (SQLite keeps the file under another name).

    Returns:
        What the backup was, and how many things each task after it did.

    Raises:
        Unusable: with why; unless it says otherwise nothing was changed.
    """
    with alone(), tempfile.TemporaryDirectory(prefix="veerkracht-restore-") as place:
        manifest, database_file = unpack(backup, into=Path(place))
        _refuse(manifest, overwrite)
        engine().put_back(database_file, manifest.rows)
        call_command("migrate", verbosity=0, interactive=False)
        return manifest, {name: task() for name, task in restore_tasks().items()}


def end_all_log_ins() -> int:
    """Who was logged in then is not logged in now."""
    return end_every_session()


after_restore("end all log-ins", end_all_log_ins)


def _refuse(manifest: Manifest, overwrite: bool) -> None:
    if manifest.engine != connection.vendor:
        raise Unusable(
            f"Dit is een reservekopie van {manifest.engine}; DATABASE_URL wijst naar {connection.vendor}."
        )
    unknown = set(manifest.migrations) - known_migrations()
    if unknown:
        raise Unusable(
            f"Deze reservekopie is van een nieuwere versie ({manifest.version}). Installeer eerst die versie."
        )
    if not overwrite and _holds_something():
        raise Unusable(
            "In deze database staat al iets. Maak er eerst een reservekopie van, en geef dan --overschrijf erbij."
        )


def _holds_something() -> bool:
    try:
        return bool(_applied())
    except DatabaseError:
        return False


def _applied() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}


def known_migrations() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def unknown_migrations() -> set[str]:
    """Steps this database has had that this version does not know: it belongs to a newer one."""
    ours = {name.split(".")[0] for name in known_migrations()}
    return {name for name in _applied() - known_migrations() if name.split(".")[0] in ours}


def backups(folder: Path) -> list[Path]:
    """All backups in a folder, the oldest first."""
    return sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []


def drop_old(folder: Path, *, today: dt.date, keep_days: int) -> int:
    """Delete backups older than `keep_days`, but never the last one; how many that were."""
    earliest = f"{today - dt.timedelta(days=keep_days):%Y-%m-%d}"
    old = [backup for backup in backups(folder)[:-1] if backup.name < earliest]
    for backup in old:
        backup.unlink()
    return len(old)


@contextmanager
def alone() -> Iterator[None]:
    """While nothing else of the program runs on this machine: `serve` holds the same lock, shared.

    Raises:
        Unusable: it is running.
    """
    with _locked("LOCK_EX", "Veerkracht draait nog op deze computer. Stop eerst de dienst."):
        yield


@contextmanager
def among_others() -> Iterator[None]:
    """Held by `serve` as long as it runs.

    Raises:
        Unusable: a backup is being put back right now.
    """
    with _locked("LOCK_SH", "Er wordt net een reservekopie teruggezet. Wacht tot dat klaar is."):
        yield


@contextmanager
def _locked(kind: str, refusal: str) -> Iterator[None]:
    home = Path(settings.HOME)
    home.mkdir(parents=True, exist_ok=True)
    with (home / "running.lock").open("w") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, getattr(fcntl, kind) | fcntl.LOCK_NB)
            except OSError as error:
                raise Unusable(refusal) from error
        yield
