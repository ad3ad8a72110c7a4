"""A backup is one tar file: `manifest.json` (what it is, how many rows a table) and the database, compressed.

It gets its name only when it is whole and on the disk, and is readable by the service's own user alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path

FORMAT = 1
DATA = "database.gz"
MANIFEST = "manifest.json"


class Unusable(Exception):
    """Why a backup cannot be made or put back, in a sentence for the administrator."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup holds. `migrations` as "app.name"; `rows` by table; `made_at` in UTC; `sha256` of the data."""

    format: int
    version: str
    engine: str
    made_at: str
    migrations: list[str]
    rows: dict[str, int]
    sha256: str


def pack(*, manifest: Manifest, database_file: Path, to: Path) -> None:
    """Write the archive whole or not at all."""
    listing = database_file.with_name(MANIFEST)
    listing.write_text(json.dumps(asdict(manifest), indent=1))
    unfinished = to.with_name(f".{to.name}.unfinished")
    opened = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                tar.add(listing, MANIFEST)
                tar.add(database_file, DATA)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(to)
        _sync_folder(to.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def unpack(archive: Path, *, into: Path) -> tuple[Manifest, Path]:
    """The manifest and the data of a backup, after its checksum was compared.

    Raises:
        Unusable: it is no backup of ours, or it is damaged.
    """
    try:
        with tarfile.open(archive) as tar:
            for name in (MANIFEST, DATA):
                member = tar.extractfile(name)
                assert member is not None
                with (into / name).open("wb") as out:
                    while piece := member.read(1 << 20):
                        out.write(piece)
        manifest = Manifest(**json.loads((into / MANIFEST).read_text()))
    except FileNotFoundError as error:
        raise Unusable(f"Er is geen bestand {archive}.") from error
    except (tarfile.TarError, EOFError, KeyError, ValueError, TypeError, AssertionError) as error:
        raise Unusable(f"{archive} is geen hele reservekopie van Veerkracht. Neem een andere.") from error
    if manifest.format != FORMAT:
        raise Unusable(f"{archive} is van een andere versie ({manifest.version}) en niet leesbaar voor deze.")
    if sha256(into / DATA) != manifest.sha256:
        raise Unusable(f"{archive} is beschadigd: de controlesom klopt niet. Neem een andere reservekopie.")
    return manifest, into / DATA


def sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
